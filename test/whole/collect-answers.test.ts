import { describe, expect, it } from "vitest";
import { callsOf, distinctCuts, runCut } from "./faults";
import { codesOf, type Planner, reopen, table } from "./helpers";
import {
  answer,
  askOnly,
  END,
  openWithForm,
  openWithPeople,
  responseTab,
  send,
  surveyRow,
  theForm,
  type World,
} from "./survey-world";

const collect = (planner: Planner, more: object = {}) => planner.call("collectAnswers", more);
const matches = (planner: Planner) =>
  planner.rows("Survey matches").map((row) => [row["Participant id"], row.Standing, row["Matched by"]]);
const said = { "Good pace?": "Yes", "Why?": "=1+1" };

function openAnswered(options: World = {}): Planner {
  const planner = openWithForm(options);
  expect(send(planner)).toMatchObject({ ok: true });
  answer(planner, "ann@x.org", said);
  answer(planner, "bo@x.org", said);
  return planner;
}

describe("collecting answers", () => {
  it("ties what came in to the Roster, and the second time there is nothing to do", () => {
    const planner = openAnswered();
    const first = collect(planner);
    expect(first).toMatchObject({
      ok: true,
      data: { surveys: [{ id: "end", answers: 2, added: 2, matched: 2, unmatched: 0 }], isAutomatic: false },
    });
    expect(matches(planner)).toEqual([
      ["P-0001", "Counts", "Code"],
      ["P-0002", "Counts", "Code"],
    ]);
    expect(collect(planner)).toMatchObject({ ok: true, changes: [], data: { surveys: [{ answers: 2, added: 0 }] } });
    expect(planner.cost().writes).toBe(0);
  });

  it("follows answers that people deleted in the response tab, and a tab that they renamed and sorted", () => {
    const planner = openAnswered();
    collect(planner);
    planner.editor.renameTab(responseTab(planner), "Our answers");
    planner.editor.sort("Our answers", 1, true);
    expect(collect(planner)).toMatchObject({ changes: [] });
    planner.editor.deleteRows("Our answers", 2);
    expect(collect(planner).data).toMatchObject({ surveys: [{ answers: 1 }] });
    expect(
      matches(planner)
        .map(([, standing]) => standing)
        .sort(),
    ).toEqual(["Counts", "No longer there"]);
  });

  it("knows an answer beside which people wrote, in a tab where they moved and added columns and typed a row", () => {
    const planner = openAnswered();
    collect(planner);
    const before = matches(planner);
    const tab = responseTab(planner);
    planner.editor.insertColumns(tab, 2, 1);
    planner.editor.type(tab, "B1", "Followed up");
    planner.editor.type(tab, "B2", "yes, by phone");
    planner.editor.moveColumns(tab, 5, 1, 1);
    expect(collect(planner)).toMatchObject({ changes: [] });
    expect(matches(planner)).toEqual(before);
    planner.typeRow(tab, { "Participant code": "nobody's", "Why?": "typed by hand" });
    expect(collect(planner).data).toMatchObject({ surveys: [{ answers: 3, matched: 2, unmatched: 1 }] });
    answer(planner, "cy@x.org", said);
    expect(collect(planner).data).toMatchObject({ surveys: [{ answers: 4, matched: 3, unmatched: 1 }] });
  });

  it("counts what came through the form and what came in a file together", () => {
    const planner = openAnswered();
    collect(planner);
    const other = table("other.csv", [
      ["Timestamp", "E-mail", "Good pace?", "Why?"],
      ["2026-09-03 10:00:00", "cy@x.org", "No", "Too fast"],
    ]);
    expect(planner.call("importResponses", { ...other, survey: "end" })).toMatchObject({
      data: { added: 1, matched: 3, unmatched: 0 },
    });
    expect(matches(planner)).toEqual([
      ["P-0001", "Counts", "Code"],
      ["P-0002", "Counts", "Code"],
      ["P-0003", "Counts", "E-mail"],
    ]);
    expect(collect(planner)).toMatchObject({ data: { surveys: [{ answers: 3, added: 0, matched: 3 }] } });
    expect(collect(planner)).toMatchObject({ changes: [] });
  });

  it("counts an answer once that came through the form and stands in an export of it too", () => {
    const planner = openAnswered();
    collect(planner);
    const before = matches(planner);
    const headers = planner.headers(responseTab(planner));
    const rows = planner.rows(responseTab(planner)).map((row) => headers.map((header) => String(row[header] ?? "")));
    const cells = rows.map(([time = "", ...others]) => [time.replace("date ", ""), ...others]);
    expect(planner.call("importResponses", { survey: "end", ...table("end.csv", [headers, ...cells]) })).toMatchObject({
      data: { matched: 2, replaced: 0 },
    });
    expect(matches(planner)).toEqual(before);
    expect(collect(planner)).toMatchObject({ changes: [], data: { surveys: [{ answers: 2, replaced: 0 }] } });
    const [end] = planner.call("refreshResults", {}).data?.surveys ?? [];
    expect(end).toMatchObject({ responses: 2, duplicates: 0 });
  });

  it("counts no trial in the results, though they were refreshed before it was collected", () => {
    const planner = openWithForm();
    send(planner, { test: "me@x.org" });
    answer(planner, "me@x.org", said);
    const [end] = planner.call("refreshResults", {}).data?.surveys ?? [];
    expect(end).toMatchObject({ survey: "end", responses: 0 });
    expect(planner.rows("Written answers")).toEqual([]);
  });

  it("finds a response tab that Google made only after the form was linked", () => {
    const planner = openWithPeople({ world: { responseTabDelay: "until the run is over" } });
    askOnly(planner, ["Good pace?"]);
    planner.call("createSurvey", END);
    expect(surveyRow(planner)?.State).toBe("Waiting for its response tab");
    expect(collect(planner)).toMatchObject({ ok: true });
    expect(surveyRow(planner)?.State).toBe("Ready to send");
  });

  it("says so where no answer is there yet, and writes nothing", () => {
    const planner = openWithForm();
    expect(collect(planner)).toMatchObject({ ok: true, changes: [], data: { surveys: [{ answers: 0 }] } });
  });

  it("looks and changes nothing in a preview", () => {
    const planner = openAnswered();
    expect(collect(planner, { preview: true, automatic: true })).toMatchObject({
      data: { surveys: [{ added: 2 }], isAutomatic: false },
    });
    expect(matches(planner)).toEqual([]);
  });

  it("comes to the same wherever it is cut off", () => {
    const open = () => openAnswered();
    const whole = open();
    collect(whole);
    const wanted = [matches(whole), surveyRow(whole)];
    const run = (planner: Planner) => collect(planner);
    for (const cut of distinctCuts(callsOf(open, run))) {
      const planner = open();
      runCut(planner, run, cut);
      const later = reopen(planner);
      expect(collect(later)).toMatchObject({ ok: true });
      expect([matches(later), surveyRow(later)]).toEqual(wanted);
    }
  });

  it("lets one of two coordinators collect at a time, and ties every answer once", () => {
    const planner = openAnswered();
    let other: unknown = null;
    const remove = planner.services.hooks.beforeCall((member) => {
      if (other !== null || !member.includes("flush")) return;
      other = planner.services.others.run(() => collect(planner));
    });
    expect(collect(planner)).toMatchObject({ ok: true });
    remove();
    expect(other).toMatchObject({ ok: false, problems: [{ code: "locked" }] });
    expect(matches(planner).length).toBe(2);
  });
});

