import { describe, expect, it } from "vitest";
import { storedWords } from "../../src/content/stored-words";
import type { ProgramSetup } from "../../src/program/program-setup";
import { plan } from "../../src/workbook/plan";
import { planSetUp, recordTabs, type Title } from "../../src/workbook/set-up-plan";
import { remember } from "../../src/workbook/settings";
import type { Snapshot } from "../../src/workbook/snapshot";
import type { Tab } from "../../src/workbook/tab";
import { charts } from "../../src/workbook/tabs/charts";
import { checklist } from "../../src/workbook/tabs/checklist";
import { groups } from "../../src/workbook/tabs/groups";
import { roster } from "../../src/workbook/tabs/roster";
import { settings } from "../../src/workbook/tabs/settings";
import { start } from "../../src/workbook/tabs/start";
import { applied, rowsOf, snapshotOf, tabSnapshot } from "./builders";

const program: ProgramSetup = {
  program: "Grow Together",
  affiliate: "Valley",
  cohort: "Fall",
  launch: "2026-09-01",
  weeks: 8,
  groups: [{ name: "Lab", model: "plc" }],
  location: "rural",
  currency: [],
  goals: "",
  optionalTabs: [],
};
const wanted = { program, words: storedWords };
const SOME: readonly Tab[] = [settings, checklist, groups, roster];
const only = (snapshot: Snapshot, ...keys: string[]): Snapshot => ({
  tabs: new Map([...snapshot.tabs].filter(([key]) => keys.includes(key))),
});
const ownTitle = ({ title }: Tab): Title => ({ title, adopt: null, foreign: false });
const planFor = (snapshot: Snapshot, restore: readonly string[] = [], titleOf = ownTitle, tabs = SOME) =>
  planSetUp(tabs, snapshot, wanted, new Set(restore), titleOf);

/** Set-up carried out to the end: planned, applied, and recorded in Settings. */
function setUp(snapshot: Snapshot, restore: readonly string[] = []): Snapshot {
  const done = applied(snapshot, planFor(snapshot, restore).plan);
  const ids = new Map([...done.tabs.keys()].map((key, at) => [key, at]));
  return applied(done, remember(done, recordTabs(SOME, done, ids, wanted)));
}
const DONE = setUp({ tabs: new Map() });
const withTab = (
  snapshot: Snapshot,
  key: string,
  change: (tab: ReturnType<typeof tabSnapshot>) => object,
): Snapshot => {
  const tab = snapshot.tabs.get(key) ?? tabSnapshot(roster, []);
  return { tabs: new Map(snapshot.tabs).set(key, { ...tab, ...change(tab) }) };
};
/** People delete a column: it is neither found nor in the header any more. */
const withoutColumn = (snapshot: Snapshot, key: string, column: string): Snapshot =>
  withTab(snapshot, key, ({ layout }) => {
    const { [column]: _, ...columns } = layout.columns;
    return { layout: { ...layout, columns, missing: [column] } };
  });

