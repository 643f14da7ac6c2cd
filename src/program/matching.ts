/** One survey response, as far as telling whose it is. */
export interface SurveyResponse {
  /** What the caller calls this row; each key once. */
  readonly key: string;
  /** Whom a person chose for this very row; null where nobody did. */
  readonly chosen: string | null;
  /** The participant code that the form was sent with; blank where it was not asked or was wiped out. */
  readonly code: string;
  readonly email: string;
  /** When it was sent, as sortable text ("2016-04-22T19:57:50"); blank where unknown. */
  readonly timestamp: string;
  /** The same for rows with the same answers, such as all answers joined. */
  readonly answersFingerprint: string;
}

/** A roster row, as far as telling whose a response is. */
export interface RosterIdentity {
  readonly id: string;
  readonly code: string;
  readonly email: string;
}

export interface ResponseMatch {
  readonly key: string;
  readonly participantId: string | null;
  readonly by: "choice" | "code" | "email" | null;
  /** A duplicate is a response that a later one of the same person replaces, or the same row a second time. */
  readonly status: "matched" | "unmatched" | "duplicate";
  /** Why nobody was found; null where somebody was. */
  readonly reason: "no-identity" | "unknown-code" | "unknown-email" | "ambiguous-code" | "ambiguous-email" | null;
}

/**
 * Finds whose each response is: by what a person chose for it, else by participant code, else by e-mail, else by a code
 * or an e-mail that a person tied to somebody before. Of several responses of one person the latest
 * counts (of equally late ones, the one further down) and the others are duplicates. Responses that belong to nobody
 * known are told apart by timestamp and answers: the same of both is the same row twice. Without a timestamp they are
 * all kept, since two people can well give the same answers.
 *
 * A code or e-mail that stands in two roster rows names nobody. What then is matched is never guessed.
 *
 * @param responses rows in the order of the file
 * @param roster who takes part; codes and e-mails may be blank
 * @param confirmed whose a code or an e-mail is that the roster does not have, each as `normalizeEmail` makes it
 * @returns one match for each response, in the same order
 * @see design.md section 6, domain.md section 7
 * @example matchResponses([{ key: "2", chosen: null, code: "", email: " Ann@Example.org", timestamp: "", answersFingerprint: "" }],
 *   [{ id: "P-0001", code: "k7q2", email: "ann@example.org" }])
 *   // [{ key: "2", participantId: "P-0001", by: "email", status: "matched", reason: null }]
 */
export function matchResponses(
  responses: readonly SurveyResponse[],
  roster: readonly RosterIdentity[],
  confirmed: ReadonlyMap<string, string> = new Map(),
): readonly ResponseMatch[] {
  const byCode = idsBy(roster, (row) => normalizeCode(row.code));
  const byEmail = idsBy(roster, (row) => normalizeEmail(row.email));
  const found = responses.map((response) => whose(response, byCode, byEmail, confirmed));
  const counts = latestOfEach(responses, found);
  return responses.map((response, place) => {
    const { participantId, by, reason } = found[place] ?? NOBODY;
    const status = !counts.has(place) ? "duplicate" : participantId === null ? "unmatched" : "matched";
    return { key: response.key, participantId, by, status, reason };
  });
}

/**
 * An e-mail address as it is compared: without capitals, without spaces of any kind.
 *
 * @param text what was typed or pasted
 * @returns the address to compare with others; "" for blank
 * @see design.md section 5
 * @example normalizeEmail(" Ann.Lee@Example.org ") // "ann.lee@example.org"
 */
export function normalizeEmail(text: string): string {
  return text.replace(SPACES, "").toLowerCase();
}

/**
 * A participant code as it is compared: people write it with capitals and spaces, as they do addresses.
 * @example normalizeCode(" K7WQ 2M9X") // "k7wq2m9x"
 */
export const normalizeCode = (text: string): string => normalizeEmail(text);

/** White space, and the invisible marks that come along when text is copied from pages and mails. */
const SPACES = /[\s\u200b-\u200f\u2060]+/g;

type Found = Pick<ResponseMatch, "participantId" | "by" | "reason">;

const NOBODY: Found = { participantId: null, by: null, reason: "no-identity" };

function whose(
  response: SurveyResponse,
  byCode: ReadonlyMap<string, readonly string[]>,
  byEmail: ReadonlyMap<string, readonly string[]>,
  confirmed: ReadonlyMap<string, string>,
): Found {
  if (response.chosen !== null) return { participantId: response.chosen, by: "choice", reason: null };
  const code = normalizeCode(response.code);
  const email = normalizeEmail(response.email);
  const coded = byCode.get(code) ?? [];
  const mailed = byEmail.get(email) ?? [];
  if (coded.length === 1) return { participantId: coded[0] ?? null, by: "code", reason: null };
  if (mailed.length === 1) return { participantId: mailed[0] ?? null, by: "email", reason: null };
  if (mailed.length > 1) return { ...NOBODY, reason: "ambiguous-email" };
  if (coded.length > 1) return { ...NOBODY, reason: "ambiguous-code" };
  const before = confirmed.get(code) ?? confirmed.get(email);
  if (before !== undefined) return { participantId: before, by: "choice", reason: null };
  if (code !== "") return { ...NOBODY, reason: "unknown-code" };
  return email === "" ? NOBODY : { ...NOBODY, reason: "unknown-email" };
}

/** Places of the responses that count: one for each person, one for each distinct row of nobody known. */
function latestOfEach(responses: readonly SurveyResponse[], found: readonly Found[]): ReadonlySet<number> {
  const latest = new Map<string, number>();
  responses.forEach((response, place) => {
    const participantId = found[place]?.participantId ?? null;
    const name = participantId === null ? nameOfRow(response, place) : `person ${participantId}`;
    const before = latest.get(name);
    const replaces = before === undefined || (participantId !== null && !isEarlier(response, responses[before]));
    if (replaces) latest.set(name, place);
  });
  return new Set(latest.values());
}

function nameOfRow({ timestamp, answersFingerprint, code, email }: SurveyResponse, place: number): string {
  if (timestamp === "") return `place ${place}`;
  return `row ${JSON.stringify([timestamp, answersFingerprint, normalizeCode(code), normalizeEmail(email)])}`;
}

function isEarlier(response: SurveyResponse, than: SurveyResponse | undefined): boolean {
  return than !== undefined && response.timestamp < than.timestamp;
}

function idsBy(
  roster: readonly RosterIdentity[],
  nameOf: (row: RosterIdentity) => string,
): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, string[]>();
  for (const row of roster) {
    const name = nameOf(row);
    const known = ids.get(name);
    if (name === "" || known?.includes(row.id)) continue;
    if (known === undefined) ids.set(name, [row.id]);
    else known.push(row.id);
  }
  return ids;
}
