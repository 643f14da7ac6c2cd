import type { NamedRangeData } from "../workbook-data";
import { sameTab } from "./formula-rewriting";
import { type Corner, type FormulaPart, parseFormula, printFormula, type ReferencePart } from "./formula-text";
import type { Tab } from "./tab";
import type { WorkbookFile } from "./workbook-file";
import { serialOfInstant } from "./zone";

/**
 * Formulas as the engine is given them: tabs by id, named ranges and open ranges (`D2:D`) written out, the clock's
 * functions as dates. On the way it learns which columns the formulas read.
 */
export class FormulaTranslation {
  private readonly columns = new Map<number, Set<number>>();
  private readsAnything = false;

  constructor(
    private readonly file: WorkbookFile,
    private readonly now: Date,
  ) {}

  translate(formula: string, home: Tab): string {
    const parts = parseFormula(formula);
    const translated: FormulaPart[] = [];
    for (let index = 0; index < parts.length; index++) {
      const part = parts[index];
      if (part?.kind === "reference") translated.push(this.reference(part, home));
      else if (part?.kind === "name" && isClockCall(parts, index)) {
        translated.push({ kind: "text", text: this.clock(part.text) });
        index += 2;
      } else if (part?.kind === "name") translated.push(this.name(part.text, isCall(parts, index)));
      else if (part) translated.push(part);
    }
    return printFormula(translated);
  }

  /** The columns of a tab whose literals the formulas translated so far can see. */
  columnsOf(tab: Tab): readonly number[] {
    if (!this.readsAnything) return [...(this.columns.get(tab.id) ?? [])];
    return Array.from({ length: tab.cells.lastColumn() }, (_, index) => index + 1);
  }

  private reference(reference: ReferencePart, home: Tab): FormulaPart {
    const { tab: name, from, to } = reference;
    const tab = name === null ? home : this.file.tabs.find((candidate) => sameTab(candidate.name, name));
    if (!tab) return { kind: "text", text: "#REF!" };
    this.see(tab, from.column ?? 1, (to ?? from).column ?? tab.columnCount);
    // The engine goes through every row of a range but those of whole columns.
    const open = to !== null && to.row === null && from.row !== null;
    const end = Math.max(tab.rowCount, from.row ?? 1);
    return { ...reference, tab: engineName(tab), to: open ? { ...to, row: end, rowFixed: true } : to };
  }

  private name(text: string, isFunction: boolean): FormulaPart {
    if (isFunction) {
      if (/^(?:INDIRECT|OFFSET)$/i.test(text)) this.readsAnything = true;
      return { kind: "text", text };
    }
    for (const named of this.file.namedRanges.values()) {
      if (sameTab(named.name, text)) return this.namedRange(named);
    }
    return { kind: "text", text };
  }

  private namedRange({ sheetId, range }: NamedRangeData): FormulaPart {
    const tab = this.file.tab(sheetId);
    this.see(tab, range.column, range.column + range.columns - 1);
    const fixed = (row: number, column: number): Corner => ({ row, column, rowFixed: true, columnFixed: true });
    const to = fixed(range.row + range.rows - 1, range.column + range.columns - 1);
    const isOneCell = range.rows === 1 && range.columns === 1;
    return { kind: "reference", tab: engineName(tab), from: fixed(range.row, range.column), to: isOneCell ? null : to };
  }

  private see(tab: Tab, first: number, last: number): void {
    const columns = this.columns.get(tab.id) ?? new Set<number>();
    for (let column = first; column <= Math.min(last, tab.columnCount); column++) columns.add(column);
    this.columns.set(tab.id, columns);
  }

  private clock(name: string): string {
    const serial = serialOfInstant(Math.floor(this.now.getTime() / 60_000) * 60_000, this.file.timeZone);
    const day = new Date((Math.floor(serial) - 25_569) * 86_400_000);
    const date = `DATE(${day.getUTCFullYear()},${day.getUTCMonth() + 1},${day.getUTCDate()})`;
    return name.toUpperCase() === "TODAY" ? date : `(${date}+${serial - Math.floor(serial)})`;
  }
}

export function engineName(tab: Tab): string {
  return `Tab_${tab.id}`;
}

function isClockCall(parts: readonly FormulaPart[], index: number): boolean {
  const [name, open, close] = printFormula(parts.slice(index, index + 3)).split(/(?=[()])/);
  return /^(?:TODAY|NOW)$/i.test(name ?? "") && open === "(" && close === ")";
}

function isCall(parts: readonly FormulaPart[], index: number): boolean {
  const next = parts.slice(index + 1).find((part) => part.kind !== "text" || part.text.trim() !== "");
  return next?.kind === "text" && next.text.startsWith("(");
}
