/** Links to forms, as they stand in mails that the add-on sent. */
export { formIdOfUrl } from "../appsscript/form-urls";

/**
 * What a prefilled link answers already: the texts by entry.
 *
 * @param link the link, or what follows its question mark
 * @example prefilledAnswers("usp=pp_url&entry.17=Ada+Lovelace") // { 17: ["Ada Lovelace"] }
 */
export function prefilledAnswers(link: string): Readonly<Record<string, readonly string[]>> {
  const query = new URLSearchParams(link.slice(link.indexOf("?") + 1));
  const answers = new Map<string, readonly string[]>();
  for (const name of new Set(query.keys())) {
    const entry = /^entry\.(\d+)$/.exec(name)?.[1];
    if (entry === undefined) continue;
    const other = query.get(`${name}.other_option_response`) ?? "";
    const texts = query.getAll(name).map((text) => (text === "__other_option__" ? other : text));
    answers.set(
      entry,
      texts.filter((text) => text !== ""),
    );
  }
  return Object.fromEntries(answers);
}
