import { describe, expect, it } from "vitest";
import { problem } from "../../../src/content/problems";
import {
  addToReview,
  decisionsIn,
  groupProblems,
  reviewCells,
  reviewKey,
} from "../../../src/workbook/imports/review-list";
import { plan } from "../../../src/workbook/plan";
import { roster } from "../../../src/workbook/tabs/roster";
import { applied, rowsOf, snapshotOf } from "../builders";

const item = (key: string) => ({ key, problem: problem("no-identity", { file: "f.csv", row: 3 }), inFile: "a | b" });

describe("the review list", () => {
  it("gets a row a question, with all that the file said", () => {
    const snapshot = snapshotOf();
    expect(rowsOf(applied(snapshot, [addToReview(snapshot, [item("k1")])]), "review")).toEqual([
      {
        key: "k1",
        source: "f.csv",
        row: 3,
        what: expect.stringContaining("neither an e-mail"),
        inFile: "a | b",
        count: 1,
      },
    ]);
  });

  it("asks nothing twice, in one file or the next, decided or not", () => {
    const snapshot = snapshotOf({ review: [{ key: "k1", decision: "Done" }] });
    const once = applied(snapshot, [addToReview(snapshot, [item("k1"), item("k2"), item("k2")])]);
    expect(rowsOf(once, "review").map(({ key }) => key)).toEqual(["k1", "k2"]);
    expect(plan([addToReview(once, [item("k1"), item("k2")])]).changes).toEqual([]);
  });

  it("gives people's decisions, in whatever case, and reads over all else", () => {
    const review = [
      { key: "a", decision: "use the FILE's value" },
      { key: "b", decision: "Keep the sheet's value" },
      { key: "c", decision: "ask Ann" },
      { key: "d" },
    ];
    expect([...decisionsIn(snapshotOf({ review }))]).toEqual([
      ["a", "use-file"],
      ["b", "keep-sheet"],
    ]);
  });

  it("tells keys apart by their parts, however these run together", () => {
    expect(reviewKey("a", "b")).toBe(reviewKey("a", "b"));
    expect(new Set([reviewKey("a", "b"), reviewKey("ab"), reviewKey("", "ab"), reviewKey("b", "a")]).size).toBe(4);
  });
});

describe("groupProblems", () => {
  it("makes one of the same code, column and value, with the first row and the count", () => {
    const at = (row: number, value: string) => problem("unknown-choice", { file: "f", column: "C", row, value });
    expect(groupProblems([at(2, "x"), at(3, "y"), at(9, "x"), { ...at(12, "x"), count: 3 }])).toEqual([
      { ...at(2, "x"), count: 5 },
      { ...at(3, "y"), count: 1 },
    ]);
  });
});

describe("reviewCells", () => {
  it("asks about values that were kept as text, once each, and about nothing else", () => {
    const found = groupProblems([
      problem("unknown-choice", { file: "f", column: "C", row: 2, value: "x" }),
      problem("unknown-choice", { file: "f", column: "C", row: 3, value: "x" }),
      problem("column-not-imported", { file: "f", value: "T-shirt" }),
      problem("ragged-row", { file: "f", row: 4 }),
    ]);
    expect(reviewCells(roster, found).map(({ problem: each }) => [each.code, each.count])).toEqual([
      ["unknown-choice", 2],
      ["ragged-row", 1],
    ]);
  });
});
