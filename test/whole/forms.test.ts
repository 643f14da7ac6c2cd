import { describe, expect, it } from "vitest";
import { submitForm } from "../../src/local/workspace/forms";
import { callsOf, distinctCuts, runCut } from "./faults";
import { codesOf, type Planner, reopen, table } from "./helpers";
import {
  answer,
  askOnly,
  END,
  itemTitled,
  openWithForm,
  openWithPeople,
  responseTab,
  rowOf,
  send,
  surveyRow,
  theForm,
  titles,
} from "./survey-world";

const FORMS = "https://www.googleapis.com/auth/forms";

const create = (planner: Planner, more: object = {}) => planner.call("createSurvey", { ...END, ...more });
const preview = (planner: Planner, more: object = {}) => create(planner, { preview: true, ...more });
const setCell = (planner: Planner, header: string, value: string, survey = "End survey"): void =>
  planner.type("Surveys", header, planner.column("Surveys", "Survey").indexOf(survey) + 2, value);
const makeAnonymous = (planner: Planner): void => setCell(planner, "Answers", "Anonymous");

/** One answer, by whoever has the form's link. */
function submit(planner: Planner, answers: Readonly<Record<string, string>>): void {
  const { id, items } = theForm(planner);
  const entries = items.flatMap((item) =>
    "entry" in item && answers[item.title] !== undefined ? [[item.entry, answers[item.title] ?? ""]] : [],
  );
  expect(submitForm(planner.services, id, { entries: Object.fromEntries(entries) })).toMatchObject({ kind: "sent" });
}

const responseTabs = (planner: Planner) => planner.services.workbook().sheets.filter(({ formUrl }) => formUrl !== null);

const writesNothing = (planner: Planner): void => {
  expect(create(planner)).toMatchObject({ ok: true, changes: [], data: { isCurrent: true } });
  expect(planner.cost().writes).toBe(0);
};

