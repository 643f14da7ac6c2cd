/**
 * Answers to checkbox questions come as one text: the chosen options joined by ", " (response tabs of Google Forms) or
 * by ";" (Forms' own download, Microsoft Forms). Options may hold commas themselves, so nothing is ever split blindly:
 * either the options are known and looked for, or they are found as the pieces that come back from answer to answer.
 */

/** Longer than any option on offer; what is longer is prose. */
const LONGEST_OPTION = 160;

/** In at least this share of the answers, every piece must be one that comes back. */
const SHARE_MADE_OF_OPTIONS = 0.75;

/** Forms joins options in the order of the question; lists that people type have no order. */
const SHARE_OUT_OF_ORDER = 0.1;

/**
 * Finds, in one answer, which of the known options were chosen.
 *
 * @param answer an answer as exported
 * @param options the question's options; where one begins with another, the longer is looked for first
 * @returns the options chosen, each once, and whether there is text besides, as from "Other…"
 * @see /work/shared/data/README.md, on checkbox answers
 * @example chosenOptions("Mixed (talks, panels), Graduate, my own", ["Graduate", "Mixed (talks, panels)"])
 *   // { chosen: ["Mixed (talks, panels)", "Graduate"], other: true }
 */
export function chosenOptions(
  answer: string,
  options: readonly string[],
): { readonly chosen: readonly string[]; readonly other: boolean } {
  const { chosen, others } = partsOf(answer, options);
  return { chosen, other: others.length > 0 };
}

/**
 * What an answer says besides the known options, as from "Other…"; blank where it says nothing else.
 *
 * @example ownWords("Graduate, a poem", ["Graduate"]) // "a poem"
 */
export const ownWords = (answer: string, options: readonly string[]): string =>
  partsOf(answer, options).others.join(", ");

interface Parts {
  readonly chosen: readonly string[];
  readonly others: readonly string[];
}

function partsOf(answer: string, options: readonly string[]): Parts {
  const longestFirst = [...options].sort((a, b) => b.length - a.length);
  const text = answer.trim();
  const found = partsInTurn(text, longestFirst);
  if (found.others.length === 0 || !options.some((option) => /[,;]/.test(option))) return found;
  // The longest option first is not always the right one: "A, B, C" can be "A" and "B, C".
  const whole = partsInAll(text, longestFirst);
  return whole ? { chosen: [...new Set(whole)], others: [] } : found;
}

function partsInTurn(text: string, longestFirst: readonly string[]): Parts {
  const chosen = new Set<string>();
  const others: string[] = [];
  let rest = text;
  while (rest !== "") {
    const option = longestFirst.find((candidate) => beginsWithOption(rest, candidate));
    const part = option ?? /^[^,;]*/.exec(rest)?.[0] ?? "";
    if (option !== undefined) chosen.add(option);
    else if (part.trim() !== "") others.push(part.trim());
    rest = rest.slice(part.length).replace(SEPARATOR, "");
  }
  // Signs alone are somebody's answer, too.
  return { chosen: [...chosen], others: chosen.size === 0 && others.length === 0 && text !== "" ? [text] : others };
}

const SEPARATOR = /^\s*[,;]?\s*/;

/** The options of which a text is made from end to end; null where it is not. */
function partsInAll(text: string, longestFirst: readonly string[]): readonly string[] | null {
  const next = new Map<number, { readonly option: string; readonly at: number }>();
  for (let at = text.length - 1; at >= 0; at--) {
    if (at > 0 && !/[,;\s]/.test(text.charAt(at - 1))) continue;
    const rest = text.slice(at);
    for (const option of longestFirst) {
      if (!beginsWithOption(rest, option)) continue;
      const left = rest.slice(option.length).replace(SEPARATOR, "");
      const after = text.length - left.length;
      if (after < text.length && !next.has(after)) continue;
      next.set(at, { option, at: after });
      break;
    }
  }
  const found: string[] = [];
  let at = 0;
  for (let step = next.get(at); step; step = next.get(at)) {
    found.push(step.option);
    at = step.at;
  }
  return at >= text.length ? found : null;
}

/**
 * Finds the options of a question whose options are not known, if its answers look like ticks in checkboxes: pieces
 * come back from answer to answer, in ever new combinations, and always in the same order.
 *
 * What always stands together ("Yes, definitely") is one option; commas in brackets part nothing.
 *
 * @param answers answers that are not blank
 * @returns the options that at least two people chose, the most frequent first, or null when the answers look like
 *   anything else
 * @see /work/shared/data/README.md, on checkbox answers
 * @example findCheckboxOptions(["Audio", "Audio, Video", "Video", "Audio, Text", "Text"]) // ["Audio", "Video", "Text"]
 */
