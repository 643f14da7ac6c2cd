import type { StoredWords } from "../content/stored-words";

/**
 * The words that only some commands need, from the data file that the build puts beside the bundle. Whether Google
 * hands an HTML file out untouched is unconfirmed, so only what stands between the first and last brace is read.
 */
export function readStoredWords(): StoredWords {
  const text = HtmlService.createHtmlOutputFromFile("words").getContent();
  return JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1));
}
