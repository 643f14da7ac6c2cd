import { blankWorkbook } from "../appsscript/snapshot";
import type { DocumentData } from "../document-data";
import type { OutsideData } from "../outside-data";
import type { RectangleData, WorkbookData } from "../workbook-data";
import { cellDetail } from "./cell-detail";
import { chartOutline } from "./chart-outline";
import { copyCells } from "./copy-cells";
import { displayText } from "./display-text";
import { documentFile, tabFile, workbookFile } from "./downloads";
import type { Turns } from "./exclusive";
import { formView } from "./forms";
import { OpenProgram, type Surroundings } from "./open-program";
import { paintRows } from "./paint";
import { readProgramFile, writeProgramFile } from "./program-file";
import type {
  Access,
  CellDetail,
  ChartOutline,
  CopiedCells,
  EditAnswer,
  EditOptions,
  FormAnswers,
  FormOutcome,
  FormView,
  Opening,
  Outbox,
  Outline,
  PaintedRows,
  RunAnswer,
  SheetEdit,
  WorkspaceApi,
  WorkspaceProblem,
} from "./protocol";
import { fillWithSample } from "./sample";
import { SAMPLE_NAME } from "./sample-name";
import type { ProgramStore } from "./store";

interface WorkspaceOptions extends Surroundings {
  readonly store: (program: () => ReturnType<OpenProgram["data"]>) => ProgramStore;
  readonly turns: Turns;
  /** Of a new spreadsheet. */
  readonly timeZone: string;
  readonly locale: string;
}

/** The workspace as the page talks to it: one program at a time, kept in this browser after every change. */
export class Workspace implements WorkspaceApi {
  private program: OpenProgram | null = null;
  private access: Access = "editing";
  private storage: Outline["storage"] = "saved";
  private saving: Promise<unknown> = Promise.resolve();
  private readonly store: ProgramStore;

  constructor(private readonly options: WorkspaceOptions) {
    this.store = options.store(() => this.opened().data());
  }

  async open(): Promise<Opening> {
    this.access = await this.options.turns.takeTurn();
    const stored = await this.store.load();
    if (stored.kind === "program") {
      this.take(new OpenProgram(stored.data.workbook, stored.data.outside, this.options));
      return this.opening();
    }
    if (stored.kind === "problem") {
      if (stored.problem.code === "storage-denied") {
        this.noteProblem(stored.problem);
        return { kind: "none", access: this.access };
      }
      return { kind: "problem", problem: stored.problem, access: this.access };
    }
    return { kind: "none", access: this.access };
  }

  async start(from: "sample" | "empty"): Promise<Opening> {
    if (this.access === "read-only") return this.problem({ code: "read-only" });
    const { timeZone, locale } = this.options;
    const name = from === "sample" ? SAMPLE_NAME : "My program";
    const fresh = this.openProgram(blankWorkbook({ id: crypto.randomUUID(), name, timeZone, locale }));
    if (from === "sample") fillWithSample(fresh);
    fresh.beginHere();
    return this.replace(fresh);
  }

  async openFile(file: Blob): Promise<Opening> {
    if (this.access === "read-only") return this.problem({ code: "read-only" });
    const read = await readProgramFile(file);
    if (!read.ok) return this.problem(read.problem);
    return this.replace(this.openProgram(read.data.workbook, read.data.outside));
  }

  async programFile(): Promise<Blob> {
    return writeProgramFile(this.opened().data());
  }

  async deleteEverything(): Promise<void> {
    if (this.access === "read-only") return;
    // What comes while one save is waited for brings the next one: none may come after the store is cleared.
    for (let awaited: unknown = null; awaited !== this.saving; ) {
      awaited = this.saving;
      await awaited;
    }
    this.program?.free();
    this.program = null;
    await this.store.clear();
  }

  async outline(): Promise<Outline> {
    return this.outlineNow();
  }

  async saved(): Promise<Outline["storage"]> {
    await this.saving;
    return this.storage;
  }

  async paint(tabId: number, firstRow: number, rowCount: number): Promise<PaintedRows> {
    return paintRows(this.opened().services.sheet, tabId, firstRow, rowCount);
  }

  async cell(tabId: number, row: number, column: number): Promise<CellDetail> {
    return cellDetail(this.opened().services.sheet, tabId, row, column);
  }

  async charts(tabId: number): Promise<readonly ChartOutline[]> {
    const { sheet } = this.opened().services;
    return sheet.file.tab(tabId).charts.map((chart) => chartOutline(sheet, chart));
  }

  async copy(tabId: number, range: RectangleData): Promise<CopiedCells> {
    return copyCells(this.opened().services.sheet, tabId, range);
  }

