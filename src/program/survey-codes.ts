/** No letters or digits that people take for each other, and no vowels, so that no code spells a word. */
const ALPHABET = "23456789bcdfghjkmnpqrstvwxz";
const LENGTH = 8;

/** The code of test messages. It is nobody's: an answer that comes with it is a trial. */
export const TEST_CODE = "test";

/**
 * Whether a text can be a participant code, with a letter more or less.
 * @example looksLikeCode("n/a") // false
 */
export const looksLikeCode = (text: string): boolean =>
  Math.abs(text.trim().length - LENGTH) <= 1 && [...text.trim().toLowerCase()].every((each) => ALPHABET.includes(each));

/**
 * Random codes that tie survey answers to people without telling who they are. The randomness comes from the seed, one
 * random id (Utilities.getUuid) for a whole import, so that no service call is spent on each person.
 *
 * @param seed any random text; the same seed gives the same codes
 * @param taken codes that are in use, which are left out
 * @example surveyCodes("2f1c…", 2, new Set()) // ["k7wq2m9x", "c4t8rz3n"]
 */
export function surveyCodes(seed: string, amount: number, taken: ReadonlySet<string>): readonly string[] {
  const next = generator(seed);
  const codes = new Set<string>();
  while (codes.size < amount) {
    let code = "";
    while (code.length < LENGTH) code += ALPHABET[next() % ALPHABET.length] ?? "";
    if (!taken.has(code)) codes.add(code);
  }
  return [...codes];
}

/** The small fast counter generator "sfc32", seeded with 128 bits of the text. */
function generator(seed: string): () => number {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 1];
  const step = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let at = 0; at < seed.length; at++) {
    a = (a + seed.charCodeAt(at)) | 0;
    step();
  }
  for (let warmUp = 0; warmUp < 20; warmUp++) step();
  return step;
}
