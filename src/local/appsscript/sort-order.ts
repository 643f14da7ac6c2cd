import type { ScriptValue } from "./cell-values";

/** The order in which Sheets sorts: numbers and dates, text without regard to case, booleans; blanks stay last. */
export function sortOrder(keys: readonly ScriptValue[], descending: boolean): number[] {
  const sign = descending ? -1 : 1;
  return keys
    .map((key, index) => ({ key, index }))
    .sort((one, other) => {
      if (one.key === "" || other.key === "") return Number(one.key === "") - Number(other.key === "");
      return sign * compare(one.key, other.key) || one.index - other.index;
    })
    .map(({ index }) => index);
}

function compare(one: ScriptValue, other: ScriptValue): number {
  const ranks = rank(one) - rank(other);
  if (ranks !== 0) return ranks;
  if (typeof one === "string" && typeof other === "string") {
    return one.localeCompare(other, "en", { sensitivity: "accent", numeric: false });
  }
  return Number(one) - Number(other);
}

function rank(value: ScriptValue): number {
  if (typeof value === "string") return 1;
  return typeof value === "boolean" ? 2 : 0;
}
