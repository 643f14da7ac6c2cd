import * as z from "zod/mini";
import type { SheetData, WorkbookData } from "../workbook-data";
import { MAX_COLUMNS, MAX_ROWS } from "./address";

/**
 * What a workbook has and .xlsx has no place for. It stands in custom document properties, which Excel and LibreOffice
 * keep when they save the file again. Nothing in them is trusted: people and programs can change them.
 */

/** Each tab's id stands in the name of a defined name that points into the tab: that survives renaming and moving. */
export const TAB_NAME_PREFIX = "_planner.tab.";
const PROPERTY_PREFIX = "planner.";
/** Office keeps at most 255 characters of a custom property. */
const PROPERTY_LENGTH = 240;

const tabSchema = z.object({
  /** The tab's true name, and the one that it has in the file because Excel allows fewer. */
  name: z.catch(z.nullable(z.string()), null),
  fileName: z.catch(z.nullable(z.string()), null),
  rowCount: z.catch(z.int().check(z.minimum(1), z.maximum(MAX_ROWS)), 1000),
  columnCount: z.catch(z.int().check(z.minimum(1), z.maximum(MAX_COLUMNS)), 26),
  formUrl: z.catch(z.nullable(z.string().check(z.regex(/^https?:\/\/\S+$/))), null),
  protection: z.catch(z.nullable(z.object({ description: z.string(), warningOnly: z.boolean() })), null),
});

const keptSchema = z.object({
  id: z.catch(z.nullable(z.string().check(z.regex(/^\S{1,200}$/))), null),
  name: z.catch(z.nullable(z.string()), null),
  timeZone: z.catch(z.string().check(z.refine(isTimeZone)), "Etc/UTC"),
  locale: z.catch(z.string().check(z.regex(/^[A-Za-z]{2,3}(_[A-Za-z0-9]+)*$/)), "en_US"),
  tabs: z.catch(z.record(z.string(), tabSchema), {}),
});

type KeptTab = z.infer<typeof tabSchema>;
export type Kept = z.infer<typeof keptSchema>;

/** What is kept of a workbook, given the names of its tabs in the file. */
export function keep(workbook: WorkbookData, fileNames: ReadonlyMap<string, string>): Kept {
  const tab = (sheet: SheetData): KeptTab => ({
    name: sheet.name,
    fileName: fileNames.get(sheet.name) ?? sheet.name,
    rowCount: sheet.rowCount,
    columnCount: sheet.columnCount,
    formUrl: sheet.formUrl,
    protection: sheet.protection,
  });
  return {
    id: workbook.id,
    name: workbook.name,
    timeZone: workbook.timeZone,
    locale: workbook.locale,
    tabs: Object.fromEntries(workbook.sheets.map((sheet) => [String(sheet.id), tab(sheet)])),
  };
}

/** As custom properties: JSON in numbered pieces, of letters that no program escapes or takes for escaped. */
export function keptToProperties(kept: Kept): readonly { readonly name: string; readonly value: string }[] {
  const json = JSON.stringify(kept).replace(
    /[^ -~]|_(?=x)/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  const properties: { name: string; value: string }[] = [];
  for (let at = 0; at < json.length; at += PROPERTY_LENGTH) {
    properties.push({
      name: `${PROPERTY_PREFIX}${properties.length + 1}`,
      // A piece that began or ended with a space might lose it.
      value: `[${json.slice(at, at + PROPERTY_LENGTH)}]`,
    });
  }
  return properties;
}

/** Back from custom properties; what is missing or malformed has its default. */
export function keptFromProperties(properties: ReadonlyMap<string, string>): Kept {
  let json = "";
  for (let number = 1; ; number += 1) {
    const piece = properties.get(`${PROPERTY_PREFIX}${number}`);
    if (piece === undefined) break;
    json += piece.slice(1, -1);
  }
  const parsed = keptSchema.safeParse(parseJson(json));
  return parsed.success ? parsed.data : keptSchema.parse({});
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return {};
  }
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
