import { type FileTab, openPackage, type XlsxPackage } from "../../files/xlsx-package";
import { child } from "../../files/xml";
import type {
  ConditionalFormatData,
  NamedRangeData,
  RectangleData,
  SheetData,
  ValidationData,
  WorkbookData,
} from "../workbook-data";
import { clip, parseRange, splitReference } from "./address";
import { formulaFromFile } from "./formula";
import { HelperReader } from "./helper-tab";
import { type Kept, keptFromProperties, TAB_NAME_PREFIX } from "./kept";
import { readFormats } from "./read-formats";
import { readRule, ruleFormula } from "./read-rules";
import { readStyles } from "./read-styles";
import { readTab, type TabContent } from "./read-tab";

/** Why a file could not be read as .xlsx. */
type XlsxProblem =
  /** No bytes at all. */
  | "file-empty"
  /** Not a zip archive with a workbook in it: another kind of file. */
  | "not-xlsx"
  /** An old .xls file, or an .xlsx with a password: from outside they look alike. */
  | "old-or-encrypted"
  /** An .xlsx whose archive or XML is broken. */
  | "xlsx-damaged";

type XlsxResult =
  | { readonly ok: true; readonly workbook: WorkbookData }
  | { readonly ok: false; readonly reason: XlsxProblem };

/**
 * Reads an .xlsx file, whether {@link writeXlsx} or another program wrote it.
 *
 * @example
 * const result = await readXlsx(bytes);
 * if (result.ok) console.log(result.workbook.sheets.map((sheet) => sheet.name));
 */
export async function readXlsx(bytes: Uint8Array): Promise<XlsxResult> {
  if (bytes.length === 0) return { ok: false, reason: "file-empty" };
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { ok: false, reason: "old-or-encrypted" };
  if (!startsWith(bytes, [0x50, 0x4b])) return { ok: false, reason: "not-xlsx" };
  try {
    const file = await openPackage(bytes);
    if (!file) return { ok: false, reason: "not-xlsx" };
    return { ok: true, workbook: await readWorkbook(file, bytes) };
  } catch {
    return { ok: false, reason: "xlsx-damaged" };
  }
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}

async function readWorkbook(file: XlsxPackage, bytes: Uint8Array): Promise<WorkbookData> {
  const kept = keptFromProperties(file.customProperties);
  const styles = readStyles(file.stylesXml, file.themeXml);
  const parsed: FileSheet[] = [];
  for (const tab of file.tabs) parsed.push({ tab, content: await readTab(tab, file, styles) });

  const isHelper = ({ tab, content }: FileSheet) =>
    tab.hidden && HelperReader.isHelper(content.cells.find((cell) => cell.row === 1 && cell.column === 1)?.value);
  const helperTab = parsed.find(isHelper);
  const helper = new HelperReader(helperTab?.tab.name ?? null, helperTab?.content.cells ?? []);
  const tabs = parsed.filter((entry) => entry !== helperTab);
  const context: Context = { file, kept, helper, identities: identify(tabs, file, kept) };
  return {
    id: kept.id ?? `imported-${fingerprint(bytes)}`,
    name: kept.name ?? file.title ?? "Untitled spreadsheet",
    timeZone: kept.timeZone,
    locale: kept.locale,
    sheets: tabs.map(({ tab, content }) => finishSheet(tab, content, context)),
    namedRanges: file.definedNames.flatMap(({ name, reference }): NamedRangeData[] => {
      if (name.startsWith(TAB_NAME_PREFIX) || name.startsWith("_xlnm.")) return [];
      const target = resolveRange(reference, context);
      return target ? [{ name, ...target }] : [];
    }),
  };
}

/** Files of other programs have no id; the same file always gets the same one. */
function fingerprint(bytes: Uint8Array): string {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, "0");
}

/** Who a tab of the file is, and how large. */
interface Identity {
  readonly id: number;
  readonly name: string;
  readonly rowCount: number;
  readonly columnCount: number;
}

interface FileSheet {
  readonly tab: FileTab;
  readonly content: TabContent;
}

interface Context {
  readonly file: XlsxPackage;
  readonly kept: Kept;
  readonly helper: HelperReader;
  /** By the tab's name in the file. */
  readonly identities: ReadonlyMap<string, Identity>;
}

