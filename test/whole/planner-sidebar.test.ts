import { describe, expect, it } from "vitest";
import { sampleProgram } from "../../src/local/sample-program";
import { file, openPlanner, openSetUp, type Planner, PROGRAM, reopen, table } from "./helpers";

const people = (size: number) => Array.from({ length: size }, (_, at) => `p${at}@x.org`);

function filled(size: number): Planner {
  const planner = openSetUp();
  planner.call(
    "importRoster",
    table("people.csv", [
      ["Name", "E-mail", "Support group"],
      ...people(size).map((email, at) => [`P ${at}`, email, at % 2 ? "Learning lab" : "On their own"]),
    ]),
  );
  planner.call(
    "importSubmissions",
    table("sent.csv", [
      ["E-mail", "Micro-credential", "Attempt", "Outcome"],
      ...people(size).map((email, at) => [email, "A", "1", at % 3 ? "Awarded" : "Not yet"]),
    ]),
  );
  return planner;
}

const facts = (planner: Planner) => planner.call("readPlannerFacts");

function attention(planner: Planner): Readonly<Record<string, number>> {
  return Object.fromEntries((facts(planner).standing?.attention ?? []).map(({ code, count }) => [code, count]));
}

describe("the sidebar", () => {
  it("stands first in the menu", () => {
    const planner = openPlanner();
    planner.call("onOpen");
    const [menu] = planner.services.ui.menus;
    expect(menu?.items.slice(0, 2)).toEqual([
      { kind: "item", caption: "Open planner", functionName: "showPlanner" },
      { kind: "separator" },
    ]);
  });

  it("says before set-up that set-up comes first", () => {
    expect(facts(openPlanner())).toMatchObject({
      workbook: "not-set-up",
      program: "",
      next: { command: { label: "Set up workbook", call: "showSetUp" } },
      standing: null,
    });
  });

  it("asks what a copy is for before anything else", () => {
    const copy = reopen(openSetUp(), { id: "file-2" });
    expect(facts(copy)).toMatchObject({
      workbook: "copy",
      program: PROGRAM.program,
      next: { command: { call: "showSetUp" } },
      standing: null,
    });
    copy.call("settleCopy", { as: "new-cohort" });
    expect(facts(copy)).toMatchObject({ workbook: "ready", next: { command: { call: "showImportRoster" } } });
  });

  it("leads through the main job", () => {
    const planner = openSetUp();
    const next = () => facts(planner).next.command?.call;
    expect(next()).toBe("showImportRoster");
    planner.call(
      "importRoster",
      table("p.csv", [
        ["Name", "E-mail"],
        ["Ann", "ann@x.org"],
      ]),
    );
    expect(facts(planner).next.why).toMatch(/not been surveyed/);
    planner.call("importResponses", {
      survey: "baseline",
      ...table("b.csv", [
        ["Email", "Hope?"],
        ["ann@x.org", "Yes"],
      ]),
    });
    expect(next()).toBe("showImportSubmissions");
    planner.call(
      "importSubmissions",
      table("s.csv", [
        ["E-mail", "Micro-credential", "Outcome"],
        ["ann@x.org", "A", "Awarded"],
      ]),
    );
    expect(next()).toBe("showRefreshResults");
    planner.call("refreshResults", {});
    expect(next()).toBe("showCreateReport");
    planner.call("createReport", {});
    expect(facts(planner).next).toMatchObject({ command: null });
    planner.typeRow("Submissions", { Participant: "ann@x.org", Outcome: "Not yet" });
    expect(next()).toBe("showRefreshResults");
    planner.call("refreshResults", {});
    expect(next()).toBe("showCreateReport");
  });

  it("offers every command of the menu but itself", () => {
    const planner = openSetUp();
    planner.call("onOpen");
    type Items = (typeof planner.services.ui.menus)[number]["items"];
    const called = (items: Items): readonly string[] =>
      items.flatMap((each) => {
        if (each.kind === "menu") return called(each.items);
        return each.kind === "item" ? [each.functionName] : [];
      });
    const inMenu = planner.services.ui.menus.flatMap(({ items }) => called(items));
    expect(["showPlanner", ...facts(planner).commands.map(({ call }) => call)]).toEqual(inMenu);
  });

  it("judges lateness by the day in the spreadsheet's time zone", () => {
    const planner = openSetUp({ now: "2026-09-01T06:30:00Z" });
    expect(facts(planner).asOf).toBe("2026-08-31");
    expect(facts(reopen(planner, { now: "2026-09-01T07:30:00Z" })).asOf).toBe("2026-09-01");
  });

  it("writes nothing, reads each tab's cells and notes once, and does not read more where there are more rows", () => {
    const cost = (size: number) => {
      const planner = filled(size);
      facts(planner);
      return planner.cost();
    };
    const few = cost(5);
    expect(few.writes).toBe(0);
    // Eleven tabs, the spreadsheet's id, zone and settings range, and the names of at most nine tabs.
    expect(few.reads).toBeLessThanOrEqual(2 * 11 + 12);
    expect(cost(300)).toEqual(few);
  });

  it("tells what stands in the sample program", () => {
    const sample = sampleProgram("2026-09-01");
    const planner = openSetUp({ now: "2026-11-20T18:00:00Z" });
    for (const [name, text] of [
      ["importRoster", sample.roster],
      ["importSubmissions", sample.submissions],
    ] as const)
      expect(planner.call(name, file("sample.csv", text)).ok).toBe(true);
    const before = facts(planner);
    const { people } = before.standing ?? {};
    expect(before.next.command?.call).toBe("showRefreshResults");
    planner.call("refreshResults", {});
    const { funnel, readiness, timeline } = planner.call("refreshResults", {}).data ?? {};
    expect(people).toEqual({
      enrolled: funnel?.enrolled,
      outcomes: { submitted: funnel?.submitted, decided: funnel?.decided, awarded: funnel?.awarded },
    });
    expect(before.standing?.phases?.map(({ done, total }) => ({ done, total }))).toEqual(
      Object.values(readiness ?? {}),
    );
    expect(attention(planner)["late-dates"]).toBe(timeline?.late);
    expect(attention(planner)).not.toHaveProperty("new-decisions");
  });

  it("goes on without tabs that people deleted, and says what it did not look at", () => {
    const planner = filled(4);
    planner.editor.deleteTab("Support log");
    planner.editor.deleteTab("Timeline");
    const { standing, next } = facts(planner);
    expect(standing).toMatchObject({ dates: null, missing: ["the tab Timeline", "the tab Support log"] });
    expect(standing?.attention.map(({ code }) => code)).not.toContain("without-contact");
    expect(next.command?.call).toBe("showRefreshResults");
    planner.editor.deleteTab("Roster");
    expect(facts(planner)).toMatchObject({ next: { command: { call: "showSetUp" } }, standing: { people: null } });
  });
});

