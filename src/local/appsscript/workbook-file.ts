import type { CellFormat, NamedRangeData, ValidationRule } from "../workbook-data";
import { type AxisEdit, moveRectangle } from "./axis-edit";
import { rewriteForDeletion, rewriteForEdit, rewriteForRename, sameTab } from "./formula-rewriting";
import { Interner } from "./interner";
import { Tab } from "./tab";
import type { CellContent } from "./typed-text";

const cellsInAWorkbook = 10_000_000;
const columnsInATab = 18_278;

/** The spreadsheet as it stands: tabs, named ranges, and the edits that reach across tabs through formulas. */
export class WorkbookFile {
  tabs: Tab[] = [];
  namedRanges = new Map<string, NamedRangeData>();
  activeTabId = 0;
  /** Goes up with every change, so that what was computed from the file knows when it is old. */
  revision = 0;
  readonly formats = new Interner<CellFormat>();
  readonly rules = new Interner<ValidationRule>();
  private readonly usedIds = new Set<number>();

  constructor(
    readonly id: string,
    public name: string,
    readonly timeZone: string,
    readonly locale: string,
    private readonly randomId: () => string,
  ) {}

  tab(id: number): Tab {
    const tab = this.tabs.find((candidate) => candidate.id === id);
    if (!tab) throw new Error(`Sheet ${id} not found`);
    return tab;
  }

  tabNamed(name: string): Tab | null {
    return this.tabs.find((tab) => tab.name === name) ?? null;
  }

  insertTab(name: string, index: number, size = { rows: 1000, columns: 26 }, id = this.freshId()): Tab {
    this.checkName(name, null);
    this.checkSize(size.rows * size.columns);
    const tab = new Tab(id, name, size.rows, size.columns);
    this.usedIds.add(id);
    this.tabs.splice(Math.max(0, Math.min(index, this.tabs.length)), 0, tab);
    this.activeTabId = id;
    this.revision++;
    return tab;
  }

  deleteTab(tab: Tab): void {
    if (this.tabs.length === 1) throw new Error("You can't remove all the sheets in a document.");
    this.tabs = this.tabs.filter((other) => other !== tab);
    this.namedRanges = new Map([...this.namedRanges].filter(([, range]) => range.sheetId !== tab.id));
    if (this.activeTabId === tab.id) this.activeTabId = this.tabs[0]?.id ?? 0;
    this.rewriteFormulas((formula) => rewriteForDeletion(formula, tab.name));
  }

  duplicateTab(tab: Tab): Tab {
    let name = `Copy of ${tab.name}`;
    for (let number = 2; this.tabs.some((other) => sameTab(other.name, name)); number++) {
      name = `Copy of ${tab.name} ${number}`;
    }
    const copy = this.insertTab(name, this.tabs.indexOf(tab) + 1, { rows: tab.rowCount, columns: tab.columnCount });
    copy.frozenRows = tab.frozenRows;
    copy.color = tab.color;
    copy.conditionalFormats = tab.conditionalFormats;
    copy.columnWidths = new Map(tab.columnWidths);
    copy.hiddenRows = new Set(tab.hiddenRows);
    copy.hiddenColumns = new Set(tab.hiddenColumns);
    copy.cells = tab.cells.copy();
    copy.notes = tab.notes.copy();
    copy.formats = tab.formats.copy();
    copy.rules = tab.rules.copy();
    return copy;
  }

  renameTab(tab: Tab, name: string): void {
    this.checkName(name, tab);
    this.rewriteFormulas((formula) => rewriteForRename(formula, tab.name, name));
    tab.name = name;
  }

