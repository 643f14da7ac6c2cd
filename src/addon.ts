/**
 * Every function that Google calls by name: the menu and the calls of the dialogs. No logic here; each name is
 * declared at the top level of the bundle by the build (scripts/build.mjs), and nothing else is.
 */
import { collectOnAnswer, collectAnswers as runCollectAnswers } from "./commands/collect-answers";
import { createReport as runCreateReport } from "./commands/create-report";
import { createSurvey as runCreateSurvey } from "./commands/create-survey";
import { type DialogFacts, dialogFacts } from "./commands/dialog-facts";
import { importResponses as runImportResponses } from "./commands/import-responses";
import { importRoster as runImportRoster } from "./commands/import-roster";
import { importSubmissions as runImportSubmissions } from "./commands/import-submissions";
import { matchAnswers as runMatchAnswers } from "./commands/match-answers";
import { openTab as runOpenTab } from "./commands/open-tab";
import { type PlannerFacts, plannerFacts } from "./commands/planner-facts";
import { prepareFocusGroup as runPrepareFocusGroup } from "./commands/prepare-focus-group";
import { refreshResults as runRefreshResults } from "./commands/refresh-results";
import { sendSurvey as runSendSurvey } from "./commands/send-survey";
import { setUpWorkbook as runSetUp } from "./commands/set-up";
import { settleCopy as runSettleCopy } from "./commands/settle-copy";
import { menu } from "./content/menu";
import { addMenu, openDialog, openSidebar } from "./google/interface";

export function onOpen(): void {
  addMenu(menu);
}

/** Without this the menu is missing until the page is reloaded. */
export const onInstall = (): void => onOpen();

export const showPlanner = (): void => openSidebar("ui/planner", "Micro-credential Planner");
export const showSetUp = (): void => openDialog("ui/set-up", "Set up workbook", 640);
export const showImportRoster = (): void => openDialog("ui/import-roster", "Import roster", 560);
export const showImportSubmissions = (): void => openDialog("ui/import-submissions", "Import submissions", 560);
export const showImportResponses = (): void => openDialog("ui/import-responses", "Import survey answers", 560);
export const showMatchAnswers = (): void => openDialog("ui/match-answers", "Match survey answers", 640);
export const showCreateSurvey = (): void => openDialog("ui/create-survey", "Create survey", 600);
export const showSendSurvey = (): void => openDialog("ui/send-survey", "Send survey", 640);
export const showCollectAnswers = (): void => openDialog("ui/collect-answers", "Collect answers", 480);
export const showPrepareFocusGroup = (): void => openDialog("ui/prepare-focus-group", "Prepare focus group", 640);
export const showRefreshResults = (): void => openDialog("ui/refresh-results", "Refresh results", 520);
export const showCreateReport = (): void => openDialog("ui/create-report", "Create report", 400);

export const setUpWorkbook = (input: unknown) => runSetUp(input);
export const settleCopy = (input: unknown) => runSettleCopy(input);
export const importRoster = (input: unknown) => runImportRoster(input);
export const importSubmissions = (input: unknown) => runImportSubmissions(input);
export const importResponses = (input: unknown) => runImportResponses(input);
export const matchAnswers = (input: unknown) => runMatchAnswers(input);
export const createSurvey = (input: unknown) => runCreateSurvey(input);
export const sendSurvey = (input: unknown) => runSendSurvey(input);
export const collectAnswers = (input: unknown) => runCollectAnswers(input);
/** An installable trigger: a form of this spreadsheet was answered. */
export const onFormAnswer = (): void => collectOnAnswer();
export const prepareFocusGroup = (input: unknown) => runPrepareFocusGroup(input);
export const refreshResults = (input: unknown) => runRefreshResults(input);
export const createReport = (input: unknown) => runCreateReport(input);
export const readDialogFacts = (): DialogFacts => dialogFacts();
export const readPlannerFacts = (): PlannerFacts => plannerFacts();
export const openTab = (input: unknown) => runOpenTab(input);
