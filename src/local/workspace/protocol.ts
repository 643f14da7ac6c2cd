/**
 * What the page may ask of the workspace in its Worker, and what comes back: plain data, rows and columns 1-based. The
 * page holds no cell of its own: it asks for the rows that it shows, and asks again when something changed.
 */
import type { DocumentData } from "../document-data";
import type { SentMail } from "../outside-data";
import type { CellFormat, ChartData, FilterData, RectangleData, ValidationRule } from "../workbook-data";

/** What the Worker has to know before it is asked anything; it goes as its name, which no cache in between can lose. */
export interface WorkerBirth {
  /** The folder of the page: what is stored goes by it. */
  readonly page: string;
  /** An ISO instant at which the clock stands still; null for the real one. */
  readonly clock: string | null;
}

export interface WorkspaceApi {
  /** Opens what this browser has stored, if anything. */
  open(): Promise<Opening>;
  /** Begins a new program in place of the present one. */
  start(from: "sample" | "empty"): Promise<Opening>;
  /** Takes a program file in place of the present program. */
  openFile(file: Blob): Promise<Opening>;
  /** The whole program as one file. */
  programFile(): Promise<Blob>;
  /** Removes everything that this browser has stored. */
  deleteEverything(): Promise<void>;

  outline(): Promise<Outline>;
  /** Resolves when every change up to now is stored, or could not be. */
  saved(): Promise<Outline["storage"]>;
  paint(tabId: number, firstRow: number, rowCount: number): Promise<PaintedRows>;
  /** A cell as it is edited and explained: its input, note and rule. */
  cell(tabId: number, row: number, column: number): Promise<CellDetail>;
  /** The charts of a tab with the figures that they show now. */
  charts(tabId: number): Promise<readonly ChartOutline[]>;
  /** A range as text, as it goes to the clipboard. */
  copy(tabId: number, range: RectangleData): Promise<CopiedCells>;
  edit(edit: SheetEdit, options?: EditOptions): Promise<EditAnswer>;
  undo(): Promise<EditAnswer>;
  redo(): Promise<EditAnswer>;
  /** The distinct texts of a column, for its filter. */
  columnTexts(tabId: number, column: number): Promise<readonly string[]>;

  /** Runs a function of the add-on by its name, as its menu or `google.script.run` does. */
  run(functionName: string, args: readonly unknown[]): Promise<RunAnswer>;

  outbox(): Promise<Outbox>;
  document(id: string): Promise<DocumentData | null>;
  form(id: string): Promise<FormView | null>;
  submitForm(id: string, answers: FormAnswers): Promise<FormOutcome>;

  workbookFile(): Promise<Blob>;
  tabFile(tabId: number): Promise<Blob>;
  documentFile(id: string): Promise<Blob>;
}

/** How opening went. `none`: nothing is stored yet. */
export type Opening =
  | { readonly kind: "open"; readonly outline: Outline; readonly access: Access }
  | { readonly kind: "none"; readonly access: Access }
  | { readonly kind: "problem"; readonly problem: WorkspaceProblem; readonly access: Access };

/** Whether changes can be made. `read-only`: another browser tab has the program open. */
export type Access = "editing" | "read-only";

/** What can go wrong around a program, as data; `page/problem-words.ts` has the sentences. */
export type WorkspaceProblem =
  | { readonly code: "not-a-program" }
  | { readonly code: "newer-program"; readonly found: number; readonly supported: number }
  | { readonly code: "file-too-large"; readonly bytes: number; readonly limit: number }
  | { readonly code: "damaged-program"; readonly place: string }
  | { readonly code: "storage-denied" }
  | { readonly code: "storage-full" }
  | { readonly code: "read-only" };

/** Everything about the program but the cells. */
export interface Outline {
  readonly name: string;
  /** Goes up with every change. */
  readonly revision: number;
  readonly tabs: readonly TabOutline[];
  /** The tab that a script or an edit brought to the front. */
  readonly activeTabId: number;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly menus: readonly MenuOutline[];
  readonly documents: readonly { readonly id: string; readonly name: string }[];
  readonly forms: readonly { readonly id: string; readonly title: string; readonly answers: number }[];
  readonly mails: number;
  /** Whether changes are kept: this browser may store nothing (a private window), or no more. */
  readonly storage: "saved" | "denied" | "full";
}

