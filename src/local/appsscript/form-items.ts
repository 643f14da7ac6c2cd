import type {
  ChoiceQuestion,
  FormItemData,
  GridQuestion,
  LayoutItem,
  PlainQuestion,
  ScaleQuestion,
} from "../form-data";
import { signatureError, text, wholeNumber } from "./arguments";
import { isDate } from "./cell-values";
import { answered, type FormDesk, type ItemPlace, placeOfItem, texts, textsOfOneLine } from "./form-desk";
import { formatDate } from "./format-date";
import { enumeration, loud } from "./loud";

type Item = GoogleAppsScript.Forms.Item;
type TextItem = GoogleAppsScript.Forms.TextItem;
type ParagraphTextItem = GoogleAppsScript.Forms.ParagraphTextItem;
type DateItem = GoogleAppsScript.Forms.DateItem;
type TimeItem = GoogleAppsScript.Forms.TimeItem;
type MultipleChoiceItem = GoogleAppsScript.Forms.MultipleChoiceItem;
type ListItem = GoogleAppsScript.Forms.ListItem;
type CheckboxItem = GoogleAppsScript.Forms.CheckboxItem;
type Choice = GoogleAppsScript.Forms.Choice;
type ScaleItem = GoogleAppsScript.Forms.ScaleItem;
type GridItem = GoogleAppsScript.Forms.GridItem;
type CheckboxGridItem = GoogleAppsScript.Forms.CheckboxGridItem;
type SectionHeaderItem = GoogleAppsScript.Forms.SectionHeaderItem;
type PageBreakItem = GoogleAppsScript.Forms.PageBreakItem;

const typeNames = {
  text: "TEXT",
  paragraph: "PARAGRAPH_TEXT",
  date: "DATE",
  time: "TIME",
  choice: "MULTIPLE_CHOICE",
  list: "LIST",
  checkboxes: "CHECKBOX",
  scale: "SCALE",
  grid: "GRID",
  "checkbox-grid": "CHECKBOX_GRID",
  section: "SECTION_HEADER",
  "page-break": "PAGE_BREAK",
} as const;

type ItemTypes = GoogleAppsScript.Forms.FormApp["ItemType"];
export const itemType = enumeration<ItemTypes>("ItemType", Object.values(typeNames));

/** An item of a form by what it has in common with all others, and the means to take it for what it is. */
export function createItem(desk: FormDesk, formId: string, itemId: number): Item {
  const items = itemMakers(desk, formId);
  const place = placeOfItem(desk, formId, itemId, (item): item is FormItemData => item.id === itemId);
  const self: Item = loud<Item>(desk.execution, "FormItem", {
    ...named(desk, place, () => self),
    asTextItem: () => items.text(itemId),
    asParagraphTextItem: () => items.paragraph(itemId),
    asDateItem: () => items.date(itemId),
    asTimeItem: () => items.time(itemId),
    asMultipleChoiceItem: () => items.choice(itemId),
    asListItem: () => items.list(itemId),
    asCheckboxItem: () => items.checkboxes(itemId),
    asScaleItem: () => items.scale(itemId),
    asGridItem: () => items.grid(itemId),
    asCheckboxGridItem: () => items["checkbox-grid"](itemId),
    asSectionHeaderItem: () => items.section(itemId),
    asPageBreakItem: () => items["page-break"](itemId),
  });
  return self;
}

