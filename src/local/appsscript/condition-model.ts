import { columnLetters } from "./a1";
import { EngineModel } from "./engine-model";
import { engineName } from "./formula-translation";
import type { Tab } from "./tab";

/** Stands in a formula where the name of a cell with an input goes. */
export const hole = "\u0000";

interface SheetOfTab {
  readonly index: number;
  readonly given: Map<string, string>;
  lastRow: number;
  lastColumn: number;
}

interface Slot {
  formula: string;
  inputs: string[];
  batch: number;
}

/**
 * The small model of the condition engine. Each formula has a row of the first sheet, its inputs beside it; cells that
 * formulas read by their place stand in a sheet for each tab.
 */
export class ConditionModel {
  private readonly model = new EngineModel();
  private readonly slots: Slot[] = [];
  private readonly sheets = new Map<number, SheetOfTab>();
  private batch = 0;
  private inputCount = 0;

  /** The engine keeps a history of all inputs, which only a new model is without. */
  isWornOut(): boolean {
    return this.inputCount > 20_000;
  }

  /** What was put before may be written over from here on. */
  beginBatch(): void {
    this.batch++;
  }

  /** How far the cells of a tab go that it was given. */
  extent(tab: Tab): { readonly lastRow: number; readonly lastColumn: number } {
    return this.sheetOf(tab);
  }

  takeCell(tab: Tab, row: number, column: number, input: string): void {
    const sheet = this.sheetOf(tab);
    const key = `${row}:${column}`;
    if ((sheet.given.get(key) ?? "") === input) return;
    sheet.given.set(key, input);
    sheet.lastRow = Math.max(sheet.lastRow, row);
    sheet.lastColumn = Math.max(sheet.lastColumn, column);
    this.set(sheet.index, row, column, input);
  }

  /** Puts a formula with its inputs in place of its holes, and gives the number by which to read its answer. */
  takeFormula(formula: string, inputs: readonly string[]): number {
    const index = this.slotFor(formula);
    const slot = this.slots[index] ?? { formula: "", inputs: [], batch: 0 };
    this.slots[index] = slot;
    slot.batch = this.batch;
    const row = index + 1;
    inputs.forEach((input, place) => {
      if (slot.inputs[place] !== input) this.set(0, row, place + 2, input);
      slot.inputs[place] = input;
    });
    if (slot.formula !== formula) {
      let place = 1;
      this.model.clear(0, row, 1);
      this.set(
        0,
        row,
        1,
        formula.replaceAll(hole, () => `${columnLetters(++place)}${row}`),
      );
      slot.formula = formula;
    }
    return index;
  }

  evaluate(): void {
    this.slots.forEach((slot, index) => {
      // Idle formulas over ranges would take their time again.
      if (slot.batch === this.batch || slot.formula === "" || slot.formula.includes(hole)) return;
      this.set(0, index + 1, 1, "");
      slot.formula = "";
    });
    this.model.evaluate();
  }

  isTrue(index: number): boolean {
    return this.model.isTrue(0, index + 1, 1);
  }

  free(): void {
    this.model.free();
  }

  /** Reading a formula in is what costs most: one that has a slot keeps it until there are many. */
  private slotFor(formula: string): number {
    const same = this.slots.findIndex((slot) => slot.batch !== this.batch && slot.formula === formula);
    if (same >= 0 || this.slots.length < slotsKept) return same >= 0 ? same : this.slots.length;
    const idle = this.slots.findIndex((slot) => slot.batch !== this.batch);
    return idle >= 0 ? idle : this.slots.length;
  }

  private sheetOf(tab: Tab): SheetOfTab {
    const known = this.sheets.get(tab.id);
    if (known) return known;
    const sheet = { index: this.sheets.size + 1, given: new Map<string, string>(), lastRow: 0, lastColumn: 0 };
    this.model.addSheet(sheet.index, engineName(tab));
    this.sheets.set(tab.id, sheet);
    return sheet;
  }

  private set(sheet: number, row: number, column: number, input: string): void {
    this.model.set(sheet, row, column, input);
    this.inputCount++;
  }
}

const slotsKept = 400;
