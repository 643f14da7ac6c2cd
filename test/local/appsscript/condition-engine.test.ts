import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openServices } from "./open-services";

function openTab(options?: Parameters<typeof openServices>[0]) {
  const services = openServices(options);
  const tab = services.open.file.tabs[0];
  if (!tab) throw new Error("A workbook without tabs");
  /** The cells in rows 1 to `rows` of column A, by row, for which a formula written for A1 is true. */
  const rowsWhere = (formula: string, rows = 4, column = 1) => {
    services.globals.SpreadsheetApp.flush();
    const rule = { formula, ranges: [{ row: 1, column: 1, rows: 1000, columns: 26 }] };
    const places = Array.from({ length: rows }, (_, index) => ({ rule, row: index + 1, column }));
    const answers = services.open.conditions.areTrue(tab, places);
    return places.map(({ row }) => row).filter((_, index) => answers[index]);
  };
  return { ...services, tab, rowsWhere };
}

describe("formulas over a row", () => {
  test("are asked of each row by its own cells", () => {
    const { sheet, rowsWhere } = openTab();
    sheet.getRange("A1:B4").setValues([
      ["Done", 1],
      ["done", 0],
      ["Open", true],
      ["", "'1"],
    ]);
    expect(rowsWhere('=$A1="Done"')).toEqual([1, 2]);
    expect(rowsWhere('=$A1<>""')).toEqual([1, 2, 3]);
    expect(rowsWhere("=ISNUMBER($B1)")).toEqual([1, 2]);
    expect(rowsWhere("=ISBLANK($A1)")).toEqual([4]);
    expect(rowsWhere("=AND($A2<>$A1,$B$1=1)")).toEqual([2, 3]);
  });

  test("count a number other than 0 as true, and text and failures as false", () => {
    const { sheet, rowsWhere } = openTab();
    sheet.getRange("A1:A4").setValues([[2], [0], ["x"], ["=1/0"]]);
    expect(rowsWhere("=$A1")).toEqual([1]);
    expect(rowsWhere("=$A1/0")).toEqual([]);
    expect(rowsWhere("=NOSUCH($A1)")).toEqual([]);
    expect(rowsWhere("=ISERROR($A1)")).toEqual([4]);
    expect(rowsWhere("=#REF!")).toEqual([]);
  });

  test("see what formulas come to, in texts, numbers and dates", () => {
    const { sheet, rowsWhere } = openTab();
    sheet.getRange("A1:A4").setFormulas([["=1+1"], ['="2"'], ["=DATE(2026,9,1)"], ['=IF(TRUE,"","x")']]);
    expect(rowsWhere("=$A1=2")).toEqual([1]);
    expect(rowsWhere('=$A1="2"')).toEqual([2]);
    expect(rowsWhere("=$A1=46266")).toEqual([3]);
    expect(rowsWhere('=$A1=""')).toEqual([4]);
  });

  test("take a reference to a blank cell as blank, and a formula's empty text as text", () => {
    const { sheet, rowsWhere } = openTab();
    sheet.getRange("A1:A2").setFormulas([["=B9"], ['=""']]);
    expect(rowsWhere('=$A1=""', 2)).toEqual([1, 2]);
    expect(rowsWhere("=$A1<TODAY()", 2)).toEqual([1]);
  });

  test("know their own row and column, however they are asked", () => {
    const { rowsWhere } = openTab();
    expect(rowsWhere("=MOD(ROW(),2)=0")).toEqual([2, 4]);
    expect(rowsWhere("=COLUMN( )=3", 2, 3)).toEqual([1, 2]);
    expect(rowsWhere('="ROW()"="ROW()"', 1)).toEqual([1]);
  });

  test("that reach above the tab are not true", () => {
    const { rowsWhere, open, tab } = openTab();
    const rule = { formula: '=A1=""', ranges: [{ row: 2, column: 1, rows: 9, columns: 1 }] };
    expect(open.conditions.areTrue(tab, [{ rule, row: 1, column: 1 }])).toEqual([false]);
    expect(rowsWhere('=A1=""', 1)).toEqual([1]);
  });
});

