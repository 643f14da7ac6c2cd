import type { PresentForm } from "../workbook/surveys/form-check";
import type { FormDesign, FormItem } from "../workbook/surveys/form-design";
import type { FormStep, PresentItem } from "../workbook/surveys/form-steps";
import { messageOf } from "./failures";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** A Google Form. */
export type Form = GoogleAppsScript.Forms.Form;

/** A new form that people with its link can answer; Google may still refuse to publish it. */
export const createForm = (title: string): Form => FormApp.create(title, true);

/** A form by its id; null where it was deleted, or the person may not edit it. */
export function openForm(id: string): Form | null {
  try {
    return FormApp.openById(id);
  } catch (error) {
    // Everything else, such as a permission that was never given, is for whoever runs the command.
    if (/\bID\b|not found|does not exist|deleted|permission to access/i.test(messageOf(error))) return null;
    throw error;
  }
}

/** A form as it stands now, by whoever's hand. */
export const lookAtForm = (form: Form): PresentForm => ({
  items: presentItems(form),
  takesAnswers: form.isPublished() && form.isAcceptingResponses(),
  asksForAddresses: form.collectsEmail(),
  destination: destinationOf(form),
});

/** The items of a form, in their order. */
function presentItems(form: Form): readonly PresentItem[] {
  const { ItemType } = FormApp;
  const kinds: readonly (readonly [unknown, PresentItem["kind"]])[] = [
    [ItemType.TEXT, "short-text"],
    [ItemType.PARAGRAPH_TEXT, "long-text"],
    [ItemType.SCALE, "scale"],
    [ItemType.MULTIPLE_CHOICE, "choice"],
    [ItemType.CHECKBOX, "checkboxes"],
    [ItemType.DATE, "date"],
    [ItemType.GRID, "grid"],
    [ItemType.SECTION_HEADER, "section"],
  ];
  return form.getItems().map((item) => {
    const type: unknown = item.getType();
    const kind = kinds.find(([each]) => each === type)?.[1] ?? "";
    return { id: item.getId(), kind, title: item.getTitle() };
  });
}

/** Does what was planned, and says which id each of our items has now, in their order. */
export function applyFormSteps(
  form: Form,
  steps: readonly FormStep[],
): readonly { readonly item: FormItem; readonly id: number }[] {
  return steps.flatMap((step) => {
    if (step.do === "remove") {
      form.deleteItem(form.getItemById(step.id));
      return [];
    }
    const { item } = step;
    if (step.do === "add") return [{ item, id: writeItem(form, item, null) }];
    if (step.write) writeItem(form, item, step.id);
    return [{ item, id: step.id }];
  });
}

/** Writes an item, a new one at the end where there is no id yet. The title goes first: by it a cut-off item is known. */
function writeItem(form: Form, item: FormItem, id: number | null): number {
  const present = id === null ? null : form.getItemById(id);
  switch (item.kind) {
    case "section":
      return worded(present?.asSectionHeaderItem() ?? form.addSectionHeaderItem(), item).getId();
    case "short-text":
      return asked(present?.asTextItem() ?? form.addTextItem(), item).getId();
    case "long-text":
      return asked(present?.asParagraphTextItem() ?? form.addParagraphTextItem(), item).getId();
    case "date":
      return asked(present?.asDateItem() ?? form.addDateItem(), item).getId();
    case "scale": {
      const [low, high] = item.labels;
      return asked(present?.asScaleItem() ?? form.addScaleItem(), item)
        .setBounds(Number(item.choices[0]), Number(item.choices[item.choices.length - 1]))
        .setLabels(low, high)
        .getId();
    }
    case "choice":
      return offered(asked(present?.asMultipleChoiceItem() ?? form.addMultipleChoiceItem(), item), item).getId();
    case "checkboxes":
      return offered(asked(present?.asCheckboxItem() ?? form.addCheckboxItem(), item), item).getId();
    case "grid":
      return asked(present?.asGridItem() ?? form.addGridItem(), item)
        .setRows([...item.gridRows])
        .setColumns([...item.choices])
        .getId();
  }
}

interface Worded {
  setTitle(title: string): unknown;
  setHelpText(text: string): unknown;
}

function worded<T extends Worded>(made: T, { title, help }: FormItem): T {
  made.setTitle(title);
  made.setHelpText(help);
  return made;
}

function asked<T extends Worded & { setRequired(required: boolean): unknown }>(made: T, item: FormItem): T {
  worded(made, item).setRequired(item.required);
  return made;
}

interface Offering {
  setChoiceValues(values: string[]): unknown;
  showOtherOption(enabled: boolean): unknown;
}

function offered<T extends Offering>(made: T, { choices, other }: FormItem): T {
  made.setChoiceValues([...choices]);
  made.showOtherOption(other);
  return made;
}

/** What stands above the questions, and what people see once they have sent their answers. */
export function writeHead(form: Form, { title, description, confirmation }: FormDesign): void {
  form.setTitle(title).setDescription(description).setConfirmationMessage(confirmation);
  // The link is personal and answers may be changed by answering again: no address is asked.
  form.setCollectEmail(false).setShowLinkToRespondAgain(false);
}

/** Opens a form to those who have its link; whether Google did so. */
export function publish(form: Form): boolean {
  if (!form.isPublished()) form.setPublished(true);
  else if (!form.isAcceptingResponses()) form.setAcceptingResponses(true);
  return form.isPublished();
}

/** Lets a form ask nobody for an address. */
export const stopAskingForAddresses = (form: Form): void => void form.setCollectEmail(false);

/** Whether anybody has answered, wherever the answers flow. */
export const hasResponses = (form: Form): boolean => form.getResponses().length > 0;

/**
 * Lets a form's answers flow into this spreadsheet; once is enough, a second time would make a second tab.
 *
 * @param away also where they flow into another one
 */
export function linkForm(form: Form, spreadsheet: Spreadsheet, away: boolean): boolean {
  const now = destinationOf(form);
  if (now === spreadsheet.getId()) return true;
  if (now !== null && !away) return false;
  form.setDestination(FormApp.DestinationType.SPREADSHEET, spreadsheet.getId());
  return true;
}

function destinationOf(form: Form): string | null {
  try {
    return form.getDestinationId();
  } catch {
    // Google throws where there is none.
    return null;
  }
}

/** How often, a second apart, a new response tab is looked for before that is left to the next run. */
const LOOKS = 8;

/** The tab into which a form's answers flow; null while Google has not made it yet. */
export function findResponseTab(spreadsheet: Spreadsheet, formId: string): GoogleAppsScript.Spreadsheet.Sheet | null {
  for (let look = 0; look < LOOKS; look++) {
    if (look > 0) Utilities.sleep(1000);
    SpreadsheetApp.flush();
    const found = spreadsheet.getSheets().find((sheet) => isTabOf(sheet, formId));
    if (found) return found;
  }
  return null;
}

/** Whether a form's answers flow into a tab, whatever the tab is called. */
export const isTabOf = (sheet: GoogleAppsScript.Spreadsheet.Sheet, formId: string): boolean =>
  sheet.getFormUrl()?.includes(`/${formId}/`) ?? false;

/** A form's link with an answer to one of its text questions in it. */
export function prefilledLink(form: Form, itemId: number, answer: string): string {
  const response = form.getItemById(itemId).asTextItem().createResponse(answer);
  return form.createResponse().withItemResponse(response).toPrefilledUrl();
}
