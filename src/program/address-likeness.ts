import { editDistance } from "./edit-distance";
import { normalizeEmail } from "./matching";
import { plainLetters } from "./name-likeness";

/** How two e-mail addresses can belong to one person. */
type AddressReason = "same-email" | "same-mailbox" | "like-email" | "other-domain";

/** An address in the parts that are compared. */
export interface Address {
  /** As it is compared with others; "" where it is none. */
  readonly whole: string;
  /** What stands before the @, without what a mailbox does not tell apart. */
  readonly local: string;
  readonly domain: string;
}

/**
 * What stands behind a plus is the reader's own label, and Gmail does not heed dots.
 * @see RFC 5233 (subaddressing), and Google's help on dots in Gmail addresses
 * @example addressOf("Ann.Lee+mc@Gmail.com") // { whole: "ann.lee+mc@gmail.com", local: "annlee", domain: "gmail.com" }
 */
export function addressOf(email: string): Address {
  const whole = normalizeEmail(email);
  const at = whole.lastIndexOf("@");
  if (at < 1) return NO_ADDRESS;
  const domain = whole.slice(at + 1).replace(/^googlemail\./, "gmail.");
  const local = whole.slice(0, at).replace(/(.)\+.*$/, "$1");
  return { whole, domain, local: domain === "gmail.com" ? local.replace(/\./g, "") : local };
}

const NO_ADDRESS: Address = { whole: "", local: "", domain: "" };

/** How likely two addresses are one person's, from 0 to 1, and why; null where nothing says so. */
export function compareAddresses(
  a: Address,
  b: Address,
): { readonly reason: AddressReason; readonly likeness: number } | null {
  if (a.whole === "" || b.whole === "") return null;
  if (a.whole === b.whole) return { reason: "same-email", likeness: 1 };
  if (a.local === b.local && a.domain === b.domain) return { reason: "same-mailbox", likeness: 0.97 };
  const inLocal = errorsBetween(a.local, b.local, LOCAL);
  if (inLocal > MOST_ERRORS) return null;
  const errors = inLocal + errorsBetween(a.domain, b.domain, DOMAIN);
  if (errors <= MOST_ERRORS) return { reason: "like-email", likeness: errors < MOST_ERRORS ? 0.9 : 0.8 };
  if (a.local !== b.local) return null;
  return { reason: "other-domain", likeness: isTelling(a.local) ? 0.75 : 0.4 };
}

const MOST_ERRORS = 2;

/** From which length a part may hold one typing error, and two: shorter ones differ by a letter from somebody else's. */
const LOCAL = [5, 9] as const;
const DOMAIN = [8, 12] as const;

/** More than may be where one part cannot be the other with errors. Another number is no error: ann1 is not ann2. */
function errorsBetween(a: string, b: string, [one, two]: readonly [number, number]): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  const most = length < one ? 0 : length < two ? 1 : MOST_ERRORS;
  const errors = most === 0 ? 1 : editDistance(a, b, most);
  const isOther = errors > most || a.replace(/\D/g, "") !== b.replace(/\D/g, "");
  return isOther ? MOST_ERRORS + 1 : errors;
}

/** Whether a local part is somebody's own wherever it stands: a short one is a mere given name or initials. */
const isTelling = (local: string): boolean =>
  local.replace(/[^\p{L}]/gu, "").length >= 5 &&
  !/^(info|office|admin|contact|school|teacher|staff|mail|hello)\b/.test(local);

export interface Spelling {
  readonly text: string;
  readonly kind: "full" | "initial";
}

/** @example localLetters("Ann.Lee-42") // "annlee" */
export const localLetters = (local: string): string => plainLetters(local).replace(/[^\p{L}]/gu, "");

/**
 * The ways in which people put their name before the @: "full" with the first and the last word, "initial" with the
 * first letter of one of them.
 * @example spellings(["ann", "lee"])[2] // { text: "alee", kind: "initial" }
 */
export function spellings(words: readonly string[]): readonly Spelling[] {
  const first = words[0] ?? "";
  const last = words[words.length - 1] ?? "";
  // With fewer letters, other names spell the same.
  if (words.length < 2 || first.length < 2 || last.length < 3) return [];
  return [
    { text: first + last, kind: "full" },
    { text: last + first, kind: "full" },
    { text: first.charAt(0) + last, kind: "initial" },
    { text: last + first.charAt(0), kind: "initial" },
    { text: first + last.charAt(0), kind: "initial" },
  ];
}
