import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { storedWords } from "../../src/content/stored-words";
import type { ProgramSetup } from "../../src/program/program-setup";
import type { CellValue } from "../../src/workbook/cell";
import { planRosterImport } from "../../src/workbook/imports/roster";
import { planSubmissionsImport } from "../../src/workbook/imports/submissions";
import type { Table } from "../../src/workbook/imports/table";
import { planRefresh } from "../../src/workbook/outcome/refresh-plan";
import { computeResults } from "../../src/workbook/outcome/results";
import { type Plan, plan } from "../../src/workbook/plan";
import { planSetUp, recordTabs } from "../../src/workbook/set-up-plan";
import { remember } from "../../src/workbook/settings";
import type { Snapshot } from "../../src/workbook/snapshot";
import type { Tab } from "../../src/workbook/tab";
import { tabs } from "../../src/workbook/tabs/index";
import { answersImport, applied, type Cells, rowsOf, snapshotOf, tableOf } from "./builders";

/** What a planner of this workbook would do, and whether it does nothing after it was done. */
function settles(snapshot: Snapshot, planOf: (snapshot: Snapshot) => Plan, moreTabs: readonly Tab[] = []): Snapshot {
  const left = applied(snapshot, planOf(snapshot), moreTabs);
  expect(planOf(left).changes).toEqual([]);
  return left;
}

const word = fc.constantFrom(
  "",
  "a",
  "B ",
  " b",
  "=1+1",
  "2",
  "yes",
  "Awarded",
  "not yet",
  "3/4/2026",
  "2026-09-14",
  "x|y",
);
const text = fc.oneof(word, fc.string());
const person = fc.constantFrom(
  "",
  "ann@x.org",
  "ANN@x.org ",
  "bob@x.org",
  "P-0001",
  "p-0002",
  "P-0009",
  "Ann",
  "Bob",
  "Ann (P-0001)",
  "nobody",
);

const file = (headers: readonly string[], cell: fc.Arbitrary<string>): fc.Arbitrary<Table> =>
  fc
    .tuple(
      fc.subarray([...headers], { minLength: 1 }),
      fc.array(fc.array(cell, { maxLength: headers.length + 1 }), { maxLength: 8 }),
    )
    .map(([chosen, rows]) => tableOf(Papa.unparse([chosen, ...rows], { quotes: true })));

const cell: fc.Arbitrary<CellValue> = fc.oneof(text, fc.boolean(), fc.nat(9), fc.constant({ date: "2026-09-14" }));
// In the Roster: what elsewhere may stand for a person by any of these.
const email = fc.constantFrom("", "ann@x.org", "ANN@x.org ", "bob@x.org");
const name = fc.constantFrom("", "Ann", "Bob", "ann ", "Ann  Lee");
const roster = fc.array(
  fc.record(
    {
      id: fc.constantFrom("P-0001", "P-0002", "P-0002", "X"),
      name,
      email,
      school: cell,
      status: cell,
      consent: cell,
    },
    { requiredKeys: [] },
  ),
  { maxLength: 6 },
);
const submissions = fc.array(
  fc.record(
    {
      id: fc.constantFrom("S-0001", "S-0002"),
      participant: person,
      microCredential: text,
      attempt: cell,
      submittedOn: cell,
      outcome: cell,
    },
    { requiredKeys: [] },
  ),
  { maxLength: 6 },
);
const groups = fc.array(
  fc.record(
    { name: text, model: fc.constantFrom("Independent", "Basic support", "other", "?"), f2f: cell },
    { requiredKeys: [] },
  ),
  { maxLength: 3 },
);
// No id is given that somebody may have written already: ids are never used again.
const settings = [{ name: "highest.roster", value: "20" }];
const workbook = fc
  .record({ roster, submissions, groups })
  .map((rows) => snapshotOf({ ...(rows as Record<string, Cells[]>), settings }));

