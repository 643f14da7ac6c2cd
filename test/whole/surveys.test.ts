import { describe, expect, it } from "vitest";
import { submitForm } from "../../src/local/workspace/forms";
import { callsOf, distinctCuts, runCut } from "./faults";
import { codesOf, type Planner, reopen, table } from "./helpers";
import {
  addresses,
  answer,
  askOnly,
  END,
  itemTitled,
  MESSAGE,
  openWithForm,
  openWithPeople,
  PEOPLE,
  responseTab,
  rowOf,
  send,
  statuses,
  surveyRow,
  theForm,
  titles,
} from "./survey-world";

describe("creating a survey", () => {
  it("shows first what it will ask, and makes nothing", () => {
    const planner = openWithPeople();
    const { ok, data, problems } = planner.call("createSurvey", { ...END, preview: true });
    expect(ok).toBe(true);
    expect(problems).toEqual([]);
    expect(data).toMatchObject({ form: null, isCurrent: false, design: { title: "River program: End survey" } });
    expect(data?.design.items.length).toBeGreaterThan(20);
    expect(planner.services.outside().forms).toEqual([]);
    expect(planner.cost().writes).toBe(0);
  });

  it.each(["baseline", "check-in", "reviewer-poll", "end"] as const)(
    "makes the form of %s as it was shown",
    (survey) => {
      const planner = openWithPeople();
      const design = planner.call("createSurvey", { survey, preview: true }).data?.design;
      expect(planner.call("createSurvey", { survey })).toMatchObject({
        ok: true,
        problems: [],
        data: { isCurrent: true },
      });
      const form = theForm(planner);
      expect(form.items.map(({ title, helpText }) => [title, helpText])).toEqual(
        design?.items.map(({ title, help }) => [title, help]),
      );
      expect(form).toMatchObject({
        title: design?.title,
        fileName: design?.title,
        description: design?.description,
        published: true,
        collectsEmail: false,
        destination: { spreadsheetId: "file-1" },
      });
      expect(form.items[0]).toMatchObject({
        kind: "text",
        title: "Participant code",
        helpText: "Please leave this as it is.",
      });
    },
  );

  it("takes types, choices, labels, rows, help and what is required from the bank", () => {
    const planner = openWithPeople();
    askOnly(planner, []);
    const ask = (cells: Readonly<Record<string, string>>) =>
      planner.typeRow("Questions", { On: "TRUE", Survey: "End survey", ...cells });
    ask({ Question: "Pace?", Type: "Scale 1 to 5", "Low label": "Slow", "High label": "Fast", Required: "TRUE" });
    ask({ Question: "Again?", Type: "Choice", Choices: "Yes\nNo", "Help text": "Be honest" });
    ask({ Question: "Which?", Type: "Checkboxes", Choices: "A\nB" });
    ask({ Question: "When?", Type: "Date" });
    ask({ Question: "Rate", Type: "Grid", Choices: "Bad\nGood", "Grid rows": "Food\nRoom" });
    expect(planner.call("createSurvey", END).problems).toEqual([]);
    expect(theForm(planner).items.slice(1)).toMatchObject([
      { kind: "scale", from: 1, to: 5, fromLabel: "Slow", toLabel: "Fast", required: true },
      { kind: "choice", choices: ["Yes", "No"], helpText: "Be honest", required: false },
      { kind: "checkboxes", choices: ["A", "B"] },
      { kind: "date" },
      { kind: "grid", rows: ["Food", "Room"], columns: ["Bad", "Good"] },
    ]);
  });

  it("writes the link, how far it is and what to do next into Surveys, and links the answers' tab", () => {
    const planner = openWithForm();
    expect(surveyRow(planner)).toMatchObject({
      "Form link": expect.stringMatching(/^https:\/\/docs\.google\.com\/forms\/.*\/viewform$/),
      "Form to edit": expect.stringMatching(/\/edit$/),
      State: "Ready to send",
      "What to do next": "Run Send survey.",
    });
    expect(planner.headers(responseTab(planner)).filter(Boolean)).toEqual([
      "Timestamp",
      "Participant code",
      "Good pace?",
      "Why?",
    ]);
    expect(planner.column("Questions", "Key").filter((key) => String(key).startsWith("own-"))).toEqual([
      "own-1",
      "own-2",
    ]);
  });

  it("a second time without edits writes nothing, also after the file was closed", () => {
    const planner = openWithForm();
    expect(planner.call("createSurvey", END)).toMatchObject({ ok: true, changes: [], data: { isCurrent: true } });
    expect(planner.cost().writes).toBe(0);
    const later = reopen(planner);
    expect(later.call("createSurvey", END)).toMatchObject({ changes: [], problems: [] });
    expect(later.cost().writes).toBe(0);
  });

  it("refuses what has to be put right, by name, and makes nothing", () => {
    const planner = openWithPeople();
    askOnly(planner, ["Why?", "why? "]);
    planner.typeRow("Questions", { On: "TRUE", Survey: "End survey", Question: "Which?", Type: "Choice" });
    const refused = planner.call("createSurvey", END);
    expect(refused).toMatchObject({ ok: false });
    expect(refused.problems.map(({ code, value }) => [code, value])).toEqual([
      ["question-title-twice", "Why?"],
      ["question-without-choices", "Which?"],
    ]);
    expect(planner.call("createSurvey", { ...END, preview: true })).toMatchObject({ ok: true, data: { form: null } });
    expect(planner.services.outside().forms).toEqual([]);
    expect(codesOf(planner.call("createSurvey", { survey: "focus-group" }))).toEqual(["unknown-survey"]);
  });

  it("finds the tab for the answers on the next run where Google takes its time, whatever it is called", () => {
    const planner = openWithPeople({ world: { responseTabDelay: "until the run is over" } });
    askOnly(planner, ["Why?"]);
    const made = planner.call("createSurvey", END);
    expect(made).toMatchObject({ ok: true, problems: [{ code: "form-link-pending" }], data: { isCurrent: false } });
    expect(surveyRow(planner)?.State).toBe("Waiting for its response tab");
    planner.editor.renameTab(responseTab(planner), "What they said");
    expect(planner.call("createSurvey", END)).toMatchObject({ ok: true, problems: [], data: { isCurrent: true } });
    expect(surveyRow(planner)?.State).toBe("Ready to send");
    expect(planner.services.workbook().sheets.filter(({ formUrl }) => formUrl !== null).length).toBe(1);
  });

  it("leaves a link that somebody put into Surveys themselves", () => {
    const planner = openWithPeople();
    const row = planner.column("Surveys", "Survey").indexOf("End survey") + 2;
    planner.type("Surveys", "Form link", row, "https://forms.office.com/r/1");
    planner.call("createSurvey", END);
    expect(surveyRow(planner)).toMatchObject({ "Form link": "https://forms.office.com/r/1", State: "Ready to send" });
  });

  it("says so where the form is gone, and makes another one only when that is asked for", () => {
    const planner = openWithForm();
    planner.type("Questions", "Question", rowOf(planner, "Why?"), "Why so?");
    const { forms: _, ...outside } = planner.services.outside();
    const later = reopen(planner, { world: { outside: { ...outside, forms: [] } } });
    expect(later.call("createSurvey", END)).toMatchObject({ ok: false, problems: [{ code: "form-gone" }] });
    expect(later.services.outside().forms).toEqual([]);
    expect(later.call("createSurvey", { ...END, anew: true })).toMatchObject({ ok: true, data: { isCurrent: true } });
    expect(titles(later)).toEqual(["Participant code", "Good pace?", "Why so?"]);
  });

  it("a permission that was not given stops it with words that say so", () => {
    const planner = openWithPeople({ world: { withheldScopes: ["https://www.googleapis.com/auth/forms"] } });
    const refused = planner.call("createSurvey", END);
    expect(refused.ok).toBe(false);
    expect(refused.problems[0]?.message).toMatch(/did not let the planner see, change and make Google Forms/);
    expect(planner.call("importRoster", table("p.csv", [["E-mail"], ["dee@x.org"]])).ok).toBe(true);
  });
});

