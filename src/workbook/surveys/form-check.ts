import { type Problem, problem } from "../../content/problems";
import { questions } from "../tabs/questions";
import type { FormDesign, FormItem } from "./form-design";
import { type FormRecord, type FormTrouble, titleOf } from "./form-record";
import type { PresentItem } from "./form-steps";

/** A form as it stands in Google Forms, where people can change it too. */
export interface PresentForm {
  readonly items: readonly PresentItem[];
  readonly takesAnswers: boolean;
  readonly asksForAddresses: boolean;
  /** The id of the spreadsheet into which answers flow. */
  readonly destination: string | null;
}

/** What is done to a form only where a person asks for it, because another person did the contrary. */
export const FORM_CHOICES = ["reword", "relink", "open"] as const;

export type FormChoice = (typeof FORM_CHOICES)[number];

/** What people did to a form of ours in Google Forms. */
interface FormCheck {
  readonly problems: readonly Problem[];
  /** What a person may choose now. */
  readonly choices: readonly FormChoice[];
  /** The words that questions of ours were given in the form, by their key. */
  readonly reworded: ReadonlyMap<string, string>;
  /** Questions that an update puts back. */
  readonly deleted: readonly string[];
  /** An update puts something right, also where the tab Questions did not change. */
  readonly isToMend: boolean;
  readonly trouble: FormTrouble;
}

/**
 * Compares a form with what is remembered of it. What people changed there is told and never taken back in silence:
 * questions that they reworded, a form that they closed or linked elsewhere stay so until somebody chooses otherwise;
 * what they added stays; questions that they deleted are put back, as the tab Questions still asks them.
 *
 * @param place the survey's name, and the id of this spreadsheet
 * @param cutOff an earlier run did not come to its end: items that are not remembered may be ours
 */
export function checkForm(
  design: FormDesign,
  record: FormRecord,
  present: PresentForm,
  { survey, spreadsheet }: { readonly survey: string; readonly spreadsheet: string },
  cutOff: boolean,
): FormCheck {
  const there = new Map(present.items.map((item) => [item.id, item]));
  const known = new Map(record.items.map((item) => [item.key, item]));
  const reworded = new Map<string, string>();
  const rewordings: Problem[] = [];
  const deleted: FormItem[] = [];
  for (const item of design.items) {
    const remembered = known.get(item.key);
    if (remembered?.kind !== item.kind) continue;
    const title = there.get(remembered.id)?.title;
    if (title === undefined) deleted.push(item);
    else if (title !== "" && title !== item.title && titleOf({ title }) !== remembered.title) {
      reworded.set(item.key, title);
      rewordings.push(problem("form-reworded", { tab: questions.title, value: title, other: item.title }));
    }
  }
  const ids = new Set(record.items.map(({ id }) => id));
  const ours = new Set([...design.items.map(({ title }) => title), ...reworded.values()]);
  const others = cutOff ? [] : present.items.filter(({ id }) => !ids.has(id));
  const copies = others.filter(({ title }) => ours.has(title));
  const added = others.filter(({ title }) => title !== "" && !ours.has(title));
  const isClosed = record.published && !present.takesAnswers;
  const isElsewhere = present.destination !== null && present.destination !== spreadsheet;
  const asksForAddresses = design.isAnonymous && present.asksForAddresses;
  return {
    problems: [
      ...rewordings,
      ...named("form-question-deleted", deleted),
      ...named("form-question-copied", copies),
      ...named("form-question-own", added),
      ...(isClosed ? [problem("form-closed", { value: survey })] : []),
      ...(isElsewhere ? [problem("form-linked-elsewhere", { value: survey })] : []),
      ...(asksForAddresses ? [problem("form-collects-addresses")] : []),
    ],
    choices: FORM_CHOICES.filter(
      (choice) => ({ reword: reworded.size > 0, relink: isElsewhere, open: isClosed })[choice],
    ),
    reworded,
    deleted: deleted.map(({ title }) => title),
    isToMend: deleted.length > 0 || asksForAddresses,
    trouble: isClosed ? "closed" : isElsewhere ? "elsewhere" : "",
  };
}

const named = (
  code: "form-question-deleted" | "form-question-copied" | "form-question-own",
  items: readonly { readonly title: string }[],
): readonly Problem[] =>
  items.length > 0 ? [problem(code, { value: [...new Set(items.map(({ title }) => title))].join(", ") })] : [];

/**
 * The items of a form as they are to be written: as designed, but for the words of those that people reworded there.
 * @example itemsToWrite(design, new Map([["end-why", "Why so?"]]))
 */
export const itemsToWrite = ({ items }: FormDesign, reworded: ReadonlyMap<string, string>): readonly FormItem[] =>
  items.map((item) => ({ ...item, title: reworded.get(item.key) ?? item.title }));
