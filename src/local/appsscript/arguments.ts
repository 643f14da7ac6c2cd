/** Checks on what a script passes in, with the sentences that Google answers. */

export function signatureError(member: string, args: readonly unknown[]): Error {
  const types = args.map(typeName).join(",");
  return new Error(`The parameters (${types}) don't match the method signature for ${member}.`);
}

export function wholeNumber(member: string, value: unknown): number {
  if (typeof value !== "number" || !Number.isInteger(value)) throw signatureError(member, [value]);
  return value;
}

export function positive(member: string, value: unknown): number {
  const number = wholeNumber(member, value);
  if (number < 1) throw new Error(`${member}: a number from 1 upwards was expected, and ${number} was given.`);
  return number;
}

export function text(member: string, value: unknown): string {
  if (typeof value !== "string") throw signatureError(member, [value]);
  return value;
}

/** A block of values must be exactly as large as the range that it goes into. */
export function checkRectangle(
  member: string,
  values: unknown,
  range: { rows: number; columns: number },
): asserts values is unknown[][] {
  if (!Array.isArray(values) || !values.every((row) => Array.isArray(row))) throw signatureError(member, [values]);
  if (values.length !== range.rows) throw new Error(sizeError("rows", values.length, range.rows));
  for (const row of values) {
    if (row.length !== range.columns) throw new Error(sizeError("columns", row.length, range.columns));
  }
}

function sizeError(what: "rows" | "columns", data: number, range: number): string {
  return `The number of ${what} in the data does not match the number of ${what} in the range. The data has ${data} but the range has ${range}.`;
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (Array.isArray(value)) return "number[]";
  const name = typeof value;
  return name === "object" ? "Object" : (name[0] ?? "").toUpperCase() + name.slice(1);
}
