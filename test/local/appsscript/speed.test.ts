import { expect, test } from "vitest";
import { openServices } from "./open-services";

/** Generous limits: they are to catch an algorithm gone wrong, not a busy machine. */
test("10,000 rows are written and read back within seconds, and sixty counts over them computed", () => {
  const { spreadsheet, sheet, globals, free } = openServices();
  const roster = spreadsheet.insertSheet("Roster");
  roster.insertRowsAfter(1000, 9001);
  const day = Date.UTC(2026, 0, 1);
  const rows = Array.from({ length: 10_000 }, (_, row) =>
    Array.from({ length: 20 }, (_, column) => {
      if (column === 3) return new Date(day + row * 3_600_000);
      return column % 2 === 0 ? `person ${row % 97}` : row * column;
    }),
  );
  const start = performance.now();
  roster.getRange(2, 1, 10_000, 20).setValues(rows);
  globals.SpreadsheetApp.flush();
  expect(roster.getDataRange().getValues().length).toBe(10_001);
  const written = performance.now();
  expect(written - start).toBeLessThan(5000);

  const formulas = Array.from({ length: 60 }, (_, index) => [
    `=COUNTIFS(Roster!${"ACEGI"[index % 5]}:${"ACEGI"[index % 5]},"person ${index}",Roster!B:B,">=0")`,
  ]);
  sheet.getRange(1, 1, 60, 1).setFormulas(formulas);
  expect(sheet.getRange("A1").getValues()).toEqual([[104]]);
  expect(performance.now() - written).toBeLessThan(10_000);
  free();
});
