import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromSheet, toSheet } from "../../src/google/cells";
import type { Zone } from "../../src/google/zone";
import { ROOT } from "../helpers/project";

const zone: Zone = {
  name: "Etc/UTC",
  wallClock: (instant) => ({ date: instant.toISOString().slice(0, 10) }),
  instant: ({ date }) => new Date(date),
};
const written = (value: Parameters<typeof toSheet>[0]) => toSheet(value, zone, (formula) => `resolved ${formula}`);

describe("toSheet", () => {
  it.each([
    "=1+1",
    "+50",
    "--",
    "@SUM(A1)",
    "007",
    "1/2",
    "10-20",
    "TRUE",
    "#REF!",
    "'quoted'",
    " ",
    "\t=1",
    "9e9",
    "\n",
  ])("puts the text %j behind an apostrophe", (text) => {
    expect(written(text)).toBe(`'${text}`);
  });

  it("puts every text behind an apostrophe, and nothing else", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), (text) => {
        expect(written(text)).toBe(`'${text}`);
      }),
    );
    expect([written(1.5), written(0), written(true), written(false)]).toEqual([1.5, 0, true, false]);
  });

  it("leaves a blank blank: an apostrophe alone would fill the cell", () => {
    expect(written("")).toBe("");
  });

  it("gives dates as instants and our own formulas bare", () => {
    expect(written({ date: "2026-09-01" })).toEqual(new Date("2026-09-01"));
    expect(written({ formula: "=COUNTIF({roster.email},1)" })).toBe("resolved =COUNTIF({roster.email},1)");
  });

  const data = join(ROOT, "../shared/data");
  it.skipIf(!existsSync(data))("keeps every naughty string and every formula payload from being typed bare", () => {
    const naughty: string[] = JSON.parse(readFileSync(join(data, "blns.json"), "utf8"));
    const payloads = readFileSync(join(data, "csv_injection_payloads_payloadbox.txt"), "utf8").split("\n");
    const texts = [...naughty, ...payloads].filter((text) => text !== "");
    expect(texts.length).toBeGreaterThan(500);
    for (const text of texts) expect(written(text)).toBe(`'${text}`);
  });
});

describe("fromSheet", () => {
  it.each(["", "a", "=1", 0, -1.5, true, false])("takes %j as it is", (value) => {
    expect(fromSheet(value, zone)).toBe(value);
  });

  it("reads dates as the zone's wall clock, those of another realm too", () => {
    expect(fromSheet(new Date("2026-09-01"), zone)).toEqual({ date: "2026-09-01" });
    expect(fromSheet(runInNewContext('new Date("2026-09-01")'), zone)).toEqual({ date: "2026-09-01" });
  });

  it("reads what should not be there as text", () => {
    expect([fromSheet(null, zone), fromSheet(undefined, zone), fromSheet({}, zone)]).toEqual([
      "",
      "",
      "[object Object]",
    ]);
  });
});
