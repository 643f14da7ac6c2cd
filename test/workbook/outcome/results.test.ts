import { describe, expect, it } from "vitest";
import { computeResults, decisionsIn } from "../../../src/workbook/outcome/results";
import type { Snapshot } from "../../../src/workbook/snapshot";
import { codesIn, snapshotOf, withRows } from "../builders";
import { answered } from "./answered";
import { programOf } from "./program";

const compute = (snapshot: Snapshot, reference: "plc" | "basic" | null = null) =>
  computeResults(snapshot, { asOf: "2026-10-01", reference });

describe("computeResults", () => {
  it("counts people, however many attempts and micro-credentials they have", () => {
    const { results, data } = compute(
      snapshotOf({
        groups: [{ name: "Solo", model: "Independent" }],
        roster: [{ id: "P-0001" }, { id: "P-0002" }, { id: "P-0003", status: "Withdrawn" }],
        submissions: [
          { participant: "P-0001", microCredential: "Basics", attempt: 1, outcome: "Not yet" },
          { participant: "P-0001", microCredential: "Basics", attempt: 2, outcome: "Awarded" },
          { participant: "P-0001", microCredential: "Feedback", attempt: 1, outcome: "Awarded" },
          { participant: "P-0002", microCredential: "Basics", attempt: 1, outcome: "Pending" },
        ],
      }),
    );
    expect(results.funnel).toEqual({ enrolled: 2, submitted: 2, decided: 1, awarded: 1 });
    expect(results.supportModels).toMatchObject([
      {
        model: "independent",
        enrolled: 2,
        decided: 1,
        awarded: 1,
        attempts: { decided: 3, awarded: 2 },
        difference: null,
      },
    ]);
    expect(decisionsIn(data)).toBe(3);
  });

  it("compares support models with Independent, with the model that was chosen, or with the one with most decisions", () => {
    const groups = [
      { group: "Independent", enrolled: 12, decided: 10, awarded: 3 },
      { group: "Basic support", enrolled: 15, decided: 12, awarded: 11 },
    ];
    expect(compute(programOf(groups)).results.reference).toBe("independent");
    expect(compute(programOf(groups), "basic").results.reference).toBe("basic");
    expect(compute(programOf(groups.slice(1))).results.reference).toBe("basic");
    const [, basic] = compute(programOf(groups)).results.supportModels;
    expect(basic).toMatchObject({
      model: "basic",
      rate: { of: "decided", estimate: 11 / 12 },
      difference: { verdict: "clearly-higher" },
    });
  });

  it("says so where nobody has the chosen model", () => {
    const { results, problems } = compute(
      programOf([{ group: "Independent", enrolled: 1, decided: 0, awarded: 0 }]),
      "plc",
    );
    expect(results.reference).toBe("independent");
    expect(codesIn(problems)).toEqual(["empty-reference"]);
  });

  it("has nothing to compare where nobody is enrolled", () => {
    expect(compute(snapshotOf()).results).toMatchObject({ reference: null, supportModels: [], surveys: [] });
  });

  it("judges lateness by the day that it is told", () => {
    const timeline = [
      { what: "a", end: { date: "2026-09-30" } },
      { what: "b", end: { date: "2026-09-30" }, status: "Done" },
      { what: "c", end: { date: "2026-10-01" } },
      { what: "d" },
    ];
    expect(compute(snapshotOf({ timeline })).results.timeline).toEqual({ dated: 3, total: 4, late: 1 });
  });

  it("counts answers that count: matched or not, but those that a later one replaces", () => {
    const clear = ["Clear?"];
    const row = (time: string, email: string, answer: string) => [{ date: `2026-09-${time}:00` }, email, answer];
    const imported = answered(
      { roster: [{ email: "ann@x.org" }, { id: "P-0002", email: "bob@x.org" }] },
      {
        survey: "end",
        titles: clear,
        rows: [
          row("14T10:00", "ann@x.org", "5"),
          row("15T10:00", "ann@x.org", "1"),
          row("16T10:00", "zed@x.org", "4"),
          row("16T10:00", "zed@x.org", "4"),
        ],
      },
    );
    const expected = {
      survey: "end",
      responses: 3,
      matched: 2,
      // One that was replaced, and one that stood there twice.
      duplicates: 2,
      answeredBy: { people: 1, enrolled: 2 },
      questions: [{ title: "Clear?", type: "scale", answered: 2, mean: 2.5 }],
    };
    expect(compute(imported).results.surveys).toMatchObject([expected]);
    // Ann has an id since.
    const numbered = withRows(imported, { roster: [{ id: "P-0001", email: "ann@x.org" }, { id: "P-0002" }] });
    expect(compute(numbered).results.surveys[0]?.answeredBy).toEqual({ people: 1, enrolled: 2 });
  });
});