describe("keeping up", () => {
  test("with cells, names of tabs and the day", () => {
    let now = new Date("2026-09-02T12:00:00Z");
    const { sheet, tab, editor, rowsWhere } = openTab({ now: () => now });
    editor.insertTab("Later");
    editor.type("Later", "A1", "9/2/2026");
    sheet.getRange("A1:A2").setValues([["9/1/2026"], ["9/2/2026"]]);
    expect(rowsWhere('=AND($A1<>"",$A1<TODAY())')).toEqual([1]);
    expect(rowsWhere("=$A1=Later!$A$1")).toEqual([2]);
    editor.renameTab("Later", "Dates");
    editor.type("Dates", "A1", "9/1/2026");
    expect(rowsWhere("=$A1=Dates!$A$1")).toEqual([1]);
    now = new Date("2026-09-03T12:00:00Z");
    expect(rowsWhere('=AND($A1<>"",$A1<TODAY())')).toEqual([1, 2]);
    editor.type(tab.name, "A1", "soon");
    expect(rowsWhere('=AND($A1<>"",$A1<TODAY())')).toEqual([2]);
  });

  test("with ranges, also where they get shorter", () => {
    const { tab, editor, rowsWhere } = openTab();
    const type = (a1: string, text: string) => editor.type(tab.name, a1, text);
    for (const [index, text] of ["a", "b", "a", "c"].entries()) type(`A${index + 1}`, text);
    const twice = "=COUNTIF($A$1:$A,$A1)>1";
    expect(rowsWhere(twice)).toEqual([1, 3]);
    type("A4", "b");
    expect(rowsWhere(twice)).toEqual([1, 2, 3, 4]);
    type("A4", "");
    type("A3", "");
    expect(rowsWhere(twice, 2)).toEqual([]);
    expect(rowsWhere("=COUNTIF(A$1:A1,A1)=1", 2)).toEqual([1, 2]);
  });

  test("after its memory was given back", () => {
    const { sheet, free, rowsWhere } = openTab();
    sheet.getRange("A1:A2").setValues([["x"], ["y"]]);
    expect(rowsWhere('=$A1="x"')).toEqual([1]);
    free();
    expect(rowsWhere('=$A1="y"')).toEqual([2]);
    expect(rowsWhere("=COUNTA($A:$A)=2", 1)).toEqual([1]);
  });
});

test("thousands of formulas do not crowd each other out", () => {
  const { sheet, rowsWhere } = openTab();
  const numbers = Array.from({ length: 900 }, (_, index) => [index]);
  sheet.getRange(1, 1, 900, 1).setValues(numbers);
  for (const factor of [2, 3, 5]) {
    const expected = numbers.flatMap(([number = 0]) => (number % factor === 0 ? [number + 1] : []));
    expect(rowsWhere(`=MOD($A1,${factor})=0`, 900)).toEqual(expected);
    expect(rowsWhere(`=MOD(SUM($A1:$B1),${factor})=0`, 900)).toEqual(expected);
  }
});

test("an answer is what the same formula comes to in a cell", () => {
  const cells = fc.oneof(
    fc.constantFrom("", "Done", "done", "=1/0", '=""', "TRUE", "9/1/2026", "0", "-1", "'5", "5"),
    fc.integer({ min: -3, max: 3 }),
  );
  const formulas = fc.constantFrom(
    '=$A1="Done"',
    "=$A1>$B1",
    '=AND($A1<>"",$B1<TODAY(),$A1<>TRUE)',
    "=$A1",
    "=NOT($A1)",
    "=OR(ISNUMBER($A1),ISBLANK($B1))",
    '=AND(LEN($A1)>0,$A1&$B1<>"5")',
    "=SUM($A1:$B1)>0",
  );
  const { sheet, rowsWhere } = openTab();
  fc.assert(
    fc.property(fc.tuple(cells, cells), formulas, (row, formula) => {
      sheet.getRange("A1:B1").setValues([row]);
      sheet
        .getRange("C1")
        .setFormula(`=IFERROR(IF(ISTEXT(${formula.slice(1)}),FALSE,IF(${formula.slice(1)},TRUE,FALSE)),FALSE)`);
      const inCell = sheet.getRange("C1").getValues()[0]?.[0];
      expect(rowsWhere(formula, 1).length === 1).toBe(inCell);
    }),
    { numRuns: 150 },
  );
});