describe("collecting answers as they come in", () => {
  /** Answers through the host, as people do: then Google runs what waits for it. */
  function answered(planner: Planner, code: string): void {
    const entries = Object.fromEntries(
      theForm(planner).items.flatMap((item) =>
        "entry" in item ? [[item.entry, item.title === "Participant code" ? code : "Yes"]] : [],
      ),
    );
    expect(planner.answerForm(theForm(planner).id, { entries })).toMatchObject({ kind: "sent" });
  }
  const codeOf = (planner: Planner, at: number) => String(planner.column("Roster", "Survey code")[at]);

  it.each(["once", "twice", "blank"] as const)("works where Google fires %s", (triggerFiring) => {
    const planner = openWithForm({ world: { triggerFiring } });
    expect(collect(planner, { automatic: true }).data).toMatchObject({ isAutomatic: true });
    answered(planner, codeOf(planner, 0));
    expect(matches(planner)).toEqual([["P-0001", "Counts", "Code"]]);
    answered(planner, codeOf(planner, 1));
    expect(matches(planner).length).toBe(2);
    expect(planner.services.triggers.failures).toEqual([]);
  });

  it("is switched on once, and off again", () => {
    const planner = openWithForm();
    collect(planner, { automatic: true });
    expect(collect(planner, { automatic: true }).data).toMatchObject({ isAutomatic: true });
    expect(collect(planner, {}).data).toMatchObject({ isAutomatic: true });
    expect(collect(planner, { automatic: false }).data).toMatchObject({ isAutomatic: false });
    answered(planner, codeOf(planner, 0));
    expect(matches(planner)).toEqual([]);
    // What the trigger would have done, the command does.
    collect(planner);
    expect(matches(planner).length).toBe(1);
  });

  it("is not offered where the permission for it is missing, and collecting works all the same", () => {
    const planner = openAnswered({ world: { withheldScopes: ["https://www.googleapis.com/auth/script.scriptapp"] } });
    expect(collect(planner)).toMatchObject({ ok: true, data: { isAutomatic: null, surveys: [{ matched: 2 }] } });
    expect(codesOf(collect(planner, { automatic: true }))).toEqual(["permission-missing"]);
  });

  it("does nothing once a permission was taken back", () => {
    const planner = openWithForm();
    collect(planner, { automatic: true });
    const later = reopen(planner, { world: { withheldScopes: ["https://www.googleapis.com/auth/script.send_mail"] } });
    answered(later, codeOf(later, 0));
    expect(matches(later)).toEqual([]);
    expect(later.services.triggers.failures).toEqual([]);
  });
});
