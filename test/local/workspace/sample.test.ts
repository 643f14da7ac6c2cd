import { expect, onTestFinished, test } from "vitest";
import { blankWorkbook } from "../../../src/local/appsscript/snapshot";
import { SAMPLE_LAUNCH, sampleProgram } from "../../../src/local/sample-program";
import { OpenProgram } from "../../../src/local/workspace/open-program";
import { fillWithSample } from "../../../src/local/workspace/sample";
import { dist } from "../../whole/helpers";
import { builtAddon } from "./a-program";

test("the sample is a program that has come a long way", () => {
  const blank = blankWorkbook({ id: "file-1", name: "Sample", timeZone: "America/Los_Angeles", locale: "en_US" });
  const program = new OpenProgram(blank, undefined, builtAddon(dist));
  onTestFinished(() => program.free());
  fillWithSample(program);

  const { tabs, documents } = program.outline("saved");
  const rowsOf = (name: string) => (tabs.find((tab) => tab.name === name)?.lastRow ?? 0) - 1;
  const { roster, submissions, baseline } = sampleProgram(SAMPLE_LAUNCH);
  const linesOf = (file: string) => file.trim().split("\n").length - 1;
  expect(rowsOf("Roster")).toBe(linesOf(roster));
  expect(rowsOf("Submissions")).toBe(linesOf(submissions));
  const answers = tabs.find(({ name }) => name.startsWith("Answers: "));
  expect(answers?.lastRow).toBe(linesOf(baseline) + 1);
  expect(rowsOf("Support log")).toBe(7);
  expect(rowsOf("Results")).toBeGreaterThan(5);
  expect(rowsOf("Survey results")).toBeGreaterThan(2);
  expect(documents).toHaveLength(1);

  expect(program.run("readPlannerFacts", []).outcome).toMatchObject({
    ok: true,
    value: {
      workbook: "ready",
      program: "Riverside micro-credential program",
      standing: { missing: [], people: { enrolled: roster.match(/,Enrolled$/gm)?.length } },
    },
  });
  expect(program.run("refreshResults", [{}]).outcome).toMatchObject({ ok: true, value: { ok: true, changes: [] } });
});
