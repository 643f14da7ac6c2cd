import * as z from "zod/mini";
import { type Problem, problem } from "../../content/problems";
import type { QuestionType } from "../../content/questions";
import type { StoredWords } from "../../content/stored-words";
import { fillIn } from "../../program/placeholders";
import { fold } from "../column";
import type { CellChange } from "../plan";
import { readSettings, setting } from "../settings";
import { type PlacedRow, type Snapshot, typedRows } from "../snapshot";
import { catalogue } from "../tabs/catalogue";
import { CATALOGUE_CHOICES, questions } from "../tabs/questions";
import { type Survey, surveyNamed, surveysIn } from "./survey-list";

/** One entry of a form: a question, or the heading of a section. */
export interface FormItem {
  /** The same for the same question, however it is reworded and wherever it is moved. */
  readonly key: string;
  readonly kind: QuestionType | "section";
  readonly title: string;
  readonly help: string;
  readonly required: boolean;
  /** Of a grid: its columns. */
  readonly choices: readonly string[];
  readonly gridRows: readonly string[];
  /** What 1 and 5 of a scale mean. */
  readonly labels: readonly [low: string, high: string];
}

/** A form as it is to be. */
export interface FormDesign {
  readonly title: string;
  readonly description: string;
  readonly confirmation: string;
  /** The participant code comes first. */
  readonly items: readonly FormItem[];
}

/** The key of the first question. */
const CODE_ITEM = "participant-code";

type QuestionRow = PlacedRow<typeof questions>;

/**
 * The form of a survey from the switched-on questions of the question bank, in their order, group by group.
 *
 * @returns the design; what has to be put right before a form can be made of it (errors), and what to check; and what
 *   the question bank has to remember: keys for rows that people added
 */
export function designForm(
  { id: survey, label }: Survey,
  snapshot: Snapshot,
  words: StoredWords["surveys"],
  program: string,
): { readonly design: FormDesign; readonly problems: readonly Problem[]; readonly keys: QuestionKeys } {
  const all = surveysIn(snapshot);
  const typed = typedRows(snapshot, questions);
  const switchedOn = typed.rows.filter(
    ({ values }) => values.on && surveyNamed(all, values.survey ?? "")?.id === survey,
  );
  const asked = switchedOn.filter(({ values }) => values.question);
  const offered = typedRows(snapshot, catalogue).rows.flatMap(({ values }) => values.name ?? []);
  const keys = keysFor(typed.rows, asked, snapshot);
  const code: FormItem = {
    ...BLANK,
    key: CODE_ITEM,
    kind: "short-text",
    title: words.codeTitle,
    help: words.codeHelp,
  };
  const items = asked.map((row) => ({ row, item: itemOf(row, keys.of(row), offered) }));
  const rows = new Set(asked.map(({ sheetRow }) => sheetRow));
  return {
    design: {
      title: fillIn(words.formTitle, { program, survey: label }),
      description: [purposeOf(words, survey), words.description].join("\n\n"),
      confirmation: words.confirmation,
      items: [code, ...grouped(items)],
    },
    problems: [
      ...(asked.length === 0 ? [problem("no-questions", { tab: questions.title, value: label })] : []),
      ...switchedOn
        .filter(({ values }) => !values.question)
        .map(({ sheetRow }) => problem("question-blank", { tab: questions.title, row: sheetRow })),
      ...typed.problems.filter(({ row = 0 }) => rows.has(row)),
      ...collisions(items),
      ...items.flatMap(({ row: { sheetRow }, item }) => lacking(item, sheetRow)),
    ],
    keys,
  };
}

const purposeOf = ({ purposes }: StoredWords["surveys"], survey: string): string =>
  Object.entries(purposes).find(([id]) => id === survey)?.[1] ?? purposes.own;

const BLANK = { help: "", required: false, choices: [], gridRows: [], labels: ["", ""] } as const;

function itemOf({ values }: QuestionRow, key: string, offered: readonly string[]): FormItem {
  const written = linesOf(values.choices);
  const choices = [...new Set(written.flatMap((line) => (line === CATALOGUE_CHOICES ? offered : [line])))];
  // Without a catalogue there is nothing to choose from yet.
  const isOpen = choices.length === 0 && written.length > 0;
  const kind = isOpen ? "short-text" : (values.type ?? "long-text");
  return {
    key,
    kind,
    title: oneLine(values.question),
    help: values.help ?? "",
    required: values.required ?? false,
    choices: ["choice", "checkboxes", "grid"].includes(kind) ? choices : [],
    gridRows: kind === "grid" ? [...new Set(linesOf(values.gridRows))] : [],
    labels: kind === "scale" ? [values.lowLabel ?? "", values.highLabel ?? ""] : ["", ""],
  };
}

