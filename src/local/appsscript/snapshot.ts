import type { CellData, FormatData, NoteData, SheetData, ValidationData, WorkbookData } from "../workbook-data";
import type { Tab } from "./tab";
import type { CellContent, Formula } from "./typed-text";
import { WorkbookFile } from "./workbook-file";

/** A spreadsheet as Google makes a new one: one empty tab. */
export function blankWorkbook(file: { id: string; name: string; timeZone: string; locale: string }): WorkbookData {
  const sheet: SheetData = {
    id: 0,
    name: "Sheet1",
    hidden: false,
    rowCount: 1000,
    columnCount: 26,
    frozenRows: 0,
    columnWidths: {},
    cells: [],
    notes: [],
    formats: [],
    validations: [],
    conditionalFormats: [],
    protection: null,
    formUrl: null,
  };
  return { ...file, sheets: [sheet], namedRanges: [] };
}

export function openFile(data: WorkbookData, randomId: () => string): WorkbookFile {
  const file = new WorkbookFile(data.id, data.name, data.timeZone, data.locale, randomId);
  for (const sheet of data.sheets) {
    const size = { rows: sheet.rowCount, columns: sheet.columnCount };
    fillTab(file.insertTab(sheet.name, file.tabs.length, size, sheet.id), sheet, file);
  }
  for (const named of data.namedRanges) file.namedRanges.set(named.name, named);
  file.activeTabId = file.tabs[0]?.id ?? 0;
  return file;
}

/** The workbook as data; `tabData` gives a tab as data, as {@link snapshotOfTab} does. */
export function snapshotOf(file: WorkbookFile, tabData: (tab: Tab) => SheetData): WorkbookData {
  return {
    id: file.id,
    name: file.name,
    timeZone: file.timeZone,
    locale: file.locale,
    sheets: file.tabs.map(tabData),
    namedRanges: [...file.namedRanges.values()],
  };
}

type FormulaValue = (tab: Tab, row: number, column: number, formula: Formula) => CellData["value"];

function fillTab(tab: Tab, sheet: SheetData, file: WorkbookFile): void {
  tab.hidden = sheet.hidden;
  tab.frozenRows = sheet.frozenRows;
  tab.protection = sheet.protection && { ...sheet.protection };
  tab.formUrl = sheet.formUrl;
  tab.conditionalFormats = sheet.conditionalFormats;
  tab.charts = sheet.charts ?? [];
  tab.color = sheet.color ?? null;
  tab.hiddenRows = new Set(sheet.hiddenRows);
  tab.hiddenColumns = new Set(sheet.hiddenColumns);
  tab.filter = sheet.filter ?? null;
  for (const [column, width] of Object.entries(sheet.columnWidths)) tab.columnWidths.set(Number(column), width);
  for (const [column, key] of Object.entries(sheet.questionColumns ?? {})) tab.questionColumns.set(Number(column), key);
  for (const { row, column, value, formula } of sheet.cells) {
    tab.cells.set(row, column, formula === undefined ? value : { formula });
  }
  for (const { row, column, text } of sheet.notes) tab.notes.set(row, column, text);
  for (const { range, format } of sheet.formats) {
    tab.formats.update(range, (present) => file.formats.intern({ ...present, ...format }));
  }
  for (const { range, rule } of sheet.validations) {
    const interned = file.rules.intern(rule);
    tab.rules.update(range, () => interned);
  }
}

/** `computed` gives a formula's computed value. */
export function snapshotOfTab(tab: Tab, computed: FormulaValue): SheetData {
  const cells: CellData[] = [];
  const notes: NoteData[] = [];
  tab.cells.forEach((content, row, column) => {
    cells.push({ row, column, ...snapshotOfCell(content, (formula) => computed(tab, row, column, formula)) });
  });
  tab.notes.forEach((text, row, column) => {
    notes.push({ row, column, text });
  });
  const formats: FormatData[] = tab.formats.rectangles().map(({ range, value }) => ({ range, format: value }));
  const validations: ValidationData[] = tab.rules.rectangles().map(({ range, value }) => ({ range, rule: value }));
  return {
    id: tab.id,
    name: tab.name,
    hidden: tab.hidden,
    rowCount: tab.rowCount,
    columnCount: tab.columnCount,
    frozenRows: tab.frozenRows,
    columnWidths: Object.fromEntries(tab.columnWidths),
    cells,
    notes,
    formats,
    validations,
    conditionalFormats: tab.conditionalFormats,
    protection: tab.protection && { ...tab.protection },
    formUrl: tab.formUrl,
    ...(tab.color !== null && { color: tab.color }),
    ...(tab.hiddenRows.size > 0 && { hiddenRows: ascending(tab.hiddenRows) }),
    ...(tab.hiddenColumns.size > 0 && { hiddenColumns: ascending(tab.hiddenColumns) }),
    ...(tab.filter && { filter: tab.filter }),
    ...(tab.charts.length > 0 && { charts: tab.charts }),
    ...(tab.questionColumns.size > 0 && { questionColumns: Object.fromEntries(tab.questionColumns) }),
  };
}

function ascending(places: ReadonlySet<number>): number[] {
  return [...places].sort((one, other) => one - other);
}

function snapshotOfCell(
  content: CellContent,
  compute: (formula: Formula) => CellData["value"],
): Pick<CellData, "value" | "formula"> {
  return typeof content === "object" ? { value: compute(content), formula: content.formula } : { value: content };
}
