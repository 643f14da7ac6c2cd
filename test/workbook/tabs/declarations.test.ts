import { describe, expect, it } from "vitest";
import { storedWords } from "../../../src/content/stored-words";
import type { ProgramSetup } from "../../../src/program/program-setup";
import { proposeNewsletterDates } from "../../../src/program/schedule";
import { type CellValue, cellText, isFormula } from "../../../src/workbook/cell";
import { fold } from "../../../src/workbook/column";
import { type RowCells, readRow, type Tab } from "../../../src/workbook/tab";
import { catalogue } from "../../../src/workbook/tabs/catalogue";
import { communications } from "../../../src/workbook/tabs/communications";
import { currency } from "../../../src/workbook/tabs/currency";
import { groups } from "../../../src/workbook/tabs/groups";
import { tabs } from "../../../src/workbook/tabs/index";
import { model } from "../../../src/workbook/tabs/model";
import { questions } from "../../../src/workbook/tabs/questions";

const program: ProgramSetup = {
  program: "Grow Together",
  affiliate: "Valley Education Association",
  cohort: "Fall 2026",
  launch: "2026-09-01",
  weeks: 8,
  groups: [{ name: "Learning lab", model: "plc" }],
  location: "rural",
  currency: ["district-pd", "pay"],
  goals: "More members who lead.",
  optionalTabs: [],
};

const seedsOf = (tab: Tab): readonly RowCells[] => tab.seeds?.(program, storedWords) ?? [];
const keysOf = (tab: Tab) => seedsOf(tab).map((row) => String(row.key));
const seed = (tab: Tab, key: string): RowCells => seedsOf(tab).find((row) => row.key === key) ?? {};
const plannerColumns = (tab: Tab) => Object.keys(tab.columns).filter((key) => tab.columns[key]?.owner === "planner");

describe.each(tabs.map((tab) => [tab.title, tab] as const))("the tab %s", (_title, tab) => {
  it("calls each column differently, in words and in aliases", () => {
    const names = Object.values(tab.columns).flatMap(({ header, aliases }) => [
      ...new Set([header, ...aliases].map(fold)),
    ]);
    expect(names).not.toContain("");
    expect(new Set(names).size).toBe(names.length);
  });

  it("writes headers in sentence case and explains each in a sentence", () => {
    const help = storedWords.columnHelp[tab.key] ?? {};
    expect(Object.keys(help)).toEqual(Object.keys(tab.columns));
    for (const { header } of Object.values(tab.columns)) {
      // "p" is a statistic's own name.
      expect(header).toMatch(/^([A-Z]|p )[^A-Z]*$/);
    }
    for (const words of Object.values(help)) {
      expect(words).toMatch(/^\S.*[.…]$/);
      expect(words).not.toContain("·");
    }
  });

  it("names only its own columns in its colors", () => {
    for (const { when } of tab.styles ?? []) {
      const named = [...when.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name);
      expect(named.length).toBeGreaterThan(0);
      for (const name of named) expect(Object.keys(tab.columns).map((key) => `${tab.key}.${key}`)).toContain(name);
    }
  });

  it("draws its charts from columns of its own, below its rows, each with a title that no other has", () => {
    const charts = tab.charts ?? [];
    expect(new Set(charts.map(({ title }) => title)).size).toBe(charts.length);
    expect(new Set(charts.map(({ key }) => key)).size).toBe(charts.length);
    for (const { labels, series, rows, place, colors, unlisted = [] } of charts) {
      expect(Object.keys(tab.columns)).toEqual(expect.arrayContaining([labels, ...series]));
      expect(series).toEqual(expect.arrayContaining([...unlisted]));
      expect(rows).toBe(seedsOf(tab).length);
      expect(place.row).toBeGreaterThan(rows + 1);
      expect(colors.length).toBe(series.length);
    }
  });

  it("gives every seeded row a key of its own", () => {
    const keys = keysOf(tab);
    expect(new Set(keys).size).toBe(keys.length);
    // A support group is known by the name that it was set up with.
    const shape = tab === groups ? /\S/ : /^[a-z0-9]+(-[a-z0-9]+)*$/;
    for (const key of keys) expect(key).toMatch(shape);
    if (tab.seeds) expect(tab.rowKey).toBe(Object.keys(tab.columns).pop());
  });

  it("seeds only cells of its columns, and every one of them can be read", () => {
    seedsOf(tab).forEach((row, index) => {
      expect(Object.keys(tab.columns)).toEqual(expect.arrayContaining(Object.keys(row)));
      const { values, problems } = readRow(tab, (key) => plain(row, key), index + 2);
      expect(problems).toEqual([]);
      for (const key of Object.keys(row))
        if (plain(row, key) !== "") expect(values).toHaveProperty(key, expect.anything());
    });
  });

  it("offers in its dropdowns what it seeds", () => {
    for (const [key, { choices }] of Object.entries(tab.columns)) {
      if (choices?.kind !== "list") continue;
      const offered = ["", ...choices.options.map(({ label }) => label)];
      for (const row of seedsOf(tab)) expect(offered).toContain(row[key] ?? "");
    }
  });
});

