import { describe, expect, it } from "vitest";
import type { AttentionCode } from "../../../src/content/planner-words";
import { storedWords } from "../../../src/content/stored-words";
import { type Standing, standing as standingWith } from "../../../src/workbook/outcome/standing";
import type { Snapshot } from "../../../src/workbook/snapshot";
import { timeline } from "../../../src/workbook/tabs/timeline";
import { type Cells, snapshotOf, tabSnapshot, withRows } from "../builders";

const asOf = "2026-09-30";

const day = (date: string) => ({ date });

const PROGRAM = {
  program: "River",
  affiliate: "",
  cohort: "2026",
  launch: "2026-09-01",
  weeks: 8,
  groups: [],
  location: "none",
  currency: [],
  goals: "",
  optionalTabs: [],
};

const saved = (values: Readonly<Record<string, unknown>>): readonly Cells[] =>
  Object.entries({ program: PROGRAM, ...values }).map(([name, value]) => ({ name, value: JSON.stringify(value) }));

const twoGroups: readonly Cells[] = [
  { name: "On their own", model: "Independent" },
  { name: "Learning lab", model: "Online learning lab / PLC" },
];

const standing = (snapshot: Snapshot, on: string): Standing => standingWith(snapshot, on, storedWords);

/** A program with these rows, else empty. */
const program = (rows: Readonly<Record<string, readonly Cells[]>>): Snapshot =>
  withRows(snapshotOf({ settings: saved({}), groups: twoGroups }), rows);

function without(snapshot: Snapshot, key: string): Snapshot {
  const tabs = new Map(snapshot.tabs);
  tabs.delete(key);
  return { tabs };
}

const count = (found: Standing, code: AttentionCode): number | undefined =>
  found.attention.find((each) => each.code === code)?.count;

const heeded = (rows: Readonly<Record<string, readonly Cells[]>>, code: AttentionCode): number | undefined =>
  count(standing(program(rows), asOf), code);

describe("an empty program", () => {
  const found = standing(program({}), asOf);

  it("needs people first, and no attention", () => {
    expect(found.step).toBe("import-roster");
    expect(found.attention).toEqual([]);
    expect(found.missing).toEqual([]);
  });

  it("has phases without items, and nobody", () => {
    expect(found.phases?.map(({ id, done, total }) => [id, done, total])).toEqual([
      ["plan", 0, 0],
      ["launch", 0, 0],
      ["implement", 0, 0],
    ]);
    expect(found.currentPhase).toBeNull();
    expect(found.people).toEqual({ enrolled: 0, outcomes: { submitted: 0, decided: 0, awarded: 0 } });
  });
});

describe("where the program stands", () => {
  it("counts the checklist by phase, and what does not apply in none", () => {
    const { phases, currentPhase } = standing(
      program({
        checklist: [
          { phase: "Ready to plan", item: "a", done: true },
          { phase: "Ready to plan", item: "b", notApplicable: true },
          { phase: "Ready to launch", item: "c", done: true },
          { phase: "Ready to launch", item: "d", done: false },
        ],
      }),
      asOf,
    );
    expect(phases).toMatchObject([
      { label: "Ready to plan", done: 1, total: 1 },
      { label: "Ready to launch", done: 1, total: 2 },
      { label: "Ready to implement", done: 0, total: 0 },
    ]);
    expect(currentPhase).toBe("launch");
  });

  it("counts people, not portfolios, and each among those before", () => {
    const { people } = standing(
      program({
        roster: [{ id: "P-1" }, { id: "P-2" }, { id: "P-3" }, { id: "P-4", status: "Withdrawn" }],
        submissions: [
          { participant: "P-1", outcome: "Not yet" },
          { participant: "P-1", outcome: "Awarded" },
          { participant: "P-2", outcome: "Pending" },
          { participant: "P-4", outcome: "Awarded" },
        ],
      }),
      asOf,
    );
    expect(people).toEqual({ enrolled: 3, outcomes: { submitted: 2, decided: 1, awarded: 1 } });
  });

  it("shows a facilitator's week as one date, and every other row as its own", () => {
    const week = { kind: "Facilitator", start: day("2026-10-05"), end: day("2026-10-11"), status: "Not started" };
    const { dates } = standing(
      program({
        timeline: [
          { ...week, what: "Week 5: discuss" },
          { ...week, what: "Week 5: office hours" },
          { ...week, what: "Week 5: done already", status: "Done" },
          { ...week, what: "Week 6: alone", start: day("2026-10-12") },
          { kind: "Activity", what: "Our picnic", start: day("2026-10-05") },
        ],
      }),
      asOf,
    );
    expect(dates?.map(({ what, days }) => [what, days])).toEqual([
      ["Our picnic", 5],
      ["Facilitators: 2 tasks", 5],
      ["Week 6: alone", 12],
    ]);
  });
});

