/**
 * How text stands in the XML of an .xlsx file. XML 1.0 cannot hold most control characters, lone surrogates and
 * U+FFFE/U+FFFF, and reads CR as LF; the format writes each as `_xHHHH_` (ECMA-376 ST_Xstring), so a text that itself
 * looks like `_xHHHH_` has its underscore written as `_x005F_`.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML cannot hold
const NEEDS_ESCAPE = /_(?=x[0-9A-Fa-f]{4})|[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const CANNOT_STAND = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u;
const MARKUP = /[&<>"]/g;
const MARKUP_NAMES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * Text as XML element content.
 *
 * @example xmlText("a\u0001 & _x0041_") // "a_x0001_ &amp; _x005F_x0041_"
 */
export function xmlText(text: string): string {
  return text
    .replace(NEEDS_ESCAPE, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`)
    .replace(MARKUP, (char) => MARKUP_NAMES[char] ?? char);
}

/**
 * A formula as XML element content; null where XML cannot hold it. Formulas are not escaped as texts are: programs take
 * `_x0041_` in them for what it says.
 *
 * @example xmlFormula('A1&"_x0041_"') // 'A1&amp;&quot;_x0041_&quot;'
 */
export function xmlFormula(formula: string): string | null {
  if (CANNOT_STAND.test(formula)) return null;
  return formula.replace(MARKUP, (char) => MARKUP_NAMES[char] ?? char).replaceAll("\r", "&#13;");
}

/**
 * Text as XML attribute value: an XML reader turns bare line breaks and tabs there into spaces.
 *
 * @example xmlAttribute("one\ntwo") // "one&#10;two"
 */
export function xmlAttribute(text: string): string {
  return xmlText(text).replace(/[\n\t]/g, (char) => `&#${char.charCodeAt(0)};`);
}