/** Which tab is which, after people renamed, moved, copied and deleted them. By the name in the file. */
function identify(sheets: readonly FileSheet[], file: XlsxPackage, kept: Kept): Map<string, Identity> {
  const ids = new Map<string, number>();
  const claim = (name: string, id: number) => {
    const isFree = Number.isSafeInteger(id) && id >= 0 && ![...ids.values()].includes(id) && !ids.has(name);
    if (isFree && sheets.some(({ tab }) => tab.name === name)) ids.set(name, id);
  };
  for (const { name, reference } of file.definedNames) {
    const target = name.startsWith(TAB_NAME_PREFIX) ? splitReference(reference) : null;
    if (target) claim(target.sheet, Number(name.slice(TAB_NAME_PREFIX.length)));
  }
  for (const [id, tab] of Object.entries(kept.tabs)) if (tab.fileName !== null) claim(tab.fileName, Number(id));
  let next = Math.max(-1, ...ids.values(), ...Object.keys(kept.tabs).map(Number).filter(Number.isSafeInteger)) + 1;
  const taken = new Set<string>();
  return new Map(
    sheets.map(({ tab: { name }, content }) => {
      const id = ids.get(name) ?? next++;
      const tab = kept.tabs[String(id)];
      // A name that Excel had no room for comes back, unless somebody chose another one.
      const own = tab?.name != null && tab.fileName === name && !taken.has(tab.name) ? tab.name : name;
      taken.add(own);
      return [name, { id, name: own, ...gridSize(content, tab ?? NEW_GRID) }];
    }),
  );
}

/** The grid that a tab has where nothing else is known, as Google makes a new one. */
const NEW_GRID = { rowCount: 1000, columnCount: 26 };

function gridSize(
  { cells, notes }: TabContent,
  least: { readonly rowCount: number; readonly columnCount: number },
): { readonly rowCount: number; readonly columnCount: number } {
  let { rowCount, columnCount } = least;
  for (const { row, column } of [...cells, ...notes]) {
    rowCount = Math.max(rowCount, row);
    columnCount = Math.max(columnCount, column);
  }
  return { rowCount, columnCount };
}

/** The cells that a reference or a defined name means, as far as they lie in their tab's grid. */
function resolveRange(
  text: string,
  { file, identities }: Context,
): { readonly sheetId: number; readonly range: RectangleData } | null {
  const named = file.definedNames.find(({ name }) => name.toLowerCase() === text.toLowerCase());
  const parts = splitReference(named?.reference ?? text);
  const identity = parts && identities.get(parts.sheet);
  const range = parts && parseRange(parts.address);
  const inside = identity && range && clip(range, identity.rowCount, identity.columnCount);
  return inside ? { sheetId: identity.id, range: inside } : null;
}

function finishSheet(tab: FileTab, content: TabContent, context: Context): SheetData {
  const identity = context.identities.get(tab.name);
  if (!identity) throw new Error(`no tab ${tab.name}`);
  const { id, name, rowCount, columnCount } = identity;
  const kept = context.kept.tabs[String(id)];
  const { helper } = context;
  const names = new Map([...context.identities].map(([fileName, other]) => [fileName, other.name]));
  const cells = content.cells.map((cell) => ({
    ...cell,
    value: typeof cell.value === "string" ? helper.restore(cell.value) : cell.value,
    ...(cell.formula === undefined ? {} : { formula: formulaFromFile(cell.formula, names) }),
  }));
  const columnWidths: Record<number, number> = {};
  const hiddenColumns: number[] = [];
  for (const { min, max, width, hidden } of content.columns) {
    for (let column = min; column <= Math.min(max, columnCount); column += 1) {
      if (width !== null && width >= 0 && !(hidden && width === 0)) columnWidths[column] = Math.round(width * 7 + 5);
      if (hidden) hiddenColumns.push(column);
    }
  }
  const hiddenRows = content.hiddenRows.filter((row) => row <= rowCount);
  const inGrid = (ranges: string) =>
    ranges.split(/\s+/).flatMap((address) => {
      const range = parseRange(address);
      const inside = range && clip(range, rowCount, columnCount);
      return inside ? [inside] : [];
    });
  return {
    id,
    name,
    hidden: tab.hidden,
    rowCount,
    columnCount,
    frozenRows: Math.min(Math.max(Math.trunc(content.frozenRows) || 0, 0), rowCount),
    columnWidths,
    cells,
    notes: content.notes.map((note) => ({ ...note, text: helper.restore(note.text) })),
    formats: readFormats(content, rowCount, columnCount),
    validations: content.validations.flatMap((element) => {
      const rule = readRule(element, { helper, resolve: (text) => resolveRange(text, context) });
      const ranges = element.attributes.sqref ?? child(element, "sqref")?.text ?? "";
      return rule ? inGrid(ranges).map((range): ValidationData => ({ range, rule })) : [];
    }),
    conditionalFormats: content.conditionals.flatMap(({ ranges, rule, look }): ConditionalFormatData[] => {
      const inside = inGrid(ranges);
      const formula = inside[0] ? ruleFormula(rule, inside[0]) : null;
      if (formula === null || Object.keys(look).length === 0) return [];
      return [{ ranges: inside, formula: formulaFromFile(formula, names), ...look }];
    }),
    protection: content.locked
      ? { description: kept?.protection?.description ?? "", warningOnly: false }
      : kept?.protection?.warningOnly
        ? kept.protection
        : null,
    formUrl: kept?.formUrl ?? null,
    ...(content.color === null ? {} : { color: content.color }),
    ...(hiddenRows.length === 0 ? {} : { hiddenRows }),
    ...(hiddenColumns.length === 0 ? {} : { hiddenColumns }),
    ...(content.hasFilter ? { filter: { hidden: {} } } : {}),
  };
}
