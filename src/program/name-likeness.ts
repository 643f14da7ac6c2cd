import { editDistance } from "./edit-distance";

/**
 * The words of a name as they are compared: without accents, capitals, signs and titles.
 * @example nameWords("Dr. Núñez-O'Brien, Ana") // ["nunez", "obrien", "ana"]
 */
export function nameWords(name: string): readonly string[] {
  return plainLetters(name)
    .replace(/['’`]/g, "")
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "" && !TITLES.has(word))
    .slice(0, MOST_WORDS);
}

/** Lower case, without accents, and foreign letters as they are typed where a keyboard lacks them. */
export const plainLetters = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[øłđßæœı]/g, (letter) => TYPED_AS[letter] ?? letter);

const TYPED_AS: Readonly<Record<string, string>> = { ø: "o", ł: "l", đ: "d", ß: "ss", æ: "ae", œ: "oe", ı: "i" };

const TITLES = new Set(["mr", "mrs", "ms", "miss", "dr", "prof"]);

/** Nobody is called more: longer texts are no names. */
const MOST_WORDS = 6;

/** How two names agree. */
interface NameAgreement {
  /** Words of one that stand in the other, with an error or as an initial too. */
  readonly shared: number;
  /** How much of the shorter name stands in the longer: 0 nothing, 1 all of it, letter by letter. */
  readonly agreed: number;
}

/**
 * How alike two names are: their words in pairs, the best first, whatever order they stand in.
 * @example compareNames(nameWords("Lee, Anne"), nameWords("Ann Marie Lee")) // { shared: 2, agreed: 0.875 }
 */
export function compareNames(a: readonly string[], b: readonly string[]): NameAgreement {
  const pairs = a.flatMap((one, i) =>
    b.flatMap((other, j) => {
      const likeness = likeWords(one, other);
      return likeness > 0 ? [{ i, j, likeness }] : [];
    }),
  );
  pairs.sort((one, other) => other.likeness - one.likeness || one.i + one.j - other.i - other.j);
  const [usedA, usedB] = [new Set<number>(), new Set<number>()];
  let sum = 0;
  for (const { i, j, likeness } of pairs) {
    if (usedA.has(i) || usedB.has(j)) continue;
    usedA.add(i);
    usedB.add(j);
    sum += likeness;
  }
  const shorter = Math.min(a.length, b.length);
  return { shared: usedA.size, agreed: shorter === 0 ? 0 : sum / shorter };
}

/** 1: the same, 0: unlike; an initial is worth half of what it stands for. */
function likeWords(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? INITIAL : 0;
  const length = Math.max(a.length, b.length);
  const most = errorsIn(length);
  const errors = editDistance(a, b, most);
  return errors > most ? 0 : 1 - errors / length;
}

const INITIAL = 0.5;

/** How many errors a word may hold and still be told from others: Tim is not Tom, and Sara may be Sarah. */
export const errorsIn = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);
