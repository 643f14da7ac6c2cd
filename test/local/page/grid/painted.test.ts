import { beforeEach, describe, expect, it } from "vitest";
import { Painted } from "../../../../src/local/page/grid/painted";
import type { PaintedRows } from "../../../../src/local/workspace/protocol";

/** What the page asked the workspace for, to be answered when the test says so. */
interface Asked {
  readonly firstRow: number;
  readonly rowCount: number;
  answer(revision: number, text: string): Promise<void>;
  fail(): Promise<void>;
}

let asked: Asked[];
let changes: number;
let painted: Painted;

const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

beforeEach(() => {
  asked = [];
  changes = 0;
  const paint = (tabId: number, firstRow: number, rowCount: number) =>
    new Promise<PaintedRows>((resolve, reject) => {
      asked.push({
        firstRow,
        rowCount,
        answer: (revision, text) => {
          const rows = Array.from({ length: rowCount }, (_, down) => [{ text: `${text} ${firstRow + down}` }, null]);
          resolve({ tabId, revision, firstRow, rows });
          return settled();
        },
        fail: () => {
          reject(new Error("no such tab"));
          return settled();
        },
      });
    });
  painted = new Painted(7, paint, () => {
    changes++;
  });
});

const text = (row: number, column = 1) => painted.cell(row, column)?.text;

/** The first rows as they were at revision 1. */
async function firstPainting() {
  painted.need(1, 20, 1);
  await asked.shift()?.answer(1, "old");
}

describe("rows that are needed", () => {
  it("are asked for in blocks, and once for each revision", async () => {
    painted.need(48, 103, 1);
    expect(asked.map(({ firstRow, rowCount }) => [firstRow, rowCount])).toEqual([
      [1, 50],
      [51, 50],
      [101, 50],
    ]);
    painted.need(60, 70, 1);
    expect(asked).toHaveLength(3);
    painted.need(60, 70, 2);
    expect(asked.map(({ firstRow }) => firstRow)).toEqual([1, 51, 101, 51]);
  });

  it("are nothing until they come, and are told of when they do", async () => {
    painted.need(1, 60, 1);
    expect(painted.cell(3, 1)).toBeNull();
    await asked[1]?.answer(1, "person");
    expect([text(51), text(60), text(3)]).toEqual(["person 51", "person 60", undefined]);
    expect(painted.cell(51, 2)).toBeNull();
    expect(painted.cell(51, 9)).toBeNull();
    expect(changes).toBe(1);
  });

  it("stay as they were until the new ones are there", async () => {
    await firstPainting();
    painted.need(1, 20, 2);
    expect(text(3)).toBe("old 3");
    await asked[0]?.answer(2, "new");
    expect(text(3)).toBe("new 3");
  });

  it("are not taken from an answer that newer rows have overtaken", async () => {
    painted.need(1, 20, 1);
    painted.need(1, 20, 2);
    await asked[1]?.answer(2, "new");
    await asked[0]?.answer(1, "old");
    expect(text(3)).toBe("new 3");
    expect(changes).toBe(1);
  });

  it("stay and are asked for again where asking failed", async () => {
    await firstPainting();
    painted.need(1, 20, 2);
    await asked.shift()?.fail();
    expect(text(3)).toBe("old 3");
    painted.need(1, 20, 2);
    await asked.shift()?.answer(2, "new");
    expect(text(3)).toBe("new 3");
  });

  it("are not asked for again where only an older question failed", async () => {
    painted.need(1, 20, 1);
    painted.need(1, 20, 2);
    await asked[0]?.fail();
    painted.need(1, 20, 2);
    expect(asked).toHaveLength(2);
  });
});

describe("a text that was typed", () => {
  beforeEach(firstPainting);

  it("shows at once, with the look of its cell, and goes with the painting that has it", async () => {
    const settle = painted.type(3, 1, "Ann");
    expect(text(3)).toBe("Ann");
    expect(text(4)).toBe("old 4");
    settle(2);
    expect(text(3)).toBe("Ann");
    painted.need(1, 20, 2);
    await asked[0]?.answer(2, "new");
    expect(text(3)).toBe("new 3");
  });

  it("shows where nothing has been painted", () => {
    painted.type(3, 2, "Ann");
    expect(painted.cell(3, 2)).toEqual({ text: "Ann", input: "Ann" });
  });

  it("is not hidden by rows from before it", async () => {
    painted.need(1, 20, 2);
    const settle = painted.type(3, 1, "Ann");
    await asked.shift()?.answer(2, "before");
    expect([text(3), text(4)]).toEqual(["Ann", "before 4"]);
    settle(3);
    painted.need(1, 20, 3);
    await asked.shift()?.answer(3, "after");
    expect(text(3)).toBe("after 3");
  });

  it("waits for its own painting where several are typed fast", async () => {
    const first = painted.type(3, 1, "Ann");
    const second = painted.type(4, 1, "Ben");
    first(2);
    painted.need(1, 20, 2);
    await asked.shift()?.answer(2, "new");
    expect([text(3), text(4)]).toEqual(["new 3", "Ben"]);
    second(3);
    painted.need(1, 20, 3);
    await asked.shift()?.answer(3, "newer");
    expect(text(4)).toBe("newer 4");
  });

  it("gives way to what was there where it was refused", () => {
    painted.type(3, 1, "Ann")(null);
    expect(text(3)).toBe("old 3");
    expect(changes).toBe(3);
  });

  it("stays where only an earlier one in its place was refused", () => {
    const first = painted.type(3, 1, "Ann");
    painted.type(3, 1, "Ben");
    first(null);
    expect(text(3)).toBe("Ben");
  });
});