describe("updating a survey after edits of the question bank", () => {
  it("rewords, adds, reorders and takes out, and keeps items and answers", () => {
    const planner = openWithForm();
    send(planner);
    answer(planner, "ann@x.org", { "Good pace?": "Yes", "Why?": "It was calm" });
    const before = itemTitled(planner, "Why?");
    planner.type("Questions", "Question", rowOf(planner, "Why?"), "Why is that?");
    planner.type("Questions", "On", rowOf(planner, "Good pace?"), "FALSE");
    planner.typeRow("Questions", {
      On: "TRUE",
      Survey: "End survey",
      Group: "General",
      Question: "Else?",
      Type: "Short text",
    });
    const preview = planner.call("createSurvey", { ...END, preview: true });
    expect(preview.data?.difference).toEqual({
      added: ["Else?"],
      changed: ["Why is that?"],
      removed: 1,
      reordered: false,
      head: false,
    });
    const made = planner.call("createSurvey", END);
    expect(made).toMatchObject({ ok: true, problems: [] });
    expect(made.changes).toEqual([
      "New question: Else?",
      "Changed question: Why is that?",
      "Taken out: 1. Answers that were given stay in the response tab",
    ]);
    expect(titles(planner)).toEqual(["Participant code", "Why is that?", "Else?"]);
    expect(itemTitled(planner, "Why is that?")?.id).toBe(before?.id);
    expect(planner.rows(responseTab(planner))[0]).toMatchObject({ "Good pace?": "Yes", "Why is that?": "It was calm" });
    expect(planner.call("createSurvey", END).changes).toEqual([]);
    expect(planner.cost().writes).toBe(0);
  });

  it("follows the order of the rows", () => {
    const planner = openWithForm();
    const [one, two] = [rowOf(planner, "Good pace?"), rowOf(planner, "Why?")];
    const swap = (header: string, first: string, second: string): void => {
      planner.type("Questions", header, one, first);
      planner.type("Questions", header, two, second);
    };
    swap("Question", "Why?", "Good pace?");
    swap("Key", "own-2", "own-1");
    expect(planner.call("createSurvey", END).changes).toEqual(["Questions in another order"]);
    expect(titles(planner)).toEqual(["Participant code", "Why?", "Good pace?"]);
  });
});

