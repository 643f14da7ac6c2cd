import * as z from "zod/mini";
import { type Problem, problem } from "../content/problems";
import { readForeignTab } from "../google/workbook";
import { type Table, tableFromCells, tableFromText } from "../workbook/imports/table";

/** Where a table comes from: a file or pasted text, which the dialog or the command line has decoded, or a tab of this spreadsheet. */
export const sourceSchema = z.union([
  z.object({ name: z.string(), text: z.string() }),
  z.object({ tab: z.string() }),
]);

export type Source = z.infer<typeof sourceSchema>;

export const dateOrderSchema = z.optional(z.enum(["mdy", "dmy", "ymd"]));

/** What the import of a roster or of submissions is given. */
export const tableInputSchema = z.object({
  source: sourceSchema,
  /** Header to column key, "" for none; what is not named is found by its words. */
  columns: z.optional(z.record(z.string(), z.string())),
  dates: dateOrderSchema,
  preview: z.optional(z.boolean()),
});

/** Anything may call a server function with anything: what does not fit is reported by the name of the field. */
export function readInput<T>(schema: z.ZodMiniType<T>, input: unknown): { readonly value: T } | { readonly problems: readonly Problem[] } {
  const read = schema.safeParse(input);
  if (read.success) return { value: read.data };
  return { problems: read.error.issues.map(({ path }) => problem("bad-input", { column: path.join(".") || "input" })) };
}

export function readTable(source: Source): Table | { readonly problems: readonly Problem[] } {
  if ("text" in source) return tableFromText(source.name, source.text);
  const cells = readForeignTab(source.tab);
  return cells ? tableFromCells(source.tab, cells) : { problems: [problem("unknown-tab", { value: source.tab })] };
}