describe("an anonymous survey", () => {
  const openAnonymous = (): Planner => {
    const planner = openWithPeople();
    makeAnonymous(planner);
    askOnly(planner, ["Good pace?", "Why?"]);
    expect(create(planner)).toMatchObject({ ok: true, problems: [], data: { isCurrent: true } });
    return planner;
  };

  it("asks for no code and no address, and says in plain words who can read what", () => {
    const planner = openAnonymous();
    expect(titles(planner)).toEqual(["Good pace?", "Why?"]);
    const { collectsEmail, description } = theForm(planner);
    expect(collectsEmail).toBe(false);
    expect(description).toMatch(/anonymous: it asks for no name, address or code/);
    expect(description).toMatch(/spreadsheet can read single answers, with their time/);
    expect(description).toMatch(/from five answers up/);
    expect(description).not.toMatch(/participant code/);
    expect(surveyRow(planner)?.State).toBe("Ready to send");
    writesNothing(planner);
  });

  it("becomes one, or a named one, as long as nobody has answered", () => {
    const planner = openWithForm();
    makeAnonymous(planner);
    expect(create(planner)).toMatchObject({ ok: true, problems: [] });
    expect(titles(planner)).toEqual(["Good pace?", "Why?"]);
    setCell(planner, "Answers", "Named");
    expect(create(planner)).toMatchObject({ ok: true, problems: [] });
    expect(titles(planner)).toEqual(["Participant code", "Good pace?", "Why?"]);
    send(planner);
    answer(planner, "ann@x.org", { "Why?": "Calm" });
    expect(planner.rows(responseTab(planner))[0]?.["Participant code"]).toBe(
      planner.column("Roster", "Survey code")[0],
    );
  });

  it("stays what it is once somebody has answered, and says what to do instead", () => {
    const planner = openAnonymous();
    submit(planner, { "Why?": "Calm" });
    setCell(planner, "Answers", "Named");
    const refused = create(planner);
    expect(refused.ok).toBe(false);
    expect(refused.problems[0]).toMatchObject({ code: "survey-mode-fixed", tab: "Surveys", expected: "Anonymous" });
    expect(refused.problems[0]?.message).toMatch(/add a new row to Surveys/);
    expect(preview(planner)).toMatchObject({ ok: true, problems: [{ code: "survey-mode-fixed" }] });
    expect(titles(planner)).toEqual(["Good pace?", "Why?"]);
    makeAnonymous(planner);
    writesNothing(planner);
  });

  it("stays so where an answer stands in the form alone, or the row was deleted", () => {
    const planner = openAnonymous();
    submit(planner, { "Why?": "Calm" });
    planner.services.formEditor.unlink(theForm(planner).id);
    planner.editor.deleteTab("Form Responses 1");
    setCell(planner, "Answers", "Named");
    expect(codesOf(create(planner))).toEqual(["survey-mode-fixed"]);
    planner.editor.deleteRows("Surveys", planner.column("Surveys", "Survey").indexOf("End survey") + 2, 1);
    expect(create(planner)).toMatchObject({ ok: true, data: { isCurrent: true } });
    expect(titles(planner)).toEqual(["Good pace?", "Why?"]);
  });

  it("shows no single answers either, whatever becomes of its row in the tab Surveys", () => {
    const planner = openAnonymous();
    submit(planner, { "Why?": "Calm" });
    const row = planner.column("Surveys", "Survey").indexOf("End survey") + 2;
    const changes = [
      () => setCell(planner, "Answers", "Named"),
      () => setCell(planner, "Answers", "anon."),
      () => setCell(planner, "Answers", ""),
      () => planner.editor.deleteRows("Surveys", row, 1),
    ];
    for (const change of changes) {
      change();
      planner.call("collectAnswers", {});
      planner.call("refreshResults", {});
      for (const tab of ["Survey matches", "Written answers"]) expect(planner.rows(tab)).toEqual([]);
      expect(planner.rows("Survey results").some(({ Answer }) => Answer === "Answers: shown from 5 on")).toBe(true);
    }
  });

  it("is not taken for a named one where nobody can read what its row says", () => {
    const planner = openWithPeople();
    askOnly(planner, ["Why?"]);
    setCell(planner, "Answers", "anonymus");
    const refused = create(planner);
    expect(refused).toMatchObject({ ok: false, problems: [{ code: "survey-mode-unknown", value: "anonymus" }] });
    expect(planner.services.outside().forms).toEqual([]);
  });

  it("is not made of one whose imported answers say who gave them", () => {
    const planner = openWithPeople();
    askOnly(planner, ["Why?"]);
    const rows = [
      ["Timestamp", "Email", "Why?"],
      ["2026-09-01 10:00:00", "ann@x.org", "Calm"],
    ];
    planner.call("importResponses", { survey: "end", ...table("end.csv", rows) });
    makeAnonymous(planner);
    expect(create(planner)).toMatchObject({ ok: false, problems: [{ code: "survey-mode-fixed", expected: "Named" }] });
    setCell(planner, "Answers", "Named");
    expect(create(planner)).toMatchObject({ ok: true, problems: [] });
  });

  it("stops asking for addresses where somebody switched that on", () => {
    const planner = openAnonymous();
    const { id } = theForm(planner);
    planner.services.forms.update(id, (form) => ({ ...form, collectsEmail: true }));
    expect(codesOf(preview(planner))).toEqual(["form-collects-addresses"]);
    create(planner);
    expect(theForm(planner).collectsEmail).toBe(false);
    writesNothing(planner);
  });
});

