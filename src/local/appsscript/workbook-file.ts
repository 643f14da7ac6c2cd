import type { CellFormat, NamedRangeData, ValidationRule } from "../workbook-data";
import { type AxisEdit, moveRectangle } from "./axis-edit";
import { chartsAfterEdit, chartsOfCopy, chartsWithoutTab } from "./chart-edits";
import { rewriteForDeletion, rewriteForEdit, rewriteForRename, sameTab } from "./formula-rewriting";
import { Interner } from "./interner";
import { Refusal } from "./refusal";
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
    if (!tab) throw new Refusal(`Sheet ${id} not found`);
    return tab;
  }

  tabNamed(name: string): Tab | null {
    return this.tabs.find((tab) => tab.name === name) ?? null;
  }

  insertTab(name: string, index: number, size = { rows: 1000, columns: 26 }, id = this.freshId()): Tab {
    this.checkName(name, null);
    this.checkSize(size.rows * size.columns);
    return this.bringIn(new Tab(id, name, size.rows, size.columns), index);
  }

  deleteTab(tab: Tab): void {
    if (this.tabs.length === 1) throw new Refusal("You can't remove all the sheets in a document.");
    if (this.isOnlyVisible(tab)) throw new Refusal("You can't remove all the visible sheets in a document.");
    this.leave(tab);
    this.tabs = this.tabs.filter((other) => other !== tab);
    this.namedRanges = new Map([...this.namedRanges].filter(([, range]) => range.sheetId !== tab.id));
    for (const other of this.tabs) other.charts = chartsWithoutTab(other.charts, tab.id);
    this.rewriteFormulas((formula) => rewriteForDeletion(formula, tab.name));
  }

  hideTab(tab: Tab): void {
    if (this.isOnlyVisible(tab)) throw new Refusal("You can't hide all the sheets in a document.");
    this.leave(tab);
    tab.hidden = true;
    this.revision++;
  }

  /** `index` is the place that the tab will have. */
  moveTab(tab: Tab, index: number): void {
    this.tabs = this.tabs.filter((other) => other !== tab);
    this.tabs.splice(Math.max(0, index), 0, tab);
    this.revision++;
  }

  duplicateTab(tab: Tab): Tab {
    let name = `Copy of ${tab.name}`;
    for (let number = 2; this.tabs.some((other) => sameTab(other.name, name)); number++) {
      name = `Copy of ${tab.name} ${number}`;
    }
    this.checkName(name, null);
    this.checkSize(tab.rowCount * tab.columnCount);
    const copy = tab.copy(this.freshId(), name);
    // Google copies neither the protection nor the link to a form.
    copy.protection = null;
    copy.formUrl = null;
    copy.questionColumns.clear();
    copy.charts = chartsOfCopy(copy.charts, tab.id, copy.id, () => this.newChartId());
    copy.hidden = false;
    return this.bringIn(copy, this.tabs.indexOf(tab) + 1);
  }

  renameTab(tab: Tab, name: string): void {
    this.checkName(name, tab);
    this.rewriteFormulas((formula) => rewriteForRename(formula, tab.name, name));
    tab.name = name;
  }

  /** Rows or columns come, go or move; everything that points at them follows. */
  restructure(tab: Tab, edit: AxisEdit): void {
    if (edit.kind === "remove") checkRemoval(tab, edit);
    if (edit.kind === "insert") {
      this.checkSize(edit.count * (edit.axis === "row" ? tab.columnCount : tab.rowCount));
      if (edit.axis === "column" && tab.columnCount + edit.count > columnsInATab) {
        throw new Refusal(`This action would increase the number of columns above the limit of ${columnsInATab}.`);
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
      other.charts = chartsAfterEdit(other.charts, edit, { editedId: tab.id, isHome: other === tab, moved: followed });
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

  /** How everything stands, to be gone back to. It costs next to nothing. */
  state(): WorkbookState {
    return {
      tabs: this.tabs.map((tab) => tab.copy()),
      namedRanges: new Map(this.namedRanges),
      activeTabId: this.activeTabId,
    };
  }

  restore(state: WorkbookState): void {
    this.tabs = state.tabs.map((tab) => tab.copy());
    this.namedRanges = new Map(state.namedRanges);
    this.activeTabId = state.activeTabId;
    this.revision++;
  }

  /** The tabs that came or changed since. */
  changedTabs(since: WorkbookState): Tab[] {
    const known = new Map(since.tabs.map((tab) => [tab.id, tab]));
    return this.tabs.filter((tab) => {
      const then = known.get(tab.id);
      return !then || !tab.isAsIn(then);
    });
  }

  /** Whether a person would see the workbook as it was; which tab is in front does not matter. */
  isAsIn(state: WorkbookState): boolean {
    return (
      this.tabs.length === state.tabs.length &&
      this.tabs.every((tab, index) => tab.id === state.tabs[index]?.id) &&
      this.changedTabs(state).length === 0 &&
      JSON.stringify([...this.namedRanges]) === JSON.stringify([...state.namedRanges])
    );
  }

  /** A new tab is in front. */
  private bringIn(tab: Tab, index: number): Tab {
    this.usedIds.add(tab.id);
    this.tabs.splice(Math.max(0, Math.min(index, this.tabs.length)), 0, tab);
    this.activeTabId = tab.id;
    this.revision++;
    return tab;
  }

  private isOnlyVisible(tab: Tab): boolean {
    return !tab.hidden && this.tabs.every((other) => other === tab || other.hidden);
  }

  /** Another tab comes to the front: the next that shows, or the one before. */
  private leave(tab: Tab): void {
    if (this.activeTabId !== tab.id) return;
    const place = this.tabs.indexOf(tab);
    const others = [...this.tabs.slice(place + 1), ...this.tabs.slice(0, place).reverse()];
    this.activeTabId = (others.find((other) => !other.hidden) ?? others[0] ?? tab).id;
  }

  newChartId(): string {
    return String(this.freshId());
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
      const rules = tab.conditionalFormats.map((rule) => {
        const formula = rewriteRule(rule.formula, tab);
        return formula === rule.formula ? rule : { ...rule, formula };
      });
      if (rules.some((rule, index) => rule !== tab.conditionalFormats[index])) tab.conditionalFormats = rules;
    }
  }

  private checkName(name: string, own: Tab | null): void {
    if (name === "") throw new Refusal("The sheet name cannot be empty.");
    if (name.length > 100) throw new Refusal("The sheet name cannot be greater than 100 characters.");
    if (this.tabs.some((tab) => tab !== own && sameTab(tab.name, name))) {
      throw new Refusal(`A sheet with the name "${name}" already exists. Please enter another name.`);
    }
  }

  private checkSize(added: number): void {
    const cells = this.tabs.reduce((sum, tab) => sum + tab.rowCount * tab.columnCount, added);
    if (cells > cellsInAWorkbook) {
      throw new Refusal(
        `This action would increase the number of cells in the workbook above the limit of ${cellsInAWorkbook} cells.`,
      );
    }
  }
}

/** A workbook as it stood once. Nothing writes into it. */
export interface WorkbookState {
  readonly tabs: readonly Tab[];
  readonly namedRanges: ReadonlyMap<string, NamedRangeData>;
  readonly activeTabId: number;
}

function checkRemoval(tab: Tab, { axis, at, count }: AxisEdit): void {
  const size = axis === "row" ? tab.rowCount : tab.columnCount;
  if (at < 1 || count < 1 || at + count - 1 > size) throw new Refusal(`Those ${axis}s are out of bounds.`);
  if (count >= size) throw new Refusal(`You can't delete all the ${axis}s on the sheet.`);
  if (axis === "row" && at <= tab.frozenRows + 1 && at + count > size) {
    throw new Refusal("Sorry, it is not possible to delete all non-frozen rows.");
  }
}

/** FNV-1a, in 31 bits. */
export function positiveHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 1 || 1;
}
