import * as z from "zod/mini";
import { type Problem, problem } from "../content/problems";
import { readStoredWords } from "../google/words";
import { isIsoDate } from "../program/dates";
import { describeChange } from "../workbook/describe";
import { detailsSchema, type FocusDetails, rememberedFocusGroup, UNSETTLED } from "../workbook/focus-group/details";
import { type Agenda, type FocusQuestion, planAgenda, questionsToAsk } from "../workbook/focus-group/questions";
import { facilitatorSheet, minutesEach } from "../workbook/focus-group/sheet";
import type { ReportBlock } from "../workbook/outcome/report-blocks";
import { plan } from "../workbook/plan";
import { programName } from "../workbook/program-name";
import { readSettings, remember, setting } from "../workbook/settings";
import { type Snapshot, typedRows } from "../workbook/snapshot";
import { type MessageText, messageSchema, messageSetting } from "../workbook/surveys/message";
import { FOCUS_GROUP } from "../workbook/surveys/survey-list";
import { focusGroup } from "../workbook/tabs/focus-group";
import { groups } from "../workbook/tabs/groups";
import { model } from "../workbook/tabs/model";
import { questions } from "../workbook/tabs/questions";
import { roster } from "../workbook/tabs/roster";
import { surveys } from "../workbook/tabs/surveys";
import { documentOnce, type MadeDocument } from "./document-once";
import { readInput } from "./input";
import { type CommandResult, failed, runCommand } from "./run";

/** What a focus group is prepared from, and what comes of it. */
export interface FocusGroupPrepared {
  readonly offered: readonly FocusQuestion[];
  readonly details: FocusDetails;
  /** Who facilitates elsewhere in the program. */
  readonly facilitators: readonly string[];
  /** As it was sent last, else as we propose it. */
  readonly invitation: MessageText;
  /** As they will be asked. */
  readonly asked: readonly string[];
  readonly sheet: readonly ReportBlock[];
  /** The sheet as a document, where it was made with all this in it. */
  readonly document: MadeDocument | null;
}

const inputSchema = z.object({
  /** Keys of the question bank and of the tab Focus group; left out: those that are proposed. */
  questions: z.optional(z.array(z.string())),
  /** More questions, in the team's words. */
  own: z.optional(z.array(z.string())),
  details: z.optional(detailsSchema),
  /** Make the facilitator's sheet as a document, too. */
  sheet: z.optional(z.boolean()),
  /** Make another one although nothing has changed since the last. */
  again: z.optional(z.boolean()),
  preview: z.optional(z.boolean()),
});

const TALK = { id: FOCUS_GROUP, isAnonymous: false };

/** So many minutes a question needs where several people are to answer it. */
const FEWEST_MINUTES = 5;

/**
 * Puts the chosen questions into the tab Focus group, where notes are taken beside them, remembers when and where people
 * meet, and makes the facilitator's sheet. Run again, it adds what is new and leaves all that people wrote.
 */
export function prepareFocusGroup(input: unknown): CommandResult<FocusGroupPrepared> {
  const read = readInput(inputSchema, input);
  if ("problems" in read) return failed(read.problems);
  const { own = [], sheet: wantsSheet = false, again = false, preview = false, ...given } = read.value;
  return runCommand<FocusGroupPrepared>({
    tabs: [focusGroup, questions, surveys, model, roster, groups],
    needed: [focusGroup, questions],
    preview,
    plan: ({ snapshot }) => {
      const settings = readSettings(snapshot);
      const last = rememberedFocusGroup(settings);
      const details = given.details ?? last?.details ?? UNSETTLED;
      const offered = questionsToAsk(snapshot, last?.questions ?? null);
      const keys = given.questions ?? offered.filter(({ isChosen }) => isChosen).map(({ key }) => key);
      const agenda = planAgenda(snapshot, offered, { keys, own });
      const wrong = inputProblems(agenda, details);
      if (!preview && wrong.length > 0) return { problems: wrong };
      const program = programName(snapshot);
      const words = readStoredWords().focusGroup;
      const sheet = facilitatorSheet(program, agenda.questions, details, words);
      const name = `${program}: focus group${details.date && ` ${details.date}`}`;
      const once = documentOnce(snapshot, { kind: FOCUS_GROUP, name, blocks: sheet, again });
      const data: FocusGroupPrepared = {
        offered,
        details,
        facilitators: facilitatorsIn(snapshot),
        invitation: setting(settings, messageSetting(TALK, "invitation"), messageSchema, words.invitation),
        asked: agenda.questions.map(({ text }) => text),
        sheet,
        document: once.last,
      };
      const toRemember = { questions: agenda.questions.map(({ key }) => key), details };
      const changes = [...agenda.changes, ...remember(snapshot, { [FOCUS_GROUP]: toRemember })];
      const problems = [...wrong, ...adviceOn(agenda, details)];
      if (!wantsSheet || once.last) return { plan: plan(changes, problems), data };
      const { make } = once;
      return {
        plan: plan([...changes, ...once.changes], [...problems, ...once.problems]),
        data,
        outside: () => {
          const { made, problems: left } = make();
          const rows = plan(agenda.changes).changes.map((change) => describeChange(change, focusGroup));
          return { changes: [...rows, `New document ${name}`], problems: left, data: { ...data, document: made } };
        },
      };
    },
  });
}

function inputProblems({ questions: asked, unknown }: Agenda, { date, minutes }: FocusDetails): readonly Problem[] {
  const bad = (column: string, expected: string): Problem => problem("bad-input", { column, expected });
  return [
    ...(asked.length === 0 ? [problem("no-question-chosen")] : []),
    ...(unknown.length > 0 ? [bad("questions", "questions that are in the tabs Questions or Focus group now")] : []),
    ...(date !== "" && !isIsoDate(date) ? [bad("date", "a day like 2026-10-06")] : []),
    ...(minutes !== null && !(minutes > 0) ? [bad("minutes", "a number above 0")] : []),
  ];
}

function adviceOn({ questions: asked, dropped }: Agenda, { minutes }: FocusDetails): readonly Problem[] {
  const each = minutesEach(minutes, asked.length);
  return [
    ...(each !== null && each < FEWEST_MINUTES
      ? [problem("little-time", { value: `${each} minutes`, expected: `${FEWEST_MINUTES} minutes` })]
      : []),
    ...(dropped.length > 0
      ? [problem("question-not-asked", { tab: focusGroup.title, value: dropped.join("; ") })]
      : []),
  ];
}

/** Those of the support groups and of the Roster, each once. */
const facilitatorsIn = (snapshot: Snapshot): readonly string[] => [
  ...new Set(
    [...typedRows(snapshot, groups).rows, ...typedRows(snapshot, roster).rows].flatMap(
      ({ values }) => values.facilitator || [],
    ),
  ),
];