describe("a survey of the team's own", () => {
  const openWithOwn = (): Planner => {
    const planner = openWithPeople();
    planner.typeRow("Surveys", { Survey: "Coaches' pulse" });
    return planner;
  };
  const OWN = (planner: Planner) =>
    planner.call("readDialogFacts").formSurveys.find(({ label }) => label === "Coaches' pulse")?.id ?? "";
  const ask = (planner: Planner, question: string): void =>
    planner.typeRow("Questions", { On: "TRUE", Survey: "coaches' pulse", Question: question, Type: "Short text" });

  it("has a form like the others once questions name it", () => {
    const planner = openWithOwn();
    const survey = OWN(planner);
    const empty = planner.call("createSurvey", { survey });
    expect(codesOf(empty)).toEqual(["no-questions"]);
    expect(empty.problems[0]?.message).toMatch(/tab "Questions".*add rows with it under Survey/);
    ask(planner, "How is it?");
    setCell(planner, "Introduction", "Two minutes, please.", "Coaches' pulse");
    setCell(planner, "Thank-you text", "Thanks, coach!", "Coaches' pulse");
    expect(planner.call("createSurvey", { survey })).toMatchObject({
      ok: true,
      problems: [],
      data: { isCurrent: true },
    });
    expect(theForm(planner)).toMatchObject({
      title: "River program: Coaches' pulse",
      description: expect.stringMatching(/^Two minutes, please\.\n\nAnswering is voluntary[\s\S]*single answers/),
      confirmationMessage: "Thanks, coach!",
    });
    const row = planner.rows("Surveys").find(({ Survey }) => Survey === "Coaches' pulse");
    expect(row).toMatchObject({ State: "Ready to send", Key: survey });
    // Renamed, it is the same one; its questions have to be told.
    setCell(planner, "Survey", "Coach check", "Coaches' pulse");
    const renamed = planner.call("createSurvey", { survey, preview: true });
    expect(renamed.problems.map(({ code, value }) => [code, value])).toEqual([
      ["no-questions", "Coach check"],
      ["question-survey-unknown", "coaches' pulse"],
    ]);
  });

  it("is one of its own where its row was copied from another, or has the name that another once had", () => {
    const planner = openWithOwn();
    ask(planner, "How is it?");
    const first = OWN(planner);
    planner.call("createSurvey", { survey: first });
    setCell(planner, "Survey", "Coach check", "Coaches' pulse");
    planner.typeRow("Surveys", { Survey: "Coaches' pulse" });
    planner.typeRow("Surveys", { Survey: "Copied", Key: first });
    const ids = planner.call("readDialogFacts").formSurveys.slice(4);
    expect(ids.map(({ label }) => label)).toEqual(["Coach check", "Coaches' pulse", "Copied"]);
    expect(new Set(ids.map(({ id }) => id)).size).toBe(3);
    expect(ids[0]?.id).toBe(first);
    ask(planner, "How is it now?");
    expect(planner.call("createSurvey", { survey: ids[1]?.id })).toMatchObject({ ok: true, problems: [] });
    expect(planner.column("Surveys", "Key").slice(5)).toEqual(ids.map(({ id }) => id));
    planner.editor.sort("Surveys", 1, false);
    expect(planner.call("readDialogFacts").formSurveys.find(({ label }) => label === "Coach check")?.id).toBe(first);
  });

  it("of two rows with the same name neither is taken", () => {
    const planner = openWithOwn();
    ask(planner, "How is it?");
    planner.typeRow("Surveys", { Survey: "coaches' PULSE" });
    const refused = planner.call("createSurvey", { survey: OWN(planner) });
    expect(refused).toMatchObject({ ok: false, problems: [{ code: "survey-name-twice", other: "row 8" }] });
    expect(planner.services.outside().forms).toEqual([]);
  });

  it("cut off anywhere, is finished by the next run", () => {
    const run = (planner: Planner) => planner.call("createSurvey", { survey: OWN(planner) });
    let made: Planner | null = null;
    const open = (): Planner => {
      if (!made) {
        made = openWithOwn();
        setCell(made, "Answers", "Anonymous", "Coaches' pulse");
        ask(made, "How is it?");
        ask(made, "What else?");
      }
      return reopen(made);
    };
    for (const cut of distinctCuts(callsOf(open, run))) {
      const planner = open();
      runCut(planner, run, cut);
      const where = JSON.stringify(cut);
      const again = run(planner);
      expect(again, where).toMatchObject({ ok: true, data: { isCurrent: true } });
      const form = planner.services.outside().forms.find(({ id }) => again.data?.form?.edit.includes(`/${id}/`));
      expect(
        form?.items.map(({ title }) => title),
        where,
      ).toEqual(["How is it?", "What else?"]);
      expect(run(planner), where).toMatchObject({ changes: [], problems: [] });
      planner.services.free();
    }
  });
});

