import type { FormulaEngine, FormulaResult } from "./formula-engine";
import { isDateFormat } from "./number-format";
import { Refusal } from "./refusal";
import type { Tab } from "./tab";
import { type TypedContent, typedText } from "./typed-text";
import { typingRules } from "./typing-rules";
import type { WorkbookFile } from "./workbook-file";
import { instantOfSerial, serialOfDate, serialOfInstant } from "./zone";

const longestText = 50_000;

/** Makes a Date for the script: one of its own realm, where the bundle runs in another than the services. */
export type MakeDate = (instant: number) => Date;

export type ScriptValue = string | number | boolean | Date;

/** What goes between a script's values and a cell's content. */
export class CellValues {
  constructor(
    private readonly file: WorkbookFile,
    private readonly engine: FormulaEngine,
    private readonly now: () => Date,
    private readonly makeDate: MakeDate,
  ) {}

  private year: { readonly minute: number; readonly timeZone: string; readonly year: number } | null = null;

  /** Refuses what no cell can hold; the rest depends on the cell and is found out when the write goes out. */
  check(member: string, value: unknown): void {
    if (typeof value === "string") {
      if (value.length > longestText) {
        throw new Refusal(`Your input contains more than the maximum of ${longestText} characters in a single cell.`);
      }
    } else if (!isWritable(value)) {
      throw new Error(`${member}: a cell cannot hold ${Object.prototype.toString.call(value)}.`);
    }
  }

  write(tab: Tab, row: number, column: number, value: unknown): void {
    tab.place(row, column, this.typed(value, tab.isText(row, column)), this.file.formats);
  }

  read(tab: Tab, row: number, column: number): ScriptValue {
    const content = tab.cells.get(row, column);
    if (content === undefined) return "";
    if (typeof content === "string" || typeof content === "boolean") return content;
    const numberFormat = tab.formats.get(row, column)?.numberFormat;
    if (typeof content === "number") return isDateFormat(numberFormat) ? this.date(content) : content;
    const { value, isDate } = this.engine.result(tab, row, column);
    if (typeof value !== "number") return value;
    return isDateFormat(numberFormat) || (isDate && numberFormat === undefined) ? this.date(value) : value;
  }

  /** What a cell comes to, dates as serial numbers; null where it is blank. */
  result(tab: Tab, row: number, column: number): FormulaResult | null {
    const content = tab.cells.get(row, column);
    if (content === undefined) return null;
    if (typeof content === "object") return this.engine.result(tab, row, column);
    return { value: content, isError: false, isDate: false };
  }

  typed(value: unknown, isText: boolean): TypedContent {
    if (typeof value === "string") {
      return typedText(value, { locale: this.file.locale, isText, thisYear: this.thisYear() });
    }
    if (isDate(value)) {
      const serial = Math.round(serialOfInstant(value.getTime(), this.file.timeZone) * 86_400_000) / 86_400_000;
      const { dateFormat, timeFormat } = typingRules(this.file.locale);
      return { content: serial, numberFormat: Number.isInteger(serial) ? dateFormat : `${dateFormat} ${timeFormat}` };
    }
    if (typeof value === "number") return { content: Number.isFinite(value) ? value : "#NUM!" };
    return { content: typeof value === "boolean" ? value : undefined };
  }

  private date(serial: number): Date {
    return this.makeDate(instantOfSerial(serial, this.file.timeZone));
  }

  /** Found out once a minute, which is as fine as zones go: every written text asks for it. */
  private thisYear(): number {
    const now = this.now().getTime();
    const { timeZone } = this.file;
    const minute = Math.floor(now / 60_000);
    if (this.year?.minute !== minute || this.year.timeZone !== timeZone) {
      const epoch = serialOfDate(1970, 1, 1) ?? 0;
      const date = new Date((serialOfInstant(now, timeZone) - epoch) * 86_400_000);
      this.year = { minute, timeZone, year: date.getUTCFullYear() };
    }
    return this.year.year;
  }
}

/** Also a Date of another realm, as scripts in a VM context make them. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === "[object Date]";
}

function isWritable(value: unknown): boolean {
  if (value === null || value === undefined || typeof value === "number" || typeof value === "boolean") return true;
  return isDate(value) && Number.isFinite(value.getTime());
}
