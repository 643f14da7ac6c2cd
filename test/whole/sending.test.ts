import { describe, expect, it } from "vitest";
import { callsOf, distinctCuts, runCut } from "./faults";
import { codesOf, type Planner, reopen, table } from "./helpers";
import {
  addresses,
  answer,
  END,
  MESSAGE,
  openWithForm,
  openWithPeople,
  PEOPLE,
  send,
  statuses,
  surveyRow,
  theForm,
  type World,
} from "./survey-world";

const remind = (planner: Planner, more: object = {}) => send(planner, { kind: "reminder", ...more });

/** The same files on a later day, at six in the morning there. */
const on = (planner: Planner, day: string, world: World["world"] = {}): Planner =>
  reopen(planner, { now: `${day}T13:00:00Z`, world });

const inRoster = (planner: Planner, name: string, header: string, value: string): void =>
  planner.type("Roster", header, planner.column("Roster", "Name").indexOf(name) + 2, value);

const inSurveys = (planner: Planner, header: string, value: string): void =>
  planner.type("Surveys", header, planner.column("Surveys", "Survey").indexOf("End survey") + 2, value);

/** The ledger by message and person, however its rows are sorted. */
const ledger = (planner: Planner): readonly string[] =>
  planner
    .rows("Sending")
    .flatMap((row) => (row.Message ? `${row.Message} ${row["Participant id"]} ${row.Status}` : []))
    .sort();

describe("sending to some", () => {
  it("goes to those who were chosen by what the Roster says of them; the others get it when they are", () => {
    const planner = openWithForm();
    inRoster(planner, "Ann", "Facilitator", "Rosa");
    inRoster(planner, "Bo", "Facilitator", "Rosa");
    inRoster(planner, "Bo", "Survey mail", "Opted out");
    const to = { facilitator: ["Rosa"] };
    const { data } = send(planner, { to, preview: true });
    expect(data).toMatchObject({
      recipients: [{ name: "Ann" }],
      skipped: [{ reason: "opted-out", people: ["Bo"] }],
      choices: {
        facilitator: [
          { value: "Rosa", people: 2 },
          { value: "", people: 1 },
        ],
      },
    });
    expect(send(planner, { to }).data).toMatchObject({ sent: 1, left: 0 });
    expect(addresses(planner)).toEqual(["ann@x.org"]);
    expect(send(planner).data).toMatchObject({ sent: 1 });
    expect(addresses(planner)).toEqual(["ann@x.org", "cy@x.org"]);
  });

  it("goes to people who withdrew only where their status was chosen", () => {
    const planner = openWithForm();
    inRoster(planner, "Cy", "Status", "Withdrawn");
    expect(send(planner).data).toMatchObject({ sent: 2 });
    expect(send(planner, { to: { status: ["Withdrawn"] } }).data).toMatchObject({ sent: 1 });
    expect(addresses(planner)).toEqual(["ann@x.org", "bo@x.org", "cy@x.org"]);
  });

  it("who waits for tomorrow's quota waits on while others are written to", () => {
    const planner = openWithForm({ world: { mailQuota: 1 } }, ["Ann", "Bo", "Cy"]);
    inRoster(planner, "Cy", "Facilitator", "Rosa");
    send(planner);
    const next = on(planner, "2026-09-03", { mailQuota: 5 });
    expect(send(next, { to: { facilitator: ["Rosa"] } }).data).toMatchObject({ sent: 1, left: 0 });
    expect(surveyRow(next)).toMatchObject({ State: "Sent to 2, 1 waiting" });
    expect(send(next).data).toMatchObject({ sent: 1 });
    expect(addresses(next)).toEqual(["ann@x.org", "cy@x.org", "bo@x.org"]);
  });
});

