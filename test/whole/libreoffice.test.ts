import { describe, expect, it } from "vitest";
import { sampleProgram } from "../../src/local/sample-program";
import type { WorkbookData } from "../../src/local/workbook-data";
import { readXlsx, writeXlsx } from "../../src/local/xlsx";
import { convert, soffice, withoutValues } from "../local/libreoffice";
import { file, openSetUp } from "./helpers";

async function read(bytes: Uint8Array): Promise<WorkbookData> {
  const result = await readXlsx(bytes);
  if (!result.ok) throw new Error(result.reason);
  return result.workbook;
}

/** Every live figure by tab and cell; "" is what a cell without a value reads as. */
function figures(workbook: WorkbookData): Readonly<Record<string, unknown>> {
  const cells = workbook.sheets.flatMap(({ name, cells: all }) =>
    all.flatMap(({ row, column, value, formula }) => (formula ? [[`${name} ${row} ${column}`, value] as const] : [])),
  );
  return Object.fromEntries(cells);
}

describe.skipIf(!soffice)(
  `The planner's workbook in LibreOffice${soffice ? "" : " (skipped: soffice is not on PATH)"}`,
  () => {
    it("shows the same live figures, computed from the formulas alone", { timeout: 180_000 }, async () => {
      const planner = openSetUp();
      const sample = sampleProgram("2026-09-01");
      planner.call("importRoster", file("roster.csv", sample.roster));
      planner.call("importSubmissions", file("submissions.csv", sample.submissions));
      planner.call("refreshResults", {});
      const bytes = await writeXlsx(planner.services.workbook());
      const ours = figures(await read(bytes));
      expect(Object.values(ours).filter((value) => Number(value) > 0).length).toBeGreaterThan(10);
      const stripped = await withoutValues(bytes);
      expect(figures(await read(stripped))).not.toEqual(ours);
      // TODAY() is the frozen day of the test here and the real one there.
      const withoutToday = (all: Readonly<Record<string, unknown>>) =>
        Object.fromEntries(Object.entries(all).filter(([key]) => key !== overdue));
      const overdue = `Start ${startRow(planner.services.workbook(), "overdue")} 3`;
      expect(withoutToday(figures(await read(await convert(stripped, "xlsx"))))).toEqual(withoutToday(ours));
    });
  },
);

function startRow(workbook: WorkbookData, key: string): number {
  const cells = workbook.sheets.find(({ name }) => name === "Start")?.cells ?? [];
  return cells.find(({ value }) => value === key)?.row ?? 0;
}
