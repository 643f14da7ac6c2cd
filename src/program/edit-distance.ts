/**
 * How many typing errors lie between two texts: letters left out, added, taken for another, or two neighbours swapped,
 * no stretch being edited twice ("optimal string alignment").
 *
 * @param most where there are more, `most + 1` is given back, which spares the counting
 * @see F. J. Damerau, A technique for computer detection and correction of spelling errors, Communications of the ACM
 *   7(3), 1964, pp. 171–176: four in five misspellings are one such error
 * @example editDistance("marhta", "martha", 2) // 1
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  return Math.min(
    most + 1,
    start === Math.max(endA, endB) ? 0 : distance(a.slice(start, endA), b.slice(start, endB), most),
  );
}

/** Of two texts that begin and end otherwise. */
function distance(a: string, b: string, most: number): number {
  const longer = Math.max(a.length, b.length);
  if (longer === 1) return 1;
  // One error is left: it can only be two neighbours swapped.
  if (most === 1) return longer === 2 && a[0] === b[1] && a[1] === b[0] ? 1 : 2;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  let leastAbove = 0;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + same);
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    // A swap reaches back two rows, so this row and the one above must both be beyond it.
    if (least > most && leastAbove > most) return most + 1;
    before = above;
    above = row;
    leastAbove = least;
  }
  return above[b.length] ?? 0;
}

/**
 * Keys of which two texts share one wherever no more than `errors` typing errors part them: the text's beginning, and
 * what is left of it when letters are taken away. So who is like whom is looked up instead of compared with everybody.
 *
 * @param errors 0 to 2
 * @see W. Garbe, SymSpell (2012), whose deletions these are
 * @example nearKeys("ann", 1) // ["ann", "nn", "an"]
 */
export function nearKeys(text: string, errors: number): readonly string[] {
  let last = new Set([text.slice(0, BEGINNING)]);
  const keys = new Set(last);
  for (let error = 0; error < errors; error++) {
    const shorter = new Set<string>();
    for (const each of last)
      for (let at = 0; at < each.length; at++) shorter.add(each.slice(0, at) + each.slice(at + 1));
    for (const each of shorter) keys.add(each);
    last = shorter;
  }
  return [...keys];
}

/** Longer texts are looked up by so much of them: more would only cost memory. */
const BEGINNING = 8;
