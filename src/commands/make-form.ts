import { type Problem, problem } from "../content/problems";
import { isOverLimit, problemOf } from "../google/failures";
import {
  applyFormSteps,
  createForm,
  type Form,
  findResponseTab,
  linkForm,
  lookAtForm,
  prefilledLink,
  publish,
  stopAskingForAddresses,
  writeHead,
} from "../google/forms";
import { type OpenWorkbook, readTab } from "../google/workbook";
import { answerTab, responseTabSetting } from "../workbook/answer-tabs";
import { remember } from "../workbook/settings";
import { type FormChoice, itemsToWrite } from "../workbook/surveys/form-check";
import type { FormDesign } from "../workbook/surveys/form-design";
import { formSetting } from "../workbook/surveys/form-mode";
import {
  contentOf,
  type FormRecord,
  type FormTrouble,
  formIntent,
  headOf,
  PLACEHOLDER_CODE,
  titleOf,
} from "../workbook/surveys/form-record";
import { planFormSteps, planMoves } from "../workbook/surveys/form-steps";
import { titlesToRemember } from "../workbook/surveys/question-columns";
import { surveysIn } from "../workbook/surveys/survey-list";
import { planSurveyRow } from "../workbook/surveys/survey-state";
import { sending } from "../workbook/tabs/sending";
import { surveys } from "../workbook/tabs/surveys";
import type { FoundForm } from "./found-form";
import { writeDown } from "./run";

interface Making {
  readonly book: OpenWorkbook;
  readonly survey: string;
  readonly design: FormDesign;
  /** Null where one is to be made. */
  readonly found: FoundForm | null;
  /** The words that questions keep because people reworded them in the form, by key. */
  readonly reworded: ReadonlyMap<string, string>;
  readonly chosen: readonly FormChoice[];
  readonly cutOff: boolean;
}

/** A form that was made, as it is remembered, and whether its tab for answers is there. */
interface Made {
  readonly record: FormRecord;
  readonly hasTab: boolean;
}

/** Makes a survey's form or brings it to its design, publishes and links it, and writes down what there is to remember. */
export function makeForm(making: Making): Made | { readonly problems: readonly Problem[] } {
  const { book, survey, design } = making;
  const found = making.found ?? newForm(survey, design);
  if ("problems" in found) return found;
  const filled = fillForm(found, making);
  const isHere = linkForm(found.form, book.spreadsheet, making.chosen.includes("relink"));
  const trouble: FormTrouble = filled.published && !filled.takesAnswers ? "closed" : isHere ? "" : "elsewhere";
  const record: FormRecord = { ...filled.record, trouble };
  writeDown([], ({ snapshot }) =>
    remember(snapshot, {
      [formSetting(survey)]: record,
      [formIntent(survey)]: "",
      ...titlesToRemember(snapshot, survey, [...design.items, ...filled.items]),
    }),
  );
  const tab = isHere ? findResponseTab(book.spreadsheet, record.id) : null;
  const answers = tab && answersTabOf(book, survey, tab);
  writeDown([surveys, sending], ({ snapshot }) => {
    const seen = { tabs: new Map([...book.snapshot.tabs, ...(answers ?? []), ...snapshot.tabs]) };
    return [
      ...planSurveyRow(seen, survey, record, tab !== null),
      ...(tab === null ? [] : remember(snapshot, { [responseTabSetting(survey)]: tab.getSheetId() })),
    ];
  });
  return { record, hasTab: tab !== null };
}

/** A tab for answers as it is now: one that is new may have all answers so far. */
function answersTabOf({ snapshot, zone }: OpenWorkbook, id: string, sheet: GoogleAppsScript.Spreadsheet.Sheet) {
  const survey = surveysIn(snapshot).find((each) => each.id === id);
  const tab = survey && answerTab(survey, "form");
  return tab ? [[tab.key, readTab(tab, sheet, zone)] as const] : [];
}

const NEW = { url: "", edit: "", prefilled: "", published: false, trouble: "", head: "", items: [] };

function newForm(survey: string, { title, isAnonymous }: FormDesign) {
  let form: Form;
  try {
    form = createForm(title);
  } catch (error) {
    const stopped = isOverLimit(error) ? problem("form-limit") : problemOf(error);
    // Whatever else stopped it, there may be a form now.
    if (stopped.code === "internal") throw error;
    writeDown([], ({ snapshot }) => remember(snapshot, { [formIntent(survey)]: "" }));
    return { problems: [stopped] };
  }
  const record: FormRecord = { ...NEW, id: form.getId(), anonymous: isAnonymous };
  writeDown([], ({ snapshot }) => remember(snapshot, { [formSetting(survey)]: record }));
  return { form, record, present: lookAtForm(form) };
}

/** Brings a form to its design, and says what there is to remember of it. */
function fillForm({ form, record: known, present }: FoundForm, { design, reworded, chosen, cutOff }: Making) {
  const wanted = itemsToWrite(design, reworded);
  const steps = planFormSteps(wanted, known, present.items, cutOff);
  const items = applyFormSteps(form, steps);
  const removed = new Set(steps.flatMap((step) => (step.do === "remove" ? step.id : [])));
  const before = present.items.map(({ id }) => id).filter((id) => !removed.has(id));
  const ids = items.map(({ id }) => id);
  // New items stand at the end.
  const now = [...before, ...ids.filter((id) => !before.includes(id))];
  for (const { from, to } of planMoves(now, ids)) form.moveItem(from, to);
  const head = headOf(design);
  if (cutOff || known.head !== head) writeHead(form, design);
  else if (design.isAnonymous && present.asksForAddresses) stopAskingForAddresses(form);
  const opens = !known.published || chosen.includes("open");
  const published = opens ? publish(form) : true;
  const url = form.getPublishedUrl();
  const [code] = design.isAnonymous ? [] : ids;
  const record: Omit<FormRecord, "trouble"> = {
    id: known.id,
    url,
    edit: form.getEditUrl(),
    prefilled: code === undefined ? url : prefilledLink(form, code, PLACEHOLDER_CODE),
    published,
    anonymous: design.isAnonymous,
    head,
    items: design.items.map((item, at) => ({
      key: item.key,
      id: ids[at] ?? 0,
      kind: item.kind,
      title: titleOf(item),
      content: contentOf(item),
    })),
  };
  return { record, items: wanted, published, takesAnswers: opens ? published : present.takesAnswers };
}
