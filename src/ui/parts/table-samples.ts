/**
 * For each of these headers the first cell under it that is not blank; "" for one that the table itself does not have,
 * such as the whole name that was made of first and last name.
 *
 * @example samplesIn(["E-mail", "Name"], [["First name", "E-mail"], ["Ana", "ana@b.example"]]) // ["ana@b.example", ""]
 */
export function samplesIn(headers: readonly string[], cells: readonly (readonly string[])[] = []): readonly string[] {
  const [own = [], ...rows] = cells;
  const taken = new Set<number>();
  return headers.map((header) => {
    const at = own.findIndex((each, place) => each === header && !taken.has(place));
    taken.add(at);
    return rows.find((row) => row[at]?.trim())?.[at]?.trim() ?? "";
  });
}