describe("a change of mode", () => {
  it("cut off anywhere, is carried out by the next run", () => {
    let made: Planner | null = null;
    const open = (): Planner => {
      if (!made) {
        made = openWithForm();
        makeAnonymous(made);
      }
      return reopen(made);
    };
    for (const cut of distinctCuts(callsOf(open, create))) {
      const planner = open();
      runCut(planner, create, cut);
      const where = JSON.stringify(cut);
      expect(create(planner), where).toMatchObject({ ok: true, problems: [], data: { isCurrent: true } });
      expect(titles(planner), where).toEqual(["Good pace?", "Why?"]);
      expect(theForm(planner).description, where).toMatch(/anonymous/);
      expect(create(planner), where).toMatchObject({ changes: [], problems: [] });
      planner.services.free();
    }
  });
});

describe("questions", () => {
  it("offer what stands in the Roster, a scale's own range, and something else", () => {
    const planner = openWithPeople();
    askOnly(planner, []);
    planner.type("Roster", "Support group", 3, "On their own");
    planner.type("Roster", "Status", 3, "Withdrawn");
    planner.type("Roster", "Support group", 4, "Group 10");
    const ask = (cells: Readonly<Record<string, string>>) =>
      planner.typeRow("Questions", { On: "TRUE", Survey: "End survey", ...cells });
    ask({ Question: "Group?", Type: "Choice", Choices: "(those of the Roster: support group)\nNone" });
    ask({ Question: "Sure?", Type: "Scale as in Choices", Choices: "0 to 10", "Low label": "No" });
    ask({ Question: "Which?", Type: "Checkboxes", Choices: "A\nOther…" });
    expect(create(planner).problems).toEqual([]);
    expect(theForm(planner).items.slice(1)).toMatchObject([
      { kind: "choice", choices: ["Group 10", "Learning lab", "None"], other: false },
      { kind: "scale", from: 0, to: 10, fromLabel: "No", toLabel: "" },
      { kind: "checkboxes", choices: ["A"], other: true },
    ]);
    planner.type("Roster", "Support group", 4, "Group 9");
    expect(create(planner).changes).toEqual(["Changed question: Group?"]);
    expect(itemTitled(planner, "Group?")).toMatchObject({ choices: ["Group 9", "Learning lab", "None"] });
    writesNothing(planner);
  });

  it("show nobody's address, and no impossible scale", () => {
    const planner = openWithPeople();
    askOnly(planner, []);
    const ask = (question: string, type: string, choices: string) =>
      planner.typeRow("Questions", {
        On: "TRUE",
        Survey: "End survey",
        Question: question,
        Type: type,
        Choices: choices,
      });
    ask("Who?", "Choice", "(those of the Roster: Email)");
    ask("Where?", "Choice", "(those of the Roster: Planet)");
    ask("How?", "Scale 1 to 5", "2 to 7");
    expect(create(planner).problems.map(({ code, value }) => [code, value])).toEqual([
      ["choices-column", "Email"],
      ["choices-column", "Planet"],
      ["scale-range", "2 to 7"],
    ]);
  });
});

