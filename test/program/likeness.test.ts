import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { addressOf, compareAddresses } from "../../src/program/address-likeness";
import { candidatesFor, type KnownPerson, type Respondent } from "../../src/program/likeness";
import { compareNames, nameWords } from "../../src/program/name-likeness";
import { frozen } from "./freeze";

const person = (id: string, name: string, email: string, more: Partial<KnownPerson> = {}): KnownPerson => ({
  ...{ id, name, email, code: "", supportGroup: "", school: "", facilitator: "" },
  ...more,
});

const people: readonly KnownPerson[] = frozen([
  person("P-0001", "Ann Lee", "ann.lee@river.org", { code: "k7wq2m9x", school: "Elm Street", supportGroup: "Lab" }),
  person("P-0002", "Ben Okafor", "bokafor@river.org", { code: "c4t8rz3n", facilitator: "Dana Fox" }),
  person("P-0003", "Åsa Sørensen-Núñez", "asa@home.example", { code: "zz9wq8m2" }),
  person("P-0004", "Maria Gonzalez", "maria@lake.org", { school: "Oak Lane", supportGroup: "Lab" }),
  person("P-0005", "Student Twelve", "student12@river.org"),
]);

const answer = (more: Partial<Respondent>): Respondent => ({ name: "", email: "", code: "", said: [], ...more });

const ask = candidatesFor(people);
const suggested = (more: Partial<Respondent>) => ask(answer(more)).map(({ id, reasons }) => [id, ...reasons]);

describe("who is suggested", () => {
  it.each<[what: string, given: Partial<Respondent>, expected: readonly string[]]>([
    ["a letter left out of the address", { email: "ann.le@river.org" }, ["P-0001", "like-email"]],
    ["two neighbours swapped", { email: "boakfor@river.org" }, ["P-0002", "like-email"]],
    ["a wrong letter in the domain", { email: "ann.lee@rivver.org" }, ["P-0001", "like-email"]],
    ["an address with a label", { email: "Ann.Lee+mc@river.org" }, ["P-0001", "same-mailbox"]],
    ["the same local part elsewhere", { email: "bokafor@gmail.com" }, ["P-0002", "other-domain"]],
    ["a name before the @", { email: "maria.gonzalez7@gmail.com" }, ["P-0004", "name-in-email"]],
    ["a code with a wrong letter", { code: "K7WQ2M9Y" }, ["P-0001", "like-code"]],
    ["a code with two letters swapped", { code: "c4tr8z3n" }, ["P-0002", "like-code"]],
    ["the name in the other order", { name: "Lee, Ann" }, ["P-0001", "same-name"]],
    ["the name with a title", { name: "Mrs. Ann LEE" }, ["P-0001", "same-name"]],
    ["the name without accents", { name: "Asa Sorensen Nunez" }, ["P-0003", "same-name"]],
    ["one letter more in the name", { name: "Anne Lee" }, ["P-0001", "like-name"]],
    ["an initial", { name: "B. Okafor" }, ["P-0002", "like-name"]],
    ["a middle name", { name: "Maria Teresa Gonzalez" }, ["P-0004", "same-name"]],
  ])("%s", (_, given, expected) => {
    expect(suggested(given)).toEqual([expected]);
  });

  it("a group that was asked tells between two, and adds to a sign that is too weak alone", () => {
    expect(suggested({ name: "Maria" })).toEqual([]);
    expect(suggested({ name: "Maria", said: ["4", "oak  lane"] })).toEqual([["P-0004", "part-of-name", "school"]]);
    expect(suggested({ said: ["Oak Lane", "Lab"] })).toEqual([]);
    const twins = [...people, person("P-0009", "Ann Lee", "lee@home.example", { facilitator: "Dana Fox" })];
    const found = candidatesFor(twins)(answer({ name: "Ann Lee", said: ["Dana Fox"] }));
    expect(found.map(({ id }) => id)).toEqual(["P-0009", "P-0001"]);
  });

  it("both, where one address stands in two rows", () => {
    const shared = [person("P-0001", "Ann Lee", "office@x.org"), person("P-0002", "Bo Stone", "office@x.org")];
    const found = candidatesFor(shared)(answer({ email: "office@x.org", name: "Bo Stone" }));
    expect(found.map(({ id, reasons }) => [id, ...reasons])).toEqual([
      ["P-0002", "same-email", "same-name"],
      ["P-0001", "same-email"],
    ]);
  });

  it.each<[what: string, given: Partial<Respondent>]>([
    ["nothing at all", {}],
    ["a stranger", { name: "Zoe Quist", email: "zoe@nowhere.example", code: "9p9p9p9p" }],
    ["another number", { email: "student13@river.org" }],
    ["a given name at another domain", { email: "maria@elsewhere.org" }],
    ["a short local part with another letter", { email: "aso@home.example" }],
    ["a role at another domain", { email: "info@home.example" }],
    ["a given name alone", { name: "Ann" }],
    ["a given name with another family name", { name: "Ann Castillo" }],
    ["somebody else's name and a near address", { name: "Tom Weber", email: "ann.leo@river.org" }],
  ])("nobody, for %s", (_, given) => {
    expect(suggested(given)).toEqual([]);
  });

  it("nobody, where more than three fit equally well; and never more than three", () => {
    const many = Array.from({ length: 4 }, (_, at) => person(`P-${at}`, "Ann Lee", `a${at}@x.org`));
    expect(candidatesFor(many)(answer({ name: "Ann Lee" }))).toEqual([]);
    const one = person("P-9", "Ann Lee", "z@x.org", { school: "Elm" });
    expect(candidatesFor([...many, one])(answer({ name: "Ann Lee", said: ["Elm"] })).map(({ id }) => id)).toEqual([
      "P-9",
    ]);
  });
});