describe("planSetUp", () => {
  it("makes what is missing, with the rows that a tab starts with", () => {
    expect(rowsOf(DONE, "checklist")).toHaveLength(storedWords.checklist.length);
    expect(rowsOf(DONE, "groups")).toEqual([{ key: "Lab", name: "Lab", model: "Online learning lab / PLC" }]);
    expect(planFor(DONE).plan.changes).toEqual([]);
  });

  it("leaves optional tabs out until they are switched on", () => {
    const optional = { ...roster, key: "extra", title: "Extra", optional: true };
    expect(planFor({ tabs: new Map() }, [], ownTitle, [optional]).plan.changes).toEqual([]);
    const on = { program: { ...program, optionalTabs: ["extra"] }, words: storedWords };
    expect(planSetUp([optional], { tabs: new Map() }, on, new Set(), ownTitle).plan.changes).toHaveLength(1);
  });

  it("leaves a person's tab of our name alone, and says what ours is called", () => {
    const foreign = ({ title }: Tab) => ({ title: `${title} (planner)`, adopt: null, foreign: true });
    const { plan: planned } = planFor(only(DONE, "settings", "checklist", "groups"), ["roster"], foreign);
    expect(planned.changes).toMatchObject([{ kind: "create-tab", tab: "roster", title: "Roster (planner)" }]);
    expect(planned.problems).toMatchObject([{ code: "tab-foreign", tab: "Roster", other: "Roster (planner)" }]);
  });

  it("changes nothing that people changed", () => {
    const rows = rowsOf(DONE, "checklist").map((row, at) => (at === 0 ? { ...row, item: "Ours!", done: true } : row));
    const changed = {
      tabs: new Map(DONE.tabs).set("checklist", tabSnapshot(checklist, [...rows, { item: "My own" }])),
    };
    expect(planFor(changed).plan.changes).toEqual([]);
  });

  it("adds the row of a group that is new in the form, and leaves the others", () => {
    const more = { ...program, groups: [...program.groups, { name: "Solo", model: "independent" }] };
    const { plan: planned } = planSetUp(SOME, DONE, { program: more, words: storedWords }, new Set(), ownTitle);
    expect(planned.changes).toMatchObject([{ kind: "insert-rows", tab: "groups", rows: [{ name: "Solo" }] }]);
  });

  it("gives lost notes back", () => {
    const unmarked = withTab(DONE, "roster", ({ layout }) => ({ layout: { ...layout, unmarked: ["email"] } }));
    expect(planFor(unmarked).plan.changes).toEqual([{ kind: "mark-columns", tab: "roster", columns: ["email"] }]);
  });
});

describe("what people deleted", () => {
  it("is offered and not put back: a tab, a column, a row", () => {
    const rows = rowsOf(DONE, "checklist").slice(1);
    const first = String(rowsOf(DONE, "checklist")[0]?.key);
    const left = withoutColumn(only(DONE, "settings", "checklist", "roster"), "roster", "notes");
    const without = { tabs: new Map(left.tabs).set("checklist", tabSnapshot(checklist, rows)) };
    const { plan: planned, deleted } = planFor(without);
    expect(planned.changes).toEqual([]);
    expect(deleted.map(({ key }) => key)).toEqual([`checklist:${first}`, "groups", "roster.notes"]);
    const restored = planFor(
      without,
      deleted.map(({ key }) => key),
    );
    expect(restored.deleted).toEqual([]);
    expect(restored.plan.changes).toMatchObject([
      { kind: "insert-rows", tab: "checklist", rows: [{ key: first }] },
      { kind: "create-tab", tab: "groups" },
      { kind: "add-columns", tab: "roster", columns: ["notes"] },
    ]);
    expect(
      planFor(
        setUp(
          without,
          deleted.map(({ key }) => key),
        ),
      ).plan.changes,
    ).toEqual([]);
  });

  it("is told from what a later version of the planner brings", () => {
    const known = remember(DONE, { "columns.roster": Object.keys(roster.columns).filter((key) => key !== "notes") });
    const older = withoutColumn(applied(DONE, known), "roster", "notes");
    expect(planFor(older).plan.changes).toEqual([{ kind: "add-columns", tab: "roster", columns: ["notes"] }]);
  });
});

describe("a set-up that was cut off", () => {
  it("is finished wherever that was, and makes nothing twice", () => {
    const { changes } = planFor({ tabs: new Map() }).plan;
    for (let cut = 0; cut <= changes.length; cut++) {
      const partly = applied({ tabs: new Map() }, plan(changes.slice(0, cut)));
      const whole = setUp(partly);
      for (const { key } of SOME.slice(1)) expect(rowsOf(whole, key)).toEqual(rowsOf(DONE, key));
      expect(planFor(whole).plan.changes).toEqual([]);
    }
  });

  it("puts the rows in where only the header had been written, and dresses the tab", () => {
    const header = only(
      withTab(DONE, "checklist", () => ({ rows: [] })),
      "checklist",
    );
    expect(planFor(header, [], ownTitle, [checklist]).plan.changes).toMatchObject([
      { kind: "dress-tab", tab: "checklist" },
      {
        kind: "insert-rows",
        tab: "checklist",
        rows: expect.objectContaining({ length: storedWords.checklist.length }),
      },
    ]);
  });

  it("dresses again a tab that is elsewhere than Settings says", () => {
    const { changes } = planSetUp(SOME, DONE, wanted, new Set(), ownTitle, new Set(["roster"])).plan;
    expect(changes).toEqual([{ kind: "dress-tab", tab: "roster" }]);
  });
});

