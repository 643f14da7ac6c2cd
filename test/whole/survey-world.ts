import { expect } from "vitest";
import type { FormItemData } from "../../src/local/form-data";
import { submitForm } from "../../src/local/workspace/forms";
import { openSetUp, type Planner, table } from "./helpers";

export type World = NonNullable<Parameters<typeof openSetUp>[0]>;

export const PEOPLE = ["Ann", "Bo", "Cy"];

export function openWithPeople(options: World = {}, names: readonly string[] = PEOPLE): Planner {
  const planner = openSetUp(options);
  const rows = names.map((name) => [name, `${name.toLowerCase()}@x.org`, "Learning lab"]);
  planner.call("importRoster", table("people.csv", [["Name", "E-mail", "Support group"], ...rows]));
  return planner;
}

/** With a form for the end survey, of few questions. */
export function openWithForm(options: World = {}, names: readonly string[] = PEOPLE): Planner {
  const planner = openWithPeople(options, names);
  askOnly(planner, ["Good pace?", "Why?"]);
  expect(planner.call("createSurvey", END)).toMatchObject({ ok: true, problems: [] });
  return planner;
}

/** Switches off what the end survey asks, and asks these instead. */
export function askOnly(planner: Planner, questions: readonly string[]): void {
  planner.rows("Questions").forEach((row, at) => {
    if (row.Survey === "End survey") planner.type("Questions", "On", at + 2, "FALSE");
  });
  for (const question of questions)
    planner.typeRow("Questions", {
      On: "TRUE",
      Survey: "End survey",
      Group: "General",
      Question: question,
      Type: "Long text",
    });
}

export const END = { survey: "end" } as const;
export const MESSAGE = {
  survey: "end",
  subject: "{program}: how did it go?",
  text: "Hello {first name},\n{link}",
} as const;

export const send = (planner: Planner, more: object = {}) => planner.call("sendSurvey", { ...MESSAGE, ...more });

export const theForm = (planner: Planner) => {
  const forms = planner.services.outside().forms;
  expect(forms.length).toBe(1);
  const [form] = forms;
  if (!form) throw new Error("There is no form");
  return form;
};
export const titles = (planner: Planner): readonly string[] => theForm(planner).items.map(({ title }) => title);
export const itemTitled = (planner: Planner, title: string): FormItemData | undefined =>
  theForm(planner).items.find((item) => item.title === title);
export const rowOf = (planner: Planner, question: string): number =>
  planner.column("Questions", "Question").indexOf(question) + 2;
export const surveyRow = (planner: Planner) => planner.rows("Surveys").find(({ Survey }) => Survey === "End survey");
export const addresses = (planner: Planner): readonly string[] => planner.services.mail.map(({ to }) => to);
export const statuses = (planner: Planner) => planner.rows("Sending").map((row) => [row["Participant id"], row.Status]);
export const responseTab = (planner: Planner): string => {
  const found = planner.services.workbook().sheets.find(({ formUrl }) => formUrl !== null)?.name;
  if (found === undefined) throw new Error("There is no response tab");
  return found;
};

/** Answers as somebody who opened the link in a message. */
export function answer(planner: Planner, to: string, answers: Readonly<Record<string, string>>): void {
  const body = planner.services.mail.find((mail) => mail.to === to)?.body ?? "";
  const [, url = ""] = /(https:\S+)/.exec(body) ?? [];
  const entries: Record<string, string> = {};
  for (const [name, value] of new URL(url).searchParams) {
    if (name.startsWith("entry.")) entries[name.slice("entry.".length)] = value;
  }
  for (const item of theForm(planner).items)
    if ("entry" in item && answers[item.title] !== undefined) entries[item.entry] = answers[item.title] ?? "";
  expect(submitForm(planner.services, theForm(planner).id, { entries })).toMatchObject({ kind: "sent" });
}
