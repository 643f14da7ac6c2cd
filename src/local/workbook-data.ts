/**
 * A spreadsheet as plain data: what the local Apps Script services hold in memory, what `.xlsx` is written from and
 * read back into, and (in a browser) what is autosaved. Rows and columns are 1-based, as in Google Sheets.
 */
export interface WorkbookData {
  /** The spreadsheet's id. A copy of a file gets another one. */
  readonly id: string;
  readonly name: string;
  /** IANA time zone of the spreadsheet, apart from that of the script. */
  readonly timeZone: string;
  /** Sheets' locale, such as `en_US`: it decides how typed text is read. */
  readonly locale: string;
  readonly sheets: readonly SheetData[];
  readonly namedRanges: readonly NamedRangeData[];
}

export interface SheetData {
  /** Stable id (Google's "gid"): it stays when the tab is renamed or moved. */
  readonly id: number;
  readonly name: string;
  readonly hidden: boolean;
  /** The grid's size, empty rows and columns included. */
  readonly rowCount: number;
  readonly columnCount: number;
  readonly frozenRows: number;
  /** Widths in pixels of the columns whose width was set, by column. */
  readonly columnWidths: Readonly<Record<number, number>>;
  /** Cells that have content. */
  readonly cells: readonly CellData[];
  readonly notes: readonly NoteData[];
  /** Later entries win over earlier ones where they overlap. */
  readonly formats: readonly FormatData[];
  readonly validations: readonly ValidationData[];
  readonly conditionalFormats: readonly ConditionalFormatData[];
  /** Warning-only or real protection of the whole tab. */
  readonly protection: { readonly description: string; readonly warningOnly: boolean } | null;
  /** URL of the form whose answers land here, as Sheet.getFormUrl gives it. */
  readonly formUrl: string | null;
  /** Which question of that form a column belongs to, by column; it lets headers be renamed. */
  readonly questionColumns?: Readonly<Record<number, string>>;
  /** Colour of the tab itself, `#rrggbb`. */
  readonly color?: string | null;
  /** Rows and columns that a person hid. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly filter?: FilterData | null;
  readonly charts?: readonly ChartData[];
}

/** A filter over the rows below the frozen ones: texts that do not show, by column. */
export interface FilterData {
  readonly hidden: Readonly<Record<number, readonly string[]>>;
}

/** A chart over cells, which it follows. */
export interface ChartData {
  readonly id: string;
  readonly kind: "bar" | "column" | "line" | "pie";
  /** The first column has the labels, the first row the names of the series. */
  readonly ranges: readonly { readonly sheetId: number; readonly range: RectangleData }[];
  readonly title: string;
  readonly subtitle?: string;
  readonly stacked?: boolean | "percent";
  readonly colors?: readonly string[];
  /** Where the axis of the figures begins and ends. */
  readonly axis?: { readonly from: number; readonly to: number };
  /** Series that the legend leaves out, by their place from 0. */
  readonly unlisted?: readonly number[];
  /** The cell at its top left corner, and its size in pixels. */
  readonly row: number;
  readonly column: number;
  readonly width: number;
  readonly height: number;
  /** What a screen reader says of it. */
  readonly description: string;
}

/** A literal, or a formula with its last computed value. Dates are serial numbers (days since 1899-12-30), as in Sheets. */
export interface CellData {
  readonly row: number;
  readonly column: number;
  readonly value: string | number | boolean;
  /** With the leading `=`. */
  readonly formula?: string;
}

export interface NoteData {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** A rectangle of cells. */
export interface RectangleData {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface FormatData {
  readonly range: RectangleData;
  readonly format: CellFormat;
}

/** What is set on a cell; a field left out is not touched by this entry. Colours are `#rrggbb`. */
export interface CellFormat {
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly background?: string | null;
  readonly fontColor?: string | null;
  readonly wrap?: boolean;
  readonly verticalAlignment?: "top" | "middle" | "bottom";
}

export interface ValidationData {
  readonly range: RectangleData;
  readonly rule: ValidationRule;
}

export type ValidationRule = (
  | { readonly kind: "checkbox" }
  | { readonly kind: "date" }
  | { readonly kind: "number"; readonly atLeast: number }
  | { readonly kind: "list"; readonly values: readonly string[] }
  | { readonly kind: "range"; readonly sheetId: number; readonly range: RectangleData }
) & { readonly allowInvalid: boolean; readonly helpText: string | null };

export interface ConditionalFormatData {
  readonly ranges: readonly RectangleData[];
  /** A custom formula, relative to the first cell of the first range, with the leading `=`. */
  readonly formula: string;
  readonly background?: string;
  readonly fontColor?: string;
  readonly strikethrough?: boolean;
}

export interface NamedRangeData {
  readonly name: string;
  readonly sheetId: number;
  readonly range: RectangleData;
}
