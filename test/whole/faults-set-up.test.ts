/** Set-up may be stopped anywhere: running it again leaves the workbook that an undisturbed run leaves. */
import { describe, expect, it } from "vitest";
import { callsOf, distinctCuts, picture, runCut } from "./faults";
import { openPlanner, PROGRAM } from "./helpers";

const program = { ...PROGRAM, optionalTabs: ["rollout"] };
const setUp = (planner: ReturnType<typeof openPlanner>) => planner.call("setUpWorkbook", { program });

describe("set-up stopped before any of its calls, and run again", () => {
  it("leaves the same tabs, rows, notes, formats and memory", { timeout: 300_000 }, () => {
    const uncut = openPlanner();
    setUp(uncut);
    const wanted = picture(uncut.services.workbook());
    const cuts = distinctCuts(callsOf(openPlanner, setUp));
    expect(cuts.length).toBeGreaterThan(300);
    for (const cut of cuts) {
      const planner = openPlanner();
      runCut(planner, setUp, cut);
      expect(setUp(planner), JSON.stringify(cut)).toMatchObject({ ok: true, problems: [] });
      expect(picture(planner.services.workbook()), JSON.stringify(cut)).toEqual(wanted);
      planner.services.free();
    }
  });
});
