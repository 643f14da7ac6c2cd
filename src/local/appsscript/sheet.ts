import { parseA1 } from "./a1";
import { positive, signatureError, text, wholeNumber } from "./arguments";
import { ruleDataOf, rulesOfTab } from "./conditional-format";
import { type Desk, placeOf, type Range, type Sheet } from "./desk";
import { chartDataOf, chartsOfTab, createChartBuilder } from "./embedded-chart";
import { checkRangeArguments } from "./grid-bounds";
import { loud } from "./loud";
import { createProtection, protectionType } from "./protection";
import { createRangeList } from "./range";
import { hexColor } from "./range-formats";
import type { Tab } from "./tab";

export function createSheet(desk: Desk, tabId: number): Sheet {
  const { execution, file } = desk;
  const tab = () => file.tab(tabId);

  const later = (change: (tab: Tab) => void): Sheet => {
    execution.later(() => {
      change(tab());
      file.revision++;
    });
    return self;
  };

  /** For changes that Google checks against the file's state at once. */
  const atOnce = (change: (tab: Tab) => void): Sheet => {
    execution.settle();
    change(tab());
    file.revision++;
    return self;
  };

  const rangeAt = (row: unknown, column?: unknown, rows: unknown = 1, columns: unknown = 1): Range => {
    const member = "SpreadsheetApp.Sheet.getRange";
    const grid = { rows: tab().rowCount + tab().waiting.rows, columns: tab().columnCount + tab().waiting.columns };
    if (typeof row === "string") {
      const range = parseA1(row, grid);
      if (!range || column !== undefined) throw new Error("Range not found");
      checkRangeArguments(range, grid);
      return desk.range({ tabId, range });
    }
    const range = {
      row: wholeNumber(member, row),
      column: wholeNumber(member, column),
      rows: wholeNumber(member, rows),
      columns: wholeNumber(member, columns),
    };
    checkRangeArguments(range, grid);
    return desk.range({ tabId, range });
  };

  const insertAfter = (axis: "row" | "column", after: unknown, count: unknown): Sheet => {
    const member = `SpreadsheetApp.Sheet.insert${axis === "row" ? "Rows" : "Columns"}After`;
    const line = positive(member, after);
    const added = positive(member, count);
    const size = axis === "row" ? tab().rowCount + tab().waiting.rows : tab().columnCount + tab().waiting.columns;
    if (line > size) throw new Error(`Those ${axis}s are out of bounds.`);
    if (axis === "row") tab().waiting.rows += added;
    else tab().waiting.columns += added;
    return later((present) => {
      if (axis === "row") present.waiting.rows -= added;
      else present.waiting.columns -= added;
      if (line > (axis === "row" ? present.rowCount : present.columnCount)) {
        throw new Error(`Those ${axis}s are out of bounds.`);
      }
      file.insertAfter(present, axis, line, added);
    });
  };

  const self: Sheet = loud<Sheet>(execution, "Sheet", {
    getSheetId: () => tab().id,
    getName: () => tab().name,
    getIndex: () => file.tabs.indexOf(tab()) + 1,
    getLastRow: () => tab().cells.lastRow(),
    getLastColumn: () => tab().cells.lastColumn(),
    getMaxRows: () => tab().rowCount,
    getMaxColumns: () => tab().columnCount,
    getFormUrl: () => tab().formUrl,
    isSheetHidden: () => tab().hidden,

    getRange: rangeAt,
    getRangeList: (notations) =>
      createRangeList(
        desk,
        notations.map((notation) => rangeAt(notation)),
      ),
    getDataRange: () => {
      execution.settle();
      const { cells } = tab();
      const size = { rows: Math.max(1, cells.lastRow()), columns: Math.max(1, cells.lastColumn()) };
      return desk.range({ tabId, range: { row: 1, column: 1, ...size } });
    },

    setName: (name) => atOnce((present) => file.renameTab(present, text("SpreadsheetApp.Sheet.setName", name))),
    hideSheet: () => atOnce((present) => file.hideTab(present)),
    setTabColor: (color) => {
      const hex = hexColor("Sheet.setTabColor", color);
      return later((present) => {
        present.color = hex;
      });
    },
    setFrozenRows: (rows) => {
      const count = wholeNumber("SpreadsheetApp.Sheet.setFrozenRows", rows);
      later((present) => present.freeze(count));
    },
    setColumnWidth: (column, width) => {
      const place = positive("SpreadsheetApp.Sheet.setColumnWidth", column);
      const pixels = positive("SpreadsheetApp.Sheet.setColumnWidth", width);
      return later((present) => {
        if (place > present.columnCount) throw new Error("Those columns are out of bounds.");
        present.columnWidths.set(place, pixels);
      });
    },
    hideColumns: (first: unknown, count: unknown = 1) => {
      const from = positive("SpreadsheetApp.Sheet.hideColumns", first);
      const hidden = positive("SpreadsheetApp.Sheet.hideColumns", count);
      later((present) => {
        if (from + hidden - 1 > present.columnCount) throw new Error("Those columns are out of bounds.");
        for (let place = from; place < from + hidden; place++) present.hiddenColumns.add(place);
      });
    },
    insertRowsAfter: (after, count) => insertAfter("row", after, count),
    insertColumnsAfter: (after, count) => insertAfter("column", after, count),
    moveRows: (rows, destination) => {
      const { range, tabId: owner } = placeOf("SpreadsheetApp.Sheet.moveRows", rows);
      if (owner !== tabId) throw new Error("The row spec must be within the sheet's coordinates.");
      const to = positive("SpreadsheetApp.Sheet.moveRows", destination);
      later((present) =>
        file.restructure(present, { kind: "move", axis: "row", at: range.row, count: range.rows, to }),
      );
    },

    getConditionalFormatRules: () => rulesOfTab(desk, tabId),
    setConditionalFormatRules: (rules) => {
      const member = "SpreadsheetApp.Sheet.setConditionalFormatRules";
      const data = rules.map((rule) => ruleDataOf(member, rule, tabId));
      later((present) => {
        present.conditionalFormats = data;
      });
    },
    newChart: () => createChartBuilder(desk),
    getCharts: () => chartsOfTab(desk, tabId),
    insertChart: (chart) => {
      const data = chartDataOf("SpreadsheetApp.Sheet.insertChart", chart, () => file.newChartId());
      later((present) => {
        if (data.row > present.rowCount || data.column > present.columnCount) {
          throw new Error("The chart's position is out of bounds.");
        }
        present.charts = [...present.charts, data];
      });
    },
    protect: () => {
      atOnce((present) => {
        present.protection ??= { description: "", warningOnly: false };
      });
      return createProtection(desk, tabId);
    },
    getProtections: (type) => {
      if (type !== protectionType.SHEET && type !== protectionType.RANGE) {
        throw signatureError("SpreadsheetApp.Sheet.getProtections", [type]);
      }
      return type === protectionType.SHEET && tab().protection ? [createProtection(desk, tabId)] : [];
    },
  });
  return self;
}
