/** What stands between braces in a text that people write: `{first name}`. */
const PLACEHOLDER = /\{([^{}]*)\}/g;

const nameOf = (words: string): string => words.trim().replace(/\s+/g, " ").toLowerCase();

/**
 * Puts the values in. A placeholder that is not known stays as it is, and so does what looks like one in a value.
 * @example fillIn("Hello {First name}!", { "first name": "Ann" }) // "Hello Ann!"
 */
export function fillIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(PLACEHOLDER, (whole, name: string) => values[nameOf(name)] ?? whole);
}

/** The placeholders of a text by name, each once. */
export function placeholdersIn(text: string): readonly string[] {
  return [...new Set(Array.from(text.match(PLACEHOLDER) ?? [], (whole) => nameOf(whole.slice(1, -1))))];
}

/**
 * How a person is addressed; somebody without a name is "there".
 * @example firstNameOf("Castillo, Ann Marie") // "Ann"
 */
export function firstNameOf(name: string): string {
  const [family = "", given = ""] = name.split(",", 2);
  return (given.trim() || family.trim()).split(/\s+/)[0] || "there";
}

/**
 * One address and nothing else: a mail service takes a list apart at commas.
 * @example isOneAddress("a@x.org, b@x.org") // false
 */
export const isOneAddress = (text: string): boolean =>
  /^[^\s@,;:<>()"\\]+@[^\s@,;:<>()"\\.]+(\.[^\s@,;:<>()"\\.]+)+$/.test(text);
