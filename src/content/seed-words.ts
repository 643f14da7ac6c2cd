import { catalogueIssuer, criteriaHints, workedExample } from "./catalogue";
import { checklist } from "./checklist";
import { committeeDecisions } from "./committee";
import { currencyPresets } from "./currency";
import { currencyKinds } from "./currency-kinds";
import { facilitatorPlan } from "./facilitator-plan";
import { lastMessages, newsletters, otherMessages, resubmissionTips } from "./newsletters";
import { questions } from "./questions";
import { resources } from "./resources";
import { rolloutParts, rolloutSteps } from "./rollout";
import { activities, questionsToSettle } from "./timeline";

/**
 * The words that set-up puts into a new workbook. They are needed once, and Apps Script parses the whole bundle at
 * every call: so the build writes them into a data file beside it (dist/words.html), which set-up alone reads.
 * Everybody else imports the type.
 */
export const seedWords = {
  activities,
  catalogueIssuer,
  checklist,
  committeeDecisions,
  criteriaHints,
  currencyKinds,
  currencyPresets,
  facilitatorPlan,
  lastMessages,
  newsletters,
  otherMessages,
  questions,
  questionsToSettle,
  resources,
  resubmissionTips,
  rolloutParts,
  rolloutSteps,
  workedExample,
};

export type SeedWords = typeof seedWords;
