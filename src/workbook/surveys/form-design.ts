import * as z from "zod/mini";
import { type Problem, problem } from "../../content/problems";
import type { QuestionType } from "../../content/questions";
import type { StoredWords } from "../../content/stored-words";
import { fillIn } from "../../program/placeholders";
import { fold } from "../column";
import type { CellChange } from "../plan";
import { readSettings, setting } from "../settings";
import { type PlacedRow, type Snapshot, textAt, typedRows } from "../snapshot";
import { questions } from "../tabs/questions";
import { surveys } from "../tabs/surveys";
import { choicesReader, gridRowsOf, type QuestionChoices } from "./question-choices";
import { type Survey, surveyNamed, surveysIn } from "./survey-list";

/** One entry of a form: a question, or the heading of a section. */
export interface FormItem {
  /** The same for the same question, however it is reworded and wherever it is moved. */
  readonly key: string;
  readonly kind: QuestionType | "section";
  readonly title: string;
  readonly help: string;
  readonly required: boolean;
  /** Of a grid: its columns; of a scale: its steps. */
  readonly choices: readonly string[];
  /** Besides the choices people may write something of their own. */
  readonly other: boolean;
  readonly gridRows: readonly string[];
  /** What the ends of a scale mean. */
  readonly labels: readonly [low: string, high: string];
}

/** A form as it is to be. */
export interface FormDesign {
  readonly title: string;
  readonly description: string;
  readonly confirmation: string;
  readonly isAnonymous: boolean;
  /** The participant code comes first; an anonymous form has none. */
  readonly items: readonly FormItem[];
}

/** The key of the participant code's question. */
export const CODE_ITEM = "participant-code";

type QuestionRow = PlacedRow<typeof questions>;

interface Asked {
  readonly row: QuestionRow;
  readonly choices: QuestionChoices;
  readonly item: FormItem;
}

/**
 * The form of a survey from the switched-on questions of the question bank, in their order, group by group.
 *
 * @returns the design; what has to be put right before a form can be made of it (errors), and what to check; and what
 *   the question bank has to remember: keys for rows that people added
 */
export function designForm(
  survey: Survey,
  snapshot: Snapshot,
  words: StoredWords["surveys"],
  program: string,
): { readonly design: FormDesign; readonly problems: readonly Problem[]; readonly keys: QuestionKeys } {
  const { id, label, isAnonymous } = survey;
  const all = surveysIn(snapshot);
  const typed = typedRows(snapshot, questions);
  const switchedOn = typed.rows.filter(({ values }) => values.on);
  const ours = switchedOn.filter(({ values }) => surveyNamed(all, values.survey ?? "")?.id === id);
  const asked = ours.filter(({ values }) => values.question);
  const read = choicesReader(snapshot);
  const keys = keysFor(typed.rows, asked, snapshot);
  const code: FormItem = { ...BLANK, key: CODE_ITEM, kind: "short-text", title: words.codeTitle, help: words.codeHelp };
  const items = asked.map((row) => {
    const choices = read(row.values);
    return { row, choices, item: itemOf(row, keys.of(row), choices) };
  });
  const rows = new Set(asked.map(({ sheetRow }) => sheetRow));
  const own = typedRows(snapshot, surveys).rows.find(({ at }) => at === survey.at)?.values;
  return {
    design: {
      title: fillIn(words.formTitle, { program, survey: label }),
      description: [
        own?.introduction || purposeOf(words, id),
        isAnonymous ? words.anonymousDescription : words.description,
      ].join("\n\n"),
      confirmation: oneLine(own?.thanks ?? null) || words.confirmation,
      isAnonymous,
      items: [...(isAnonymous ? [] : [code]), ...grouped(items)],
    },
    problems: [
      ...(asked.length === 0 ? [problem("no-questions", { tab: questions.title, value: label })] : []),
      ...ours
        .filter(({ values }) => !values.question)
        .map(({ sheetRow }) => problem("question-blank", { tab: questions.title, row: sheetRow })),
      ...typed.problems.filter(({ row = 0 }) => rows.has(row)),
      ...collisions(items),
      ...items.flatMap((each) => lacking(each)),
      ...ofNoSurvey(switchedOn.filter(({ values }) => values.question && !surveyNamed(all, values.survey ?? ""))),
      ...sameName(survey, snapshot),
      ...unclearMode(survey, snapshot),
    ],
    keys,
  };
}

