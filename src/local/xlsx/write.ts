import JSZip from "jszip";
import type { SheetData, WorkbookData } from "../workbook-data";
import { reference } from "./address";
import { HelperWriter } from "./helper-tab";
import { keep, keptToProperties, TAB_NAME_PREFIX } from "./kept";
import { MAIN, RELATIONSHIPS } from "./namespaces";
import { xmlAttribute, xmlText } from "./text";
import { filterRange, SharedStrings, type SheetPart, sheetPart, type WriteContext } from "./write-sheet";
import { StyleTable } from "./write-styles";

const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const FIRST_CELL = { row: 1, column: 1, rows: 1, columns: 1 };
const MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml";
/** The same workbook gives the same bytes, whenever it is written. */
const FIXED_DATE = new Date(Date.UTC(2000, 0, 1));

/**
 * Writes a workbook as .xlsx, so that Excel and LibreOffice open it and {@link readXlsx} gives the same workbook back.
 *
 * @example await writeFile("planner.xlsx", await writeXlsx(workbook))
 * @throws RangeError where a cell lies outside Excel's grid.
 */
export async function writeXlsx(workbook: WorkbookData): Promise<Uint8Array> {
  const fileNames = chooseFileNames(workbook.sheets.map((sheet) => sheet.name));
  const context: WriteContext = {
    workbook,
    fileNames,
    styles: new StyleTable(),
    strings: new SharedStrings(),
    helper: new HelperWriter(helperName([...fileNames.values()])),
  };
  const parts = workbook.sheets.map((sheet) => sheetPart(sheet, context));
  const helperCells = context.helper.cells();
  const tabs = workbook.sheets.map((sheet) => ({
    name: fileNames.get(sheet.name) ?? sheet.name,
    state: sheet.hidden ? "hidden" : "visible",
  }));
  if (helperCells.length > 0 || tabs.length === 0) {
    parts.push(sheetPart({ ...EMPTY_SHEET, cells: helperCells }, context));
    tabs.push({ name: context.helper.tabName, state: tabs.length === 0 ? "visible" : "veryHidden" });
  }

  const zip = new JSZip();
  const add = (path: string, xml: string) => {
    zip.file(path, new TextEncoder().encode(XML_HEAD + xml), { date: FIXED_DATE, createFolders: false });
  };
  add("[Content_Types].xml", contentTypes(parts));
  add(
    "_rels/.rels",
    relationships([
      [`${RELATIONSHIPS}/officeDocument`, "xl/workbook.xml"],
      ["http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"],
      [`${RELATIONSHIPS}/custom-properties`, "docProps/custom.xml"],
    ]),
  );
  add("docProps/core.xml", coreProperties(workbook.name));
  add("docProps/custom.xml", customProperties(keptToProperties(keep(workbook, fileNames))));
  add("xl/workbook.xml", workbookXml(tabs, context));
  add(
    "xl/_rels/workbook.xml.rels",
    relationships([
      ...parts.map((_, at): Relationship => [`${RELATIONSHIPS}/worksheet`, `worksheets/sheet${at + 1}.xml`]),
      [`${RELATIONSHIPS}/styles`, "styles.xml"],
      [`${RELATIONSHIPS}/sharedStrings`, "sharedStrings.xml"],
    ]),
  );
  add("xl/styles.xml", context.styles.toXml());
  add("xl/sharedStrings.xml", context.strings.toXml());
  parts.forEach((part, index) => {
    const number = index + 1;
    add(`xl/worksheets/sheet${number}.xml`, part.xml);
    if (!part.comments) return;
    add(`xl/comments${number}.xml`, part.comments.xml);
    add(`xl/drawings/vmlDrawing${number}.vml`, part.comments.drawing);
    add(
      `xl/worksheets/_rels/sheet${number}.xml.rels`,
      relationships([
        [`${RELATIONSHIPS}/vmlDrawing`, `../drawings/vmlDrawing${number}.vml`],
        [`${RELATIONSHIPS}/comments`, `../comments${number}.xml`],
      ]),
    );
  });
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE", compressionOptions: { level: 6 } });
}

type Relationship = readonly [type: string, target: string];

