import type { FormFileData, FormItemData } from "../form-data";
import { signatureError, text, wholeNumber } from "./arguments";
import { isDate } from "./cell-values";
import type { FormDesk } from "./form-desk";
import { textsOfOneLine } from "./form-desk";
import { createItem, itemMakers, itemType } from "./form-items";
import { createDraftResponse, createItemResponse, createSentResponse } from "./form-response";
import { editUrl, formIdOfUrl, publishedUrl } from "./form-urls";
import { enumeration, loud } from "./loud";

type FormApp = GoogleAppsScript.Forms.FormApp;
type Form = GoogleAppsScript.Forms.Form;
type Item = GoogleAppsScript.Forms.Item;

const destinationType = enumeration<FormApp["DestinationType"]>("DestinationType", ["SPREADSHEET"]);

export function createFormApp(parts: Omit<FormDesk, "item" | "itemResponse">, spreadsheetId: string): FormApp {
  const desk: FormDesk = {
    ...parts,
    item: (formId, itemId) => createItem(desk, formId, itemId),
    itemResponse: (place) => createItemResponse(desk, place),
  };
  const open = (formId: string) => createForm(desk, desk.store.form(formId).id, spreadsheetId);
  return loud<FormApp>(desk.execution, "FormApp", {
    DestinationType: destinationType,
    ItemType: itemType,
    // What Google makes of a form without a word on publishing has changed and is not confirmed.
    create: (title: unknown, isPublished?: unknown) => {
      if (typeof isPublished !== "boolean") {
        throw new Error("not in the local workspace: FormApp.create without saying whether the form is published");
      }
      return open(desk.store.create(text("FormApp.create", title), isPublished).id);
    },
    openById: (id) => open(text("FormApp.openById", id)),
    openByUrl: (url) => {
      const id = formIdOfUrl(text("FormApp.openByUrl", url));
      if (id === null) throw new Error("Invalid argument: url");
      return open(id);
    },
  });
}