describe("what needs attention", () => {
  it("is every date that is past and not done, in timeline and checklist", () => {
    const late = { start: day("2026-09-01"), end: day("2026-09-29") };
    expect(
      heeded(
        {
          timeline: [
            { what: "a", ...late },
            { what: "b", ...late, status: "In progress" },
            { what: "c", ...late, status: "Done" },
            { what: "d", start: day("2026-09-01"), end: day("2026-09-30") },
          ],
        },
        "late-dates",
      ),
    ).toBe(2);
    expect(heeded({ checklist: [{ phase: "Ready to plan", item: "a", due: day("2026-09-29") }] }, "late-items")).toBe(
      1,
    );
  });

  it("is a submission without a decision for four weeks, unless its sender withdrew", () => {
    const sent = { submittedOn: day("2026-08-30") };
    expect(
      heeded(
        {
          roster: [{ id: "P-1" }, { id: "P-2", status: "Withdrawn" }],
          submissions: [
            { participant: "P-1", ...sent },
            { participant: "P-1", submittedOn: day("2026-09-20") },
            { participant: "P-2", ...sent },
          ],
        },
        "waiting-for-decision",
      ),
    ).toBe(1);
  });

  describe("people without contact", () => {
    const people: readonly Cells[] = [
      { id: "P-1", name: "Ann", supportGroup: "Learning lab" },
      { id: "P-2", name: "Bo", supportGroup: "online learning lab" },
      { id: "P-3", name: "Cy", supportGroup: "On their own" },
      { id: "P-4", name: "Di", supportGroup: "Learning lab" },
    ];

    it("are those in supported groups without a decision", () => {
      const submissions = [{ participant: "P-4", outcome: "Awarded" }];
      expect(heeded({ roster: people, submissions }, "without-contact")).toBe(2);
    });

    it("count a log row for its person, or for the whole group however that is worded", () => {
      const logged = (row: Cells) =>
        heeded({ roster: people, "support-log": [{ date: day("2026-09-28"), ...row }] }, "without-contact");
      expect(logged({ participant: "Ann (P-1)" })).toBe(2);
      expect(logged({ participant: "bo" })).toBe(2);
      expect(logged({ supportGroup: "learning LAB" })).toBeUndefined();
      expect(logged({ supportGroup: "PLC" })).toBeUndefined();
      expect(logged({ participant: "somebody" })).toBe(3);
      // Which of the two groups is meant, nobody can tell.
      expect(logged({})).toBe(3);
    });

    it("take a blank group for the only one", () => {
      const one = { groups: twoGroups.slice(1), roster: [{ id: "P-1", name: "Ann" }] };
      expect(heeded(one, "without-contact")).toBe(1);
      expect(heeded({ ...one, "support-log": [{ date: day("2026-09-28") }] }, "without-contact")).toBeUndefined();
    });

    it("count once where a row was copied", () => {
      expect(heeded({ roster: [people[0] ?? {}, people[0] ?? {}] }, "without-contact")).toBe(1);
    });

    it("are nobody once the team has marked support as done", () => {
      const over = [{ key: "support-sessions", what: "Support", end: day("2026-10-20"), status: "Done" }];
      expect(heeded({ roster: people, timeline: over }, "without-contact")).toBeUndefined();
    });
  });

  it("is an answer or a submission that is tied to nobody", () => {
    expect(
      heeded(
        {
          responses: [
            { key: "1", standing: "Not matched" },
            { key: "2", standing: "Counts" },
            { key: "3", standing: "Replaced" },
          ],
        },
        "unmatched-answers",
      ),
    ).toBe(1);
    expect(
      heeded(
        {
          roster: [
            { id: "P-1", name: "Ann" },
            { id: "P-2", name: "Ann" },
          ],
          submissions: [{ participant: "P-1" }, { participant: "Ann" }, { participant: "nobody@x.org" }],
        },
        "unmatched-submissions",
      ),
    ).toBe(2);
  });

  it("is a question in Review that nobody decided", () => {
    expect(
      heeded(
        {
          review: [
            { key: "a" },
            { key: "b", decision: "Done" },
            { key: "c", decision: "Keep the sheet's value" },
            { key: "d", decision: "hm" },
          ],
        },
        "open-reviews",
      ),
    ).toBe(2);
  });

  it("is a decision that came, or went, since results were computed", () => {
    const rows = (counted: number | "") => ({
      roster: [{ id: "P-1" }],
      submissions: [
        { participant: "P-1", outcome: "Awarded" },
        { participant: "P-1", outcome: "Not yet" },
      ],
      start: [{ key: "refreshed-on", counted }],
    });
    expect(heeded(rows(""), "new-decisions")).toBe(2);
    expect(heeded(rows(1), "new-decisions")).toBe(1);
    expect(heeded(rows(3), "new-decisions")).toBe(1);
    expect(heeded(rows(2), "new-decisions")).toBeUndefined();
  });

  it("is said in a sentence, one thing in the singular", () => {
    const waits = (rows: number) =>
      standing(program({ review: Array.from({ length: rows }, (_, at) => ({ key: `${at}` })) }), asOf).attention[0];
    expect(waits(1)).toMatchObject({
      tab: "review",
      message: expect.stringMatching(/^1 question from imports waits /),
    });
    expect(waits(2)).toMatchObject({ message: expect.stringMatching(/^2 questions from imports wait /) });
  });
});

