/** A call that did not come back with an answer. Its message is for people: what happened, and what to do now. */
export class ServerError extends Error {
  constructor(said: string) {
    super(plainSentence(said));
    this.name = "ServerError";
  }
}

/** What is thrown on the way is a ServerError, or a mistake of ours. */
export const sentenceOf = (thrown: unknown): string =>
  thrown instanceof ServerError
    ? thrown.message
    : plainSentence(thrown instanceof Error ? thrown.message : String(thrown));

const NOTHING_DOUBLED = "Run it again: nothing is lost and nothing is doubled.";

/** What Google says when it gives up, and what helps. */
const known: readonly { readonly said: RegExp; readonly sentence: string }[] = [
  {
    said: /PERMISSION_DENIED|do not have permission|not have access/i,
    sentence:
      "Google did not allow this. That happens when you are signed in to several Google accounts in this browser: sign out of the others, or open the spreadsheet in a private window with the one account that may edit it, then try again.",
  },
  {
    said: /authori[sz]ation is required|not authori[sz]ed/i,
    sentence:
      "The planner has not been allowed to work in this spreadsheet yet. Close this dialog, open it again from the menu, and allow what Google asks.",
  },
  {
    said: /maximum execution time|timed? ?out/i,
    sentence: `This took longer than Google allows. ${NOTHING_DOUBLED}`,
  },
  {
    said: /too many times|rate limit|quota|too many simultaneous/i,
    sentence: "Google has had too many requests for now. Nothing is lost: wait some minutes, then run it again.",
  },
  {
    said: /network|connection|http 0|failed to fetch/i,
    sentence: `The connection to Google was lost, and the command may have run or not. ${NOTHING_DOUBLED}`,
  },
];

/** @example plainSentence("Exceeded maximum execution time") // "This took longer than Google allows. …" */
export function plainSentence(said: string): string {
  const fitting = known.find((each) => each.said.test(said));
  if (fitting) return fitting.sentence;
  const [line = ""] = said.split("\n");
  const words = line.replace(/^(?:Script)?Error:\s*/i, "").trim();
  const report = words === "" ? "" : ` If it happens again, report these words: ${words.slice(0, 200)}`;
  return `The command did not finish. ${NOTHING_DOUBLED}${report}`;
}