describe("sending a survey", () => {
  it("shows first who gets it, who does not and why, and how much may go out today", () => {
    const planner = openWithForm({ world: { mailQuota: 2 } }, [...PEOPLE, "Dee"]);
    planner.type("Roster", "Status", 2, "Withdrawn");
    planner.typeRow("Roster", { Name: "Eve" });
    const { data, problems, ok } = send(planner, { preview: true });
    expect(ok).toBe(true);
    expect(problems).toEqual([]);
    expect(data).toMatchObject({
      recipients: [{ email: "bo@x.org" }, { email: "cy@x.org" }, { email: "dee@x.org" }],
      skipped: [
        { reason: "withdrawn", people: ["Ann"] },
        { reason: "no-address", people: ["Eve"] },
      ],
      quota: 2,
      sample: { to: "bo@x.org", subject: "River program: how did it go?" },
    });
    expect(data?.sample?.text).toMatch(/^Hello Bo,\nhttps:\/\//);
    expect(planner.cost().writes).toBe(0);
    expect(addresses(planner)).toEqual([]);
  });

  it("sends each person a link of their own, once", () => {
    const planner = openWithForm();
    const result = send(planner);
    expect(result).toMatchObject({ ok: true, problems: [], changes: ["3 messages sent"], data: { sent: 3, left: 0 } });
    expect(addresses(planner)).toEqual(["ann@x.org", "bo@x.org", "cy@x.org"]);
    const codes = planner.column("Roster", "Survey code").map(String);
    planner.services.mail.forEach(({ body }, at) => {
      expect(body).toContain(`=${codes[at]}`);
      expect(body).not.toContain("PARTICIPANT-CODE");
      expect(body).not.toContain("P-000");
    });
    expect(planner.rows("Sending")).toMatchObject([
      { Survey: "End survey", "Participant id": "P-0001", Status: "Sent", Time: "date 2026-09-02 05:00:00" },
      { Status: "Sent" },
      { Status: "Sent" },
    ]);
    expect(surveyRow(planner)).toMatchObject({ State: "Sent to 3", "Sent on": "date 2026-09-02" });
    expect(send(planner)).toMatchObject({ ok: true, changes: [], data: { sent: 0 } });
    expect(planner.cost().writes).toBe(0);
    expect(addresses(planner).length).toBe(3);
    // Who joins later gets it, and nobody else.
    planner.typeRow("Roster", { Name: "Dee", "E-mail": "dee@x.org" });
    expect(send(reopen(planner)).data).toMatchObject({ sent: 1 });
  });

  it("sends a test to the address given and to nobody else", () => {
    const planner = openWithForm();
    expect(send(planner, { test: " me@x.org " })).toMatchObject({ ok: true, changes: ["Test message to me@x.org"] });
    expect(planner.services.mail).toMatchObject([
      { to: "me@x.org", subject: "[Test] River program: how did it go?", body: expect.stringMatching(/=test$/) },
    ]);
    expect(planner.cost().writes).toBe(1);
    expect(planner.rows("Sending")).toEqual([]);
    expect(codesOf(send(planner, { test: "me@x.org, you@x.org" }))).toEqual(["test-address"]);
    expect(addresses(planner)).toEqual(["me@x.org"]);
  });

  it("refuses a message whose placeholders are wrong, and a survey without a form", () => {
    const planner = openWithForm();
    const wrong = send(planner, { text: "Hello {nom}" });
    expect(wrong.ok).toBe(false);
    expect(codesOf(wrong)).toEqual(["link-missing", "placeholder-unknown"]);
    expect(send(planner, { text: "Hello {nom}", preview: true })).toMatchObject({ ok: true, data: { left: 3 } });
    expect(codesOf(send(planner, { survey: "baseline" }))).toEqual(["no-form"]);
    expect(addresses(planner)).toEqual([]);
  });

  it("stops at the day's quota; the others get theirs the next day", () => {
    const planner = openWithForm({ world: { mailQuota: 2 } });
    const first = send(planner);
    expect(first).toMatchObject({ ok: true, problems: [{ code: "mail-left" }], data: { sent: 2, left: 1 } });
    expect(surveyRow(planner)).toMatchObject({
      State: "Sent to 2, 1 waiting",
      "What to do next": "Run Send survey again for those who wait.",
    });
    expect(send(planner)).toMatchObject({ data: { sent: 0, left: 1 } });
    const nextDay = reopen(planner, { now: "2026-09-03T13:00:00Z", world: { mailQuota: 2 } });
    expect(send(nextDay)).toMatchObject({ problems: [], data: { sent: 1, left: 0 } });
    expect(addresses(nextDay)).toEqual(["ann@x.org", "bo@x.org", "cy@x.org"]);
    expect(surveyRow(nextDay)).toMatchObject({ State: "Sent to 3", "Sent on": "date 2026-09-02" });
  });

  it("stops before Google would stop it, and goes on in the next run", () => {
    const made = openWithForm();
    let time = Date.parse("2026-09-02T12:00:00Z");
    const slow = reopen(made, { now: () => new Date(time).toISOString() });
    const remove = slow.services.hooks.beforeCall((member) => {
      if (member === "MailApp.sendEmail") time += 150_000;
    });
    expect(send(slow)).toMatchObject({ problems: [{ code: "mail-left" }], data: { sent: 2, left: 1 } });
    remove();
    expect(send(slow)).toMatchObject({ problems: [], data: { sent: 1, left: 0 } });
    expect(addresses(slow)).toEqual(["ann@x.org", "bo@x.org", "cy@x.org"]);
  });

  it("an address that is refused keeps nobody else from theirs, and is tried again once it is corrected", () => {
    const planner = openWithForm({ world: { refusedAddresses: ["bo@x.org"] } });
    expect(send(planner)).toMatchObject({ problems: [{ code: "mail-refused", value: "bo@x.org" }], data: { sent: 2 } });
    expect(statuses(planner)).toEqual([
      ["P-0001", "Sent"],
      ["P-0002", "Refused"],
      ["P-0003", "Sent"],
    ]);
    planner.type("Roster", "E-mail", 3, "bo@y.org");
    expect(send(planner)).toMatchObject({ problems: [], data: { sent: 1 } });
    expect(addresses(planner)).toEqual(["ann@x.org", "cy@x.org", "bo@y.org"]);
  });

  it("where the mail service fails without saying whether it sent, that one is unsure until a person decides", () => {
    const planner = openWithForm();
    const remove = planner.services.hooks.beforeCall((member) => {
      if (member === "MailApp.sendEmail" && addresses(planner).length === 1) throw new Error("Service error: Mail");
    });
    const failed = send(planner);
    expect(codesOf(failed)).toEqual(["mail-stopped", "mail-unsure"]);
    expect(statuses(planner).map(([, status]) => status)).toEqual(["Sent", "Unsure", "Waiting"]);
    remove();
    const again = send(planner);
    expect(again).toMatchObject({ problems: [{ code: "mail-unsure", value: "Bo" }], data: { sent: 1 } });
    expect(addresses(planner)).toEqual(["ann@x.org", "cy@x.org"]);
    expect(send(planner, { sendUnsure: true })).toMatchObject({ data: { sent: 1 } });
    expect(addresses(planner)).toEqual(["ann@x.org", "cy@x.org", "bo@x.org"]);
    expect(send(planner, { sendUnsure: true })).toMatchObject({ data: { sent: 0 } });
  });
});

describe("answers to a form", () => {
  it("come in with the code of whoever opened the link, and are matched by it", () => {
    const planner = openWithForm();
    send(planner);
    answer(planner, "bo@x.org", { "Good pace?": "Yes" });
    answer(planner, "ann@x.org", { "Good pace?": "No", "Why?": "=1+1" });
    const imported = planner.call("importResponses", { survey: "end", source: { name: responseTab(planner) } });
    expect(imported).toMatchObject({ ok: true, problems: [], data: { rows: 2, added: 2, matched: 2, unmatched: 0 } });
    expect(planner.rows("Survey matches")).toMatchObject([
      { "Participant id": "P-0002", "Matched by": "Code", Standing: "Counts" },
      { "Participant id": "P-0001", "Matched by": "Code", Standing: "Counts" },
    ]);
    const summary = planner.call("refreshResults", {}).data?.surveys.find(({ survey }) => survey === "end");
    expect(summary).toMatchObject({ responses: 2, matched: 2, answeredBy: { people: 2, enrolled: 3 } });
    expect(summary?.questions.map(({ title }) => title)).toEqual(["Good pace?", "Why?"]);
    planner.call("importResponses", { survey: "end", source: { name: responseTab(planner) } });
    expect(planner.cost().writes).toBe(0);
  });

  it("keep people from being sent the survey again, before any import", () => {
    const planner = openWithForm({ world: { mailQuota: 2 } });
    send(planner);
    const code = String(planner.column("Roster", "Survey code")[2]);
    const entry = theForm(planner).items.flatMap((item) => ("entry" in item ? item.entry : []))[0] ?? "";
    submitForm(planner.services, theForm(planner).id, { entries: { [entry]: code } });
    const nextDay = reopen(planner, { now: "2026-09-03T13:00:00Z" });
    expect(send(nextDay).data).toMatchObject({ sent: 0, skipped: [{ reason: "answered", people: ["Cy"] }, {}] });
    expect(addresses(nextDay).length).toBe(2);
  });
});

describe("a copy for a new cohort", () => {
  it("forgets forms, sends and states, and makes forms of its own", () => {
    const planner = openWithForm();
    send(planner);
    const copy = reopen(planner, { id: "file-2" });
    expect(copy.call("settleCopy", { as: "new-cohort" }).ok).toBe(true);
    expect(copy.rows("Sending")).toEqual([]);
    expect(surveyRow(copy)).not.toHaveProperty("State");
    expect(codesOf(send(copy))).toEqual(["no-form"]);
    expect(copy.call("createSurvey", END)).toMatchObject({ ok: true, problems: [], data: { isCurrent: true } });
    expect(copy.services.outside().forms.length).toBe(2);
  });
});

/** Opens the same files anew each time. */
function opener(make: () => Planner): () => Planner {
  let made: Planner | null = null;
  return () => {
    made ??= make();
    return reopen(made);
  };
}

describe("stopped anywhere, and run again", () => {
  const create = (planner: Planner) => planner.call("createSurvey", END);

  it("a form is made once; one that nobody could know of is reported", () => {
    const open = opener(() => {
      const planner = openWithPeople();
      askOnly(planner, ["Good pace?", "Why?"]);
      planner.typeRow("Questions", { On: "TRUE", Survey: "End survey", Group: "Process", Question: "Else?" });
      return planner;
    });
    const uncut = open();
    create(uncut);
    const wanted = titles(uncut);
    expect(wanted.length).toBe(6);
    let leftOver = 0;
    for (const cut of distinctCuts(callsOf(open, create))) {
      const planner = open();
      runCut(planner, create, cut);
      const again = create(planner);
      const where = JSON.stringify(cut);
      expect(again, where).toMatchObject({ ok: true, data: { isCurrent: true } });
      const forms = planner.services.outside().forms;
      expect(forms.length, where).toBeLessThanOrEqual(2);
      if (forms.length === 2) {
        leftOver++;
        expect(codesOf(again), where).toContain("form-left-over");
      }
      const form = forms.find(({ id }) => again.data?.form?.edit.includes(`/${id}/`));
      expect(
        form?.items.map(({ title }) => title),
        where,
      ).toEqual(wanted);
      expect(form, where).toMatchObject({ title: theForm(uncut).title, description: theForm(uncut).description });
      expect(planner.services.workbook().sheets.filter(({ formUrl }) => formUrl !== null).length, where).toBe(1);
      expect(surveyRow(planner)?.State, where).toBe("Ready to send");
      expect(create(planner), where).toMatchObject({ changes: [], problems: [] });
      planner.services.free();
    }
    expect(leftOver).toBeGreaterThan(0);
  });

  it("an update asks nothing twice and loses no answer", () => {
    const open = opener(() => {
      const planner = openWithForm();
      send(planner);
      answer(planner, "ann@x.org", { "Why?": "It was calm" });
      planner.type("Questions", "Question", rowOf(planner, "Why?"), "Why is that?");
      planner.type("Questions", "On", rowOf(planner, "Good pace?"), "FALSE");
      planner.typeRow("Questions", { On: "TRUE", Survey: "End survey", Group: "Process", Question: "Else?" });
      return planner;
    });
    for (const cut of distinctCuts(callsOf(open, create))) {
      const planner = open();
      runCut(planner, create, cut);
      const where = JSON.stringify(cut);
      expect(create(planner), where).toMatchObject({ ok: true, problems: [], data: { isCurrent: true } });
      expect(titles(planner), where).toEqual(["Participant code", "General", "Why is that?", "Process", "Else?"]);
      expect(planner.rows(responseTab(planner)), where).toMatchObject([{ "Why is that?": "It was calm" }]);
      expect(create(planner), where).toMatchObject({ changes: [], problems: [] });
      planner.services.free();
    }
  });

  it("nobody gets a message twice, nobody is forgotten, and at most one is unsure", () => {
    const open = opener(() => {
      const planner = openWithForm();
      planner.typeRow("Roster", { Name: "Dee", "E-mail": "dee@x.org" });
      return planner;
    });
    const everybody = ["ann@x.org", "bo@x.org", "cy@x.org", "dee@x.org"];
    const run = (planner: Planner) => send(planner);
    let unsure = 0;
    for (const cut of distinctCuts(callsOf(open, run))) {
      const planner = open();
      runCut(planner, run, cut);
      const where = JSON.stringify(cut);
      const again = send(planner);
      expect(again.ok, where).toBe(true);
      const reached = addresses(planner);
      expect(new Set(reached).size, where).toBe(reached.length);
      const open_ = statuses(planner).filter(([, status]) => status === "Unsure");
      expect(open_.length, where).toBeLessThanOrEqual(1);
      if (open_.length === 1) {
        unsure++;
        expect(codesOf(again), where).toContain("mail-unsure");
        expect(surveyRow(planner)?.State, where).toBe("Sent to 3, 1 unsure");
      } else expect([...reached].sort(), where).toEqual(everybody);
      // Whoever was not reached is the one who is unsure.
      expect(everybody.filter((email) => !reached.includes(email)).length, where).toBeLessThanOrEqual(open_.length);
      expect(send(planner).data?.sent, where).toBe(0);
      expect(new Set(planner.column("Roster", "Survey code")).size, where).toBe(4);
      planner.services.free();
    }
    expect(unsure).toBeGreaterThan(0);
  });

  it("runs that are cut again and again reach everybody in the end", () => {
    const names = Array.from({ length: 6 }, (_, at) => `N${at}`);
    const planner = openWithForm({}, names);
    const run = (it: Planner) => send(it);
    for (let round = 0; round < names.length + 2; round++) {
      const pending = planner.call("sendSurvey", { ...MESSAGE, preview: true }).data?.recipients.length ?? 0;
      if (pending === 0) break;
      let mails = 0;
      const remove = planner.services.hooks.beforeCall((member) => {
        // A second message goes out, and the run ends right after it.
        if (member === "MailApp.sendEmail") mails++;
        else if (mails === 2) throw new Error("Exceeded maximum execution time");
      });
      run(planner);
      remove();
      planner.services.endExecution("drop");
    }
    const unsure = statuses(planner).filter(([, status]) => status === "Unsure" || status === "Sending").length;
    expect([...addresses(planner)].sort()).toEqual(names.map((name) => `${name.toLowerCase()}@x.org`));
    expect(unsure).toBeLessThanOrEqual(3);
  });
});

describe("while somebody else's command runs", () => {
  it("neither makes a form nor sends anything", () => {
    const planner = openWithForm();
    const release = planner.editor.holdLock();
    expect(codesOf(planner.call("createSurvey", END))).toEqual(["locked"]);
    expect(codesOf(send(planner))).toEqual(["locked"]);
    expect(addresses(planner)).toEqual([]);
    release();
    expect(send(planner).data?.sent).toBe(3);
  });
});
