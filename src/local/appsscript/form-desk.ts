import type { FormAnswer, FormItemData, FormQuestion } from "../form-data";
import { signatureError, text } from "./arguments";
import type { MakeDate } from "./cell-values";
import type { Execution } from "./execution";
import { isBlank, legalAnswer } from "./form-answer";
import type { FormStore } from "./form-store";

/** What every object of the form service works with, and how one of them makes another. */
export interface FormDesk {
  readonly execution: Execution;
  readonly store: FormStore;
  readonly makeDate: MakeDate;
  /** By it a Date that a script gives becomes a day. */
  readonly scriptTimeZone: string;
  readonly item: (formId: string, itemId: number) => GoogleAppsScript.Forms.Item;
  readonly itemResponse: (place: ItemAnswer) => GoogleAppsScript.Forms.ItemResponse;
}

export interface ItemAnswer {
  readonly formId: string;
  readonly itemId: number;
  readonly answer: FormAnswer;
}

/** An item of a form, as long as it is there. */
export interface ItemPlace<Data extends FormItemData = FormItemData> {
  readonly formId: string;
  readonly itemId: number;
  read(): Data;
  change(change: (data: Data) => Data): void;
}

export function placeOfItem<Data extends FormItemData>(
  { store }: FormDesk,
  formId: string,
  itemId: number,
  isOfKind: (item: FormItemData) => item is Data,
): ItemPlace<Data> {
  const checked = (item: FormItemData | undefined): Data => {
    if (!item) throw new Error("The item is no longer in the form.");
    if (!isOfKind(item)) throw new Error("The item is not of that type.");
    return item;
  };
  return {
    formId,
    itemId,
    read: () => checked(store.form(formId).items.find(({ id }) => id === itemId)),
    change: (change) => {
      store.change(formId, (form) => ({
        ...form,
        items: form.items.map((item) => (item.id === itemId ? change(checked(item)) : item)),
      }));
    },
  };
}

/** An answer that the question allows, as an object for the script. */
export function answered<Data extends FormQuestion>(
  desk: FormDesk,
  { formId, itemId, read }: ItemPlace<Data>,
  answer: FormAnswer,
): GoogleAppsScript.Forms.ItemResponse {
  const question = read();
  const legal = legalAnswer(question, answer);
  const mayBeBlank = question.kind === "text" || question.kind === "paragraph";
  if (legal === null || (isBlank(legal) && !mayBeBlank)) {
    throw new Error(`Invalid response submitted to the question "${question.title}".`);
  }
  return desk.itemResponse({ formId, itemId, answer: legal });
}

export function texts(member: string, values: unknown): string[] {
  if (!Array.isArray(values)) throw signatureError(member, [values]);
  return values.map((value: unknown) => text(member, value));
}

/** Google's forms show titles, choices and labels in one line, and refuse text with line breaks in their place. */
export function textsOfOneLine(member: string, values: unknown): string[] {
  const lines = texts(member, values);
  if (lines.some((line) => /[\r\n]/.test(line))) throw new Error("Displayed text cannot contain newlines.");
  return lines;
}
