import { EngineMirror } from "./engine-mirror";
import { EngineModel, type EngineValue } from "./engine-model";
import { printFormula } from "./formula-text";
import { engineName, FormulaTranslation } from "./formula-translation";
import { isDateFormat } from "./number-format";
import type { Tab } from "./tab";
import type { WorkbookFile } from "./workbook-file";

/**
 * IronCalc as a calculator beside the workbook. The workbook is the one truth; before a formula's value is read, the
 * engine is brought up to it by difference: the formulas, and of the literals only the columns that formulas name.
 * So a workbook without formulas never starts it, and inserting, moving, sorting or renaming need no rules here.
 *
 * Tabs go by their ids in the engine, which makes it blind to renaming.
 */
export class FormulaEngine {
  private model: EngineModel | null = null;
  private syncedRevision = -1;
  private syncedMinute = -1;
  private readonly mirrors = new Map<number, EngineMirror>();
  private readonly probes = new Map<string, number>();
  private results = new Map<string, FormulaResult>();

  constructor(
    private readonly file: WorkbookFile,
    private readonly now: () => Date,
  ) {}

  result(tab: Tab, row: number, column: number): FormulaResult {
    const model = this.upToDate();
    const key = `${tab.id}:${row}:${column}`;
    const known = this.results.get(key);
    if (known) return known;
    const sheet = this.mirrors.get(tab.id)?.sheet;
    const probe = this.probes.get(key);
    if (sheet === undefined || probe === undefined) throw new Error(`No formula in ${tab.name} at ${row}, ${column}`);
    const result = resultOf(model.read(sheet, row, column, probe));
    this.results.set(key, result);
    return result;
  }

  free(): void {
    this.model?.free();
    this.model = null;
    this.syncedRevision = -1;
    this.mirrors.clear();
    this.probes.clear();
  }

  private upToDate(): EngineModel {
    this.model ??= new EngineModel();
    // TODAY and NOW are written in as figures, so that the engine follows our clock; they go stale with the minute.
    const minute = Math.floor(this.now().getTime() / 60_000);
    if (this.syncedRevision === this.file.revision && this.syncedMinute === minute) return this.model;
    this.results = new Map();
    if (this.synchronise(this.model)) this.model.evaluate();
    this.syncedRevision = this.file.revision;
    this.syncedMinute = minute;
    return this.model;
  }

  private synchronise(model: EngineModel): boolean {
    const translation = new FormulaTranslation(this.file, this.now());
    const formulas = this.file.tabs.map((tab) => {
      const found: [row: number, column: number, formula: string][] = [];
      tab.cells.forEach((content, row, column) => {
        if (typeof content === "object") found.push([row, column, translation.translate(content.formula, tab)]);
      });
      return { tab, found };
    });
    model.reserve(this.newInputs(translation));
    // All sheets stand before the first formula is set, which may name any of them.
    const mirrored = formulas.flatMap(({ tab, found }) => {
      const columns = translation.columnsOf(tab);
      const isNeeded = found.length > 0 || columns.length > 0 || this.mirrors.has(tab.id);
      return isNeeded ? [{ tab, found, columns, mirror: this.mirrorOf(model, tab) }] : [];
    });
    let changed = false;
    for (const { tab, found, columns, mirror } of mirrored) {
      for (const column of columns) changed = mirror.takeColumn(model, tab, column) || changed;
      for (const [row, column, formula] of found) {
        changed = mirror.takeFormula(model, row, column, formula) || changed;
        this.probe(model, tab, row, column);
      }
    }
    return changed;
  }

  private newInputs(translation: FormulaTranslation): number {
    return this.file.tabs.reduce((sum, tab) => {
      const mirror = this.mirrors.get(tab.id);
      const fresh = translation.columnsOf(tab).filter((column) => !mirror?.hasColumn(column));
      return sum + fresh.length * tab.cells.lastRow();
    }, 0);
  }

  /** A cell `=ref&""` on the first sheet: the exact shortest text of a result, where the formatted one has nine digits. */
  private probe(model: EngineModel, tab: Tab, row: number, column: number): void {
    const key = `${tab.id}:${row}:${column}`;
    if (this.probes.has(key)) return;
    const place = this.probes.size + 1;
    this.probes.set(key, place);
    const from = { column, row, columnFixed: false, rowFixed: false };
    const reference = printFormula([{ kind: "reference", tab: engineName(tab), from, to: null }]);
    model.set(0, place, 1, `=${reference}&""`);
  }

  private mirrorOf(model: EngineModel, tab: Tab): EngineMirror {
    const known = this.mirrors.get(tab.id);
    if (known) return known;
    const sheet = this.mirrors.size + 1;
    model.addSheet(sheet, engineName(tab));
    const mirror = new EngineMirror(sheet);
    this.mirrors.set(tab.id, mirror);
    return mirror;
  }
}

export interface FormulaResult {
  readonly value: string | number | boolean;
  readonly isError: boolean;
  /** The formula itself makes a date (`=TODAY()+1`), whatever the cell's format. */
  readonly isDate: boolean;
  /** It only refers to a blank cell. */
  readonly isBlank?: true;
}

/** Sheets has no names for these failures of its own. */
const errorsInSheets = new Map([
  ["#CIRC!", "#REF!"],
  ["#N/IMPL!", "#NAME?"],
  ["#SPILL!", "#REF!"],
  ["#CALC!", "#N/A"],
]);

/** In days: some 27 years, which as a date would be in 1927. */
const largestDifference = 10_000;

function resultOf(value: EngineValue): FormulaResult {
  switch (value.type) {
    case "number":
      // A reference to a blank cell counts as 0 and shows as nothing.
      if (value.text === "") return { value: "", isError: false, isDate: false, isBlank: true };
      // The engine calls a difference of dates a date; Sheets does not. Small numbers are taken for such differences.
      return {
        value: Number(value.text),
        isError: false,
        isDate: isDateFormat(value.numberFormat) && Number(value.text) > largestDifference,
      };
    case "boolean":
      return { value: value.text === "TRUE", isError: false, isDate: false };
    case "error":
      return { value: errorsInSheets.get(value.text) ?? value.text, isError: true, isDate: false };
    case "text":
      return { value: value.text, isError: false, isDate: false };
  }
}
