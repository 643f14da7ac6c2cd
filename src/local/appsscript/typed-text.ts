import { typedDate } from "./typed-date";
import { typedNumber } from "./typed-number";
import { typingRules } from "./typing-rules";

/** What a cell holds: a literal (dates are serial numbers) or a formula. */
export type CellContent = string | number | boolean | Formula;

/** With the leading `=`. Never changed in place. */
export interface Formula {
  readonly formula: string;
}

export interface TypedContent {
  /** Undefined means a blank cell. */
  readonly content: CellContent | undefined;
  readonly numberFormat?: string;
}

interface TypingPlace {
  readonly locale: string;
  /** The cell is formatted as plain text. */
  readonly isText: boolean;
  readonly thisYear: number;
}

/** A string becomes cell content as when a person types it: that is how Sheets takes every string that a script writes. */
export function typedText(text: string, place: TypingPlace): TypedContent {
  if (text === "") return { content: undefined };
  // Whether "@" stops "=" is unconfirmed; here it does not, so that code which relies on it is caught.
  if (text.startsWith("=") && text.length > 1) return { content: { formula: text } };
  if (place.isText) return { content: text };
  if (text.startsWith("'")) return { content: text.slice(1) || undefined };
  const trimmed = text.trim();
  if (/^(?:true|false)$/i.test(trimmed)) return { content: trimmed.toLowerCase() === "true" };
  if (trimmed.length > 60 || !/\d/.test(trimmed)) return formulaOfPlus(text) ?? { content: text };
  const rules = typingRules(place.locale);
  const typed = typedNumber(trimmed, rules) ?? typedDate(trimmed, rules, place.thisYear);
  if (!typed) return formulaOfPlus(text) ?? { content: text };
  const { value, numberFormat } = typed;
  return numberFormat === undefined ? { content: value } : { content: value, numberFormat };
}

/** A leading plus opens a formula in Sheets: that is why typed telephone numbers turn into #ERROR!. */
function formulaOfPlus(text: string): TypedContent | null {
  return text.startsWith("+") && text.length > 1 ? { content: { formula: `=${text}` } } : null;
}
