/** Set-up may be stopped anywhere: running it again leaves the workbook that an undisturbed run leaves. */
import { describe, expect, it } from "vitest";
import { type Cut, callsOf, differences, distinctCuts, picture, runCut } from "./faults";
import { openPlanner, type Planner, PROGRAM } from "./helpers";

const program = { ...PROGRAM, optionalTabs: ["rollout"] };
const setUp = (planner: Planner) => planner.call("setUpWorkbook", { program });

/** A spreadsheet in which people keep something of their own. */
function open(): Planner {
  const planner = openPlanner();
  planner.editor.type("Sheet1", "A1", "Lunch");
  return planner;
}

describe("set-up stopped before any of its calls, and run again", () => {
  it("leaves the same tabs, rows, notes, formats and memory", { timeout: 300_000 }, () => {
    const uncut = open();
    setUp(uncut);
    const wanted = picture(uncut.services.workbook());
    const all = distinctCuts(callsOf(open, setUp));
    // Making the tabs comes first; then all are dressed alike, and a fifth of those calls stands for them.
    const cuts = all.filter((cut, at) => cut.waiting === "drop" || at < 100 || at > all.length - 20 || at % 5 === 0);
    expect(cuts.length).toBeGreaterThan(150);
    for (const cut of cuts) {
      const planner = open();
      runCut(planner, setUp, cut);
      expect(setUp(planner), JSON.stringify(cut)).toMatchObject({ ok: true, problems: [] });
      expect(differences(picture(planner.services.workbook()), wanted), JSON.stringify(cut)).toEqual([]);
      planner.services.free();
    }
  });

  it("in an empty spreadsheet may leave its one empty tab, and no other", () => {
    const uncut = openPlanner();
    setUp(uncut);
    const wanted = uncut.editor.tabNames().toSorted();
    // Its first tabs are made before the empty one is taken over.
    const cuts: readonly Cut[] = distinctCuts(callsOf(openPlanner, setUp)).slice(0, 20);
    for (const cut of cuts) {
      const planner = openPlanner();
      runCut(planner, setUp, cut);
      expect(setUp(planner).ok).toBe(true);
      const names = planner.editor.tabNames();
      expect(names.filter((name) => name !== "Sheet1").toSorted(), JSON.stringify(cut)).toEqual(wanted);
      planner.services.free();
    }
  });
});
