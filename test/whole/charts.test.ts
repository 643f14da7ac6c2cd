import { describe, expect, it } from "vitest";
import { chartOutline } from "../../src/local/workspace/chart-outline";
import { openPlanner, openSetUp, type Planner, PROGRAM, reopen, table } from "./helpers";

const TITLES = [
  "How ready we are",
  "From enrolled to awarded",
  "Award rate by support model",
  "What participants said, from low to high",
];

const charts = (planner: Planner) => planner.sheet("Charts").charts ?? [];

function outline(planner: Planner, title: string) {
  const chart = charts(planner).find((each) => each.title === title);
  if (!chart) throw new Error(`There is no chart "${title}"`);
  return chartOutline(planner.services.sheet, chart);
}

/** Four people in two models, three of them decided, and ten answers to one question. */
function openCounted(): Planner {
  const planner = openSetUp();
  const people = ["ann@x.org", "bo@x.org", "cy@x.org", "di@x.org"];
  const answers = [5, 3, 5, 1, 4, 3, 4, 5, 2, 3];
  planner.call(
    "importRoster",
    table("people.csv", [
      ["Name", "E-mail", "Support group"],
      ...people.map((email, at) => [`P ${at}`, email, at < 2 ? "On their own" : "Learning lab"]),
    ]),
  );
  planner.call(
    "importSubmissions",
    table("sent.csv", [
      ["E-mail", "Micro-credential", "Attempt", "Outcome"],
      ["ann@x.org", "A", "1", "Awarded"],
      ["bo@x.org", "A", "1", "Not yet"],
      ["cy@x.org", "A", "1", "Awarded"],
    ]),
  );
  planner.call("importResponses", {
    survey: "end",
    ...table("end.csv", [
      ["Timestamp", "Email", "Clear?", "=Why?"],
      ...answers.map((step, at) => [`2026-09-01 10:00:0${at}`, people[at] ?? `p${at}@x.org`, String(step), `So ${at}`]),
    ]),
  });
  return planner;
}

