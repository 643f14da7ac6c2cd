import type { LikenessReason } from "../content/match-words";
import { type Address, addressOf, compareAddresses, localLetters, type Spelling, spellings } from "./address-likeness";
import { editDistance, nearKeys } from "./edit-distance";
import { normalizeCode } from "./matching";
import { compareNames, errorsIn, nameWords, plainLetters } from "./name-likeness";

/** What can be known of a person, as far as telling whose an answer is. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly code: string;
  readonly supportGroup: string;
  readonly school: string;
  readonly facilitator: string;
}

/** What an answer tells of who gave it. */
export interface Respondent {
  readonly name: string;
  readonly email: string;
  readonly code: string;
  /** All that was answered: a group asked in the form is among it. */
  readonly said: readonly string[];
}

/** Somebody to whom an answer may belong. */
interface Candidate {
  readonly id: string;
  /** From 0 to 1; only for putting them in order. */
  readonly likeness: number;
  readonly reasons: readonly LikenessReason[];
}

const GROUPS = ["supportGroup", "school", "facilitator"] as const;

const MOST_CANDIDATES = 3;

/**
 * Below this nobody is suggested. One strong sign is enough (the same name, an address with one letter wrong); weak
 * ones (a given name, an address with an initial: 0.4 to 0.6) need another beside them, since among a thousand people
 * somebody shares any one of them by chance.
 */
const LEAST = 0.65;

/** What a strong sign of each kind is worth. */
const WORTH = { name: 0.9, partOfName: 0.5, code: 0.95, fullName: 0.75, initials: 0.6, group: 0.3 } as const;

/** So that others still tell between two people who have one address. */
const SUREST = 0.98;

/** Of what contradicts a name, such as another's address that happens to be near, so much is left. */
const CONTRADICTED = 0.6;

/**
 * Ranks to whom an answer may belong, by likeness of code, address, name and group: at most three people, the likeliest
 * first, each with reasons. Signs are joined as independent ones, 1 − Π(1 − sign). What fits more than three people
 * equally well tells nothing, and they are left out.
 *
 * Everybody is looked up by keys of what is compared, so that each answer is compared with a few people only.
 *
 * @see domain.md section 7; W. E. Winkler, String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter
 *   Model of Record Linkage, 1990, on joining what fields say
 * @example candidatesFor(people)({ name: "", email: "ann.le@x.org", code: "", said: [] })
 *   // [{ id: "P-0001", likeness: 0.9, reasons: ["like-email"] }]
 */
export function candidatesFor(people: readonly KnownPerson[]): (respondent: Respondent) => readonly Candidate[] {
  const known = people.map(prepared);
  const places = new Map<string, number[]>();
  known.forEach((person, at) => {
    for (const key of new Set(keysOf(person))) {
      const found = places.get(key);
      if (found) found.push(at);
      else places.set(key, [at]);
    }
  });
  return ({ said, ...rest }) => {
    const asked = prepared(rest);
    const near = new Set(keysOf(asked).flatMap((key) => places.get(key) ?? []));
    let words: ReadonlySet<string> | null = null;
    const found = [...near].flatMap((at) => {
      const person = known[at];
      const candidate = people[at];
      if (!person || !candidate) return [];
      const { likeness, reasons } = compare(asked, person, () => {
        words ??= new Set(said.filter(({ length }) => length < LONG).map(plain));
        return groupsShared(candidate, words);
      });
      return likeness < LEAST ? [] : [{ at, id: candidate.id, likeness, reasons }];
    });
    found.sort((a, b) => b.likeness - a.likeness || a.at - b.at);
    const beyond = found[MOST_CANDIDATES]?.likeness ?? -1;
    return found
      .slice(0, MOST_CANDIDATES)
      .filter(({ likeness }) => likeness > beyond)
      .map(({ id, likeness, reasons }) => ({ id, likeness, reasons }));
  };
}

/** No group is called by more. */
const LONG = 100;

interface Prepared {
  readonly code: string;
  readonly address: Address;
  /** The letters before the @. */
  readonly letters: string;
  readonly words: readonly string[];
  /** How an address may spell the name. */
  readonly spelt: readonly Spelling[];
}

