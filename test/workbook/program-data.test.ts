import { describe, expect, it } from "vitest";
import { programData } from "../../src/workbook/program-data";
import { type Cells, codesIn, snapshotOf } from "./builders";

const GROUPS = [
  { name: "Valley lab", model: "Online learning lab / PLC" },
  { name: "On their own", model: "Independent" },
];
const dataOf = (rows: Readonly<Record<string, readonly Cells[]>>) =>
  programData(snapshotOf({ groups: GROUPS, ...rows }));
const person = (cells: Cells) => ({ supportGroup: "On their own", ...cells });

describe("participants", () => {
  it("have the support model of their group, or the one that the cell names", () => {
    const { participants } = dataOf({
      roster: [
        { id: "P-0001", supportGroup: "valley LAB" },
        { id: "P-0002", supportGroup: "Basic support" },
        { id: "P-0003", supportGroup: "who knows" },
        { id: "P-0004" },
      ],
    });
    expect(participants.map(({ supportModel }) => supportModel)).toEqual(["plc", "basic", null, null]);
  });

  it("are in the one group that there is, where the cell is blank", () => {
    const { participants, problems } = dataOf({ groups: GROUPS.slice(0, 1), roster: [{ id: "P-0001" }] });
    expect(participants).toMatchObject([{ supportModel: "plc" }]);
    expect(problems).toEqual([]);
  });

  it("are counted by id, else e-mail, else name; rows without any of them are not people", () => {
    const { participants } = dataOf({
      roster: [
        person({ id: "P-0001", email: "a@x.org" }),
        person({ email: "b@x.org" }),
        person({ name: "Cem" }),
        person({ notes: "Total" }),
      ],
    });
    expect(participants.map(({ id }) => id)).toEqual(["P-0001", "b@x.org", "Cem"]);
  });

  it("who stand twice are two people until somebody says otherwise, and reported", () => {
    const { participants, problems } = dataOf({
      roster: [person({ id: "P-0001", email: "a@x.org" }), person({ id: "P-0001", email: "A@x.org" })],
    });
    expect(participants.map(({ id }) => id)).toEqual(["P-0001", "P-0001, row 3"]);
    expect(codesIn(problems)).toEqual(["duplicate-id", "two-people-one-email"]);
  });

  it("without a group are reported, unless they withdrew", () => {
    const { participants, problems } = dataOf({ roster: [{ id: "P-0001" }, { id: "P-0002", status: "Withdrawn" }] });
    expect(participants.map(({ withdrawn }) => withdrawn)).toEqual([false, true]);
    expect(problems).toMatchObject([{ code: "no-support-group", tab: "Roster", row: 2 }]);
  });
});

describe("attempts", () => {
  const roster = [
    person({ id: "P-0001", name: "Ann" }),
    person({ id: "P-0002", name: "Bob" }),
    person({ id: "P-0003", name: "bob" }),
  ];
  it("belong to the one person who is meant", () => {
    const { attempts, problems } = dataOf({
      roster,
      submissions: [
        { participant: "Ann (P-0001)", outcome: "not yet", attempt: 1, submittedOn: { date: "2026-09-14T10:00:00" } },
        { participant: "Bob" },
        { participant: "Zed" },
        { microCredential: "Basics" },
      ],
    });
    expect(attempts.map(({ participantId }) => participantId)).toEqual(["P-0001", null, null, null]);
    expect(attempts[0]).toMatchObject({ outcome: "not-yet", attempt: 1, submittedOn: "2026-09-14" });
    expect(codesIn(problems)).toEqual(["ambiguous-person", "unknown-participant", "unknown-participant"]);
    expect(problems[0]).toMatchObject({ tab: "Submissions", row: 3, value: "Bob", other: "P-0002, P-0003" });
  });
});

describe("checklist and timeline", () => {
  it("count rows with a phase and words, people's own among them", () => {
    const { checklist } = dataOf({
      checklist: [
        { phase: "Plan", item: "Own", done: true },
        { phase: "Plan" },
        { item: "No phase" },
        { phase: "Someday", item: "x" },
      ],
    });
    expect(checklist).toEqual([{ phase: "plan", done: true, notApplicable: false, due: null }]);
  });

  it("report dates that are none", () => {
    const { timeline, problems } = dataOf({
      timeline: [{ what: "Launch", start: { date: "2026-09-01" }, end: "soon", status: "Done" }],
    });
    expect(timeline).toEqual([{ key: null, kind: null, what: "Launch", start: "2026-09-01", end: null, done: true }]);
    expect(codesIn(problems)).toEqual(["not-a-date"]);
  });
});
