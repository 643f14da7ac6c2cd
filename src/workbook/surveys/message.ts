import * as z from "zod/mini";
import { type Problem, problem } from "../../content/problems";
import { fillIn, firstNameOf, placeholdersIn } from "../../program/placeholders";
import { type FormRecord, personalLink } from "./form-record";
import type { Survey } from "./survey-list";

/** A message as a coordinator writes it. */
export const messageSchema = z.object({ subject: z.string(), text: z.string() });

export type MessageText = Readonly<z.infer<typeof messageSchema>>;

export type MessageKind = "invitation" | "reminder";

/** What may stand between braces in a message that brings a survey's link. */
const SURVEY_PLACEHOLDERS: readonly string[] = ["first name", "name", "link", "program", "survey"];

/**
 * What is wrong with a message, before anything is sent.
 *
 * @param known the placeholders that it may have; where `link` is one of them, its text needs it
 */
export function messageProblems(
  { subject, text }: MessageText,
  known: readonly string[] = SURVEY_PLACEHOLDERS,
): readonly Problem[] {
  const used = (words: string): readonly string[] => placeholdersIn(words);
  const unknown = [...new Set([...used(subject), ...used(text)])].filter((name) => !known.includes(name));
  const expected = known.map((name) => `{${name}}`).join(", ");
  return [
    ...(subject.trim() === "" ? [problem("subject-blank")] : []),
    ...(known.includes("link") && !used(text).includes("link") ? [problem("link-missing")] : []),
    ...(used(subject).includes("link") ? [problem("link-in-subject")] : []),
    ...unknown.map((name) => problem("placeholder-unknown", { value: `{${name}}`, expected })),
  ];
}

/** What a survey's message says to one person. */
export function surveyValues(
  { name, code }: { readonly name: string; readonly code: string },
  { label }: Pick<Survey, "label">,
  record: Pick<FormRecord, "prefilled">,
  program: string,
): Readonly<Record<string, string>> {
  return { ...greeting(name), link: personalLink(record, code), program, survey: label };
}

/** How somebody is addressed in any message. */
export const greeting = (name: string) => ({ "first name": firstNameOf(name), name: name.trim() || "there" });

/** A message to one person, ready to go. A subject is one line, whatever stands in it. */
export const messageFor = ({ subject, text }: MessageText, values: Readonly<Record<string, string>>): MessageText => ({
  subject: fillIn(subject, values).replace(/\s+/g, " ").trim(),
  text: fillIn(text, values),
});

/** What a message says to each person, and what is wrong with it before anything is sent. */
export interface Letter {
  readonly values: (person: { readonly name: string; readonly code: string }) => Readonly<Record<string, string>>;
  readonly wrong: readonly Problem[];
  /** Of the form that it leads to; null where it leads to none. */
  readonly record: FormRecord | null;
}

/** The setting under which a survey's message stands as it was sent last; what is personal has no place in an anonymous one. */
export const messageSetting = ({ id, isAnonymous }: Pick<Survey, "id" | "isAnonymous">, kind: MessageKind): string =>
  ["message", id, ...(kind === "reminder" ? [kind] : []), ...(isAnonymous ? ["anonymous"] : [])].join(".");
