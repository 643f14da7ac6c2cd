import type { CellFormat } from "../workbook-data";
import { a1Of } from "./a1";
import { checkRectangle, signatureError, text } from "./arguments";
import { ruleOf } from "./data-validation";
import { type Desk, type Range, type RangePlace, rememberPlace } from "./desk";
import { checkInside } from "./grid-bounds";
import { loud } from "./loud";
import { rangeFormats } from "./range-formats";
import type { Tab } from "./tab";
import { validationCheck } from "./validation-check";

export function createRange(desk: Desk, place: RangePlace): Range {
  const { execution, file, values } = desk;
  const { tabId, range } = place;
  const cells = range.rows * range.columns;

  const visit = (act: (row: number, column: number, down: number, across: number) => void) => {
    for (let down = 0; down < range.rows; down++) {
      for (let across = 0; across < range.columns; across++) {
        act(range.row + down, range.column + across, down, across);
      }
    }
  };

  const read = <T>(value: (tab: Tab, row: number, column: number) => T): T[][] => {
    const tab = file.tab(tabId);
    checkInside(tab, range);
    execution.counter.cells.read += cells;
    return Array.from({ length: range.rows }, (_, down) =>
      Array.from({ length: range.columns }, (_, across) => value(tab, range.row + down, range.column + across)),
    );
  };

  const write = (change: (tab: Tab) => void): Range => {
    execution.counter.cells.written += cells;
    execution.later(() => {
      const tab = file.tab(tabId);
      checkInside(tab, range);
      change(tab);
      file.revision++;
    });
    return self;
  };

  const writeValues = (member: string, valueAt: (down: number, across: number) => unknown): Range => {
    visit((_row, _column, down, across) => values.check(member, valueAt(down, across)));
    return write((tab) => {
      const refuse = validationCheck(file, values);
      visit((row, column, down, across) => {
        const typed = values.typed(valueAt(down, across), tab.isText(row, column));
        refuse(tab, row, column, typed.content);
        tab.place(row, column, typed, file.formats);
      });
    });
  };

  const writeFormulas = (formulas: readonly (readonly string[])[]): Range =>
    write((tab) =>
      visit((row, column, down, across) => {
        const formula = formulas[down]?.[across] ?? "";
        if (formula === "") tab.cells.set(row, column, undefined);
        else tab.cells.set(row, column, { formula: formula.startsWith("=") ? formula : `=${formula}` });
      }),
    );

  const format = (change: (present: CellFormat | undefined) => CellFormat): Range =>
    write((tab) => tab.formats.update(range, (present) => file.formats.intern(change(present))));

  const self: Range = loud<Range>(execution, "Range", {
    getValues: () => read((tab, row, column) => values.read(tab, row, column)),
    getFormulas: () =>
      read((tab, row, column) => {
        const content = tab.cells.get(row, column);
        return typeof content === "object" ? content.formula : "";
      }),
    getNotes: () => read((tab, row, column) => tab.notes.get(row, column) ?? ""),

    setValues: (block) => {
      checkRectangle("SpreadsheetApp.Range.setValues", block, range);
      const copy = block.map((row) => [...row]);
      return writeValues("Range.setValues", (down, across) => copy[down]?.[across]);
    },
    setValue: (value) => writeValues("Range.setValue", () => value),
    setFormulas: (block) => {
      checkRectangle("SpreadsheetApp.Range.setFormulas", block, range);
      return writeFormulas(block.map((row) => row.map((formula) => text("SpreadsheetApp.Range.setFormulas", formula))));
    },
    setFormula: (formula) => {
      text("SpreadsheetApp.Range.setFormula", formula);
      return writeFormulas(Array.from({ length: range.rows }, () => new Array<string>(range.columns).fill(formula)));
    },
    setNotes: (block) => {
      checkRectangle("SpreadsheetApp.Range.setNotes", block, range);
      const notes = block.map((row) => [...row]);
      return write((tab) =>
        visit((row, column, down, across) => tab.notes.set(row, column, notes[down]?.[across] || undefined)),
      );
    },
    clearContent: () => write((tab) => tab.cells.update(range, () => undefined)),
    insertCheckboxes: (...options: unknown[]) => {
      if (options.length > 0) throw new Error("not in the local workspace: Range.insertCheckboxes with own values");
      const rule = file.rules.intern({ kind: "checkbox", allowInvalid: true, helpText: null });
      return write((tab) => {
        tab.rules.update(range, () => rule);
        // Google puts FALSE into every cell, which is how checkboxes below the data push getLastRow down.
        tab.cells.update(range, () => false);
      });
    },
    setDataValidation: (rule) => {
      const data =
        rule === null ? undefined : file.rules.intern(ruleOf("SpreadsheetApp.Range.setDataValidation", rule));
      return write((tab) => tab.rules.update(range, () => data));
    },
    ...rangeFormats(format),

    getSheet: () => desk.sheet(tabId),
    getRow: () => range.row,
    getColumn: () => range.column,
    getNumRows: () => range.rows,
    getNumColumns: () => range.columns,
    getA1Notation: () => a1Of(range),
  });
  return rememberPlace(self, place);
}

export function createRangeList(desk: Desk, ranges: readonly Range[]): GoogleAppsScript.Spreadsheet.RangeList {
  const self: GoogleAppsScript.Spreadsheet.RangeList = loud<GoogleAppsScript.Spreadsheet.RangeList>(
    desk.execution,
    "RangeList",
    {
      setValue: (value) => {
        if (value === undefined) throw signatureError("SpreadsheetApp.RangeList.setValue", [value]);
        for (const range of ranges) range.setValue(value);
        return self;
      },
      getRanges: () => [...ranges],
    },
  );
  return self;
}
