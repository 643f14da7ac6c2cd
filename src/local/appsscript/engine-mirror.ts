import type { EngineModel } from "./engine-model";
import type { Tab } from "./tab";

/** What one of the engine's sheets was given so far. */
export class EngineMirror {
  private readonly columns = new Map<number, (string | number | boolean | undefined)[]>();
  private readonly formulas = new Map<string, string>();

  constructor(readonly sheet: number) {}

  hasColumn(column: number): boolean {
    return this.columns.has(column);
  }

  takeColumn(model: EngineModel, tab: Tab, column: number): boolean {
    const given = this.columnGiven(column);
    const last = Math.max(given.length - 1, tab.cells.lastRow());
    let changed = false;
    for (let row = 1; row <= last; row++) {
      const content = tab.cells.get(row, column);
      if (typeof content === "object" || content === given[row]) continue;
      this.forgetFormula(model, row, column);
      model.set(this.sheet, row, column, engineInput(content));
      given[row] = content;
      changed = true;
    }
    return changed;
  }

  takeFormula(model: EngineModel, row: number, column: number, formula: string): boolean {
    const key = `${row}:${column}`;
    if (this.formulas.get(key) === formula) return false;
    // A date format that the engine gave to the formula before must not be taken for one of this formula.
    model.clear(this.sheet, row, column);
    model.set(this.sheet, row, column, formula);
    this.formulas.set(key, formula);
    this.columnGiven(column)[row] = formulaMark;
    return true;
  }

  private forgetFormula(model: EngineModel, row: number, column: number): void {
    if (this.formulas.delete(`${row}:${column}`)) model.clear(this.sheet, row, column);
  }

  private columnGiven(column: number): (string | number | boolean | undefined)[] {
    const known = this.columns.get(column);
    if (known) return known;
    const fresh: (string | number | boolean | undefined)[] = [];
    this.columns.set(column, fresh);
    return fresh;
  }
}

/** No literal is this text: the null character cannot be typed. */
const formulaMark = "\u0000formula";

function engineInput(content: string | number | boolean | undefined): string {
  if (content === undefined) return "";
  if (typeof content === "string") return `'${content}`;
  return typeof content === "boolean" ? String(content).toUpperCase() : String(content);
}