/** Questions that no form asks because their survey is none. */
function ofNoSurvey(rows: readonly QuestionRow[]): readonly Problem[] {
  const found = new Map<string, number[]>();
  for (const { sheetRow, values } of rows) {
    const name = values.survey ?? "";
    found.set(name, [...(found.get(name) ?? []), sheetRow]);
  }
  return [...found].map(([value, [row = 0, ...others]]) =>
    problem("question-survey-unknown", { tab: questions.title, row, count: others.length + 1, value }),
  );
}

/** Rows of Surveys that are called the same: which of them a question means nobody could tell. */
function sameName({ label }: Survey, snapshot: Snapshot): readonly Problem[] {
  const [row, ...others] = typedRows(snapshot, surveys)
    .rows.filter(({ values }) => fold(values.survey ?? "") === fold(label))
    .map(({ sheetRow }) => sheetRow);
  if (row === undefined || others.length === 0) return [];
  return [problem("survey-name-twice", { tab: surveys.title, row, value: label, other: rowsInWords(others) })];
}

function unclearMode({ at }: Survey, snapshot: Snapshot): readonly Problem[] {
  const value = at === null ? "" : textAt(snapshot.tabs.get(surveys.key), at, "answers");
  const row = typedRows(snapshot, surveys).rows.find((each) => each.at === at);
  if (value === "" || !row || row.values.answers !== null) return [];
  return [problem("survey-mode-unknown", { tab: surveys.title, row: row.sheetRow, value })];
}

/** @example rowsInWords([4, 5]) // "rows 4 and 5" */
const rowsInWords = (rows: readonly number[]): string => `${rows.length === 1 ? "row" : "rows"} ${rows.join(" and ")}`;

const purposeOf = ({ purposes }: StoredWords["surveys"], survey: string): string =>
  Object.entries(purposes).find(([id]) => id === survey)?.[1] ?? purposes.own;

const BLANK = { help: "", required: false, choices: [], other: false, gridRows: [], labels: ["", ""] } as const;

function itemOf({ values }: QuestionRow, key: string, { type: kind, options, hasOther }: QuestionChoices): FormItem {
  return {
    key,
    kind,
    title: oneLine(values.question),
    help: values.help ?? "",
    required: values.required ?? false,
    choices: options,
    other: hasOther,
    gridRows: gridRowsOf(kind, values.gridRows),
    labels: kind === "scale" ? [oneLine(values.lowLabel), oneLine(values.highLabel)] : ["", ""],
  };
}

const oneLine = (text: string | null): string => (text ?? "").replace(/\s+/g, " ").trim();

/** Questions of a group stand together, under its name where there is more than one group. */
function grouped(items: readonly Pick<Asked, "row" | "item">[]): readonly FormItem[] {
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
function collisions(items: readonly Pick<Asked, "row" | "item">[]): readonly Problem[] {
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
    return others.length > 0 && first
      ? [problem("question-title-twice", { ...place, other: rowsInWords(others) })]
      : [];
  });
}

function lacking({ row, choices: { trouble }, item }: Asked): readonly Problem[] {
  const { kind, title, choices, gridRows } = item;
  const place = { tab: questions.title, row: row.sheetRow };
  if (trouble) return [problem(trouble.code, { ...place, value: trouble.value })];
  return [
    ...(["choice", "checkboxes", "grid"].includes(kind) && choices.length === 0
      ? [problem("question-without-choices", { ...place, value: title })]
      : []),
    ...(kind === "grid" && gridRows.length === 0 ? [problem("grid-without-rows", { ...place, value: title })] : []),
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
