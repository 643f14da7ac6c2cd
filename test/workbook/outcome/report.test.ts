import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { storedWords } from "../../../src/content/stored-words";
import { SUPPORT_MODEL_LABELS } from "../../../src/program/support-models";
import { buildReport } from "../../../src/workbook/outcome/report";
import type { ReportBlock } from "../../../src/workbook/outcome/report-blocks";
import { computeResults } from "../../../src/workbook/outcome/results";
import type { Snapshot } from "../../../src/workbook/snapshot";
import { type Cells, snapshotOf } from "../builders";
import { answered, answersBy, peopleOf } from "./answered";
import { type GroupOf, programOf } from "./program";

function reportOf(snapshot: Snapshot): readonly ReportBlock[] {
  const { results, data } = computeResults(snapshot, { asOf: "2026-10-01", reference: null });
  return buildReport(snapshot, results, data, storedWords);
}
type Row = readonly string[];
const tablesOf = (blocks: readonly ReportBlock[]) =>
  blocks.flatMap((block) => (block.kind === "table" ? [block.rows] : []));
/** The rows of the table whose first header cell says this, without that header. */
const table = (blocks: readonly ReportBlock[], header: string): readonly Row[] =>
  tablesOf(blocks)
    .find(([first]) => first?.[0] === header)
    ?.slice(1) ?? [];
const wordsOf = (blocks: readonly ReportBlock[]) =>
  blocks.flatMap((block) => (block.kind === "table" ? block.rows.flat() : [block.text])).join("\n");
const isHidden = (cell: string | undefined): boolean => cell?.startsWith("fewer than 5") ?? false;

const modelGroup: fc.Arbitrary<readonly GroupOf[]> = fc
  .tuple(
    fc.subarray(Object.values(SUPPORT_MODEL_LABELS), { minLength: 1 }),
    fc.array(fc.tuple(fc.nat(14), fc.nat(14), fc.nat(14)), { minLength: 8, maxLength: 8 }),
  )
  .map(([labels, sizes]) =>
    labels.map((group, at) => {
      const [awarded = 0, decided = 0, enrolled = 0] = (sizes[at] ?? []).toSorted((a, b) => a - b);
      return { group, enrolled, decided, awarded };
    }),
  );

describe("a report", () => {
  it("has every part, and says of an empty one that there is nothing yet", () => {
    const blocks = reportOf(snapshotOf());
    const headings = blocks.flatMap((block) => (block.kind === "heading" && block.level === 1 ? [block.text] : []));
    expect(headings).toEqual(storedWords.reportParts.map(({ heading }) => heading));
    expect(blocks[0]).toEqual({ kind: "title", text: "Micro-credential program" });
    expect(wordsOf(blocks)).toContain("figures as of 2026-10-01");
  });

  it("shows the award rates with their n", () => {
    const blocks = reportOf(programOf([{ group: "Independent", enrolled: 30, decided: 20, awarded: 10 }]));
    expect(table(blocks, "Award rate").map(([, of]) => of)).toEqual([
      "10 of 20 (50%)",
      "10 of 20 (50%)",
      "10 of 30 (33%)",
      "10 of 20 (50%)",
    ]);
  });

  it("shows no group of one to four people, and none that could be worked out from the total", () => {
    fc.assert(
      fc.property(modelGroup, (groups) => {
        const blocks = reportOf(programOf(groups));
        const rows = table(blocks, "Support model");
        for (const [column, size] of [
          [1, ({ enrolled }: GroupOf) => enrolled],
          [2, ({ decided }: GroupOf) => decided],
        ] as const) {
          const sizeOf = (label: string | undefined) => groups.filter(({ group }) => group === label).map(size)[0] ?? 0;
          const hidden = rows.filter((row) => isHidden(row[column])).map(([label]) => sizeOf(label));
          const shown = rows.filter((row) => !isHidden(row[column])).map(([label]) => sizeOf(label));
          expect(shown.filter((n) => n > 0 && n < 5)).toEqual([]);
          if (!hidden.some((n) => n > 0 && n < 5)) continue;
          // With a small group at least another is hidden, five people in all: else the total is hidden, too.
          const people = hidden.reduce((sum, n) => sum + n, 0);
          if (hidden.filter((n) => n > 0).length >= 2 && people >= 5) continue;
          expect(shown.filter((n) => n > 0)).toEqual([]);
          const decided = table(blocks, "People").find(([what]) => what === "With a decision")?.[1];
          expect(isHidden(decided) || wordsOf(blocks).includes("Fewer than 5 people are enrolled")).toBe(true);
        }
      }),
    );
  });

  it("hides small segments with a second one, their names too, so that nobody can be worked out", () => {
    const places = ["Rural", ...new Array(8).fill("Urban"), ...new Array(6).fill("Suburban")];
    const roster = places.map((location, at) => ({ id: `P-${at}`, location }));
    const rows = table(reportOf(snapshotOf({ roster })), "Location");
    expect(rows.map(([place, count]) => [place, isHidden(count)])).toEqual([
      ["Urban", false],
      ["Other groups", true],
    ]);
  });

  it("shows no award rate of fewer than five people with a decision", () => {
    const blocks = reportOf(programOf([{ group: "Independent", enrolled: 30, decided: 4, awarded: 3 }]));
    expect(table(blocks, "People").map(([, count]) => isHidden(count))).toEqual([false, true, true, true]);
    expect(table(blocks, "Award rate")).toEqual([]);
    expect(wordsOf(blocks)).toContain("Fewer than 5 people have a decision");
  });

  it("shows nothing of fewer than five people", () => {
    const blocks = reportOf(programOf([{ group: "Independent", enrolled: 4, decided: 4, awarded: 2 }]));
    expect(wordsOf(blocks)).toContain("Fewer than 5 people are enrolled");
    expect(wordsOf(blocks)).not.toMatch(/2 of 4|50%/);
  });
});