function createForm(desk: FormDesk, id: string, spreadsheetId: string): Form {
  const { store } = desk;
  const form = () => store.form(id);
  const makers = itemMakers(desk, id);
  const set = (change: Partial<FormFileData>): Form => {
    store.change(id, (present) => ({ ...present, ...change }));
    return self;
  };
  const add = (item: (core: NewItem) => FormItemData): number => {
    form();
    return store.addItem(id, (itemId, entry) => item({ id: itemId, title: "", helpText: "", entry, required: false }))
      .id;
  };
  const indexOf = (member: string, item: unknown): number => {
    const index = typeof item === "number" ? item : indexOfItem(form(), item);
    if (index === null || !Number.isInteger(index)) throw signatureError(member, [item]);
    if (index < 0 || index >= form().items.length) throw new Error(`Invalid index: ${index}`);
    return index;
  };

  const self: Form = loud<Form>(desk.execution, "Form", {
    getId: () => id,
    getEditUrl: () => editUrl(id),
    getPublishedUrl: () => publishedUrl(id),

    getTitle: () => form().title,
    setTitle: (title) => set({ title: textsOfOneLine("FormApp.Form.setTitle", [title]).join() }),
    getDescription: () => form().description,
    setDescription: (description) => set({ description: text("FormApp.Form.setDescription", description) }),
    getConfirmationMessage: () => form().confirmationMessage,
    setConfirmationMessage: (message) =>
      set({ confirmationMessage: text("FormApp.Form.setConfirmationMessage", message) }),
    getCustomClosedFormMessage: () => form().closedMessage,
    setCustomClosedFormMessage: (message) =>
      set({ closedMessage: text("FormApp.Form.setCustomClosedFormMessage", message) }),

    isPublished: () => form().published,
    setPublished: (enabled) => set({ published: enabled, acceptsResponses: enabled }),
    isAcceptingResponses: () => form().acceptsResponses,
    setAcceptingResponses: (enabled) => {
      if (enabled && !form().published) throw new Error("A form that is not published cannot accept responses.");
      return set({ acceptsResponses: enabled });
    },
    collectsEmail: () => form().collectsEmail,
    setCollectEmail: (collect) => set({ collectsEmail: collect }),
    hasProgressBar: () => form().showsProgress,
    setProgressBar: (enabled) => set({ showsProgress: enabled }),
    hasRespondAgainLink: () => form().offersAnotherResponse,
    setShowLinkToRespondAgain: (enabled) => set({ offersAnotherResponse: enabled }),
    canEditResponse: () => form().allowsResponseEdits,
    setAllowResponseEdits: (enabled) => set({ allowsResponseEdits: enabled }),
    hasLimitOneResponsePerUser: () => form().limitsToOneResponse,
    setLimitOneResponsePerUser: (enabled) => set({ limitsToOneResponse: enabled }),

    setDestination: (type, fileId) => {
      if (type !== destinationType.SPREADSHEET) throw signatureError("FormApp.Form.setDestination", [type, fileId]);
      if (fileId !== spreadsheetId) throw new Error("Invalid destination: there is no such spreadsheet.");
      form();
      store.link(id);
      return self;
    },
    getDestinationId: () => {
      const { destination } = form();
      if (!destination || !store.isLinked(id)) throw new Error("The form currently has no response destination.");
      return destination.spreadsheetId;
    },
    removeDestination: () => {
      form();
      store.unlink(id);
      return self;
    },

    getItems: (type?: unknown) =>
      form()
        .items.map((item) => desk.item(id, item.id))
        .filter((item) => type === undefined || item.getType() === type),
    // Google's types leave out that there may be none.
    getItemById: (itemId) =>
      form().items.some((item) => item.id === itemId) ? desk.item(id, itemId) : (null as unknown as Item),
    deleteItem: (item: unknown) => {
      const index = indexOf("FormApp.Form.deleteItem", item);
      set({ items: form().items.filter((_, place) => place !== index) });
    },
    moveItem: (item: unknown, to: number) => {
      const member = "FormApp.Form.moveItem";
      const from = indexOf(member, item);
      const target = indexOf(member, wholeNumber(member, to));
      const items = [...form().items];
      const moved = items.splice(from, 1);
      set({ items: items.toSpliced(target, 0, ...moved) });
      return desk.item(id, moved[0]?.id ?? 0);
    },

    addTextItem: () => makers.text(add((core) => ({ kind: "text", ...core }))),
    addParagraphTextItem: () => makers.paragraph(add((core) => ({ kind: "paragraph", ...core }))),
    addDateItem: () => makers.date(add((core) => ({ kind: "date", ...core }))),
    addTimeItem: () => makers.time(add((core) => ({ kind: "time", ...core }))),
    addMultipleChoiceItem: () =>
      makers.choice(add((core) => ({ kind: "choice", ...core, choices: [""], other: false }))),
    addListItem: () => makers.list(add((core) => ({ kind: "list", ...core, choices: [""], other: false }))),
    addCheckboxItem: () =>
      makers.checkboxes(add((core) => ({ kind: "checkboxes", ...core, choices: [""], other: false }))),
    addScaleItem: () =>
      makers.scale(add((core) => ({ kind: "scale", ...core, from: 1, to: 5, fromLabel: "", toLabel: "" }))),
    addGridItem: () => makers.grid(add((core) => ({ kind: "grid", ...core, rows: [], columns: [] }))),
    addCheckboxGridItem: () =>
      makers["checkbox-grid"](add((core) => ({ kind: "checkbox-grid", ...core, rows: [], columns: [] }))),
    addSectionHeaderItem: () =>
      makers.section(add(({ id: itemId, title, helpText }) => ({ kind: "section", id: itemId, title, helpText }))),
    addPageBreakItem: () =>
      makers["page-break"](
        add(({ id: itemId, title, helpText }) => ({ kind: "page-break", id: itemId, title, helpText })),
      ),

    createResponse: () => createDraftResponse(desk, id),
    getResponses: (after?: unknown) => {
      if (after !== undefined && !isDate(after)) throw signatureError("FormApp.Form.getResponses", [after]);
      const since = after?.getTime() ?? Number.NEGATIVE_INFINITY;
      return form()
        .responses.filter(({ submittedAt }) => Date.parse(submittedAt) > since)
        .map((response) => createSentResponse(desk, id, response));
    },
  });
  return self;
}

interface NewItem {
  readonly id: number;
  readonly title: string;
  readonly helpText: string;
  readonly entry: string;
  readonly required: boolean;
}

/** By an item that a script hands back to us, of whatever type. */
function indexOfItem(form: FormFileData, item: unknown): number | null {
  if (typeof item !== "object" || item === null || !("getId" in item) || typeof item.getId !== "function") return null;
  const itemId: unknown = item.getId();
  return form.items.findIndex(({ id }) => id === itemId);
}