const oneLine = (text: string | null): string => (text ?? "").replace(/\s+/g, " ").trim();

const linesOf = (text: string | null): readonly string[] =>
  (text ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** Questions of a group stand together, under its name where there is more than one group. */
function grouped(items: readonly { readonly row: QuestionRow; readonly item: FormItem }[]): readonly FormItem[] {
  const groups = new Map<string, { readonly title: string; readonly items: FormItem[] }>();
  for (const { row, item } of items) {
    const title = oneLine(row.values.group);
    const group = groups.get(fold(title)) ?? { title, items: [] };
    groups.set(fold(title), group);
    group.items.push(item);
  }
  // What belongs to no group would else seem to belong to the one above.
  const ordered = [...groups].sort(([a], [b]) => Number(b === "") - Number(a === ""));
  return ordered.flatMap(([name, { title, items: own }]) =>
    groups.size > 1 && name !== ""
      ? [{ ...BLANK, key: `section-${name}`, kind: "section", title } as const, ...own]
      : own,
  );
}

/** Columns of the response tab that are not questions. */
const TAKEN = ["participant code", "timestamp"];

/** Forms' response tab knows questions by their words alone. */
function collisions(items: readonly { readonly row: QuestionRow; readonly item: FormItem }[]): readonly Problem[] {
  const same = new Map<string, { readonly title: string; readonly rows: number[] }>();
  for (const { row, item } of items) {
    const found = same.get(item.title.toLowerCase()) ?? { title: item.title, rows: [] };
    same.set(item.title.toLowerCase(), found);
    found.rows.push(row.sheetRow);
  }
  return [...same].flatMap(([words, { title, rows }]) => {
    const place = { tab: questions.title, row: rows[0] ?? 0, value: title };
    if (TAKEN.includes(words)) return [problem("question-title-taken", place)];
    const [first, ...others] = rows;
    const other = `${others.length === 1 ? "row" : "rows"} ${others.join(" and ")}`;
    return others.length > 0 && first ? [problem("question-title-twice", { ...place, other })] : [];
  });
}

function lacking({ kind, title, choices, gridRows }: FormItem, row: number): readonly Problem[] {
  const place = { tab: questions.title, row, value: title };
  return [
    ...(["choice", "checkboxes", "grid"].includes(kind) && choices.length === 0
      ? [problem("question-without-choices", place)]
      : []),
    ...(kind === "grid" && gridRows.length === 0 ? [problem("grid-without-rows", place)] : []),
  ];
}

/** Keys by which questions are known for good: rows that people added, or copied, get one of their own. */
interface QuestionKeys {
  of(row: QuestionRow): string;
  readonly cells: readonly CellChange[];
  /** A number that was given is never given again: answers to one question would be taken for another's. */
  readonly toRemember: Readonly<Record<string, number>>;
}

const HIGHEST = "highest.questions";

function keysFor(all: readonly QuestionRow[], asked: readonly QuestionRow[], snapshot: Snapshot): QuestionKeys {
  const owners = new Map<string, number>();
  let highest = setting(readSettings(snapshot), HIGHEST, z.number(), 0);
  const remembered = highest;
  for (const { at, values } of all) {
    const key = values.key ?? "";
    if (key !== "" && !owners.has(key)) owners.set(key, at);
    highest = Math.max(highest, Number(/^own-(\d{1,9})$/.exec(key)?.[1] ?? 0));
  }
  const cells: CellChange[] = [];
  const given = new Map<number, string>();
  for (const { at, values } of asked) {
    const key = values.key ?? "";
    if (owners.get(key) === at) {
      given.set(at, key);
      continue;
    }
    highest += 1;
    given.set(at, `own-${highest}`);
    cells.push({ at, column: "key", value: `own-${highest}` });
  }
  return {
    of: ({ at }) => given.get(at) ?? "",
    cells,
    toRemember: highest > remembered ? { [HIGHEST]: highest } : {},
  };
}