/** Texts that have broken programs elsewhere. */
const blns = new URL("../../../shared/data/blns.json", import.meta.url);
const naughty: readonly string[] = existsSync(blns) ? JSON.parse(readFileSync(blns, "utf8")) : [];

const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.constantFrom("Ann Lee", "Lee, Ann", "ann.lee@river.org", "ann.lee+1@river.org", "annlee@gmail.com", ...naughty),
);

describe("the laws of likeness", () => {
  it("names: the same either way, 1 for the same words, between 0 and 1", () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const [a, b] = [nameWords(one), nameWords(other)];
        const { agreed, shared } = compareNames(a, b);
        expect(compareNames(b, a).shared).toBe(shared);
        expect(compareNames(b, a).agreed).toBeCloseTo(agreed, 12);
        expect(agreed).toBeGreaterThanOrEqual(0);
        expect(agreed).toBeLessThanOrEqual(1);
        expect(compareNames(a, [...a].reverse()).agreed).toBe(a.length === 0 ? 0 : 1);
      }),
    );
  });

  it("addresses: the same either way, 1 for the same, between 0 and 1", () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const [a, b] = [addressOf(one), addressOf(other)];
        const found = compareAddresses(a, b);
        expect(compareAddresses(b, a)).toEqual(found);
        expect(found?.likeness ?? 0).toBeLessThanOrEqual(1);
        if (a.whole !== "") expect(compareAddresses(a, a)).toEqual({ reason: "same-email", likeness: 1 });
      }),
    );
  });

  it("whatever stands in an answer or in the Roster: at most three, each once, in order, with reasons, above the threshold", () => {
    const respondent = fc.record({
      name: anyText,
      email: anyText,
      code: anyText,
      said: fc.array(anyText, { maxLength: 3 }),
    });
    const known = fc.record({
      name: anyText,
      email: anyText,
      code: anyText,
      supportGroup: anyText,
      school: anyText,
      facilitator: anyText,
    });
    fc.assert(
      fc.property(respondent, fc.array(known, { maxLength: 6 }), (asked, others) => {
        const all = [...people, ...others.map((each, at) => ({ ...each, id: `Q-${at}` }))];
        const found = candidatesFor(all)(asked);
        expect(found.length).toBeLessThanOrEqual(3);
        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
        const order = found.map(({ likeness }) => likeness);
        expect(order).toEqual([...order].sort((a, b) => b - a));
        for (const { likeness, reasons } of found) {
          expect(reasons.length).toBeGreaterThan(0);
          expect(likeness).toBeGreaterThanOrEqual(0.65);
          expect(likeness).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.skipIf(naughty.length === 0)("naughty strings break nothing", () => {
    const ask = candidatesFor(naughty.map((text, at) => person(String(at), text, text, { code: text, school: text })));
    for (const text of naughty)
      expect(ask({ name: text, email: text, code: text, said: [text] }).length).toBeLessThan(4);
  });
});

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** A program's worth of people with made-up names: pronounceable, so that many are close to each other. */
function crowd(size: number, seed: number): readonly KnownPerson[] {
  let state = seed;
  const next = (limit: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >>> 8) % limit;
  };
  const syllables = [
    "an",
    "be",
    "ca",
    "do",
    "el",
    "fi",
    "ga",
    "ho",
    "is",
    "jo",
    "ka",
    "li",
    "mar",
    "ne",
    "or",
    "pe",
    "ri",
    "son",
    "ta",
    "vi",
  ];
  const word = (most: number): string =>
    Array.from({ length: 2 + next(most) }, () => syllables[next(20)] ?? "").join("");
  return Array.from({ length: size }, (_, at) => {
    const [first, last] = [word(2), word(3)];
    const code = Array.from({ length: 8 }, () => "23456789bcdfghjkmnpqrstvwxz"[next(27)] ?? "").join("");
    return person(`P-${at}`, `${first} ${last}`, `${first}.${last}@${word(2)}.example`, {
      code,
      school: `School ${next(40)}`,
    });
  });
}

test("a planted typing error in a long address or a code puts its owner first", () => {
  const all = crowd(300, 5);
  const ask = candidatesFor(all);
  const typed = fc.record({
    who: fc.nat(299),
    what: fc.constantFrom("email" as const, "code" as const),
    place: fc.nat(40),
    letter: fc.nat(25),
  });
  fc.assert(
    fc.property(typed, ({ who, what, place, letter }) => {
      const owner = all[who];
      if (!owner) return;
      const right = owner[what];
      const at = place % (what === "code" ? right.length : right.indexOf("@"));
      const wrong = right.slice(0, at) + LETTERS[letter] + right.slice(at + 1);
      // A number in its place is another number, not a typing error.
      if (what === "email" && /[.\d]/.test(right[at] ?? "")) return;
      expect(ask(answer({ [what]: wrong }))[0]?.id).toBe(owner.id);
    }),
    { numRuns: 500 },
  );
});

test("of a thousand strangers hardly anyone is taken for somebody", () => {
  const ask = candidatesFor(crowd(1000, 7));
  const strangers = crowd(1000, 99);
  const taken = (field: "email" | "code" | "name") =>
    strangers.filter((each) => ask(answer({ [field]: each[field] })).length > 0).length;
  expect(taken("code")).toBe(0);
  expect(taken("email")).toBeLessThan(10);
  expect(taken("name")).toBeLessThan(60);
});

test("1,000 answers of nobody known are compared with 2,000 people in a moment", () => {
  const all = crowd(2000, 3);
  const others = crowd(1000, 8).map(({ name, email, code }) =>
    answer({ name, email, code, said: Array.from({ length: 40 }, (_, at) => `said ${at}`) }),
  );
  const start = process.cpuUsage();
  const ask = candidatesFor(all);
  for (const each of others) ask(each);
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(2500);
});