describe("before anything is sent", () => {
  it("shows the message as any of them gets it, and sends it so as a test", () => {
    const planner = openWithForm();
    const text = "Hello {first name} ({name}), {survey} of {program}: {link}";
    const bo = String(planner.column("Roster", "Participant id")[1]);
    const shown = send(planner, { text, as: bo, preview: true }).data?.sample;
    // Codes are given with the first message.
    expect(shown).toMatchObject({ to: "bo@x.org" });
    expect(shown?.text).toMatch(/^Hello Bo \(Bo\), End survey of River program: https:\S+=[a-z0-9]{8}$/);
    send(planner, { text, as: bo, test: "me@x.org" });
    expect(planner.services.mail).toMatchObject([
      { to: "me@x.org", body: expect.stringMatching(/^Hello Bo .*=test$/) },
    ]);
  });

  it("names addresses that cannot be used, stand there twice, or are shared", () => {
    const planner = openWithForm();
    for (const [Name, mail] of [
      ["Dee", "dee@x"],
      ["Ann", "ANN@x.org"],
      ["Eve", "bo@x.org"],
    ] as const)
      planner.typeRow("Roster", { Name, "E-mail": mail });
    expect(send(planner, { preview: true }).data?.skipped).toEqual([
      { reason: "invalid-address", people: ["Dee, dee@x"] },
      { reason: "twice", people: ["Ann, ANN@x.org"] },
      { reason: "shared-address", people: ["Eve, bo@x.org"] },
    ]);
  });

  it("a permission that was not given is told with what it is for; nothing is marked, all else goes on", () => {
    const made = openWithForm();
    const withheldScopes = ["https://www.googleapis.com/auth/script.send_mail"];
    const planner = reopen(made, { world: { withheldScopes } });
    const refused = send(planner);
    expect(refused).toMatchObject({ ok: false, problems: [{ code: "permission-missing" }] });
    expect(refused.problems[0]?.message).toMatch(/send e-mail as you.*send people their survey links/);
    expect(planner.cost().writes).toBe(0);
    expect(planner.rows("Sending")).toEqual([]);
    expect(planner.call("importRoster", table("p.csv", [["E-mail"], ["dee@x.org"]])).ok).toBe(true);
    expect(planner.call("createSurvey", END).ok).toBe(true);
    expect(send(reopen(planner)).data).toMatchObject({ sent: 4 });
  });

  it("one that was taken back on the way stops it, and whose message did not go waits", () => {
    const planner = openWithForm();
    const remove = planner.services.hooks.beforeCall((member) => {
      if (member === "MailApp.sendEmail" && addresses(planner).length === 1)
        throw new Error("Specified permissions are not sufficient to call MailApp.sendEmail.");
    });
    expect(send(planner)).toMatchObject({ ok: true, problems: [{ code: "permission-missing" }], data: { left: 2 } });
    remove();
    expect(statuses(planner).map(([, status]) => status)).toEqual(["Sent", "Waiting", "Waiting"]);
    expect(send(planner).data).toMatchObject({ sent: 2 });
    expect(addresses(planner)).toEqual(["ann@x.org", "bo@x.org", "cy@x.org"]);
  });
});