describe("charts", () => {
  const tabs = [settings, charts];
  const planned = (snapshot: Snapshot, unrecorded: readonly string[] = []) =>
    planSetUp(tabs, snapshot, wanted, new Set(), ownTitle, new Set(unrecorded)).plan;
  const insertions = (snapshot: Snapshot, unrecorded: readonly string[] = []) =>
    planned(snapshot, unrecorded).changes.filter(({ kind }) => kind === "insert-charts");
  const recorded = (snapshot: Snapshot, made: readonly Tab[] = tabs) =>
    applied(snapshot, remember(snapshot, recordTabs(made, snapshot, new Map([["charts", 7]]), wanted)));
  const made = applied({ tabs: new Map() }, planned({ tabs: new Map() }));
  const all = charts.charts?.map(({ key }) => key);

  it("come with their tab, behind its rows, and then never again", () => {
    expect(planned({ tabs: new Map() }).changes.map(({ kind, tab }) => [kind, tab])).toEqual([
      ["create-tab", "settings"],
      ["create-tab", "charts"],
      ["insert-charts", "charts"],
    ]);
    expect(insertions({ tabs: new Map() })).toEqual([{ kind: "insert-charts", tab: "charts", charts: all }]);
    expect(insertions(recorded(made))).toEqual([]);
  });

  it("come again where their tab was cut off while it was made", () => {
    expect(insertions(made)).toMatchObject([{ charts: all }]);
    expect(insertions(recorded(made), ["charts"])).toMatchObject([{ charts: all }]);
  });

  it("come alone where a later version declares more of them", () => {
    const fewer = { ...charts, charts: charts.charts?.slice(1) ?? [] };
    expect(insertions(recorded(made, [settings, fewer]))).toMatchObject([{ charts: all?.slice(0, 1) }]);
  });
});

describe("live figures", () => {
  const seeds = start.seeds?.(program, storedWords) ?? [];
  const shown = (value: string) =>
    snapshotOf({
      start: seeds.map((row) => ({
        ...(row as Record<string, string>),
        value: typeof row.value === "object" ? value : String(row.value ?? ""),
      })),
      settings: [
        { name: "sheet.start", value: "1" },
        { name: "seeded.start", value: JSON.stringify(seeds.map(({ key }) => key)) },
      ],
    });
  const changesOf = (value: string) => planFor(shown(value), [], ownTitle, [start]).plan.changes;

  it("are left alone while they work", () => {
    expect(changesOf("3")).toEqual([]);
  });

  it.each(["", "#REF!", "#NAME?"])("are written anew where one shows %j", (value) => {
    const [change, ...others] = changesOf(value);
    expect(others).toEqual([]);
    expect(change).toMatchObject({ kind: "update-cells", tab: "start" });
    const formulas = seeds.filter(({ value: cell }) => typeof cell === "object").length;
    expect(change?.kind === "update-cells" && change.cells.length).toBe(formulas);
  });
});

describe("recordTabs", () => {
  it("remembers where tabs are and what they ever had, also what was deleted since", () => {
    const once = recordTabs([checklist], DONE, new Map([["checklist", 7]]), wanted);
    expect(once).toMatchObject({
      "sheet.checklist": 7,
      "columns.checklist": Object.keys(checklist.columns),
      "seeded.checklist": storedWords.checklist.map(({ key }) => key),
    });
    const older = applied(
      DONE,
      remember(DONE, { "seeded.checklist": ["an-older-row"], "columns.checklist": ["an-older-column"] }),
    );
    const again = recordTabs([checklist], older, new Map([["checklist", 7]]), wanted);
    expect(again["seeded.checklist"]).toContain("an-older-row");
    expect(again["columns.checklist"]).toContain("an-older-column");
  });

  it("remembers nothing of tabs that are not there", () => {
    expect(recordTabs(SOME, DONE, new Map(), wanted)).toEqual({});
  });
});