const EMPTY_SHEET: SheetData = {
  id: 0,
  name: "",
  hidden: true,
  rowCount: 1,
  columnCount: 1,
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

/** Excel allows 31 characters and not all of them; two names that would become the same get a number. */
function chooseFileNames(names: readonly string[]): Map<string, string> {
  const chosen = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of names) {
    const allowed = name
      // biome-ignore lint/suspicious/noControlCharactersInRegex: a name in the file cannot hold them
      .replace(/[\\/?*:[\]\u0000-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, " ")
      .replace(/_(?=x[0-9A-Fa-f]{4})/g, "-")
      .replace(/^'+|'+$/g, "");
    const base = allowed.trim() === "" ? "Tab" : allowed.toLowerCase() === "history" ? `${allowed} tab` : allowed;
    let candidate = cut(base, 31);
    for (let number = 2; taken.has(candidate.toLowerCase()); number += 1) {
      candidate = `${cut(base, 31 - ` ${number}`.length)} ${number}`;
    }
    taken.add(candidate.toLowerCase());
    chosen.set(name, candidate);
  }
  return chosen;
}

function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, "");
}

function helperName(taken: readonly string[]): string {
  let name = "_planner";
  while (taken.some((other) => other.toLowerCase() === name)) name += "_";
  return name;
}

function workbookXml(tabs: readonly { name: string; state: string }[], context: WriteContext): string {
  const active = Math.max(
    tabs.findIndex((tab) => tab.state === "visible"),
    0,
  );
  const sheets = tabs.map(
    (tab, at) =>
      `<sheet name="${xmlAttribute(tab.name)}" sheetId="${at + 1}"${tab.state === "visible" ? "" : ` state="${tab.state}"`} r:id="rId${at + 1}"/>`,
  );
  const { workbook, fileNames } = context;
  const tabNames = workbook.sheets.map(
    (sheet) =>
      `<definedName name="${TAB_NAME_PREFIX}${sheet.id}" hidden="1">${xmlText(reference(fileNames.get(sheet.name) ?? sheet.name, FIRST_CELL))}</definedName>`,
  );
  const names = workbook.namedRanges.flatMap(({ name, sheetId, range }) => {
    const sheet = workbook.sheets.find((candidate) => candidate.id === sheetId);
    if (!sheet) return [];
    return [
      `<definedName name="${xmlAttribute(name)}">${xmlText(reference(fileNames.get(sheet.name) ?? sheet.name, range))}</definedName>`,
    ];
  });
  // LibreOffice takes a filter only where this name tells of it too.
  const filters = workbook.sheets.flatMap((sheet, at) => {
    const range = filterRange(sheet);
    if (!range) return [];
    const cells = reference(fileNames.get(sheet.name) ?? sheet.name, range);
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${xmlText(cells)}</definedName>`,
    ];
  });
  const definedNames = [...filters, ...tabNames, ...names].join("");
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><bookViews><workbookView activeTab="${active}"/></bookViews><sheets>${sheets.join("")}</sheets>${definedNames && `<definedNames>${definedNames}</definedNames>`}<calcPr fullCalcOnLoad="1"/></workbook>`;
}

function contentTypes(parts: readonly SheetPart[]): string {
  const overrides = [
    ["/xl/workbook.xml", `${MIME}.sheet.main+xml`],
    ["/xl/styles.xml", `${MIME}.styles+xml`],
    ["/xl/sharedStrings.xml", `${MIME}.sharedStrings+xml`],
    ["/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"],
    ["/docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml"],
    ...parts.map((_, at) => [`/xl/worksheets/sheet${at + 1}.xml`, `${MIME}.worksheet+xml`]),
    ...parts.flatMap((part, at) => (part.comments ? [[`/xl/comments${at + 1}.xml`, `${MIME}.comments+xml`]] : [])),
  ].map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`);
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${overrides.join("")}</Types>`;
}

function relationships(entries: readonly Relationship[]): string {
  const elements = entries.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE_RELATIONSHIPS}">${elements.join("")}</Relationships>`;
}

function coreProperties(title: string): string {
  return `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title></cp:coreProperties>`;
}

function customProperties(properties: readonly { readonly name: string; readonly value: string }[]): string {
  const elements = properties.map(
    ({ name, value }, at) =>
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${at + 2}" name="${name}"><vt:lpwstr>${xmlText(value)}</vt:lpwstr></property>`,
  );
  return `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${elements.join("")}</Properties>`;
}
