import { type Problem, problem } from "../../content/problems";
import { longDate } from "../../program/long-date";
import { placeholdersIn } from "../../program/placeholders";
import { readSettings } from "../settings";
import { type Snapshot, typedRows } from "../snapshot";
import { greeting, type Letter, type MessageText, messageProblems } from "../surveys/message";
import { focusGroup } from "../tabs/focus-group";
import { rememberedFocusGroup } from "./details";
import { LAST_NUMBER } from "./questions";

/** The invitation to the focus group. */
export function talkLetter(snapshot: Snapshot, program: string, message: MessageText): Letter {
  const talk = talkValues(snapshot);
  const values = ({ name }: { readonly name: string }): Readonly<Record<string, string>> => ({
    ...greeting(name),
    program,
    ...talk,
  });
  const used = placeholdersIn(`${message.subject}\n${message.text}`);
  const unsettled = Object.entries(talk).flatMap(([name, value]): readonly Problem[] =>
    value === "" && used.includes(name) ? [problem("not-settled", { value: `{${name}}` })] : [],
  );
  return {
    values,
    wrong: [...messageProblems(message, Object.keys(values({ name: "" }))), ...unsettled],
    record: null,
  };
}

/** By placeholder; blank where it is not settled yet. */
function talkValues(snapshot: Snapshot): Readonly<Record<string, string>> {
  const last = rememberedFocusGroup(readSettings(snapshot));
  const { date = "", time = "", place = "" } = last?.details ?? {};
  const questions = typedRows(snapshot, focusGroup)
    .rows.map(({ values }) => values)
    .filter(({ key, question }) => question && last?.questions.includes(key ?? ""))
    .sort((a, b) => (a.order ?? LAST_NUMBER) - (b.order ?? LAST_NUMBER));
  return {
    date: date && longDate(date),
    time,
    place,
    questions: questions.map(({ question }) => `- ${question}`).join("\n"),
  };
}
