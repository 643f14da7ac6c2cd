import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numbering, numberSetting, numberTypedRows, withSurveyCodes } from "../../src/workbook/numbering";
import { roster } from "../../src/workbook/tabs/roster";
import { type Cells, snapshotOf, tabSnapshot } from "./builders";

const remembered = (value: string) => [{ name: numberSetting(roster), value }];
const idsAfter = (rows: readonly Cells[], settings: readonly Cells[] = []) =>
  numbering(roster, snapshotOf({ roster: rows, settings }));

describe("numbering", () => {
  it("begins with one", () => {
    const ids = idsAfter([]);
    expect([ids.next(), ids.next()]).toEqual(["P-0001", "P-0002"]);
    expect(ids.highest()).toBe(2);
  });

  it("goes on above the highest that stands there", () => {
    expect(idsAfter([{ id: "P-0007" }, { id: "P-0003" }]).next()).toBe("P-0008");
  });

  it("never uses the number of a deleted row again", () => {
    expect(idsAfter([{ id: "P-0003" }], remembered("12")).next()).toBe("P-0013");
  });

  it("goes on by what stands there, where the memory is lost or garbled", () => {
    for (const garbled of ["", "twelve", '"12"', "[12]", "{"]) {
      expect(idsAfter([{ id: "P-0003" }], remembered(garbled)).next()).toBe("P-0004");
    }
  });

  it("reads over ids of people's own and of other tabs", () => {
    expect(idsAfter([{ id: "T-900" }, { id: "P-99x" }, { id: "xP-500" }, { id: 77 }]).next()).toBe("P-0001");
  });

  it("goes past four digits", () => {
    expect(idsAfter([{ id: "P-9999" }]).next()).toBe("P-10000");
    expect(idsAfter([{ id: "P-10000" }]).next()).toBe("P-10001");
  });

  it("gives no id twice, whatever stands there", () => {
    const id = fc.oneof(
      fc.nat(30).map((n) => `P-${String(n).padStart(4, "0")}`),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(id), fc.nat(20), (present, highest) => {
        const ids = idsAfter(
          present.map((each) => ({ id: each })),
          remembered(String(highest)),
        );
        const given = Array.from({ length: 10 }, () => ids.next());
        expect(new Set([...given, ...present]).size).toBe(given.length + new Set(present).size);
      }),
    );
  });
});

describe("rows that people typed", () => {
  it("get an id where they have something of people's in them and no id yet", () => {
    const now = tabSnapshot(roster, [
      { name: "Ann" },
      { id: "P-0001", name: "Bob" },
      {},
      { consent: false },
      { code: "abc" },
    ]);
    const ids = numbering(roster, snapshotOf({ roster: [{ id: "P-0001" }] }));
    expect(numberTypedRows(roster, now, ids)).toEqual([{ at: 0, column: "id", value: "P-0002" }]);
  });

  it("get none where nothing says who it is", () => {
    const now = tabSnapshot(roster, [{ notes: "Ask the others" }, { school: "Total" }, { consent: true }]);
    expect(numberTypedRows(roster, now, idsAfter([]))).toEqual([]);
  });

  it("get none where the column was deleted, or the tab", () => {
    const { layout, ...rest } = tabSnapshot(roster, [{ name: "Ann" }]);
    const { id: _, ...columns } = layout.columns;
    expect(numberTypedRows(roster, { ...rest, layout: { ...layout, columns } }, idsAfter([]))).toEqual([]);
    expect(numberTypedRows(roster, undefined, idsAfter([]))).toEqual([]);
  });
});

describe("survey codes", () => {
  it("go to numbered rows and to new ones, each another, none that is taken", () => {
    const before = withSurveyCodes(undefined, [], [{}, {}, {}], "seed").rows.map(({ code }) => String(code));
    const now = tabSnapshot(roster, [{ name: "Ann" }, { name: "Bob", code: before[0] ?? "" }]);
    const given = withSurveyCodes(now, [{ at: 0, column: "id", value: "P-0001" }], [{ name: "Cem" }], "seed");
    expect(given.cells).toMatchObject([
      { at: 0, column: "id" },
      { at: 0, column: "code" },
    ]);
    expect(given.rows).toMatchObject([{ name: "Cem" }]);
    expect([given.cells[1]?.value, given.rows[0]?.code]).toEqual([before[1], before[2]]);
  });
});
