import { type FormFileData, type FormItemData, type FormResponseData, isQuestion } from "../form-data";
import {
  followQuestions,
  type LandedResponse,
  makeResponseTab,
  responseTabOf,
  unlinkResponseTab,
  writeResponse,
} from "./response-tab";
import { positiveHash, type WorkbookFile } from "./workbook-file";

/** When a linked form's response tab appears: at once, after so many looks at the tabs, or when the run is over. */
export type ResponseTabDelay = "none" | "until the run is over" | number;

/** The forms that the user owns, and their answers' way into the spreadsheet. */
export class FormStore {
  private readonly forms: Map<string, FormFileData>;
  private readonly looks = new Map<string, number>();

  constructor(
    forms: readonly FormFileData[],
    private readonly file: WorkbookFile,
    private readonly randomId: () => string,
    private readonly now: () => Date,
    private readonly delay: ResponseTabDelay,
  ) {
    this.forms = new Map(forms.map((form) => [form.id, form]));
  }

  all(): FormFileData[] {
    return [...this.forms.values()];
  }

  find(id: string): FormFileData | null {
    return this.forms.get(id) ?? null;
  }

  form(id: string): FormFileData {
    const form = this.forms.get(id);
    if (!form)
      throw new Error(
        "No item with the given ID could be found. Possibly because you have not edited this item or you do not have permission to access it.",
      );
    return form;
  }

  create(fileName: string, published: boolean): FormFileData {
    const form: FormFileData = {
      id: this.randomId(),
      fileName,
      // Scripts that give no title make forms that show none.
      title: "",
      description: "",
      confirmationMessage: "",
      closedMessage: "",
      published,
      acceptsResponses: published,
      collectsEmail: false,
      showsProgress: false,
      offersAnotherResponse: true,
      allowsResponseEdits: false,
      limitsToOneResponse: false,
      items: [],
      destination: null,
      responses: [],
    };
    this.forms.set(form.id, form);
    return form;
  }

  change(id: string, change: (form: FormFileData) => FormFileData): void {
    const before = this.form(id);
    const after = change(before);
    this.forms.set(id, after);
    followQuestions(this.file, before, after);
  }

  addItem(id: string, item: (itemId: number, entry: string) => FormItemData): FormItemData {
    const added = item(this.freshNumber(), String(this.freshNumber()));
    this.change(id, (form) => ({ ...form, items: [...form.items, added] }));
    return added;
  }

  link(id: string): void {
    this.unlink(id);
    this.change(id, (form) => ({ ...form, destination: { spreadsheetId: this.file.id, hasTab: false } }));
    this.looks.set(id, 0);
    if (this.delay === "none") this.tabsArrive();
  }

  unlink(id: string): void {
    unlinkResponseTab(this.file, id);
    this.change(id, (form) => ({ ...form, destination: null }));
  }

  /** Whether answers flow into the spreadsheet. With its response tab (deleted, or its making undone) the link is gone. */
  isLinked(id: string): boolean {
    const { destination } = this.form(id);
    return destination !== null && (!destination.hasTab || responseTabOf(this.file, id) !== null);
  }

  /** A script looks at the tabs: that is how it notices that time passes. */
  look(): void {
    const { delay } = this;
    if (typeof delay !== "number") return;
    this.tabsArrive(({ id }) => {
      const looks = (this.looks.get(id) ?? 0) + 1;
      this.looks.set(id, looks);
      return looks > delay;
    });
  }

  /** The response tabs that were still to come are made now. */
  tabsArrive(isDue: (form: FormFileData) => boolean = () => true): void {
    for (const form of this.forms.values()) {
      if (form.destination === null || form.destination.hasTab || !isDue(form)) continue;
      makeResponseTab(this.file, form);
      this.forms.set(form.id, { ...form, destination: { ...form.destination, hasTab: true } });
    }
  }

  /** Keeps a response, and writes it into the form's tab where it has one. */
  receive(id: string, response: Pick<FormResponseData, "email" | "answers">): LandedResponse | null {
    this.tabsArrive(({ id: pending }) => pending === id);
    const kept: FormResponseData = { id: this.randomId(), submittedAt: this.now().toISOString(), ...response };
    this.change(id, (form) => ({ ...form, responses: [...form.responses, kept] }));
    const tab = responseTabOf(this.file, id);
    return tab && writeResponse(this.file, tab, this.form(id), kept);
  }

  private freshNumber(): number {
    const used = new Set(
      this.all().flatMap(({ items }) =>
        items.flatMap((item) => (isQuestion(item) ? [item.id, Number(item.entry)] : [item.id])),
      ),
    );
    let number = positiveHash(this.randomId());
    while (used.has(number)) number++;
    return number;
  }
}
