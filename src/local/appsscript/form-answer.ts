import type { FormAnswer, FormQuestion } from "../form-data";

/**
 * An answer, if the question can be answered so; null otherwise. An empty text, no ticks, or a grid without any leave the
 * question unanswered.
 */
export function legalAnswer(item: FormQuestion, answer: FormAnswer): FormAnswer | null {
  switch (item.kind) {
    case "text":
    case "paragraph":
      return typeof answer === "string" ? answer : null;
    case "date":
      return typeof answer === "string" && (answer === "" || isDay(answer)) ? answer : null;
    case "time":
      return typeof answer === "string" && /^(?:(?:[01]\d|2[0-3]):[0-5]\d)?$/.test(answer) ? answer : null;
    case "scale":
      return typeof answer === "string" && (answer === "" || isOnScale(answer, item)) ? answer : null;
    case "choice":
    case "list":
      return typeof answer === "string" && (answer === "" || isChoice(answer, item)) ? answer : null;
    case "checkboxes":
      return isTexts(answer) && answer.every((tick) => tick !== "" && isChoice(tick, item)) && !repeats(answer)
        ? answer
        : null;
    case "grid":
      return isTexts(answer) &&
        answer.length <= item.rows.length &&
        answer.every((pick) => pick === "" || item.columns.includes(pick))
        ? answer
        : null;
    case "checkbox-grid":
      return isRows(answer) &&
        answer.length <= item.rows.length &&
        answer.every((ticks) => ticks.every((tick) => item.columns.includes(tick)) && !repeats(ticks))
        ? answer
        : null;
  }
}

export function isBlank(answer: FormAnswer): boolean {
  return typeof answer === "string" ? answer.trim() === "" : answer.every((part) => part.length === 0);
}

/** A required grid wants an answer in each of its rows. */
export function isComplete(item: FormQuestion, answer: FormAnswer): boolean {
  if (isBlank(answer)) return false;
  if (item.kind !== "grid" && item.kind !== "checkbox-grid") return true;
  return item.rows.every((_, row) => (answer[row]?.length ?? 0) > 0);
}

function isDay(text: string): boolean {
  const [, year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function isOnScale(text: string, { from, to }: { from: number; to: number }): boolean {
  return /^\d{1,2}$/.test(text) && Number(text) >= from && Number(text) <= to;
}

function isChoice(text: string, { choices, other }: { choices: readonly string[]; other: boolean }): boolean {
  return other || choices.includes(text);
}

function isTexts(answer: FormAnswer): answer is readonly string[] {
  return typeof answer !== "string" && answer.every((part: unknown) => typeof part === "string");
}

function isRows(answer: FormAnswer): answer is readonly (readonly string[])[] {
  return typeof answer !== "string" && answer.every((part: unknown) => Array.isArray(part));
}

function repeats(texts: readonly string[]): boolean {
  return new Set(texts).size < texts.length;
}