describe("planned again on its own result, a plan is empty", () => {
  it("importing any roster file into any roster", () => {
    const headers = [
      "Id",
      "E-mail",
      "Name",
      "School",
      "Status",
      "Enrolled on",
      "May be named",
      "Micro-credential",
      "Other",
    ];
    fc.assert(
      fc.property(workbook, file(headers, fc.oneof(person, text)), (snapshot, table) => {
        const left = settles(snapshot, (now) => planRosterImport(table, now, {}, "seed").plan);
        const ids = rowsOf(left, "roster").flatMap(({ id }) => (id === undefined ? [] : [id]));
        const copied =
          rowsOf(snapshot, "roster").length - new Set(rowsOf(snapshot, "roster").map(({ id }) => id ?? {})).size;
        expect(ids.length - new Set(ids).size).toBeLessThanOrEqual(copied);
      }),
      { numRuns: 150 },
    );
  });

  it("importing any submissions file into any submissions", () => {
    const headers = [
      "Participant",
      "Micro-credential",
      "Attempt",
      "Submitted on",
      "Outcome",
      "Decided on",
      "Notes",
      "Other",
    ];
    fc.assert(
      fc.property(workbook, file(headers, fc.oneof(person, text)), (snapshot, table) => {
        settles(snapshot, (now) => planSubmissionsImport(table, now, {}).plan);
      }),
      { numRuns: 150 },
    );
  });

  it("importing any survey answers, and each of two files after the other", () => {
    const headers = ["Timestamp", "Survey code", "Email", "Why?", "Why?", "", "How?"];
    const answers = file(headers, fc.oneof(person, text, fc.constantFrom("4/22/2016 19:57:50", "4/22/2016 19:58")));
    fc.assert(
      fc.property(workbook, answers, (snapshot, table) => {
        const { tab, planned } = answersImport("end", table, snapshot);
        const recorded = applied(
          snapshot,
          remember(snapshot, recordTabs([tab], snapshot, new Map([[tab.key, 7]]), null)),
        );
        settles(recorded, (now) => planned(now).plan, [tab]);
      }),
      { numRuns: 150 },
    );
  });

  it("refreshing any workbook", () => {
    const choices = { asOf: "2026-10-01", reference: null };
    fc.assert(
      fc.property(workbook, (snapshot) => {
        settles(snapshot, (now) => {
          return plan(planRefresh(now, computeResults(now, choices), "2026-10-01T12:00:00", "seed"));
        });
      }),
      { numRuns: 150 },
    );
  });

  it("setting up, whatever tabs are there already", () => {
    const program: fc.Arbitrary<ProgramSetup> = fc.record({
      program: text,
      affiliate: text,
      cohort: text,
      launch: fc.constantFrom("2026-09-01", "2028-02-29"),
      weeks: fc.integer({ min: 1, max: 104 }),
      groups: fc.array(fc.record({ name: text, model: text }), { maxLength: 3 }),
      location: text,
      currency: fc.array(text, { maxLength: 3 }),
      goals: text,
      optionalTabs: fc.subarray(["communications", "currency", "committee", "rollout"]),
    });
    fc.assert(
      fc.property(program, fc.subarray(tabs.map(({ key }) => key)), (wanted, present) => {
        const whole = snapshotOf();
        const snapshot = { tabs: new Map([...whole.tabs].filter(([key]) => present.includes(key))) };
        const words = { program: wanted, words: storedWords };
        const titleOf = ({ title }: Tab) => ({ title, adopt: null, foreign: false });
        const planOf = (now: Snapshot) => planSetUp(tabs, now, words, new Set(), titleOf).plan;
        const done = applied(snapshot, planOf(snapshot));
        const ids = new Map([...done.tabs.keys()].map((key, at) => [key, at]));
        const left = applied(done, remember(done, recordTabs(tabs, done, ids, words)));
        // Formulas are blanks in memory: their tabs are left out here.
        expect(planOf(left).changes.filter(({ tab }) => tab !== "start" && tab !== "charts")).toEqual([]);
        expect(plan(remember(left, recordTabs(tabs, left, ids, words))).changes).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

describe("an import keeps every cell of a file as the text it was", () => {
  const cells = fc.string({ unit: "binary" });
  it("in text columns of the roster and of submissions", () => {
    const rows = fc.array(fc.tuple(cells, cells), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(rows, (pairs) => {
        const csv = (header: readonly string[]) =>
          tableOf(Papa.unparse([header, ...pairs.map(([a, b], at) => [`p${at}@x.org`, a, b])], { quotes: true }));
        const people = applied(
          snapshotOf(),
          planRosterImport(csv(["E-mail", "School", "Notes"]), snapshotOf(), {}, "seed").plan,
        );
        const sent = applied(
          snapshotOf(),
          planSubmissionsImport(csv(["E-mail", "Link", "Notes"]), snapshotOf(), {}).plan,
        );
        const kept = (value: string) => (value.trim() === "" ? undefined : value);
        expect(rowsOf(people, "roster").map(({ school, notes }) => [school, notes])).toEqual(
          pairs.map((pair) => pair.map(kept)),
        );
        expect(rowsOf(sent, "submissions").map(({ link, notes }) => [link, notes])).toEqual(
          pairs.map((pair) => pair.map(kept)),
        );
      }),
    );
  });

  it("in survey answers", () => {
    const rows = fc.array(fc.tuple(cells, cells), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(rows, (pairs) => {
        const given = pairs.map(([a, b], at) => [`2026-09-14 10:0${at}:00`, a, b]);
        const table = tableOf(Papa.unparse([["Timestamp", "Why?", "How?"], ...given], { quotes: true }));
        const { tab, planned } = answersImport("end", table, snapshotOf());
        const left = applied(snapshotOf(), planned(snapshotOf()).plan, [tab]);
        expect(left.tabs.get(tab.key)?.rows).toEqual(given);
      }),
    );
  });
});
