import * as z from "zod/mini";
import { type Problem, problem, problemCodes } from "../content/problems";
import { readForeignTab } from "../google/workbook";
import { chosenSchema } from "../workbook/imports/column-mapping";
import { type Table, tableFromCells } from "../workbook/imports/table";

/** One of these words. */
export function oneOf<const T extends string>(words: readonly T[]): z.ZodMiniType<T> {
  return z.string().check(z.refine((word) => words.some((each) => each === word))) as unknown as z.ZodMiniType<T>;
}

/**
 * Where a table comes from: the cells of a file or of pasted text, which src/files has read where it was picked, or a
 * tab of this spreadsheet.
 */
export const sourceSchema = z.object({
  /** The file's name, or the tab's. */
  name: z.string(),
  /** Line by line, the headers first; left out for a tab. */
  cells: z.optional(z.array(z.array(z.string()))),
  /** What was found amiss where the file was picked: the words for it are here. */
  found: z.optional(z.array(z.object({ code: oneOf(problemCodes), value: z.optional(z.string()) }))),
});

export type Source = z.infer<typeof sourceSchema>;

export const dateOrderSchema = z.optional(oneOf(["mdy", "dmy", "ymd"]));

/** What the import of a roster or of submissions is given. */
export const tableInputSchema = z.object({
  source: sourceSchema,
  /** What is not named here is found by its words. */
  columns: z.optional(chosenSchema),
  dates: dateOrderSchema,
  preview: z.optional(z.boolean()),
});

/** Anything may call a server function with anything: what does not fit is reported by the name of the field. */
export function readInput<T>(
  schema: z.ZodMiniType<T>,
  input: unknown,
): { readonly value: T } | { readonly problems: readonly Problem[] } {
  const read = schema.safeParse(input);
  if (read.success) return { value: read.data };
  return { problems: read.error.issues.map(({ path }) => problem("bad-input", { column: path.join(".") || "input" })) };
}

export function readTable({ name, cells, found = [] }: Source): Table | { readonly problems: readonly Problem[] } {
  const problems = found.map(({ code, value }) => problem(code, { file: name, ...(value !== undefined && { value }) }));
  if (!cells && problems.length > 0) return { problems };
  const rows = cells ?? readForeignTab(name);
  if (!rows) return { problems: [problem("unknown-tab", { value: name })] };
  const table = tableFromCells(name, rows);
  return { ...table, problems: [...problems, ...table.problems] };
}