describe("charts in the workbook", () => {
  it("are put in by set-up, below the figures that they show", () => {
    const planner = openSetUp();
    expect(charts(planner).map(({ title }) => title)).toEqual(TITLES);
    const lastFigure = Math.max(...planner.sheet("Charts").cells.map(({ row }) => row));
    for (const { row, ranges } of charts(planner)) {
      expect(row).toBeGreaterThan(lastFigure);
      for (const { sheetId, range } of ranges) {
        expect(sheetId).toBe(planner.sheet("Charts").id);
        expect([range.row, range.rows]).toEqual([1, lastFigure]);
      }
    }
  });

  it("show readiness live", () => {
    const planner = openSetUp();
    const before = outline(planner, "How ready we are");
    expect(before.labels).toEqual(["Ready to plan", "Ready to launch", "Ready to implement"]);
    const [done, open] = before.series.map(({ values }) => values[0] ?? 0);
    expect(done).toBe(0);
    planner.type("Checklist", "Done", 2, "TRUE");
    const [doneNow, openNow] = outline(planner, "How ready we are").series.map(({ values }) => values[0] ?? 0);
    expect([doneNow, openNow]).toEqual([1, (open ?? 0) - 1]);
  });

  it("have no figures before the first refresh, and follow every refresh", () => {
    const planner = openCounted();
    expect(outline(planner, "Award rate by support model").labels).toEqual([]);
    planner.call("refreshResults", {});
    expect(outline(planner, "Award rate by support model")).toMatchObject({
      labels: ["Everybody (3 decided)", "Independent (2 decided)", "Online learning lab / PLC (1 decided)"],
      series: [{ name: "Awarded of decided", values: [expect.closeTo(2 / 3, 10), 0.5, 1], percent: true }],
    });
    expect(outline(planner, "From enrolled to awarded")).toMatchObject({
      labels: ["Enrolled", "Submitted", "Decided", "Awarded"],
      series: [{ name: "People", values: [4, 3, 3, 2], percent: false }],
    });
    planner.typeRow("Submissions", { Participant: "di@x.org", "Micro-credential": "A", Outcome: "Not yet" });
    planner.call("refreshResults", {});
    const rates = outline(planner, "Award rate by support model");
    expect(rates.labels.at(-1)).toBe("Online learning lab / PLC (2 decided)");
    expect(rates.series[0]?.values).toEqual([0.5, 0.5, 0.5]);
  });

  it("show answers to both sides of zero, the middle half and half", () => {
    const planner = openCounted();
    planner.call("refreshResults", {});
    const said = outline(planner, "What participants said, from low to high");
    expect(said.labels).toEqual(["End survey: Clear? (10 answered)"]);
    expect(said.series.map(({ name, values }) => [name, values[0]])).toEqual([
      ["Middle, left half", -0.15],
      ["Low", -0.1],
      ["Lowest step", -0.1],
      ["Middle (half on each side)", 0.15],
      ["High", 0.2],
      ["Highest step", 0.3],
    ]);
    for (const { percent, unsigned } of said.series) expect([percent, unsigned]).toEqual([true, true]);
    expect(said).toMatchObject({ stacked: true, axis: { from: -1, to: 1 }, unlisted: [0] });
  });

  it("leave a rate blank where nobody has a decision", () => {
    const planner = openSetUp();
    planner.typeRow("Roster", { Name: "Ann", "Support group": "On their own" });
    planner.call("refreshResults", {});
    expect(outline(planner, "Award rate by support model")).toMatchObject({
      labels: ["Everybody (0 decided)", "Independent (0 decided)"],
      series: [{ values: [null, null] }],
    });
  });

  it("are put in once: refreshing or setting up again changes none, and plans nothing", () => {
    const planner = openCounted();
    planner.call("refreshResults", {});
    const before = charts(planner);
    expect(planner.call("refreshResults", {}).changes).toEqual([]);
    expect(planner.call("setUpWorkbook", { program: PROGRAM }).changes).toEqual([]);
    expect(charts(planner)).toEqual(before);
  });

  it("stay away where people deleted them, and as they are where people moved or retitled them", () => {
    const set = openSetUp();
    const workbook = set.services.workbook();
    const kept = charts(set)
      .slice(1)
      .map((chart, at) => (at === 0 ? { ...chart, row: 40, title: "Ours" } : chart));
    const sheets = workbook.sheets.map((sheet) => (sheet.name === "Charts" ? { ...sheet, charts: kept } : sheet));
    const planner = openPlanner({ workbook: { ...workbook, sheets }, ids: "later" });
    expect(planner.call("setUpWorkbook", { program: PROGRAM }).changes).toEqual([]);
    planner.call("refreshResults", {});
    expect(charts(planner)).toEqual(kept);
  });

  it("come into a workbook of before there were charts", () => {
    const set = openSetUp();
    const workbook = set.services.workbook();
    const sheets = workbook.sheets
      .filter(({ name }) => name !== "Charts")
      .map((sheet) =>
        sheet.name === "Settings"
          ? {
              ...sheet,
              cells: sheet.cells.map((cell) => (/\.charts$/.test(String(cell.value)) ? { ...cell, value: "x" } : cell)),
            }
          : sheet,
      );
    const planner = openPlanner({ workbook: { ...workbook, sheets }, ids: "later" });
    expect(planner.call("refreshResults", {})).toMatchObject({ ok: true });
    expect(planner.call("setUpWorkbook", { program: PROGRAM })).toMatchObject({ ok: true, problems: [] });
    expect(charts(planner).map(({ title }) => title)).toEqual(TITLES);
  });

  it("show nothing of the cohort before in a copy for a new one", () => {
    const planner = openCounted();
    planner.call("refreshResults", {});
    const copy = reopen(planner, { id: "file-2" });
    copy.call("settleCopy", { as: "new-cohort" });
    for (const title of TITLES.slice(1)) expect(outline(copy, title).labels).toEqual([]);
    expect(outline(copy, "How ready we are").labels.length).toBe(3);
  });
});