/** Makes the objects for a form's items by the items' ids, each of which must be of that kind. */
export function itemMakers(desk: FormDesk, formId: string) {
  const { execution, scriptTimeZone } = desk;
  const plain = (kind: PlainQuestion["kind"], id: number) =>
    placeOfItem(desk, formId, id, (item): item is PlainQuestion => item.kind === kind);
  const withChoices = (kind: ChoiceQuestion["kind"], id: number) =>
    placeOfItem(desk, formId, id, (item): item is ChoiceQuestion => item.kind === kind);
  const grid = (kind: GridQuestion["kind"], id: number) =>
    placeOfItem(desk, formId, id, (item): item is GridQuestion => item.kind === kind);
  const layout = (kind: LayoutItem["kind"], id: number) =>
    placeOfItem(desk, formId, id, (item): item is LayoutItem => item.kind === kind);

  return {
    text: (id: number): TextItem => {
      const place = plain("text", id);
      const self: TextItem = loud<TextItem>(execution, "TextItem", {
        ...asked(desk, place, () => self),
        createResponse: (response) => answered(desk, place, text("FormApp.TextItem.createResponse", response)),
      });
      return self;
    },
    paragraph: (id: number): ParagraphTextItem => {
      const place = plain("paragraph", id);
      const self: ParagraphTextItem = loud<ParagraphTextItem>(execution, "ParagraphTextItem", {
        ...asked(desk, place, () => self),
        createResponse: (response) => answered(desk, place, text("FormApp.ParagraphTextItem.createResponse", response)),
      });
      return self;
    },
    date: (id: number): DateItem => {
      const place = plain("date", id);
      const self: DateItem = loud<DateItem>(execution, "DateItem", {
        ...asked(desk, place, () => self),
        createResponse: (date: unknown) => {
          if (!isDate(date)) throw signatureError("FormApp.DateItem.createResponse", [date]);
          return answered(desk, place, formatDate(date.getTime(), scriptTimeZone, "yyyy-MM-dd"));
        },
      });
      return self;
    },
    time: (id: number): TimeItem => {
      const place = plain("time", id);
      const self: TimeItem = loud<TimeItem>(execution, "TimeItem", {
        ...asked(desk, place, () => self),
        createResponse: (hour, minute) => {
          const parts = [hour, minute].map((part) => wholeNumber("FormApp.TimeItem.createResponse", part));
          return answered(desk, place, parts.map((part) => String(part).padStart(2, "0")).join(":"));
        },
      });
      return self;
    },
    choice: (id: number): MultipleChoiceItem => {
      const place = withChoices("choice", id);
      const self: MultipleChoiceItem = loud<MultipleChoiceItem>(execution, "MultipleChoiceItem", {
        ...asked(desk, place, () => self),
        ...choosing(desk, place, () => self),
        ...other(place, () => self),
        createResponse: (response) =>
          answered(desk, place, text("FormApp.MultipleChoiceItem.createResponse", response)),
      });
      return self;
    },
    list: (id: number): ListItem => {
      const place = withChoices("list", id);
      const self: ListItem = loud<ListItem>(execution, "FormListItem", {
        ...asked(desk, place, () => self),
        ...choosing(desk, place, () => self),
        createResponse: (response) => answered(desk, place, text("FormApp.ListItem.createResponse", response)),
      });
      return self;
    },
    checkboxes: (id: number): CheckboxItem => {
      const place = withChoices("checkboxes", id);
      const self: CheckboxItem = loud<CheckboxItem>(execution, "CheckboxItem", {
        ...asked(desk, place, () => self),
        ...choosing(desk, place, () => self),
        ...other(place, () => self),
        createResponse: (responses) => answered(desk, place, texts("FormApp.CheckboxItem.createResponse", responses)),
      });
      return self;
    },
    scale: (id: number): ScaleItem => {
      const place = placeOfItem(desk, formId, id, (item): item is ScaleQuestion => item.kind === "scale");
      const self: ScaleItem = loud<ScaleItem>(execution, "ScaleItem", {
        ...asked(desk, place, () => self),
        getLowerBound: () => place.read().from,
        getUpperBound: () => place.read().to,
        setBounds: (lower, upper) => {
          const [from, to] = [lower, upper].map((bound) => wholeNumber("FormApp.ScaleItem.setBounds", bound));
          if ((from !== 0 && from !== 1) || to === undefined || to < 3 || to > 10) {
            throw new Error("A scale goes from 0 or 1 to a number between 3 and 10.");
          }
          place.change((item) => ({ ...item, from, to }));
          return self;
        },
        setLabels: (lower, upper) => {
          const [fromLabel = "", toLabel = ""] = textsOfOneLine("FormApp.ScaleItem.setLabels", [lower, upper]);
          place.change((item) => ({ ...item, fromLabel, toLabel }));
          return self;
        },
        createResponse: (response) =>
          answered(desk, place, String(wholeNumber("FormApp.ScaleItem.createResponse", response))),
      });
      return self;
    },
    grid: (id: number): GridItem => {
      const place = grid("grid", id);
      const self: GridItem = loud<GridItem>(execution, "GridItem", {
        ...asked(desk, place, () => self),
        ...tabled(place, () => self),
        createResponse: (responses) => answered(desk, place, texts("FormApp.GridItem.createResponse", responses)),
      });
      return self;
    },
    "checkbox-grid": (id: number): CheckboxGridItem => {
      const place = grid("checkbox-grid", id);
      const self: CheckboxGridItem = loud<CheckboxGridItem>(execution, "CheckboxGridItem", {
        ...asked(desk, place, () => self),
        ...tabled(place, () => self),
        createResponse: (responses) => {
          const member = "FormApp.CheckboxGridItem.createResponse";
          if (!Array.isArray(responses)) throw signatureError(member, [responses]);
          return answered(
            desk,
            place,
            responses.map((row: unknown) => texts(member, row)),
          );
        },
      });
      return self;
    },
    section: (id: number): SectionHeaderItem => {
      const place = layout("section", id);
      const self: SectionHeaderItem = loud<SectionHeaderItem>(execution, "SectionHeaderItem", {
        ...named(desk, place, () => self),
      });
      return self;
    },
    "page-break": (id: number): PageBreakItem => {
      const place = layout("page-break", id);
      const self: PageBreakItem = loud<PageBreakItem>(
        execution,
        "PageBreakItem",
        named(desk, place, () => self),
      );
      return self;
    },
  };
}

