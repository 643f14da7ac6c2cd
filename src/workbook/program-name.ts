import { type Snapshot, typedRows } from "./snapshot";
import { model } from "./tabs/model";

/** What the tab Model calls the program. */
export function programName(snapshot: Snapshot): string {
  const named = typedRows(snapshot, model).rows.find(({ values }) => values.key === "program");
  return named?.values.answer || "Micro-credential program";
}