  /** Rows or columns come, go or move; everything that points at them follows. */
  restructure(tab: Tab, edit: AxisEdit): void {
    if (edit.kind === "insert") {
      this.checkSize(edit.count * (edit.axis === "row" ? tab.columnCount : tab.rowCount));
      if (edit.axis === "column" && tab.columnCount + edit.count > columnsInATab) {
        throw new Error(`This action would increase the number of columns above the limit of ${columnsInATab}.`);
      }
    }
    // An open end (a name over the whole of column A) stays open when rows are added at the bottom.
    const atTheEnd = edit.kind === "insert" && edit.at === (edit.axis === "row" ? tab.rowCount : tab.columnCount) + 1;
    const before = { rows: tab.rowCount, columns: tab.columnCount };
    tab.restructure(edit);
    const rewritten = (formula: string, home: Tab): string => rewriteForEdit(formula, home.name, tab.name, edit);
    // Its own rules have followed their rows already.
    const followedRules = (formula: string, home: Tab): string =>
      home === tab && edit.axis === "row" ? formula : rewritten(formula, home);
    this.rewriteFormulas(rewritten, followedRules);
    const followed = (range: NamedRangeData["range"]) => {
      const moved = moveRectangle(edit, range);
      if (!moved || !atTheEnd) return moved;
      if (edit.axis === "row" && range.rows > 1 && range.row + range.rows - 1 === before.rows) {
        return { ...moved, rows: moved.rows + edit.count };
      }
      return moved;
    };
    this.namedRanges = new Map(
      [...this.namedRanges].flatMap(([name, named]) => {
        if (named.sheetId !== tab.id) return [[name, named] as const];
        const range = followed(named.range);
        return range ? [[name, { ...named, range }] as const] : [];
      }),
    );
    for (const other of this.tabs) {
      const moved = new Map<ValidationRule, ValidationRule>();
      other.rules.forEach((rule, row, column) => {
        if (rule.kind !== "range" || rule.sheetId !== tab.id) return;
        const known = moved.get(rule) ?? this.rules.intern({ ...rule, range: followed(rule.range) ?? rule.range });
        moved.set(rule, known);
        other.rules.set(row, column, known);
      });
    }
  }

  /** As the menu's "insert below": the new lines take formats and validation from the one before them. */
  insertAfter(tab: Tab, axis: "row" | "column", line: number, count: number): void {
    this.restructure(tab, { kind: "insert", axis, at: line + 1, count });
    tab.inheritFrom(line, count, axis);
  }

  /** As Google's: random, so that one that was deleted in an earlier session does not come back. */
  private freshId(): number {
    let id = positiveHash(this.randomId());
    while (this.usedIds.has(id)) id++;
    return id;
  }

  private rewriteFormulas(
    rewrite: (formula: string, home: Tab) => string,
    rewriteRule: (formula: string, home: Tab) => string = rewrite,
  ): void {
    this.revision++;
    for (const tab of this.tabs) {
      const changed: [number, number, CellContent][] = [];
      tab.cells.forEach((content, row, column) => {
        if (typeof content !== "object") return;
        const formula = rewrite(content.formula, tab);
        if (formula !== content.formula) changed.push([row, column, { formula }]);
      });
      for (const [row, column, content] of changed) tab.cells.set(row, column, content);
      tab.conditionalFormats = tab.conditionalFormats.map((rule) => ({
        ...rule,
        formula: rewriteRule(rule.formula, tab),
      }));
    }
  }

  private checkName(name: string, own: Tab | null): void {
    if (name === "") throw new Error("The sheet name cannot be empty.");
    if (name.length > 100) throw new Error("The sheet name cannot be greater than 100 characters.");
    if (this.tabs.some((tab) => tab !== own && sameTab(tab.name, name))) {
      throw new Error(`A sheet with the name "${name}" already exists. Please enter another name.`);
    }
  }

  private checkSize(added: number): void {
    const cells = this.tabs.reduce((sum, tab) => sum + tab.rowCount * tab.columnCount, added);
    if (cells > cellsInAWorkbook) {
      throw new Error(
        `This action would increase the number of cells in the workbook above the limit of ${cellsInAWorkbook} cells.`,
      );
    }
  }
}

/** FNV-1a, in 31 bits. */
function positiveHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 1 || 1;
}