describe("reminders", () => {
  it("go to who has not answered after a week, twice at most; the tab Surveys says from when", () => {
    const planner = openWithForm();
    send(planner);
    expect(surveyRow(planner)).toMatchObject({
      State: "Sent to 3",
      "What to do next": "Run Collect answers as they come in. From 2026-09-09 on, 3 can be reminded with Send survey.",
    });
    answer(planner, "bo@x.org", { "Good pace?": "Yes" });
    const early = remind(on(planner, "2026-09-08"), { preview: true });
    expect(early.data).toMatchObject({ recipients: [], coming: [{ on: "2026-09-09", people: 2 }] });

    const due = on(planner, "2026-09-09");
    expect(remind(due)).toMatchObject({ ok: true, problems: [], data: { sent: 2, left: 0 } });
    expect(addresses(due).slice(3)).toEqual(["ann@x.org", "cy@x.org"]);
    expect(surveyRow(due)).toMatchObject({
      State: "Sent to 3, 1 answered, 2 reminders sent",
      "What to do next": expect.stringMatching(/From 2026-09-16 on, 2 can be reminded/),
      "Sent on": "date 2026-09-02",
    });
    expect(remind(due).data).toMatchObject({ sent: 0 });
    expect(due.cost().writes).toBe(0);

    answer(due, "ann@x.org", { "Why?": "Calm" });
    const second = on(due, "2026-09-20");
    expect(remind(second).data).toMatchObject({ sent: 1 });
    expect(ledger(second)).toEqual([
      "Invitation P-0001 Sent",
      "Invitation P-0002 Sent",
      "Invitation P-0003 Sent",
      "Reminder 1 P-0001 Sent",
      "Reminder 1 P-0003 Sent",
      "Reminder 2 P-0003 Sent",
    ]);
    const last = on(second, "2026-12-01");
    expect(remind(last).data).toMatchObject({ sent: 0, coming: [], skipped: [{}, { reason: "reminded-enough" }] });
  });

  it("keep to the days and the number that the tab Surveys says, and have words of their own", () => {
    const planner = openWithForm();
    inSurveys(planner, "Remind after days", "2");
    inSurveys(planner, "Most reminders", "1");
    send(planner);
    const later = on(planner, "2026-09-04");
    const subject = "{first name}, one more time";
    expect(remind(later, { subject }).data).toMatchObject({ sent: 3 });
    expect(later.services.mail[3]).toMatchObject({ to: "ann@x.org", subject: "Ann, one more time" });
    expect(remind(on(later, "2026-09-30")).data).toMatchObject({ sent: 0 });
    const facts = later.call("readDialogFacts").formSurveys.find(({ id }) => id === "end");
    expect(facts?.messages.invitation.subject).toBe(MESSAGE.subject);
    expect(facts?.messages.reminder.subject).toBe(subject);
  });

  it("one that waits for the next day's quota is left out once its person has answered", () => {
    const planner = openWithForm();
    send(planner);
    const due = on(planner, "2026-09-09", { mailQuota: 1 });
    expect(remind(due)).toMatchObject({ problems: [{ code: "mail-left" }], data: { sent: 1, left: 2 } });
    answer(due, "bo@x.org", { "Why?": "Calm" });
    const next = on(due, "2026-09-10");
    expect(remind(next).data).toMatchObject({ sent: 1, left: 0 });
    expect(addresses(next).slice(3)).toEqual(["ann@x.org", "cy@x.org"]);
    expect(ledger(next).slice(3)).toEqual([
      "Reminder 1 P-0001 Sent",
      "Reminder 1 P-0002 Left out",
      "Reminder 1 P-0003 Sent",
    ]);
  });

  it("cut off anywhere, nobody gets one twice, nobody is forgotten, and at most one is unsure", () => {
    const made = openWithForm();
    send(made);
    const open = () => on(made, "2026-09-09");
    let unsure = 0;
    for (const cut of distinctCuts(callsOf(open, remind))) {
      const planner = open();
      runCut(planner, remind, cut);
      const where = JSON.stringify(cut);
      expect(remind(planner).ok, where).toBe(true);
      const reached = addresses(planner).slice(3);
      expect(new Set(reached).size, where).toBe(reached.length);
      const open_ = ledger(planner).filter((row) => row.endsWith("Unsure")).length;
      expect(open_, where).toBeLessThanOrEqual(1);
      expect(3 - reached.length, where).toBeLessThanOrEqual(open_);
      expect(remind(planner).data?.sent, where).toBe(0);
      unsure += open_;
      planner.services.free();
    }
    expect(unsure).toBeGreaterThan(0);
  });
});