export interface TabOutline {
  readonly id: number;
  readonly name: string;
  readonly hidden: boolean;
  readonly color: string | null;
  readonly rowCount: number;
  readonly columnCount: number;
  /** The last row and column with content. */
  readonly lastRow: number;
  readonly lastColumn: number;
  readonly frozenRows: number;
  readonly columnWidths: Readonly<Record<number, number>>;
  /** Hidden by a person or by the filter. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly filter: FilterData | null;
  readonly protection: { readonly description: string; readonly warningOnly: boolean } | null;
  readonly hasForm: boolean;
}

/** A chart with the figures that it shows now. */
export interface ChartOutline extends Omit<ChartData, "ranges"> {
  readonly labels: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly values: readonly (number | null)[];
    /** Its cells show shares. */
    readonly percent: boolean;
    /** Its cells show no minus. */
    readonly unsigned: boolean;
  }[];
}

interface MenuOutline {
  /** Null for the add-on's own menu. */
  readonly caption: string | null;
  readonly items: readonly MenuItem[];
}

export type MenuItem =
  | { readonly kind: "item"; readonly caption: string; readonly functionName: string }
  | { readonly kind: "separator" }
  | { readonly kind: "menu"; readonly caption: string; readonly items: readonly MenuItem[] };

export interface PaintedRows {
  readonly tabId: number;
  readonly revision: number;
  readonly firstRow: number;
  /** A row each, a cell each column; null where a cell has nothing to show. */
  readonly rows: readonly (readonly (PaintedCell | null)[])[];
}

/** A cell as it looks. Left out where it is as usual. */
export interface PaintedCell extends Omit<CellFormat, "numberFormat" | "background" | "fontColor"> {
  readonly text: string;
  /** What a person would edit, where it is not the text that shows: an edit begins at once, without asking. */
  readonly input?: string;
  readonly align?: "right" | "center";
  readonly background?: string;
  readonly fontColor?: string;
  readonly strikethrough?: boolean;
  /** Shown as a checkbox in this state. */
  readonly checkbox?: boolean;
  /** Offers choices. */
  readonly choices?: boolean;
  /** Content that its rule does not allow. */
  readonly invalid?: boolean;
  readonly note?: boolean;
  /** Where the text as a whole is a link. */
  readonly link?: string;
  readonly error?: boolean;
}

export interface CellDetail {
  /** What a person would edit: the formula, or the value as it is typed. */
  readonly input: string;
  readonly text: string;
  readonly note: string;
  readonly rule: {
    readonly kind: ValidationRule["kind"];
    readonly choices: readonly string[] | null;
    readonly allowInvalid: boolean;
    readonly helpText: string | null;
  } | null;
}

export interface CopiedCells {
  /** Tab-separated, quoted as spreadsheets do it. */
  readonly text: string;
  readonly html: string;
}

interface At {
  readonly tabId: number;
}

type AxisPlace = At & { readonly axis: "row" | "column"; readonly at: number; readonly count: number };

