import { catalogueIssuer, catalogueNote, criteriaHints, tenHourRule, workedExample } from "./catalogue";
import { checklist } from "./checklist";
import { columnHelp } from "./column-help";
import { committeeDecisions, committeeHelp } from "./committee";
import { communications } from "./communications";
import { currencyPresets } from "./currency";
import { currencyKinds } from "./currency-kinds";
import { facilitatorPlan } from "./facilitator-plan";
import { firstSteps } from "./first-steps";
import { focusGroupWords } from "./focus-group-words";
import { currencyQuestion, modelQuestions } from "./model-questions";
import { attentionWords, nextStepWords } from "./planner-words";
import { questions } from "./questions";
import { benchmarkNote, blankIsNotZero, notAnExperiment, reportParts, suppressionNote } from "./report-words";
import { rolloutParts, rolloutSteps } from "./rollout";
import { surveyWords } from "./survey-words";
import { activities, questionsToSettle } from "./timeline";

/**
 * The words that only set-up, the report, surveys and the sidebar need. Apps Script parses the whole bundle at every call: so the build
 * writes these into a data file beside it (dist/words.html), which those read. Everybody else imports the type.
 */
export const storedWords = {
  activities,
  attentionWords,
  benchmarkNote,
  blankIsNotZero,
  catalogueIssuer,
  catalogueNote,
  checklist,
  columnHelp,
  committeeDecisions,
  communications,
  committeeHelp,
  criteriaHints,
  currencyKinds,
  currencyPresets,
  currencyQuestion,
  facilitatorPlan,
  firstSteps,
  focusGroup: focusGroupWords,
  modelQuestions,
  nextStepWords,
  notAnExperiment,
  questions,
  questionsToSettle,
  reportParts,
  rolloutParts,
  rolloutSteps,
  suppressionNote,
  surveys: surveyWords,
  tenHourRule,
  workedExample,
};

export type StoredWords = typeof storedWords;