  async edit(edit: SheetEdit, options?: EditOptions): Promise<EditAnswer> {
    if (this.access === "read-only") return readOnly;
    const outcome = this.opened().edit(edit, options);
    return outcome.kind === "done" ? this.done() : outcome;
  }

  async undo(): Promise<EditAnswer> {
    if (this.access === "read-only") return readOnly;
    this.opened().undo();
    return this.done();
  }

  async redo(): Promise<EditAnswer> {
    if (this.access === "read-only") return readOnly;
    this.opened().redo();
    return this.done();
  }

  async columnTexts(tabId: number, column: number): Promise<readonly string[]> {
    const { sheet } = this.opened().services;
    const tab = sheet.file.tab(tabId);
    const texts = new Set<string>();
    for (let row = tab.frozenRows + 1; row <= tab.cells.lastRow(); row++)
      texts.add(displayText(sheet, tab, row, column));
    return [...texts].sort((one, other) => one.localeCompare(other, undefined, { numeric: true }));
  }

  async run(functionName: string, args: readonly unknown[]): Promise<RunAnswer> {
    if (this.access === "read-only") {
      const outcome = { ok: false, message: readOnly.message } as const;
      return { outcome, dialog: null, sidebar: null, toasts: [], outline: this.outlineNow() };
    }
    // Who ends a run that never ends opens what is stored: nothing that was done before may be missing there.
    await this.saving;
    const answer = this.opened().run(functionName, args);
    this.save();
    return { ...answer, outline: this.outlineNow() };
  }

  async outbox(): Promise<Outbox> {
    const { services } = this.opened();
    return { mails: [...services.mail], quotaLeft: services.mailLeft() };
  }

  async document(id: string): Promise<DocumentData | null> {
    return (
      this.opened()
        .services.documents()
        .find((document) => document.id === id) ?? null
    );
  }

  async form(id: string): Promise<FormView | null> {
    return formView(this.opened().services, id);
  }

  async submitForm(id: string, answers: FormAnswers): Promise<FormOutcome> {
    if (this.access === "read-only") return { kind: "refused", problems: { form: readOnly.message } };
    const outcome = this.opened().submitForm(id, answers);
    if (outcome.kind === "refused") return outcome;
    this.save();
    return { ...outcome, outline: this.outlineNow() };
  }

  async workbookFile(): Promise<Blob> {
    return workbookFile(this.opened().services.workbook());
  }

  async tabFile(tabId: number): Promise<Blob> {
    const { sheet } = this.opened().services;
    const tab = sheet.file.tab(tabId);
    const columns = tab.cells.lastColumn();
    return tabFile(
      Array.from({ length: tab.cells.lastRow() }, (_, down) =>
        Array.from({ length: columns }, (_, across) => displayText(sheet, tab, down + 1, across + 1)),
      ),
    );
  }

  async documentFile(id: string): Promise<Blob> {
    const document = await this.document(id);
    if (!document) throw new Error(`no document ${id}`);
    return documentFile(document);
  }

  private openProgram(workbook: WorkbookData, outside?: OutsideData): OpenProgram {
    return new OpenProgram(workbook, outside, this.options);
  }

  private opened(): OpenProgram {
    if (!this.program) throw new Error("no program is open");
    return this.program;
  }

  private take(program: OpenProgram): void {
    this.program?.free();
    this.program = program;
  }

  /** A program in place of the present one, which stays stored until the new one is. */
  private replace(program: OpenProgram): Opening {
    this.take(program);
    this.note(this.store.save("everything"));
    return this.opening();
  }

  private opening(): Opening {
    return { kind: "open", outline: this.outlineNow(), access: this.access };
  }

  private problem(problem: WorkspaceProblem): Opening {
    return { kind: "problem", problem, access: this.access };
  }

  private outlineNow(): Outline {
    return this.opened().outline(this.storage);
  }

  private done(): EditAnswer {
    this.save();
    return { kind: "done", outline: this.outlineNow() };
  }

  /** The answer to the page goes first: what is painted does not wait for what is stored. */
  private save(): void {
    const answered = new Promise((resolve) => setTimeout(resolve));
    this.note(answered.then(() => this.store.save(this.opened().changes())));
  }

  private note(saving: ReturnType<ProgramStore["save"]>): void {
    this.saving = saving.then((saved) => {
      if (saved.ok) this.storage = "saved";
      else this.noteProblem(saved.problem);
    });
  }

  private noteProblem({ code }: WorkspaceProblem): void {
    this.storage = code === "storage-full" ? "full" : "denied";
  }
}

const readOnly = {
  kind: "refused",
  message: "Another browser tab has this program open. Make your changes there, or close it and reload this page.",
} as const;