function prepared({ code, email, name }: Pick<KnownPerson, "code" | "email" | "name">): Prepared {
  const address = addressOf(email);
  const words = nameWords(name);
  const letters = localLetters(address.local);
  return { code: normalizeCode(code), address, letters, words, spelt: spellings(words) };
}

/** Under what somebody is looked up, who answers and who is known alike. */
function keysOf({ code, address, letters, words, spelt }: Prepared): readonly string[] {
  return [
    ...(code === "" ? [] : nearKeys(code, CODE_ERRORS).map((key) => `code ${key}`)),
    ...(address.local === "" ? [] : nearKeys(address.local, address.local.length < 9 ? 1 : 2).map((key) => `@ ${key}`)),
    ...words.flatMap((word) =>
      word.length < 2 ? [] : nearKeys(word, Math.min(1, errorsIn(word.length + 1))).map((key) => `name ${key}`),
    ),
    ...spelt.map(({ text }) => `spelt ${text}`),
    ...(letters === "" ? [] : [`spelt ${letters}`]),
  ];
}

function compare(asked: Prepared, person: Prepared, groupsOf: () => readonly LikenessReason[]): Omit<Candidate, "id"> {
  const names = nameSign(asked.words, person.words);
  const isContradicted = asked.words.length > 1 && person.words.length > 1 && names === null;
  const address = addressSign(asked, person);
  const weakened =
    address && isContradicted && address.reason !== "same-email"
      ? { ...address, likeness: address.likeness * CONTRADICTED }
      : address;
  const signs = [codeSign(asked.code, person.code), weakened, names].flatMap((sign) => sign ?? []);
  if (signs.length === 0) return { likeness: 0, reasons: [] };
  const groups = groupsOf();
  const doubt = signs.reduce(
    (left, { likeness }) => left * (1 - Math.min(likeness, SUREST)),
    (1 - WORTH.group) ** groups.length,
  );
  return { likeness: 1 - doubt, reasons: [...signs.map(({ reason }) => reason), ...groups] };
}

interface Sign {
  readonly reason: LikenessReason;
  readonly likeness: number;
}

/** Codes are random: nobody else's is a letter away. */
function codeSign(a: string, b: string): Sign | null {
  if (a === "" || b === "") return null;
  if (a === b) return { reason: "same-code", likeness: 1 };
  const isNear = Math.min(a.length, b.length) >= SHORTEST_CODE && editDistance(a, b, CODE_ERRORS) <= CODE_ERRORS;
  return isNear ? { reason: "like-code", likeness: WORTH.code } : null;
}

const CODE_ERRORS = 1;
const SHORTEST_CODE = 7;

function addressSign(asked: Prepared, person: Prepared): Sign | null {
  const found = compareAddresses(asked.address, person.address);
  // Where the address is a given name, another Maria has it elsewhere.
  const isGivenName = found?.reason === "other-domain" && person.words.includes(asked.address.local);
  const address = found && isGivenName ? { ...found, likeness: Math.min(found.likeness, 0.4) } : found;
  const spelling = person.spelt.find(({ text }) => text === asked.letters)?.kind;
  const spelt: Sign | undefined = spelling && {
    reason: "name-in-email",
    likeness: spelling === "full" ? WORTH.fullName : WORTH.initials,
  };
  return address && address.likeness >= (spelt?.likeness ?? 0) ? address : (spelt ?? null);
}

function nameSign(a: readonly string[], b: readonly string[]): Sign | null {
  const { shared, agreed } = compareNames(a, b);
  if (shared < 2) {
    const likeness = WORTH.partOfName * agreed;
    return likeness < FAINT ? null : { reason: "part-of-name", likeness };
  }
  return { reason: agreed === 1 ? "same-name" : "like-name", likeness: WORTH.name * agreed };
}

/** Fainter signs are none: an initial that two names share. */
const FAINT = 0.2;

const groupsShared = (person: KnownPerson, said: ReadonlySet<string>): readonly LikenessReason[] =>
  GROUPS.filter((group) => person[group].trim() !== "" && said.has(plain(person[group])));

const plain = (words: string): string => plainLetters(words).replace(/\s+/g, " ").trim();
