import type { CellValues } from "./cell-values";
import type { ConditionEngine } from "./condition-engine";
import type { WorkbookFile } from "./workbook-file";

/** The workbook behind the services, for what shows it to a person and takes a person's edits. */
export interface OpenSheet {
  readonly file: WorkbookFile;
  readonly values: CellValues;
  readonly conditions: ConditionEngine;
}