describe("names in a report", () => {
  const NAMED = [
    { name: "Awarded And Agreed", consent: true, outcome: "Awarded" },
    { name: "Awarded And Silent", consent: false, outcome: "Awarded" },
    { name: "Agreed Not Awarded", consent: true, outcome: "Not yet" },
    { name: "Withdrawn Since", consent: true, outcome: "Awarded", status: "Withdrawn" },
    ...Array.from({ length: 6 }, (_, at) => ({ name: `Somebody Else ${at}`, consent: false, outcome: "Not yet" })),
  ];
  const withIds = (id: (at: number) => string, submissions: readonly Cells[] = []) =>
    snapshotOf({
      roster: NAMED.map(({ outcome: _, ...person }, at) => ({
        ...person,
        id: id(at),
        facilitator: "Fay Cilitator",
        notes: "secret",
      })),
      submissions: [
        ...NAMED.map(({ name, outcome }) => ({ participant: name, microCredential: "Basics", outcome })),
        ...submissions,
      ],
      "support-log": [
        { participant: "Awarded And Silent", note: "secret", category: "Individual coaching", minutes: 30 },
      ],
    });

  it("are those of people who were awarded and agreed, with and without an id", () => {
    for (const id of [(at: number) => `P-${at}`, () => ""]) {
      const words = wordsOf(reportOf(withIds(id)));
      expect(words).toContain("We celebrate, with their consent: Awarded And Agreed.");
      for (const { name } of NAMED.slice(1)) expect(words).not.toContain(name);
      expect(words).not.toMatch(/Fay Cilitator|secret/);
    }
  });

  it("are not those of people without an id, where somebody unknown was awarded", () => {
    const words = wordsOf(reportOf(withIds(() => "", [{ participant: "Zed", outcome: "Awarded" }])));
    expect(words).not.toContain("Agreed Not Awarded");
  });
});

describe("what participants said", () => {
  const said = (answers: readonly string[]) =>
    reportOf(answered({}, { survey: "end", titles: ["Question?"], rows: answersBy(answers) }));

  it("is shown with the n of each question", () => {
    const rows = tablesOf(said([...new Array(10).fill("5"), ...new Array(6).fill("4")])).at(-1);
    expect(rows?.[0]).toEqual(["Question?", "People (n = 16)"]);
    expect(rows?.slice(1)).toEqual([
      ["4", "6 of 16 (38%)"],
      ["5", "10 of 16 (63%)"],
      ["Mean 4.63, median 5", "n = 16"],
    ]);
  });

  it("is not shown of fewer than five", () => {
    const words = wordsOf(said(["5", "4", "3"]));
    expect(words).toContain("Fewer than 5 responses");
    expect(words).not.toContain("Question?");
  });

  it("does not show people's own words", () => {
    const own = Array.from(
      { length: 12 },
      (_, at) => `My principal Mrs. Smith ${at} told me so and I wrote it down at length`,
    );
    const words = wordsOf(said(own));
    expect(words).toContain("12 people answered in their own words");
    expect(words).not.toContain("Smith");
  });

  it("does not show an answer that one person alone gave", () => {
    const words = wordsOf(said([...new Array(8).fill("Yes"), ...new Array(7).fill("No"), "Only if Mrs. Smith agrees"]));
    expect(words).not.toContain("Smith");
  });

  it("has changes from the baseline of ten people or more, and of support models that do not give others away", () => {
    const roster = [
      ["Independent", "", 12],
      ["Basic support", "", 11],
      ["Standard support", "", 3],
    ] as const;
    const cells = { roster: peopleOf(roster) };
    const filming = (survey: string, answer: string) => ({
      survey,
      titles: ["Filming?"],
      rows: answersBy(new Array(26).fill(answer)),
    });
    const blocks = reportOf(answered(cells, filming("baseline", "2"), filming("end", "4")));
    expect(table(blocks, "Mean change from baseline")).toEqual([
      ["Filming?", "26", "+2.00 (+2.00 to +2.00)"],
      ["— Independent", "12", "+2.00 (+2.00 to +2.00)"],
    ]);
    expect(wordsOf(blocks)).toContain("does not say what brought it about");
  });

  it("has no change that would give hidden steps away: of nearly the same people it tells the other mean", () => {
    const cells = { roster: peopleOf([["Independent", "", 20]]) };
    const filming = (survey: string, answers: readonly string[]) => ({
      survey,
      titles: ["Filming?"],
      rows: answersBy(answers),
    });
    const all = new Array(20).fill("4");
    const uneven = [...new Array(16).fill("2"), "1", "1", "3", "3"];
    const changeOf = (baseline: readonly string[], end: readonly string[]) =>
      table(reportOf(answered(cells, filming("baseline", baseline), filming("end", end))), "Mean change from baseline");
    expect(changeOf(uneven, all)).toEqual([]);
    expect(changeOf(uneven, all.slice(0, 15))).toHaveLength(1);
  });

  it("of an anonymous survey has no share of the people enrolled", () => {
    const surveys = [{ key: "end", survey: "End survey", answers: "Anonymous" }];
    const rows = { roster: peopleOf([["Independent", "", 4]]), surveys };
    const words = wordsOf(
      reportOf(answered(rows, { survey: "end", titles: ["Worth it?"], rows: answersBy(new Array(7).fill("4")) })),
    );
    expect(words).toContain("7 responses. They are anonymous.");
    expect(words).toContain("Worth it?");
  });
});