describe("an anonymous survey", () => {
  const openAnonymous = (): Planner => {
    const planner = openWithPeople();
    inSurveys(planner, "Answers", "Anonymous");
    expect(planner.call("createSurvey", END).ok).toBe(true);
    return planner;
  };

  it("brings everybody the same link", () => {
    const planner = openAnonymous();
    expect(send(planner).data).toMatchObject({ sent: 3 });
    const links = planner.services.mail.map(({ body }) => /https:\S+/.exec(body)?.[0]);
    expect(new Set(links).size).toBe(1);
    expect(links[0]).toMatch(/\/viewform$/);
    expect(theForm(planner).items.map(({ title }) => title)).not.toContain("Participant code");
  });

  it("reminds everybody who was invited, with words that thank those who have answered", () => {
    const planner = openAnonymous();
    send(planner);
    answer(planner, "ann@x.org", {});
    const due = on(planner, "2026-09-09");
    const words = due.call("readDialogFacts").formSurveys.find(({ id }) => id === "end");
    expect(words?.isAnonymous).toBe(true);
    expect(words?.messages.reminder.text).toMatch(/If you have answered, thank you!/);
    expect(words?.messages.invitation.text).not.toMatch(/link is your own/);
    expect(remind(due, words?.messages.reminder).data).toMatchObject({ sent: 3 });
    expect(surveyRow(due)).toMatchObject({ State: "Sent to 3, 1 answered, 3 reminders sent" });
  });

  it("is not sent while its form still asks for a code", () => {
    const planner = openWithForm();
    inSurveys(planner, "Answers", "Anonymous");
    expect(codesOf(send(planner))).toEqual(["form-other-mode"]);
    expect(addresses(planner)).toEqual([]);
  });
});

describe("while somebody works in the tab Sending", () => {
  const NAMES = [...PEOPLE, "Dee"];
  const everybody = NAMES.map((name) => `${name.toLowerCase()}@x.org`);
  let made: Planner | null = null;
  const open = (): Planner => {
    made ??= openWithForm({}, NAMES);
    return reopen(made);
  };

  /** Where somebody else can get in while messages go out: before a read, and before writes land. */
  const gaps = (): readonly number[] => {
    const planner = open();
    const calls: { readonly isGap: boolean; readonly isMail: boolean }[] = [];
    const remove = planner.services.hooks.beforeCall((member, kind) =>
      calls.push({ isGap: kind !== "write", isMail: member === "MailApp.sendEmail" }),
    );
    send(planner);
    remove();
    planner.services.free();
    const mails = calls.flatMap(({ isMail }, at) => (isMail ? at : []));
    const [first = 0, , third = 0] = mails;
    return calls.flatMap(({ isGap }, at) => (isGap && at > first - 8 && at <= third ? at : []));
  };

  // The third column is the participant's, the fourth the status.
  const edits: Readonly<Record<string, (editor: Planner["editor"]) => void>> = {
    "sorts it the other way round": (editor) => editor.sort("Sending", 3, true),
    "sorts it by what was sent": (editor) => editor.sort("Sending", 4),
    "puts a column in front": (editor) => editor.insertColumns("Sending", 1),
    "puts a row in front": (editor) => editor.insertRows("Sending", 2),
  };

  it.each(Object.keys(edits))("and at any moment %s, nobody gets it twice and nobody is forgotten", (what) => {
    for (const gap of gaps()) {
      const planner = open();
      let at = 0;
      const remove = planner.services.hooks.beforeCall(() => {
        if (at++ === gap) edits[what]?.(planner.editor);
      });
      send(planner);
      remove();
      // What was not sent for the rows' sake is sent by the next run.
      const where = `before call ${gap}`;
      expect(send(planner).ok, where).toBe(true);
      expect([...addresses(planner)].sort(), where).toEqual(everybody);
      expect(ledger(planner), where).toEqual(NAMES.map((_, person) => `Invitation P-000${person + 1} Sent`));
      planner.services.free();
    }
  });

  it("whose row is deleted before its turn gets the message in the next run", () => {
    const planner = open();
    const remove = planner.services.hooks.beforeCall((member) => {
      if (member !== "MailApp.sendEmail" || addresses(planner).length !== 1) return;
      planner.editor.deleteRows("Sending", planner.column("Sending", "Participant id").indexOf("P-0003") + 2);
    });
    expect(send(planner)).toMatchObject({ problems: [{ code: "rows-moved" }], data: { sent: 3, left: 1 } });
    remove();
    expect(send(planner).data).toMatchObject({ sent: 1, left: 0 });
    expect([...addresses(planner)].sort()).toEqual(everybody);
  });
});