describe("a thing that needs attention", () => {
  it("leads to its tab, whatever that is called by now, and to the command that helps", () => {
    const planner = filled(4);
    planner.editor.renameTab("Results", "What came of it");
    planner.editor.renameTab("Timeline", "When");
    const late = facts(reopen(planner, { now: "2027-01-15T12:00:00Z" })).standing?.attention ?? [];
    expect(late.find(({ code }) => code === "late-dates")).toMatchObject({
      tab: { key: "timeline", name: "When" },
      command: null,
    });
    expect(late.find(({ code }) => code === "new-decisions")).toMatchObject({
      count: 4,
      command: { call: "showRefreshResults" },
    });
    expect(planner.call("openTab", { sheet: "results" })).toMatchObject({ ok: true });
    expect(active(planner)).toBe("What came of it");
    expect(planner.call("openTab", { sheet: "When" })).toMatchObject({ ok: true });
    expect(active(planner)).toBe("When");
  });

  it("says so where its tab is gone", () => {
    const planner = openSetUp();
    planner.editor.deleteTab("Review");
    expect(planner.call("openTab", { sheet: "review" })).toMatchObject({
      ok: false,
      problems: [{ code: "unknown-tab" }],
    });
    expect(planner.call("openTab", {})).toMatchObject({ ok: false });
  });
});

const active = (planner: Planner): string =>
  planner.services.globals.SpreadsheetApp.getActiveSpreadsheet().getActiveSheet().getName();
