import { expect, test } from "vitest";
import {
  labelCheck,
  publishedBenchmark,
  SUPPORT_MODEL_IDS,
  SUPPORT_MODEL_LABELS,
  supportModelOf,
} from "../../src/program/support-models";
import { frozen } from "./freeze";

test("every model is known by its id and its label, however they are typed", () => {
  for (const id of SUPPORT_MODEL_IDS) {
    expect(supportModelOf(id)).toBe(id);
    expect(supportModelOf(`  ${SUPPORT_MODEL_LABELS[id].toUpperCase()} `)).toBe(id);
  }
});

test.each([
  ["PLC", "plc"],
  ["Online learning lab", "plc"],
  ["online learning lab/PLC", "plc"],
  ["Standard", "standard"],
  ["standard support", "standard"],
  ["Standard\u00a0support", "standard"],
  ["ultimate", "ultimate"],
  ["Support reallocated", "reallocated"],
  ["Support allocated", "allocated"],
])("%j is %s", (text, id) => {
  expect(supportModelOf(text)).toBe(id);
});

test.each(["", "   ", "-", "support", "standards", "Peer pods", "constructor"])("%j is none of them", (text) => {
  expect(supportModelOf(text)).toBeNull();
});

test("the published benchmarks", () => {
  expect(SUPPORT_MODEL_IDS.map(publishedBenchmark)).toEqual([0.53, 0.87, 0.87, 0.87, 0.87, 0.87, 0.87, 0.87]);
});

test("the ticks say which level it is", () => {
  expect(labelCheck("independent", [])).toEqual({ code: "fits", chosen: "independent", categories: [] });
  expect(labelCheck("basic", ["release"]).code).toBe("fits");
  expect(labelCheck("standard", ["coaching", "f2f"])).toEqual({
    code: "fits",
    chosen: "standard",
    categories: ["f2f", "coaching"],
  });
  for (const categories of [
    ["f2f", "email", "coaching"],
    ["f2f", "email", "coaching", "release"],
    ["f2f", "email", "office-hours", "coaching", "release"],
  ] as const) {
    expect(labelCheck("ultimate", frozen([...categories])).code).toBe("fits");
    expect(labelCheck("basic", categories)).toMatchObject({ code: "means-another", meant: "ultimate" });
  }
  expect(labelCheck("independent", ["email"])).toMatchObject({ code: "means-another", meant: "basic" });
  expect(labelCheck("ultimate", ["email", "f2f"])).toMatchObject({ code: "means-another", meant: "standard" });
  expect(labelCheck("standard", [])).toMatchObject({ code: "means-another", meant: "independent" });
});

test("a category ticked twice is one", () => {
  expect(labelCheck("basic", ["email", "email"])).toEqual({ code: "fits", chosen: "basic", categories: ["email"] });
});

test("coaching alone fits no level", () => {
  for (const chosen of ["independent", "basic", "standard", "ultimate"] as const) {
    expect(labelCheck(chosen, ["coaching"])).toEqual({
      code: "coaching-alone",
      chosen,
      categories: ["coaching"],
      withOneMore: "standard",
    });
  }
});

test("models that say where or when support happens go with any ticks", () => {
  for (const chosen of ["plc", "reallocated", "allocated", "other"] as const) {
    expect(labelCheck(chosen, ["coaching"]).code).toBe("fits");
    expect(labelCheck(chosen, []).code).toBe("fits");
  }
});