/** Everything that a person can do to the sheet. Each is one step to undo. */
export type SheetEdit =
  | (At & { readonly kind: "type"; readonly row: number; readonly column: number; readonly text: string })
  /** Texts as they would be typed, from this cell on; the tab grows where they need it. */
  | (At & {
      readonly kind: "paste";
      readonly row: number;
      readonly column: number;
      readonly cells: readonly (readonly string[])[];
    })
  | (At & { readonly kind: "clear"; readonly range: RectangleData })
  /** All to checked, unless all are. */
  | (At & { readonly kind: "toggle"; readonly range: RectangleData })
  /** Repeats (or goes on with) `from` over `to`, which contains it. */
  | (At & { readonly kind: "fill"; readonly from: RectangleData; readonly to: RectangleData })
  | (At & { readonly kind: "set-note"; readonly row: number; readonly column: number; readonly text: string })
  | (AxisPlace & { readonly kind: "insert" })
  | (AxisPlace & { readonly kind: "delete" })
  | (AxisPlace & { readonly kind: "move"; readonly before: number })
  | (AxisPlace & { readonly kind: "hide" })
  | (AxisPlace & { readonly kind: "show" })
  | (At & { readonly kind: "resize"; readonly column: number; readonly width: number })
  | (At & { readonly kind: "freeze"; readonly rows: number })
  | (At & { readonly kind: "sort"; readonly column: number; readonly descending: boolean })
  /** The texts of a column that do not show; none shows all of it. */
  | (At & { readonly kind: "filter"; readonly column: number; readonly hidden: readonly string[] })
  | (At & { readonly kind: "clear-filter" })
  | { readonly kind: "add-tab"; readonly name?: string; readonly index?: number }
  | (At & { readonly kind: "rename-tab"; readonly name: string })
  | (At & { readonly kind: "move-tab"; readonly index: number })
  | (At & { readonly kind: "duplicate-tab" })
  | (At & { readonly kind: "delete-tab" })
  | (At & { readonly kind: "hide-tab" })
  | (At & { readonly kind: "show-tab" })
  | (At & { readonly kind: "remove-chart"; readonly chartId: string });

export interface EditOptions {
  /** The person was asked about a protected tab and went on. */
  readonly anyway?: boolean;
}

export type EditAnswer =
  | { readonly kind: "done"; readonly outline: Outline }
  /** Refused, with the words that Google would show. */
  | { readonly kind: "refused"; readonly message: string }
  /** A warning-only protection: ask, then send again with `anyway`. */
  | { readonly kind: "protected"; readonly description: string };

export interface RunAnswer {
  readonly outcome: { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };
  /** What the run put before the person. */
  readonly dialog: OpenedPage | null;
  readonly sidebar: OpenedPage | null;
  readonly toasts: readonly { readonly title: string; readonly message: string }[];
  readonly outline: Outline;
}

export interface OpenedPage {
  readonly title: string;
  readonly html: string;
  readonly width: number | null;
  readonly height: number | null;
}

export interface Outbox {
  readonly mails: readonly SentMail[];
  readonly quotaLeft: number;
}

export interface FormView {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly confirmationMessage: string;
  readonly isOpen: boolean;
  readonly closedMessage: string;
  readonly collectsEmail: boolean;
  readonly items: readonly FormViewItem[];
}

interface FormViewQuestion {
  /** As in `entry.<id>` of a prefilled link. */
  readonly entry: string;
  readonly title: string;
  readonly helpText: string;
  readonly required: boolean;
}

export type FormViewItem =
  | { readonly kind: "section"; readonly title: string; readonly helpText: string }
  | { readonly kind: "page-break"; readonly title: string; readonly helpText: string }
  | (FormViewQuestion & { readonly kind: "text" | "paragraph" | "date" | "time" })
  | (FormViewQuestion & {
      readonly kind: "choice" | "list" | "checkboxes";
      readonly choices: readonly string[];
      readonly other: boolean;
    })
  | (FormViewQuestion & {
      readonly kind: "scale";
      readonly from: number;
      readonly to: number;
      readonly fromLabel: string;
      readonly toLabel: string;
    })
  | (FormViewQuestion & {
      readonly kind: "grid" | "checkbox-grid";
      readonly rows: readonly string[];
      readonly columns: readonly string[];
    });

/** Answers by entry: a text, the texts ticked, or for a grid a text (or texts) a row; left out where unanswered. */
export interface FormAnswers {
  readonly email?: string;
  readonly entries: Readonly<Record<string, string | readonly string[] | readonly (readonly string[])[]>>;
}

export type FormOutcome =
  | { readonly kind: "sent"; readonly confirmationMessage: string; readonly outline: Outline }
  /** Nothing was kept; a message by entry, and `email` for the address. */
  | { readonly kind: "refused"; readonly problems: Readonly<Record<string, string>> };
