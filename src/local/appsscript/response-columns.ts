import { type FormAnswer, type FormFileData, type FormQuestion, type FormResponseData, isQuestion } from "../form-data";
import type { TypedContent } from "./typed-text";
import { typingRules } from "./typing-rules";
import { serialOfDate, serialOfInstant } from "./zone";

/** A column of a response tab: what it is known by while its header changes, and its header. */
export interface ResponseColumn {
  readonly key: string;
  readonly header: string;
}

/** What goes into a cell of a response row, and how the submit event tells it. */
interface ResponseCell {
  readonly typed: TypedContent;
  readonly text: string;
}

/** The columns that a form's answers go into, in the form's order; a grid takes one for each of its rows. */
export function responseColumns(form: FormFileData): ResponseColumn[] {
  const columns = [{ key: "timestamp", header: "Timestamp" }];
  if (form.collectsEmail) columns.push({ key: "email", header: "Email Address" });
  for (const item of form.items) {
    if (!isQuestion(item)) continue;
    if (item.kind !== "grid" && item.kind !== "checkbox-grid") columns.push({ key: `${item.id}`, header: item.title });
    else for (const row of item.rows) columns.push({ key: gridKey(item.id, row), header: `${item.title} [${row}]` });
  }
  return columns;
}

/** The cells of a response by the keys of their columns; unanswered questions have none. */
export function responseCells(
  form: FormFileData,
  response: FormResponseData,
  place: { timeZone: string; locale: string },
): Map<string, ResponseCell> {
  const cells = new Map<string, ResponseCell>();
  cells.set("timestamp", momentCell(Date.parse(response.submittedAt), place));
  if (response.email !== "") cells.set("email", textCell(response.email));
  for (const { itemId, answer } of response.answers) {
    const item = form.items.find((candidate) => candidate.id === itemId);
    if (!item || !isQuestion(item)) continue;
    if (item.kind !== "grid" && item.kind !== "checkbox-grid") {
      const text = joined(answer);
      if (text !== "") cells.set(`${itemId}`, answerCell(item, text, place.locale));
    } else if (typeof answer !== "string") {
      item.rows.forEach((row, index) => {
        const text = joined(answer[index] ?? "");
        if (text !== "") cells.set(gridKey(itemId, row), textCell(text));
      });
    }
  }
  return cells;
}

function gridKey(itemId: number, row: string): string {
  return `${itemId}/${row}`;
}

function joined(answer: FormAnswer): string {
  return typeof answer === "string" ? answer : answer.flat().join(", ");
}

function answerCell(item: FormQuestion, text: string, locale: string): ResponseCell {
  const rules = typingRules(locale);
  if (item.kind === "date") {
    const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
    const serial = serialOfDate(year, month, day);
    if (serial !== null) return { typed: { content: serial, numberFormat: rules.dateFormat }, text };
  }
  if (item.kind === "time") {
    const [hour = 0, minute = 0] = text.split(":").map(Number);
    return { typed: { content: (hour * 60 + minute) / 1440, numberFormat: rules.timeFormat }, text };
  }
  return textCell(text);
}

/** Never a formula or a date; but bare digits become a number, as reported of Google, and lose leading zeros. */
function textCell(text: string): ResponseCell {
  return { typed: { content: /^\d{1,15}(?:\.\d{1,9})?$/.test(text) ? Number(text) : text }, text };
}

function momentCell(instant: number, { timeZone, locale }: { timeZone: string; locale: string }): ResponseCell {
  const { dateFormat, timeFormat } = typingRules(locale);
  const serial = Math.round(serialOfInstant(instant, timeZone) * 86_400) / 86_400;
  const text = new Intl.DateTimeFormat(locale.replace("_", "-"), {
    timeZone,
    dateStyle: "short",
    timeStyle: "medium",
  }).format(instant);
  return { typed: { content: serial, numberFormat: `${dateFormat} ${timeFormat}` }, text };
}