/** What every item has. */
function named<Self, Data extends FormItemData>(desk: FormDesk, place: ItemPlace<Data>, self: () => Self) {
  place.read();
  return {
    getId: () => place.itemId,
    getTitle: () => place.read().title,
    getHelpText: () => place.read().helpText,
    getType: () => itemType[typeNames[place.read().kind]],
    getIndex: () => desk.store.form(place.formId).items.findIndex(({ id }) => id === place.itemId),
    setTitle: (title: string): Self => {
      const [line = ""] = textsOfOneLine("FormApp.Item.setTitle", [title]);
      place.change((item) => ({ ...item, title: line }));
      return self();
    },
    setHelpText: (help: string): Self => {
      const helpText = text("FormApp.Item.setHelpText", help);
      place.change((item) => ({ ...item, helpText }));
      return self();
    },
  };
}

/** What every question has. */
function asked<Self, Data extends FormItemData & { readonly required: boolean }>(
  desk: FormDesk,
  place: ItemPlace<Data>,
  self: () => Self,
) {
  return {
    ...named(desk, place, self),
    isRequired: () => place.read().required,
    setRequired: (required: boolean): Self => {
      place.change((item) => ({ ...item, required }));
      return self();
    },
  };
}

function choosing<Self>({ execution }: FormDesk, place: ItemPlace<ChoiceQuestion>, self: () => Self) {
  const createChoice = (value: unknown, ...rest: unknown[]): Choice => {
    if (rest.length > 0) throw new Error("not in the local workspace: createChoice other than with a text");
    const choice = text("FormApp.Item.createChoice", value);
    return loud<Choice>(execution, "Choice", { getValue: () => choice });
  };
  const setChoiceValues = (values: unknown): Self => {
    const choices = textsOfOneLine("FormApp.Item.setChoiceValues", values);
    if (choices.length === 0 || choices.includes("") || new Set(choices).size < choices.length) {
      throw new Error("Invalid data updating form.");
    }
    place.change((item) => ({ ...item, choices }));
    return self();
  };
  return {
    createChoice,
    getChoices: () => place.read().choices.map((value) => createChoice(value)),
    setChoiceValues,
    setChoices: (choices: Choice[]) => setChoiceValues(choices.map((choice) => choice.getValue())),
  };
}

function other<Self>(place: ItemPlace<ChoiceQuestion>, self: () => Self) {
  return {
    hasOtherOption: () => place.read().other,
    showOtherOption: (enabled: boolean): Self => {
      place.change((item) => ({ ...item, other: enabled }));
      return self();
    },
  };
}

function tabled<Self>(place: ItemPlace<GridQuestion>, self: () => Self) {
  const lines = (member: string, values: unknown) => {
    const given = textsOfOneLine(member, values);
    if (given.length === 0 || new Set(given).size < given.length) throw new Error("Invalid data updating form.");
    return given;
  };
  return {
    getRows: () => [...place.read().rows],
    getColumns: () => [...place.read().columns],
    setRows: (values: string[]): Self => {
      const rows = lines("FormApp.GridItem.setRows", values);
      place.change((item) => ({ ...item, rows }));
      return self();
    },
    setColumns: (values: string[]): Self => {
      const columns = lines("FormApp.GridItem.setColumns", values);
      place.change((item) => ({ ...item, columns }));
      return self();
    },
  };
}