describe("a form that people edited in Google Forms", () => {
  it("keeps their wording until somebody chooses that of the tab Questions", () => {
    const planner = openWithForm();
    const { formEditor } = planner.services;
    formEditor.renameQuestion(theForm(planner).id, "Why?", "Why, please?");
    const found = preview(planner);
    expect(found.problems).toMatchObject([{ code: "form-reworded", value: "Why, please?", other: "Why?" }]);
    expect(found.data).toMatchObject({ choices: ["reword"], isCurrent: true });
    expect(create(planner)).toMatchObject({ ok: true, data: { isCurrent: true } });
    writesNothing(planner);
    submit(planner, { "Why, please?": "Calm" });
    const [asked] = planner.call("refreshResults", {}).data?.surveys.filter(({ survey }) => survey === "end") ?? [];
    expect(asked?.questions.map(({ title }) => title)).toEqual(["Good pace?", "Why?"]);
    // An update of something else leaves it, too.
    planner.type("Questions", "Question", rowOf(planner, "Good pace?"), "Right pace?");
    planner.type("Questions", "Help text", rowOf(planner, "Why?"), "In a few words");
    expect(codesOf(create(planner))).toEqual(["form-reworded"]);
    expect(titles(planner)).toEqual(["Participant code", "Right pace?", "Why, please?"]);
    expect(itemTitled(planner, "Why, please?")).toMatchObject({ helpText: "In a few words" });
    expect(create(planner, { also: ["reword"] })).toMatchObject({
      problems: [],
      changes: ["Questions in the words of the tab Questions"],
    });
    expect(titles(planner)).toEqual(["Participant code", "Right pace?", "Why?"]);
    writesNothing(planner);
  });

  it("is asked about no more once the tab Questions says the same", () => {
    const planner = openWithForm();
    planner.services.formEditor.renameQuestion(theForm(planner).id, "Why?", "Why so?");
    planner.type("Questions", "Question", rowOf(planner, "Why?"), "Why so?");
    expect(create(planner).problems).toEqual([]);
    expect(titles(planner)).toEqual(["Participant code", "Good pace?", "Why so?"]);
    writesNothing(planner);
  });

  it("keeps what they added, names copies, and puts back what they deleted", () => {
    const planner = openWithForm();
    const { id } = theForm(planner);
    const { formEditor } = planner.services;
    formEditor.addQuestion(id, "Your shirt size?");
    formEditor.duplicateQuestion(id, "Why?");
    formEditor.deleteQuestion(id, "Good pace?");
    const found = preview(planner);
    expect(found.problems.map(({ code, value }) => [code, value])).toEqual([
      ["form-question-deleted", "Good pace?"],
      ["form-question-copied", "Why?"],
      ["form-question-own", "Your shirt size?"],
    ]);
    expect(found.data).toMatchObject({ isCurrent: false, difference: { added: ["Good pace?"] } });
    expect(create(planner).changes).toEqual(["New question: Good pace?"]);
    expect([...titles(planner)].sort()).toEqual(["Good pace?", "Participant code", "Why?", "Why?", "Your shirt size?"]);
    expect(codesOf(create(planner))).toEqual(["form-question-copied", "form-question-own"]);
    writesNothing(planner);
  });

  it("is opened again only if that is asked for", () => {
    const planner = openWithForm();
    const { id } = theForm(planner);
    planner.services.formEditor.close(id);
    expect(create(planner)).toMatchObject({ ok: true, problems: [{ code: "form-closed" }] });
    expect(theForm(planner).acceptsResponses).toBe(false);
    expect(surveyRow(planner)?.State).toBe("Form takes no answers");
    writesNothing(planner);
    expect(create(planner, { also: ["open"] })).toMatchObject({ problems: [], changes: ["Open for answers"] });
    expect(theForm(planner).acceptsResponses).toBe(true);
    planner.services.formEditor.unpublish(id);
    expect(preview(planner).data).toMatchObject({ choices: ["open"] });
    expect(theForm(planner).published).toBe(false);
    create(planner, { also: ["open"] });
    expect(theForm(planner)).toMatchObject({ published: true, acceptsResponses: true });
    expect(surveyRow(planner)?.State).toBe("Ready to send");
  });
});

