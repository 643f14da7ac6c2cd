import * as z from "zod/mini";
import { shortHash } from "../program/hash";
import { fold, text } from "./column";
import { readSettings, setting, sheetSetting } from "./settings";
import type { Snapshot } from "./snapshot";
import { type Survey, surveysIn } from "./surveys/survey-list";
import type { Tab } from "./tab";

/**
 * The tabs in which a survey's answers stand: one that was filled from exported files, of the same shape as Google
 * Forms' own, and the form's own response tab. Its first row holds the questions, every row below it one response.
 */
export const ANSWER_SOURCES = ["file", "form"] as const;

export type AnswerSource = (typeof ANSWER_SOURCES)[number];

export const answerTabKey = (survey: string, source: AnswerSource): string => `answers-${source}-${survey}`;

/** Every tab that answers may stand in, those of surveys whose row people deleted too. */
export function answerTabs(snapshot: Snapshot): readonly Tab[] {
  const labels = new Map(surveysIn(snapshot).map(({ id, label }) => [id, label]));
  for (const name of readSettings(snapshot).keys()) {
    const id = RECORDED.exec(name)?.[1];
    if (id !== undefined && !labels.has(id)) labels.set(id, id);
  }
  return [...labels].flatMap(([id, label]) => bothTabs({ id, label }));
}

/** The tabs that the answers of one survey may stand in. */
export const answerTabsOf = (snapshot: Snapshot, survey: string): readonly Tab[] =>
  surveysIn(snapshot)
    .filter(({ id }) => id === survey)
    .flatMap(bothTabs);

const bothTabs = (survey: Pick<Survey, "id" | "label">): readonly Tab[] =>
  ANSWER_SOURCES.map((source) => answerTab(survey, source));

const RECORDED = /^sheet\.answers-(?:file|form)-(.+)$/;

/** The tab for a survey's answers, with a column for each of these headers. A form's own tab is never marked or dressed. */
export function answerTab(
  { id, label }: Pick<Survey, "id" | "label">,
  source: AnswerSource,
  headers: readonly string[] = [],
): Tab {
  return {
    key: answerTabKey(id, source),
    title: `Answers: ${label}`,
    filledBy: "planner",
    columns: Object.fromEntries(
      questionKeys(headers).map((key, at) => [key, text(headers[at] ?? "", { owner: "planner", width: 160 })]),
    ),
  };
}

/** A name for every column, also where headers are blank or stand twice: the same header always gets the same one. */
export function questionKeys(headers: readonly string[]): readonly string[] {
  const times = new Map<string, number>();
  return headers.map((header) => {
    const name = fold(header) === "" ? "blank" : `q-${shortHash(header.trim())}`;
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    return time === 1 ? name : `${name}-${time}`;
  });
}

/** The setting under which the form's own tab is remembered. */
export const responseTabSetting = (survey: string): string => sheetSetting(answerTabKey(survey, "form"));

/** Set where the tab of imported answers was a form's own before: what people decided about its rows goes by their keys. */
export const handedOverSetting = (survey: string): string => `answers-handed-over.${survey}`;

export const wasHandedOver = (snapshot: Snapshot, survey: string): boolean =>
  setting(readSettings(snapshot), handedOverSetting(survey), z.boolean(), false);