export function findCheckboxOptions(answers: readonly string[]): readonly string[] | null {
  return optionsJoinedBy(";", answers) ?? optionsJoinedBy(",", answers);
}

/** Sorts counted texts; of two that are as frequent, by the alphabet: the order in which answers came tells nothing. */
export const mostFrequentFirst = (
  [a, times]: readonly [string, number],
  [b, often]: readonly [string, number],
): number => often - times || (a < b ? -1 : 1);

type Separator = "," | ";";

function optionsJoinedBy(separator: Separator, answers: readonly string[]): readonly string[] | null {
  if (!answers.some((answer) => answer.includes(separator))) return null;
  const pieced = joinInseparable(
    answers.map((answer) => splitOutsideBrackets(answer, separator)),
    separator,
  );
  const counts = countAnswersWith(pieced);
  const isOption = (piece: string) => (counts.get(piece) ?? 0) >= 2 && piece.length <= LONGEST_OPTION;
  const joined = pieced.map((pieces) => pieces.filter(isOption)).filter((pieces) => pieces.length >= 2);
  const made = pieced.filter((pieces) => pieces.every(isOption));
  const different = new Set(answers).size;
  if (joined.length < 2 || made.length < SHARE_MADE_OF_OPTIONS * answers.length) return null;
  // Sorts of answers that share their beginnings need more pieces than there are answers; combinations need fewer.
  if (counts.size >= different) return null;
  // Microsoft Forms, which joins by semicolon, keeps the order in which a person ticked.
  if (separator === "," && shareOutOfOrder(joined) > SHARE_OUT_OF_ORDER) return null;
  return [...counts]
    .filter(([piece]) => isOption(piece))
    .sort(mostFrequentFirst)
    .map(([piece]) => piece);
}

function beginsWithOption(text: string, option: string): boolean {
  return option !== "" && text.startsWith(option) && /^\s*(?:[,;]|$)/.test(text.slice(option.length));
}

function splitOutsideBrackets(text: string, separator: Separator): readonly string[] {
  const pieces: string[] = [];
  let depth = 0;
  let from = 0;
  for (let place = 0; place < text.length; place++) {
    const character = text.charAt(place);
    if ("([{".includes(character)) depth++;
    else if (")]}".includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && character === separator && (separator === ";" || /\s/.test(text.charAt(place + 1)))) {
      pieces.push(text.slice(from, place));
      from = place + 1;
    }
  }
  return [...pieces, text.slice(from)].map((piece) => piece.trim()).filter((piece) => piece !== "");
}

/** Puts pieces together again that are never found apart. */
function joinInseparable(pieced: readonly (readonly string[])[], separator: Separator): readonly (readonly string[])[] {
  const next = new Map<string, string | null>();
  const previous = new Map<string, string | null>();
  const note = (neighbors: Map<string, string | null>, piece: string, neighbor: string | undefined) => {
    const known = neighbors.get(piece);
    neighbors.set(piece, neighbor === undefined || (known !== undefined && known !== neighbor) ? null : neighbor);
  };
  for (const pieces of pieced) {
    pieces.forEach((piece, place) => {
      note(next, piece, pieces[place + 1]);
      note(previous, piece, pieces[place - 1]);
    });
  }
  const joint = separator === ";" ? ";" : ", ";
  return pieced.map((pieces) => {
    const joined: string[] = [];
    pieces.forEach((piece, place) => {
      const before = pieces[place - 1];
      const inseparable = before !== undefined && next.get(before) === piece && previous.get(piece) === before;
      if (inseparable) joined.push(`${joined.pop() ?? ""}${joint}${piece}`);
      else joined.push(piece);
    });
    return joined;
  });
}

function countAnswersWith(pieced: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const pieces of pieced) for (const piece of new Set(pieces)) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  return counts;
}

/** Of all neighbors, the share that stand the other way round than the same two mostly do. */
function shareOutOfOrder(joined: readonly (readonly string[])[]): number {
  const pairs = new Map<string, number>();
  let all = 0;
  for (const pieces of joined) {
    pieces.slice(1).forEach((piece, place) => {
      const pair = JSON.stringify([pieces[place], piece]);
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
      all++;
    });
  }
  let wrong = 0;
  for (const [pair, count] of pairs) {
    const [first, second] = JSON.parse(pair) as [string, string];
    const reversed = pairs.get(JSON.stringify([second, first])) ?? 0;
    // Each of two opposite pairs is met once as the first, so each adds half.
    wrong += Math.min(count, reversed) / 2;
  }
  return wrong / all;
}