/** A live figure is not computed yet: its cell is a blank. */
function plain(row: RowCells, key: string): CellValue {
  const cell = row[key] ?? "";
  return isFormula(cell) ? "" : cell;
}

it("declares each tab once, with a key and a name of its own", () => {
  expect(new Set(tabs.map(({ key }) => key)).size).toBe(tabs.length);
  expect(new Set(tabs.map(({ title }) => title.toLowerCase())).size).toBe(tabs.length);
  for (const { key } of tabs) expect(key).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

it("makes Settings first and hides it and the ledger of what was sent", () => {
  expect(tabs[0]?.key).toBe("settings");
  expect(tabs.filter(({ hidden }) => hidden).map(({ key }) => key)).toEqual(["settings", "sending"]);
});

it("refers in formulas and dropdowns only to columns that are declared", () => {
  const declared = new Set(
    tabs.flatMap(({ key, columns }) => Object.keys(columns).map((column) => `${key}.${column}`)),
  );
  const formulas = tabs.flatMap(seedsOf).flatMap((row) => Object.values(row).filter(isFormula).map(cellText));
  const named = formulas.flatMap((formula) => [...formula.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name));
  const offered = tabs.flatMap(({ columns }) =>
    Object.values(columns).flatMap(({ choices }) =>
      choices?.kind === "column" ? [`${choices.tab}.${choices.column}`] : [],
    ),
  );
  expect(named.length).toBeGreaterThan(30);
  expect([...named, ...offered].filter((name) => !declared.has(name ?? ""))).toEqual([]);
});

it("numbers people, attempts and logged support, each with a letter of its own", () => {
  const numbered = tabs.flatMap(({ key, numbering }) => (numbering ? [[key, numbering.prefix]] : []));
  expect(numbered).toEqual([
    ["roster", "P"],
    ["submissions", "S"],
    ["support-log", "L"],
  ]);
});

it("leaves every column of people's tabs to people but those that the planner alone fills", () => {
  const shared = tabs.filter(({ filledBy }) => filledBy === "people");
  expect(Object.fromEntries(shared.map((tab) => [tab.key, plannerColumns(tab)]))).toEqual({
    catalogue: ["score", "key"],
    checklist: ["key"],
    committee: ["key"],
    communications: ["key"],
    currency: ["key"],
    "focus-group": ["key"],
    groups: ["labelCheck", "key"],
    model: ["key"],
    questions: ["key"],
    rollout: ["key"],
    roster: ["id", "code"],
    submissions: ["id"],
    "support-log": ["id"],
    surveys: ["state", "next", "edit", "key"],
    timeline: ["key"],
  });
});

it("leaves people a say in three of the planner's own tabs", () => {
  const own = tabs.filter(({ filledBy }) => filledBy === "planner");
  const theirs = own.map((tab) => [
    tab.key,
    Object.keys(tab.columns).filter((key) => !plannerColumns(tab).includes(key)),
  ]);
  expect(Object.fromEntries(theirs.filter(([, columns]) => columns?.length))).toEqual({
    responses: ["chosen"],
    review: ["decision", "note"],
    "written-answers": ["themes"],
  });
});

it("makes four of them only when they are switched on", () => {
  const optional = tabs.filter((tab) => tab.optional).map(({ key }) => key);
  expect(optional).toEqual(["communications", "currency", "committee", "rollout"]);
});

describe("Model", () => {
  it("answers what the set-up form told, in labels", () => {
    expect(seed(model, "program").answer).toBe("Grow Together");
    expect(seed(model, "affiliate").answer).toBe("Valley Education Association");
    expect(seed(model, "cohort").answer).toBe("Fall 2026");
    expect(seed(model, "launch").answer).toEqual({ date: "2026-09-01" });
    expect(seed(model, "goals").answer).toBe("More members who lead.");
    expect(seed(model, "location").answer).toBe("Rural");
    expect(seed(model, "currency-district-pd").answer).toBe("District PD credit");
    expect(seed(model, "currency-pay").answer).toBe("Pay increase or stipend");
  });

  it("weighs the three criteria alike, and nothing else", () => {
    const weighed = seedsOf(model).filter(({ weight }) => weight !== undefined);
    expect(weighed.map(({ key, weight }) => [key, weight])).toEqual([
      ["criterion-1", 1],
      ["criterion-2", 1],
      ["criterion-3", 1],
    ]);
  });

  it("has a row a chosen currency, once each, and one open row where none is chosen", () => {
    const currencies = (chosen: string[]) =>
      (model.seeds?.({ ...program, currency: chosen }, storedWords) ?? []).filter(({ part }) => part === "Currency");
    expect(currencies(["pay", "pay", "tea"]).map(({ key, answer }) => [key, answer])).toEqual([
      ["currency-pay", "Pay increase or stipend"],
      ["currency-tea", "tea"],
    ]);
    expect(currencies([]).map(({ key, answer }) => [key, answer])).toEqual([["currency", ""]]);
  });
});

describe("Questions", () => {
  it("has a row for each survey that asks a question", () => {
    expect(keysOf(questions)).toContain("baseline-base-years");
    expect(keysOf(questions)).toContain("end-app-benefit");
    expect(keysOf(questions)).toContain("focus-group-app-benefit");
  });

  it("switches on what is asked unless somebody wants less", () => {
    expect(seed(questions, "baseline-base-years").on).toBe(true);
    expect(seed(questions, "baseline-base-expertise").on).toBe(false);
  });

  it("lists choices one per line, or stands for those of the catalogue", () => {
    expect(seed(questions, "end-gen-again").choices).toBe("Yes\nNot sure\nNo");
    expect(seed(questions, "end-gen-mc").choices).toBe("(those of the tab Micro-credentials)");
    expect(storedWords.columnHelp.questions?.choices).toContain(catalogue.title);
  });
});

describe("Communications", () => {
  it("sends the newsletters on the days that the schedule proposes", () => {
    const newsletters = seedsOf(communications).filter(({ kind }) => kind === "Newsletter");
    const days = proposeNewsletterDates(program.launch, program.weeks);
    expect(newsletters.map(({ sendOn }) => sendOn)).toEqual(days.map((date) => ({ date })));
  });

  it("reminds of the deadline a week before it", () => {
    expect(seed(communications, "deadline").sendOn).toEqual({ date: "2026-10-20" });
  });

  it("keeps what is for recruitment or facilitation out of the newsletter's list", () => {
    const listed = seed(communications, "resources").text;
    expect(listed).toContain("https://learningforward.org/");
    expect(listed).not.toContain("age-of-essa");
    expect(listed).not.toContain("mynea360");
    expect(seed(communications, "essa").note).toBe("For recruitment.");
  });
});

describe("Currency", () => {
  it("leaves what was not published blank", () => {
    expect(seed(currency, "clark-county")).toMatchObject({ value: "", cap: 30, threshold: 225 });
    expect(seed(currency, "kettle-moraine")).toMatchObject({ value: 200, valueHigh: 600, cap: "", threshold: "" });
  });

  it("uses no rule until somebody ticks it", () => {
    for (const { inForce } of seedsOf(currency)) expect(inForce).toBe(false);
  });
});
