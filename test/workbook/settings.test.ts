import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { plan } from "../../src/workbook/plan";
import { keysSchema, readSettings, remember, setting } from "../../src/workbook/settings";
import { applied, type Cells, rowsOf, snapshotOf } from "./builders";

const settingsOf = (...rows: readonly Cells[]) => readSettings(snapshotOf({ settings: rows }));

describe("setting", () => {
  it("gives what is remembered", () => {
    expect(setting(settingsOf({ name: "a", value: '["x"]' }), "a", keysSchema, [])).toEqual(["x"]);
  });

  it.each(["", "{", "undefined", "[1]", '"x"', "null", "=1+1", "{}", '["x"', "NaN"])(
    "gives the fallback where somebody left %j",
    (value) => {
      expect(setting(settingsOf({ name: "a", value }), "a", keysSchema, ["fallback"])).toEqual(["fallback"]);
    },
  );

  it("gives the fallback, or something of the right kind, whatever stands there", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (value) => {
        const read = setting(settingsOf({ name: "a", value }), "a", keysSchema, []);
        expect(read.every((key) => typeof key === "string")).toBe(true);
      }),
    );
  });

  it("reads numbers that Sheets made of JSON, and the upper of two rows", () => {
    const settings = settingsOf({ name: "n", value: 12 }, { name: "n", value: "13" }, { value: "1" });
    expect(setting(settings, "n", z.number(), 0)).toBe(12);
    expect(settings.size).toBe(1);
  });
});

describe("remember", () => {
  it("adds what is new, changes what is known, and leaves the rest", () => {
    const snapshot = snapshotOf({
      settings: [
        { name: "a", value: "1" },
        { name: "b", value: "2" },
      ],
    });
    const left = applied(snapshot, remember(snapshot, { b: 3, c: { d: null } }));
    expect(rowsOf(left, "settings")).toEqual([
      { name: "a", value: "1" },
      { name: "b", value: "3" },
      { name: "c", value: '{"d":null}' },
    ]);
  });

  it("plans nothing where all is remembered, and gives back what was", () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string({ minLength: 1 }).filter((name) => name.trim() !== ""),
          fc.jsonValue(),
        ),
        (values) => {
          const once = applied(snapshotOf(), remember(snapshotOf(), values));
          expect(plan(remember(once, values)).changes).toEqual([]);
          for (const [name, value] of Object.entries(values))
            expect(JSON.stringify(setting(readSettings(once), name, z.unknown(), "none"))).toBe(JSON.stringify(value));
        },
      ),
    );
  });
});