describe("the next step", () => {
  const decided = {
    roster: [{ id: "P-1" }],
    submissions: [{ participant: "P-1", outcome: "Awarded" }],
    start: [{ key: "refreshed-on", counted: 1 }],
  };

  it("is to survey people, then to import what they answered, then what they submitted", () => {
    const step = (rows: Readonly<Record<string, readonly Cells[]>>) =>
      standing(program({ roster: [{ id: "P-1" }], ...rows }), asOf).step;
    expect(step({})).toBe("create-survey");
    expect(step({ surveys: [{ key: "baseline", form: "https://forms.example/1" }] })).toBe("send-survey");
    expect(step({ surveys: [{ key: "baseline", sentOn: day("2026-09-01") }] })).toBe("import-answers");
    expect(step({ responses: [{ key: "1", standing: "No longer there" }] })).toBe("create-survey");
    expect(step({ responses: [{ key: "1", standing: "Counts" }] })).toBe("import-submissions");
  });

  it("is the report until one holds every decision", () => {
    expect(standing(program(decided), asOf).step).toBe("report");
    const reported = (decisions: number) =>
      standing(program({ ...decided, settings: saved({ "report.last": { id: "d", decisions } }) }), asOf).step;
    expect(reported(1)).toBe("nothing");
    expect(reported(0)).toBe("report");
  });

  it("is to put back a tab without which nothing goes", () => {
    expect(standing(without(program(decided), "roster"), asOf)).toMatchObject({ step: "put-back", people: null });
    expect(standing(without(program(decided), "submissions"), asOf)).toMatchObject({
      step: "put-back",
      people: { enrolled: 1, outcomes: null },
    });
  });
});

describe("tabs and columns that people took away", () => {
  it("leave their part unknown, and never zero", () => {
    const whole = program({ roster: [{ id: "P-1", supportGroup: "Learning lab" }] });
    expect(count(standing(whole, asOf), "without-contact")).toBe(1);
    expect(count(standing(without(whole, "support-log"), asOf), "without-contact")).toBeUndefined();
    expect(standing(without(whole, "checklist"), asOf)).toMatchObject({
      phases: null,
      currentPhase: null,
      missing: ["the tab Checklist"],
    });
    expect(standing(without(whole, "timeline"), asOf).dates).toBeNull();
  });

  it("can be single columns", () => {
    const rows = tabSnapshot(timeline, [{ what: "a", end: day("2026-09-01") }]);
    const { status: _, ...columns } = rows.layout.columns;
    const tabs = new Map(program({}).tabs).set("timeline", {
      ...rows,
      layout: { ...rows.layout, columns, missing: ["status"] },
    });
    expect(standing({ tabs }, asOf)).toMatchObject({
      dates: null,
      attention: [],
      missing: ["the column Status of Timeline"],
    });
  });

  it("may be all of them", () => {
    expect(standing({ tabs: new Map() }, asOf)).toMatchObject({
      step: "put-back",
      phases: null,
      dates: null,
      people: null,
    });
  });
});
