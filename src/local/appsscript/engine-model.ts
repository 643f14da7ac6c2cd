import { initSync, Model } from "@ironcalc/wasm";

/** Makes the engine ready; once for a process or a page. `wasm` is the file `@ironcalc/wasm/wasm_bg.wasm`. */
export function startEngine(wasm: BufferSource | WebAssembly.Module): void {
  if (!engineStarted) initSync({ module: wasm });
  engineStarted = true;
}

let engineStarted = false;

/** The engine's numbers for the types of values. */
const cellTypes = { number: 1, boolean: 4, error: 16 };

export type EngineValue =
  | { readonly type: "text" | "boolean" | "error"; readonly text: string }
  /** With the format that the engine derives from the formula: a date for `=DATE(...)+1`. */
  | { readonly type: "number"; readonly text: string; readonly numberFormat: string };

/** IronCalc, held so that it computes only when told to and keeps as little memory as it lets us. */
export class EngineModel {
  private readonly model: Model;
  private inputs = 0;

  constructor() {
    if (!engineStarted) throw new Error("The formula engine is not started: call startEngine with IronCalc's wasm.");
    this.model = new Model("planner", "en", "UTC", "en");
    this.model.pauseEvaluation();
    // The first sheet is for probes.
    this.model.renameSheet(0, "probes");
  }

  /**
   * Takes memory for so many inputs in one piece. Left to itself the engine grows its memory by small steps, and V8
   * collects garbage at every one of them: that made feeding 400,000 cells five times as long.
   */
  reserve(inputs: number): void {
    if (inputs < 5000) return;
    try {
      Model.from_bytes(new Uint8Array(inputs * bytesOfAnInput), "en").free();
    } catch {
      // Zeros are no workbook. The engine keeps the memory in which it looked at them.
    }
  }

  addSheet(index: number, name: string): void {
    this.model.newSheet();
    this.model.renameSheet(index, name);
  }

  set(sheet: number, row: number, column: number, input: string): void {
    this.model.setUserInput(sheet, row, column, input);
    // The engine queues every input for other copies of the workbook, of which there are none.
    if (++this.inputs % 10_000 === 0) this.model.flushSendQueue();
  }

  clear(sheet: number, row: number, column: number): void {
    this.model.rangeClearAll(sheet, row, column, row, column);
  }

  evaluate(): void {
    this.model.evaluate();
    this.model.flushSendQueue();
  }

  /** `probe` is the row of a cell `=ref&""` on the first sheet: the exact shortest text, where the cell's own is rounded. */
  read(sheet: number, row: number, column: number, probe: number): EngineValue {
    const type = this.model.getCellType(sheet, row, column);
    if (type === cellTypes.number) {
      const numberFormat = this.model.getCellStyle(sheet, row, column).style.num_fmt;
      return { type: "number", text: this.model.getFormattedCellValue(0, probe, 1), numberFormat };
    }
    const text = this.model.getFormattedCellValue(sheet, row, column);
    if (type === cellTypes.boolean) return { type: "boolean", text };
    return { type: type === cellTypes.error ? "error" : "text", text };
  }

  /** Whether a cell counts as true: the boolean, or a number that is not 0. */
  isTrue(sheet: number, row: number, column: number): boolean {
    const type = this.model.getCellType(sheet, row, column);
    if (type === cellTypes.boolean) return this.model.getFormattedCellValue(sheet, row, column) === "TRUE";
    return type === cellTypes.number && Number(this.model.getFormattedCellValue(sheet, row, column)) !== 0;
  }

  free(): void {
    this.model.free();
  }
}

/** The engine's history holds an input too. */
const bytesOfAnInput = 400;
