/** Runs that send are cut off anywhere, again and again: everybody gets one message, or is told to be unsure. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { type SendingCut, sendCutOff } from "../helpers/cut-sending";
import { type Planner, reopen } from "./helpers";
import { MESSAGE, openWithForm, send } from "./survey-world";

const NAMES = ["Ann", "Bo", "Cy", "Dee", "Eve", "Flo"];
const EVERYBODY = NAMES.map((name) => `${name.toLowerCase()}@x.org`);

const waiting = fc.constantFrom("settle" as const, "drop" as const);
const cut: fc.Arbitrary<SendingCut> = fc.oneof(
  fc.record({ before: fc.constant("call" as const), at: fc.integer({ min: 1, max: 80 }), waiting }),
  fc.record({
    before: fc.constantFrom("message" as const, "word of it" as const),
    at: fc.integer({ min: 1, max: NAMES.length }),
    waiting,
  }),
);

let made: Planner | null = null;

/** The same people and form, nothing sent yet. */
function open(): Planner {
  made ??= openWithForm({}, NAMES);
  return reopen(made);
}

function expectEachOnce(cuts: readonly SendingCut[]): { readonly reached: number; readonly unsure: number } {
  const planner = open();
  const sent = sendCutOff(planner, MESSAGE, cuts);
  const unsure = sent.unsure.at(-1) ?? 0;
  expect(new Set(sent.reached).size, "nobody gets it twice").toBe(sent.reached.length);
  const missing = EVERYBODY.filter((email) => !sent.reached.includes(email));
  expect(missing.length, "whoever did not get it is unsure").toBeLessThanOrEqual(unsure);
  sent.unsure.forEach((now, at) => {
    expect(now - (sent.unsure[at - 1] ?? 0), "at most one more is unsure after each cut").toBeLessThanOrEqual(1);
  });
  expect(unsure).toBeLessThanOrEqual(sent.cuts);
  expect(send(planner), "nothing is left to do").toMatchObject({ ok: true, data: { sent: 0, left: 0 } });
  // A person looks at those and has them sent again: then nobody is left out.
  expect(send(planner, { sendUnsure: true })).toMatchObject({ ok: true, data: { sent: unsure } });
  expect(new Set(planner.services.mail.map(({ to }) => to))).toEqual(new Set(EVERYBODY));
  planner.services.free();
  return { reached: sent.reached.length, unsure };
}

it("nobody is forgotten, nobody gets it twice, and a cut leaves at most one unsure", () => {
  fc.assert(
    fc.property(fc.array(cut, { minLength: 1, maxLength: 5 }), (cuts) => {
      expectEachOnce(cuts);
    }),
    { numRuns: 25 },
  );
});

it("cut between its announcement and each message, all are unsure and nobody got it", () => {
  const cuts = NAMES.map((): SendingCut => ({ before: "message", at: 1, waiting: "settle" }));
  expect(expectEachOnce(cuts)).toEqual({ reached: 0, unsure: NAMES.length });
});

it("cut between each message and the word that it went, all are unsure and everybody got it", () => {
  const cuts = NAMES.map((): SendingCut => ({ before: "word of it", at: 1, waiting: "drop" }));
  expect(expectEachOnce(cuts)).toEqual({ reached: NAMES.length, unsure: NAMES.length });
});
