import type { ConditionalFormatData } from "../workbook-data";
import type { CellValues } from "./cell-values";
import { type RelativeFormula, relativeFormula, shiftedReference } from "./condition-formula";
import { ConditionModel, hole } from "./condition-model";
import { printFormula, type ReferencePart } from "./formula-text";
import { engineName, FormulaTranslation } from "./formula-translation";
import type { Tab } from "./tab";
import type { WorkbookFile } from "./workbook-file";

/** The formula of a conditional format, asked of a cell. */
interface Condition {
  readonly rule: ConditionalFormatData;
  readonly row: number;
  readonly column: number;
}

interface Question {
  readonly memory: Map<string, boolean>;
  readonly key: string;
  readonly formula: string;
  /** What goes into the formula's holes. */
  readonly inputs: readonly string[];
  /** What the formula names itself. */
  readonly references: readonly ReferencePart[];
}

/**
 * Says for which cells the formulas of conditional formats are true.
 *
 * It has a small engine of its own: the workbook's engine always computes the whole workbook, which for some thousand
 * rows takes longer than a keystroke may. Here all cells are literals, those of formulas by what the workbook's engine
 * made of them. A formula over single cells depends on their values alone, so its answers are remembered by those: rows
 * that are alike are computed once. A formula that reads ranges is computed again after each change of the workbook.
 */
export class ConditionEngine {
  private model: ConditionModel | null = null;
  private readonly byValues = new Map<string, boolean>();
  private readonly byPlace = new Map<string, boolean>();
  private version = "";

  constructor(
    private readonly file: WorkbookFile,
    private readonly values: CellValues,
    private readonly now: () => Date,
  ) {}

  /** An answer for each condition; a formula that fails is not true. */
  areTrue(tab: Tab, conditions: readonly Condition[]): readonly boolean[] {
    this.forgetWhatIsOld();
    const translation = new FormulaTranslation(this.file, this.now());
    const tabs = new Map(this.file.tabs.map((each) => [engineName(each), each]));
    const formulas = new Map<ConditionalFormatData, RelativeFormula>();
    const questions = conditions.map(({ rule, row, column }) => {
      const formula = formulas.get(rule) ?? relativeFormula(rule, tab, translation);
      formulas.set(rule, formula);
      return formula.isOverValues
        ? this.questionOverValues(formula, row, column, tabs)
        : this.questionOverPlaces(formula, row, column);
    });
    const open = questions.filter(({ memory, key }) => !memory.has(key));
    if (open.length > 0) this.answer([...new Map(open.map((question) => [question.key, question])).values()], tabs);
    return questions.map(({ memory, key }) => memory.get(key) ?? false);
  }

  free(): void {
    this.model?.free();
    this.model = null;
  }

  private forgetWhatIsOld(): void {
    const version = `${this.file.revision}:${Math.floor(this.now().getTime() / 60_000)}`;
    if (version !== this.version) this.byPlace.clear();
    this.version = version;
    if (this.byValues.size > 20_000) this.byValues.clear();
    if (this.model?.isWornOut()) this.free();
  }

  private questionOverValues(
    { parts, origin }: RelativeFormula,
    row: number,
    column: number,
    tabs: ReadonlyMap<string, Tab>,
  ): Question {
    const inputs: string[] = [];
    let formula = "";
    for (const part of parts) {
      if (part.kind === "reference") {
        const reference = shiftedReference(part, row - origin.row, column - origin.column);
        inputs.push(reference ? this.inputOf(reference, tabs) : "#REF!");
      } else if (part.kind === "own") inputs.push(String(part.axis === "row" ? row : column));
      formula += part.kind === "reference" || part.kind === "own" ? hole : part.text;
    }
    return { memory: this.byValues, key: JSON.stringify([formula, ...inputs]), formula, inputs, references: [] };
  }

  private questionOverPlaces({ parts, origin }: RelativeFormula, row: number, column: number): Question {
    const references: ReferencePart[] = [];
    const written = parts.map((part) => {
      if (part.kind === "own") return String(part.axis === "row" ? row : column);
      if (part.kind !== "reference") return part.text;
      const reference = shiftedReference(part, row - origin.row, column - origin.column);
      if (!reference) return "#REF!";
      references.push(reference);
      return printFormula([reference]);
    });
    const formula = written.join("");
    return { memory: this.byPlace, key: formula, formula, inputs: [], references };
  }

  private answer(questions: readonly Question[], tabs: ReadonlyMap<string, Tab>): void {
    this.model ??= new ConditionModel();
    const model = this.model;
    model.beginBatch();
    const references = questions.flatMap((question) => question.references);
    for (const reference of new Map(references.map((each) => [printFormula([each]), each])).values()) {
      const tab = tabs.get(reference.tab ?? "");
      if (tab) this.takeCells(model, tab, reference);
    }
    const places = questions.map(({ formula, inputs }) => model.takeFormula(formula, inputs));
    model.evaluate();
    questions.forEach(({ memory, key }, index) => {
      memory.set(key, model.isTrue(places[index] ?? -1));
    });
  }

  private takeCells(model: ConditionModel, tab: Tab, { from, to }: ReferencePart): void {
    const end = to ?? from;
    const given = model.extent(tab);
    const lastRow = Math.min(end.row ?? Number.POSITIVE_INFINITY, Math.max(tab.cells.lastRow(), given.lastRow));
    const lastColumn = Math.min(
      end.column ?? Number.POSITIVE_INFINITY,
      Math.max(tab.cells.lastColumn(), given.lastColumn),
    );
    for (let row = from.row ?? 1; row <= lastRow; row++) {
      for (let column = from.column ?? 1; column <= lastColumn; column++) {
        model.takeCell(tab, row, column, this.inputAt(tab, row, column));
      }
    }
  }

  private inputOf({ tab: name, from }: ReferencePart, tabs: ReadonlyMap<string, Tab>): string {
    const tab = tabs.get(name ?? "");
    return tab ? this.inputAt(tab, from.row ?? 1, from.column ?? 1) : "#REF!";
  }

  /** A cell's value as it is typed into the engine. */
  private inputAt(tab: Tab, row: number, column: number): string {
    const result = this.values.result(tab, row, column);
    if (result === null || result.isBlank) return "";
    const { value, isError } = result;
    if (typeof value === "boolean") return String(value).toUpperCase();
    return typeof value === "string" && !isError ? `'${value}` : String(value);
  }
}
