import { type AxisEdit, movePosition, moveSpan } from "./axis-edit";
import { type Corner, type FormulaPart, parseFormula, printFormula, type ReferencePart } from "./formula-text";

/** What a structural edit, a renaming or a deletion of a tab does to the text of a formula that stands in `home`. */
export function rewriteForEdit(formula: string, home: string, editedTab: string, edit: AxisEdit): string {
  return rewrite(formula, (reference) => {
    if (!sameTab(reference.tab ?? home, editedTab)) return reference;
    return edit.axis === "row" ? movedRows(reference, edit) : movedColumns(reference, edit);
  });
}

/**
 * What an edit of its rows does to the formula of a conditional format: references that are relative belong to the row
 * at hand and keep their distance from the rule's first row, also where that row itself was moved away or deleted.
 *
 * @param shift how far the rule's first row went
 */
export function rewriteRuleForRows(formula: string, home: string, edit: AxisEdit, shift: number): string {
  return rewrite(formula, (reference) => {
    if (!sameTab(reference.tab ?? home, home)) return reference;
    if (reference.from.rowFixed) return movedRows(reference, edit);
    return withCorners(shiftedRows(reference, shift), (corner) => ({
      ...corner,
      row: corner.row === null ? null : Math.max(1, corner.row),
    }));
  });
}

export function rewriteForRename(formula: string, from: string, to: string): string {
  return rewrite(formula, (reference) =>
    reference.tab !== null && sameTab(reference.tab, from) ? { ...reference, tab: to } : reference,
  );
}

export function rewriteForDeletion(formula: string, deleted: string): string {
  return rewrite(formula, (reference) =>
    reference.tab !== null && sameTab(reference.tab, deleted) ? brokenReference : reference,
  );
}

/** As copying does: relative references move along by so many rows and columns; one that leaves the grid is broken. */
export function rewriteForCopy(formula: string, rows: number, columns = 0): string {
  return rewrite(formula, (reference) => {
    const shifted = shiftedColumns(shiftedRows(reference, rows), columns);
    const corners = shifted.to ? [shifted.from, shifted.to] : [shifted.from];
    return corners.every(({ row, column }) => (row ?? 1) >= 1 && (column ?? 1) >= 1) ? shifted : brokenReference;
  });
}

function shiftedRows(reference: ReferencePart, rows: number): ReferencePart {
  return withCorners(reference, (corner) =>
    corner.row === null || corner.rowFixed ? corner : { ...corner, row: corner.row + rows },
  );
}

function shiftedColumns(reference: ReferencePart, columns: number): ReferencePart {
  return withCorners(reference, (corner) =>
    corner.column === null || corner.columnFixed ? corner : { ...corner, column: corner.column + columns },
  );
}

function withCorners(reference: ReferencePart, change: (corner: Corner) => Corner): ReferencePart {
  return { ...reference, from: change(reference.from), to: reference.to && change(reference.to) };
}

export function sameTab(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

const brokenReference: FormulaPart = { kind: "text", text: "#REF!" };

function rewrite(formula: string, change: (reference: ReferencePart) => FormulaPart): string {
  return printFormula(parseFormula(formula).map((part) => (part.kind === "reference" ? change(part) : part)));
}

function movedRows(reference: ReferencePart, edit: AxisEdit): FormulaPart {
  const { from, to } = reference;
  if (from.row === null) return reference;
  if (!to) {
    const row = movePosition(edit, from.row);
    return row === null ? brokenReference : { ...reference, from: { ...from, row } };
  }
  const span = moveSpan(edit, [from.row, to.row ?? Number.POSITIVE_INFINITY]);
  if (!span) return brokenReference;
  return {
    ...reference,
    from: { ...from, row: span[0] },
    to: { ...to, row: to.row === null ? null : span[1] },
  };
}

function movedColumns(reference: ReferencePart, edit: AxisEdit): FormulaPart {
  const { from, to } = reference;
  if (from.column === null) return reference;
  if (!to) {
    const column = movePosition(edit, from.column);
    return column === null ? brokenReference : { ...reference, from: { ...from, column } };
  }
  const span = moveSpan(edit, [from.column, to.column ?? Number.POSITIVE_INFINITY]);
  if (!span) return brokenReference;
  return {
    ...reference,
    from: { ...from, column: span[0] },
    to: { ...to, column: to.column === null ? null : span[1] },
  };
}
