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

/** The forms that the user made, and their answers' way into the spreadsheet. */
export class FormStore {
  /** How many forms the user may still make today. */
  createsLeft = Number.POSITIVE_INFINITY;
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

  /** A form as respondents find it. */
  find(id: string): FormFileData | null {
    const form = this.forms.get(id);
    return form && form.away !== "trashed" ? form : null;
  }

  /** A form as a script of the user's gets it. */
  form(id: string): FormFileData {
    const form = this.kept(id);
    if (form.away === "trashed") throw noItem();
    if (form.away === "not-shared") throw new Error("You do not have permission to access the requested document.");
    return form;
  }

  create(fileName: string, published: boolean): FormFileData {
    if (this.createsLeft <= 0) throw new Error("Service invoked too many times for one day: forms.");
    this.createsLeft--;
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

  /** A change by a script of the user's. */
  change(id: string, change: (form: FormFileData) => FormFileData): void {
    this.form(id);
    this.update(id, change);
  }

  /** A change by whoever may make it. */
  update(id: string, change: (form: FormFileData) => FormFileData): void {
    const before = this.kept(id);
    const after = change(before);
    this.forms.set(id, after);
    followQuestions(this.file, before, after);
  }

  addItem(id: string, item: (itemId: number, entry: string) => FormItemData): FormItemData {
    const added = item(this.freshNumber(), String(this.freshNumber()));
    this.update(id, (form) => ({ ...form, items: [...form.items, added] }));
    return added;
  }

  /** An item like this one, under numbers of its own. */
  copyOf(item: FormItemData): FormItemData {
    const id = this.freshNumber();
    return isQuestion(item) ? { ...item, id, entry: String(this.freshNumber()) } : { ...item, id };
  }

  /** For good: nobody gets it back. Its response tab keeps pointing at it. */
  remove(id: string): void {
    this.forms.delete(id);
  }

  link(id: string, spreadsheetId = this.file.id): void {
    this.unlink(id);
    this.update(id, (form) => ({ ...form, destination: { spreadsheetId, hasTab: false } }));
    this.looks.set(id, 0);
    if (this.delay === "none") this.tabsArrive();
  }

  unlink(id: string): void {
    unlinkResponseTab(this.file, id);
    this.update(id, (form) => ({ ...form, destination: null }));
  }

  /** Whether answers flow into a spreadsheet. With its response tab (deleted, or its making undone) the link is gone. */
  isLinked(id: string): boolean {
    const { destination } = this.kept(id);
    if (destination === null) return false;
    return this.isElsewhere(destination) || !destination.hasTab || responseTabOf(this.file, id) !== null;
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
      const { destination } = form;
      if (destination === null || destination.hasTab || this.isElsewhere(destination) || !isDue(form)) continue;
      makeResponseTab(this.file, form);
      this.forms.set(form.id, { ...form, destination: { ...destination, hasTab: true } });
    }
  }

  /** Keeps a response, and writes it into the form's tab where it has one. */
  receive(id: string, response: Pick<FormResponseData, "email" | "answers">): LandedResponse | null {
    this.tabsArrive(({ id: pending }) => pending === id);
    const kept: FormResponseData = { id: this.randomId(), submittedAt: this.now().toISOString(), ...response };
    this.update(id, (form) => ({ ...form, responses: [...form.responses, kept] }));
    const tab = responseTabOf(this.file, id);
    return tab && writeResponse(this.file, tab, this.kept(id), kept);
  }

  private kept(id: string): FormFileData {
    const form = this.forms.get(id);
    if (!form) throw noItem();
    return form;
  }

  private isElsewhere({ spreadsheetId }: NonNullable<FormFileData["destination"]>): boolean {
    return spreadsheetId !== this.file.id;
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

function noItem(): Error {
  return new Error(
    "No item with the given ID could be found. Possibly because you have not edited this item or you do not have permission to access it.",
  );
}