describe("where a form's answers flow", () => {
  const openAnswered = (): Planner => {
    const planner = openWithForm();
    send(planner);
    answer(planner, "ann@x.org", { "Why?": "Calm" });
    return planner;
  };

  it("is not changed back where somebody linked it elsewhere, unless that is chosen", () => {
    const planner = openAnswered();
    planner.services.formEditor.linkElsewhere(theForm(planner).id, "file-9");
    expect(create(planner)).toMatchObject({ ok: true, problems: [{ code: "form-linked-elsewhere" }] });
    planner.type("Questions", "Question", rowOf(planner, "Why?"), "Why so?");
    expect(create(planner)).toMatchObject({ ok: true, data: { isCurrent: true } });
    expect(theForm(planner).destination?.spreadsheetId).toBe("file-9");
    expect(surveyRow(planner)?.State).toBe("Answers flow into another spreadsheet");
    writesNothing(planner);
    expect(create(planner, { also: ["relink"] }).problems).toEqual([]);
    expect(responseTabs(planner).length).toBe(1);
    expect(planner.rows(responseTab(planner))[0]).toMatchObject({ "Why so?": "Calm" });
    writesNothing(planner);
  });

  it.each(["unlinked", "its tab deleted"])("%s, it is linked again and the new tab has all answers", (how) => {
    const planner = openAnswered();
    const old = responseTab(planner);
    if (how === "unlinked") planner.services.formEditor.unlink(theForm(planner).id);
    else planner.editor.deleteTab(old);
    expect(preview(planner)).toMatchObject({ problems: [{ code: "form-unlinked" }], data: { isCurrent: false } });
    expect(create(planner)).toMatchObject({ ok: true, data: { isCurrent: true } });
    expect(planner.rows(responseTab(planner))).toMatchObject([{ "Why?": "Calm" }]);
    const imported = planner.call("importResponses", { survey: "end", source: { name: responseTab(planner) } });
    expect(imported.data).toMatchObject({ rows: 1, matched: 1 });
    writesNothing(planner);
  });
});

describe("a form that cannot be opened", () => {
  it.each(["trash", "deleteForever", "stopSharing"] as const)(
    "(%s) is told, and replaced only if asked for; answers count on",
    (how) => {
      const planner = openWithForm();
      send(planner);
      answer(planner, "ann@x.org", { "Why?": "Calm" });
      const old = responseTab(planner);
      planner.services.formEditor[how](theForm(planner).id);
      expect(preview(planner)).toMatchObject({ ok: true, data: { isGone: true }, problems: [{ code: "form-gone" }] });
      expect(create(planner)).toMatchObject({ ok: false, problems: [{ code: "form-gone" }] });
      expect(surveyRow(planner)).toMatchObject({ State: "Form is gone" });
      create(planner);
      expect(planner.cost().writes).toBe(0);
      const made = create(planner, { anew: true });
      expect(made).toMatchObject({ ok: true, problems: [{ code: "form-answers-kept", tab: old }] });
      expect(surveyRow(planner)?.State).toMatch(/^Sent to 3/);
      expect(planner.rows(old)).toMatchObject([{ "Why?": "Calm" }]);
      const counted = planner.call("refreshResults", {}).data?.surveys.find(({ survey }) => survey === "end");
      expect(counted?.responses).toBe(1);
      writesNothing(planner);
    },
  );

  it("keeps what people decided about its answers, once another one was made", () => {
    const planner = openWithForm();
    send(planner);
    for (const name of ["ann", "bo"]) answer(planner, `${name}@x.org`, { "Why?": "Calm" });
    planner.call("collectAnswers", {});
    planner.type("Survey matches", "Your choice", 3, "Leave out");
    planner.call("collectAnswers", {});
    const before = planner.rows("Survey matches");
    expect(before.map(({ Standing }) => Standing)).toEqual(["Counts", "Left out"]);
    planner.services.formEditor.trash(theForm(planner).id);
    create(planner, { anew: true });
    planner.call("collectAnswers", {});
    expect(planner.rows("Survey matches")).toEqual(before);
    const later = [
      ["Timestamp", "E-mail", "Why?"],
      ["2026-09-03 10:00:00", "cy@x.org", "Late"],
    ];
    planner.call("importResponses", { survey: "end", ...table("end.csv", later) });
    expect(planner.column("Survey matches", "Standing")).toEqual(["Counts", "Left out", "Counts"]);
    expect(planner.rows("Survey matches").slice(0, 2)).toEqual(before);
  });

  it("is replaced by the next run where that was cut off anywhere, and no answer is lost", () => {
    let made: Planner | null = null;
    const open = (): Planner => {
      if (!made) {
        made = openWithForm();
        send(made);
        answer(made, "ann@x.org", { "Why?": "Calm" });
        made.services.formEditor.trash(theForm(made).id);
      }
      return reopen(made);
    };
    const replace = (planner: Planner) => create(planner, { anew: true });
    for (const cut of distinctCuts(callsOf(open, replace))) {
      const planner = open();
      runCut(planner, replace, cut);
      const where = JSON.stringify(cut);
      const again = create(planner, { anew: preview(planner).data?.isGone === true });
      expect(again, where).toMatchObject({ ok: true, data: { isCurrent: true } });
      const ours = planner.services.outside().forms.filter(({ away }) => away !== "trashed");
      if (ours.length > 1) expect(codesOf(again), where).toContain("form-left-over");
      expect(surveyRow(planner)?.State, where).toBe("Sent to 3, 1 answered");
      planner.services.free();
    }
  });

  it("is not forgotten in silence where Settings was damaged; its answers count on", () => {
    const planner = openWithForm();
    send(planner);
    answer(planner, "ann@x.org", { "Why?": "Calm" });
    planner.call("collectAnswers", {});
    const at = planner.column("Settings", "Setting").indexOf("form.end");
    planner.type("Settings", "Value", at + 2, "{broken");
    expect(preview(planner)).toMatchObject({
      ok: true,
      data: { isGone: true },
      problems: [{ code: "form-forgotten" }],
    });
    expect(create(planner)).toMatchObject({ ok: false, problems: [{ code: "form-forgotten" }] });
    expect(planner.services.outside().forms.length).toBe(1);
    expect(create(planner, { anew: true })).toMatchObject({ ok: true, problems: [{ code: "form-answers-kept" }] });
    expect(planner.call("collectAnswers", {}).data?.surveys).toMatchObject([{ answers: 1, matched: 1 }]);
    writesNothing(planner);
  });

  it("opens again where it is brought back", () => {
    const planner = openWithForm();
    planner.services.formEditor.trash(theForm(planner).id);
    create(planner);
    planner.services.formEditor.bringBack(theForm(planner).id);
    expect(create(planner)).toMatchObject({ ok: true, problems: [], data: { isCurrent: true } });
    expect(surveyRow(planner)?.State).toBe("Ready to send");
  });
});

