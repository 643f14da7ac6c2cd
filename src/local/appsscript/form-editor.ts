import type { FormFileData, FormItemData } from "../form-data";
import type { FormStore } from "./form-store";

/**
 * People at their forms, in Drive and in Google Forms, behind the add-on's back. What they do is at once and uncounted;
 * forms go by their ids, questions by their titles (of several, the first).
 */
export interface FormEditor {
  /** Into Drive's bin: scripts and respondents find it no more. */
  trash(formId: string): void;
  /** Its owner, a colleague, shares it no more (or left): scripts may not open it, respondents may still answer. */
  stopSharing(formId: string): void;
  /** Out of the bin, or shared again. */
  bringBack(formId: string): void;
  deleteForever(formId: string): void;
  /** Takes no more answers, and says so with this message if there is one. */
  close(formId: string, message?: string): void;
  reopen(formId: string): void;
  unpublish(formId: string): void;
  /** Adds a short text question at the end. Gives its item's id. */
  addQuestion(formId: string, title: string): number;
  /** Copies a question, with its title, to right below it. Gives the copy's item's id. */
  duplicateQuestion(formId: string, title: string): number;
  renameQuestion(formId: string, title: string, newTitle: string): void;
  deleteQuestion(formId: string, title: string): void;
  /** `index` is the place that it will have among all items, from 0. */
  moveQuestion(formId: string, title: string, index: number): void;
  /** Answers go into another spreadsheet from now on. Its response tab here stays as it is. */
  linkElsewhere(formId: string, spreadsheetId?: string): void;
  /** Answers go into a new tab of this spreadsheet. */
  linkHere(formId: string): void;
  unlink(formId: string): void;
}

export function createFormEditor(store: FormStore): FormEditor {
  const update = (formId: string, change: Partial<FormFileData>) =>
    store.update(formId, (form) => ({ ...form, ...change }));
  const edit = (
    formId: string,
    title: string,
    change: (items: readonly FormItemData[], at: number) => FormItemData[],
  ) =>
    store.update(formId, (form) => {
      const at = form.items.findIndex((item) => item.title === title);
      if (at < 0) throw new Error(`There is no question "${title}"; there are: ${titles(form)}`);
      return { ...form, items: change(form.items, at) };
    });

  return {
    trash: (formId) => update(formId, { away: "trashed" }),
    stopSharing: (formId) => update(formId, { away: "not-shared" }),
    bringBack: (formId) => store.update(formId, ({ away: _, ...form }) => form),
    deleteForever: (formId) => store.remove(formId),
    close: (formId, message = "") => update(formId, { acceptsResponses: false, closedMessage: message }),
    reopen: (formId) => update(formId, { published: true, acceptsResponses: true }),
    unpublish: (formId) => update(formId, { published: false, acceptsResponses: false }),
    addQuestion: (formId, title) =>
      store.addItem(formId, (id, entry) => ({ kind: "text", id, entry, title, helpText: "", required: false })).id,
    duplicateQuestion: (formId, title) => {
      let copyId = 0;
      edit(formId, title, (items, at) => {
        const copies = items.slice(at, at + 1).map((item) => store.copyOf(item));
        copyId = copies[0]?.id ?? 0;
        return items.toSpliced(at + 1, 0, ...copies);
      });
      return copyId;
    },
    renameQuestion: (formId, title, newTitle) =>
      edit(formId, title, (items, at) =>
        items.map((item, place) => (place === at ? { ...item, title: newTitle } : item)),
      ),
    deleteQuestion: (formId, title) => edit(formId, title, (items, at) => items.toSpliced(at, 1)),
    moveQuestion: (formId, title, index) =>
      edit(formId, title, (items, at) => items.toSpliced(at, 1).toSpliced(index, 0, ...items.slice(at, at + 1))),
    linkElsewhere: (formId, spreadsheetId = "another-spreadsheet") => store.link(formId, spreadsheetId),
    linkHere: (formId) => store.link(formId),
    unlink: (formId) => store.unlink(formId),
  };
}

function titles({ items }: FormFileData): string {
  return items.map(({ title }) => title).join(", ");
}
