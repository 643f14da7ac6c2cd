import type { QuestionType } from "../../content/questions";
import { cellText } from "../cell";
import { fold } from "../column";
import { type Snapshot, type TabSnapshot, typedRows } from "../snapshot";
import { catalogue } from "../tabs/catalogue";
import { CATALOGUE_CHOICES, ROSTER_CHOICES } from "../tabs/questions";
import { roster } from "../tabs/roster";

/** What a question's Choices cell comes to. */
export interface QuestionChoices {
  /** As it is asked: short text where nothing is there to choose from yet. */
  readonly type: QuestionType;
  /** In their order, each once: choices, a grid's columns, a scale's steps ("1" to "5"); none where people write. */
  readonly options: readonly string[];
  /** Besides the options people may write something of their own. */
  readonly hasOther: boolean;
  /** What is wrong with the cell: a column that the Roster does not have or that is nobody's to read, an impossible scale. */
  readonly trouble: { readonly code: "choices-column" | "scale-range"; readonly value: string } | null;
}

/** The cells of a row of the tab Questions that say what it offers. */
interface QuestionCells {
  readonly type: QuestionType | null;
  readonly choices: string | null;
}

const WITH_CHOICES: readonly QuestionType[] = ["choice", "checkboxes", "grid"];

/**
 * Reads what questions offer, as it is now: lines of their own, the catalogue's micro-credentials, what stands in a
 * column of the Roster (of people who did not withdraw), and the range of a scale. Give the snapshot once, then the
 * cells of each row. The catalogue and the Roster have to be among the tabs that were read.
 *
 * @example choicesReader(snapshot)({ type: "scale", choices: "1 to 7" }).options // ["1", …, "7"]
 */
export function choicesReader(snapshot: Snapshot): (cells: QuestionCells) => QuestionChoices {
  const micro = typedRows(snapshot, catalogue).rows.flatMap(({ values }) => values.name ?? []);
  return ({ type, choices }) => {
    const kind = type ?? "long-text";
    const written = linesOf(choices);
    if (kind === "scale") return scale(written);
    if (!WITH_CHOICES.includes(kind)) return { type: kind, options: [], hasOther: false, trouble: null };
    let trouble: QuestionChoices["trouble"] = null;
    const offered = written.flatMap((line): readonly string[] => {
      if (line === CATALOGUE_CHOICES) return micro;
      const column = ROSTER_CHOICES.exec(line)?.[1];
      if (column === undefined) return [line];
      const found = rosterValues(snapshot, column);
      if (!found) trouble = { code: "choices-column", value: column };
      return found ?? [];
    });
    const hasOther = kind !== "grid" && offered.some(isOther);
    const options = [...new Set(hasOther ? offered.filter((line) => !isOther(line)) : offered)];
    const isOpen = options.length === 0 && written.length > 0;
    return { type: isOpen ? "short-text" : kind, options, hasOther: hasOther && !isOpen, trouble };
  };
}

/** A grid's rows, each once; none of other questions. */
export const gridRowsOf = (type: QuestionType, cell: string | null): readonly string[] =>
  type === "grid" ? [...new Set(linesOf(cell))] : [];

/** @example linesOf(" Yes \n\nNo") // ["Yes", "No"] */
const linesOf = (text: string | null): readonly string[] =>
  (text ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

const isOther = (line: string): boolean => fold(line) === "other";

/** Google Forms lets a scale begin at 0 or 1 and end at 3 to 10. */
function scale(lines: readonly string[]): QuestionChoices {
  const value = lines.join(" ");
  const [, low, high] = /^(\d+)\s*(?:to|[-–—])\s*(\d+)$/i.exec(value || "1 to 5") ?? [];
  const [from, to] = [Number(low), Number(high)];
  const isPossible = from <= 1 && to >= 3 && to <= 10;
  const options = isPossible ? Array.from({ length: to - from + 1 }, (_, step) => String(from + step)) : [];
  return { type: "scale", options, hasOther: false, trouble: isPossible ? null : { code: "scale-range", value } };
}

/** Whoever fills in a form is not to read who else takes part, how they are reached, or their codes. */
const PRIVATE: readonly string[] = ["id", "code", "name", "email", "notes"] satisfies (keyof typeof roster.columns)[];

/** What stands in a column of the Roster, each once, sorted; null where there is no such column for all to read. */
function rosterValues(snapshot: Snapshot, header: string): readonly string[] | null {
  const now = snapshot.tabs.get(roster.key);
  const place = now && rosterColumn(now, header);
  if (!now || place === undefined) return null;
  const staying = typedRows(snapshot, roster).rows.filter(({ values }) => values.status !== "withdrawn");
  const values = staying.map(({ at }) =>
    cellText(now.rows[at]?.[place] ?? "")
      .replace(/\s+/g, " ")
      .trim(),
  );
  return [...new Set(values)]
    .filter((value) => value !== "")
    .sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
}

/** By the header that it has now, the one that it had, or another name for it. */
function rosterColumn({ headers, layout }: TabSnapshot, header: string): number | undefined {
  const wanted = fold(header);
  const shown = headers.findIndex((each) => fold(each) === wanted);
  const known = Object.entries(roster.columns).find(([, { header: own, aliases }]) =>
    [own, ...aliases].some((name) => fold(name) === wanted),
  );
  const place = shown >= 0 ? shown : known && layout.columns[known[0]];
  const isPrivate = PRIVATE.some((key) => layout.columns[key] === place);
  return place === undefined || isPrivate ? undefined : place;
}