describe("what Google does not allow", () => {
  it("a day's forms used up: nothing is made, and the next run makes it", () => {
    const planner = openWithPeople({ world: { formQuota: 0 } });
    askOnly(planner, ["Why?"]);
    expect(create(planner)).toMatchObject({ ok: false, problems: [{ code: "form-limit" }] });
    planner.services.forms.createsLeft = 1;
    expect(create(planner)).toMatchObject({ ok: true, problems: [], data: { isCurrent: true } });
    expect(planner.services.outside().forms.length).toBe(1);
  });

  it("a permission withheld: it says which and why, and previews go on working", () => {
    const planner = openWithPeople({ world: { withheldScopes: [FORMS] } });
    askOnly(planner, ["Why?"]);
    const refused = create(planner);
    expect(refused).toMatchObject({ ok: false, problems: [{ code: "permission-missing" }] });
    expect(refused.problems[0]?.message).toMatch(/Google Forms.*make survey forms/);
    expect(preview(planner)).toMatchObject({ ok: true, problems: [] });
    const allowed = reopen(planner, { world: { withheldScopes: [] } });
    expect(create(allowed)).toMatchObject({ ok: true, problems: [], data: { isCurrent: true } });
    const withheld = reopen(allowed, { world: { withheldScopes: [FORMS] } });
    expect(preview(withheld)).toMatchObject({ ok: true, problems: [{ code: "permission-missing" }] });
    expect(create(withheld)).toMatchObject({ ok: false, problems: [{ code: "permission-missing" }] });
    expect(send(withheld)).toMatchObject({ ok: true, data: { sent: 3 } });
  });
});
