import type { Tab } from "../tab";
import { catalogue } from "./catalogue";
import { charts } from "./charts";
import { checklist } from "./checklist";
import { committee } from "./committee";
import { communications } from "./communications";
import { currency } from "./currency";
import { focusGroup } from "./focus-group";
import { groups } from "./groups";
import { model } from "./model";
import { questions } from "./questions";
import { responses } from "./responses";
import { results } from "./results";
import { review } from "./review";
import { rollout } from "./rollout";
import { roster } from "./roster";
import { sending } from "./sending";
import { settings } from "./settings";
import { start } from "./start";
import { submissions } from "./submissions";
import { supportLog } from "./support-log";
import { surveyGroups } from "./survey-groups";
import { surveyResults } from "./survey-results";
import { surveys } from "./surveys";
import { timeline } from "./timeline";
import { writtenAnswers } from "./written-answers";

/**
 * Every tab of the workbook, in the order in which they are made and shown. A new tab is one file and one line here.
 * Settings (hidden) comes first: whatever a cut-off set-up leaves behind, it is there to find the rest by.
 */
export const tabs: readonly Tab[] = [
  settings,
  start,
  checklist,
  model,
  groups,
  catalogue,
  roster,
  submissions,
  supportLog,
  timeline,
  surveys,
  questions,
  focusGroup,
  responses,
  results,
  surveyResults,
  surveyGroups,
  writtenAnswers,
  charts,
  review,
  sending,
  communications,
  currency,
  committee,
  rollout,
];
