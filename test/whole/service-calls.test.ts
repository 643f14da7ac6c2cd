/** Calls to Google's services cost time and quota: they must not grow with rows, and stay within what was agreed. */
import { describe, expect, it } from "vitest";
import { openPlanner, openSetUp, type Planner, PROGRAM, table } from "./helpers";

const people = (size: number) => Array.from({ length: size }, (_, at) => `p${at}@x.org`);

const roster = (size: number) =>
  table("people.csv", [
    ["Name", "E-mail", "Support group", "Enrolled on"],
    ...people(size).map((email, at) => [`P ${at}`, email, at % 2 ? "Learning lab" : "On their own", "2026-08-30"]),
  ]);
const submissions = (size: number) =>
  table("sent.csv", [
    ["E-mail", "Micro-credential", "Attempt", "Outcome"],
    ...people(size).map((email, at) => [email, "A", "1", at % 3 ? "Awarded" : "Not yet"]),
  ]);
const answers = (size: number) => ({
  survey: "end",
  ...table("end.csv", [
    ["Timestamp", "Email", "Clear?"],
    ...people(size).map((email, at) => ["2026-09-01 10:00:00", email, String(1 + (at % 5))]),
  ]),
});
/** Rows typed by hand at the end of the Roster, which a refresh has to number. */
function typed(planner: Planner, size: number): void {
  for (let at = 0; at < 5; at++) planner.typeRow("Roster", { Name: `Typed ${at}` }, size + 2 + at);
}

interface Cost {
  readonly reads: number;
  readonly writes: number;
}

/** Every command in turn at one size, first with everything new and then again. */
function costs(size: number): Readonly<Record<string, Cost>> {
  const planner = openSetUp();
  const found: Record<string, Cost> = {};
  const spend = (what: string, act: () => { readonly ok: boolean }): void => {
    expect(act().ok, what).toBe(true);
    found[what] = planner.cost();
  };
  spend("roster", () => planner.call("importRoster", roster(size)));
  spend("submissions", () => planner.call("importSubmissions", submissions(size)));
  spend("answers", () => planner.call("importResponses", answers(size)));
  spend("refresh", () => planner.call("refreshResults", {}));
  spend("roster again", () => planner.call("importRoster", roster(size)));
  spend("submissions again", () => planner.call("importSubmissions", submissions(size)));
  spend("answers again", () => planner.call("importResponses", answers(size)));
  spend("refresh again", () => planner.call("refreshResults", {}));
  typed(planner, size);
  spend("refresh with typed rows", () => planner.call("refreshResults", {}));
  spend("set-up again", () => planner.call("setUpWorkbook", { program: PROGRAM }));
  return found;
}

describe("service calls", () => {
  const few = costsOnce(10);
  const many = costsOnce(500);

  it("are as many for 500 rows as for 10", () => {
    expect(many()).toEqual(few());
  });

  it("write nothing where there is nothing to do", () => {
    for (const [what, { writes }] of Object.entries(many()))
      if (what.endsWith("again")) expect([what, writes]).toEqual([what, 0]);
  });

  /** Tabs read and tabs written by each command, Settings among them, and runs of adjacent planner-owned columns. */
  const budgets: Record<string, { readonly read: number; readonly written: number; readonly runs: number }> = {
    // Roster, Support groups, Micro-credentials, Review, Settings; written: Roster, Settings.
    roster: { read: 5, written: 2, runs: 0 },
    submissions: { read: 5, written: 2, runs: 0 },
    // Roster, Survey matches, the answer tab, Settings; its making is a new tab of three columns.
    answers: { read: 4, written: 3, runs: 12 + 3 * 3 },
    // The nine that are counted, Model, Results, three of the surveys, Charts, Start, the answers and Settings.
    refresh: { read: 18, written: 5, runs: 5 },
    "refresh with typed rows": { read: 18, written: 5, runs: 7 },
  };

  it.each(Object.entries(budgets))("of %s are within the budget", (what, { read, written, runs }) => {
    const { reads, writes } = many()[what] ?? { reads: Number.NaN, writes: Number.NaN };
    expect(reads + writes).toBeLessThanOrEqual(2 * read + written + runs + 10);
    expect(reads).toBeGreaterThan(0);
  });

  it("of set-up are within twelve and three a column for each new tab", () => {
    const planner = openPlanner();
    planner.call("setUpWorkbook", { program: PROGRAM });
    const { reads, writes } = planner.cost();
    const tabs = planner.editor.tabNames();
    const columns = tabs.reduce((sum, tab) => sum + planner.headers(tab).length, 0);
    expect(reads + writes).toBeLessThanOrEqual(12 * tabs.length + 3 * columns);
    expect(columns).toBeGreaterThan(100);
  });
});

function costsOnce(size: number): () => ReturnType<typeof costs> {
  let found: ReturnType<typeof costs> | null = null;
  return () => {
    found ??= costs(size);
    return found;
  };
}
