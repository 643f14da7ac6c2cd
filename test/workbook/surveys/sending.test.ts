import { describe, expect, it } from "vitest";
import { SENDING_STATUS } from "../../../src/workbook/surveys/ledger";
import { messageFor, messageProblems, surveyValues } from "../../../src/workbook/surveys/message";
import { planSending } from "../../../src/workbook/surveys/sending";
import { applied, type Cells, rowsOf, snapshotOf, usualSurvey, withAnswers } from "../builders";

const person = (id: string, cells: Cells = {}): Cells => ({
  id,
  code: `code-${id.toLowerCase()}`,
  name: `Name ${id}`,
  email: `${id.toLowerCase()}@x.org`,
  ...cells,
});
const entry = (participant: string, status: string): Cells => ({
  survey: "End survey",
  message: "Invitation",
  participant,
  status,
  key: `end Invitation ${participant}`,
});
const choices = { kind: "invitation", sendUnsure: false, now: "2026-09-02T05:00:00", seed: "seed" } as const;
const sendingOf = (rows: Parameters<typeof snapshotOf>[0], sendUnsure = false) => {
  const snapshot = snapshotOf(rows);
  const planned = planSending(usualSurvey("end"), snapshot, { ...choices, sendUnsure });
  return { ...planned, after: applied(snapshot, planned.changes), to: planned.recipients.map(({ email }) => email) };
};

describe("who is sent a survey", () => {
  it("is everybody whom nothing speaks against; the others are told by their reason", () => {
    const { to, skipped } = sendingOf({
      roster: [
        person("P-1"),
        person("P-2", { status: "Withdrawn" }),
        person("P-3", { email: "" }),
        person("P-4", { email: "x@y.org, z@y.org" }),
        person("P-5"),
        person("P-6"),
        person("P-7"),
        person("P-8", { email: " P-1@x.org" }),
      ],
      responses: [{ survey: "End survey", participant: "P-5", standing: "Counts", key: "end k" }],
      sending: [entry("P-6", "Sent"), entry("P-7", "Sending")],
    });
    expect(to).toEqual(["p-1@x.org"]);
    expect(skipped).toEqual([
      { reason: "withdrawn", people: ["Name P-2"] },
      { reason: "answered", people: ["Name P-5"] },
      { reason: "already-sent", people: ["Name P-6"] },
      { reason: "unsure", people: ["Name P-7"] },
      { reason: "no-address", people: ["Name P-3"] },
      { reason: "invalid-address", people: ["Name P-4, x@y.org, z@y.org"] },
      { reason: "shared-address", people: ["Name P-8, P-1@x.org"] },
    ]);
  });

  it("leaves out who answered since the last import, by code or by e-mail", () => {
    const snapshot = withAnswers(
      snapshotOf({ roster: [person("P-1"), person("P-2"), person("P-3"), person("P-4")] }),
      "end",
      ["Timestamp", "Participant code", "Email", "Good?"],
      [
        ["2026-09-01 10:00:00", "CODE-P-1 ", "", "Yes"],
        ["2026-09-01 11:00:00", "lost", "p-2@x.org", "Yes"],
        ["2026-09-01 12:00:00", "code- P-4", "", "Yes"],
      ],
      "form",
    );
    const { recipients } = planSending(usualSurvey("end"), snapshot, choices);
    expect(recipients.map(({ participant }) => participant)).toEqual(["P-3"]);
  });

  it("an address that was written to gets nothing more, whichever row it stands in", () => {
    const { to } = sendingOf({
      roster: [person("P-1", { email: "one@x.org" }), person("P-2", { email: "One@x.org" })],
      sending: [entry("P-2", "Sent")],
    });
    expect(to).toEqual([]);
  });

  it("other surveys' messages do not count", () => {
    const other = { ...entry("P-1", "Sent"), survey: "Baseline", key: "baseline Invitation P-1" };
    expect(sendingOf({ roster: [person("P-1")], sending: [other] }).to).toEqual(["p-1@x.org"]);
  });
});

describe("what is written before anything goes out", () => {
  it("a row a person who waits, and ids and codes for those who have none", () => {
    const { after, recipients } = sendingOf({ roster: [{ name: "Ann", email: "ann@x.org" }, person("P-0007")] });
    expect(rowsOf(after, "roster")[0]).toMatchObject({ id: "P-0008", code: expect.stringMatching(/^[a-z0-9]{8}$/) });
    expect(recipients.map(({ participant, code }) => [participant, code])).toEqual([
      ["P-0008", rowsOf(after, "roster")[0]?.code],
      ["P-0007", "code-p-0007"],
    ]);
    expect(rowsOf(after, "sending")).toMatchObject([
      { participant: "P-0008", status: "Waiting", survey: "End survey", key: "end Invitation P-0008" },
      { participant: "P-0007", status: "Waiting" },
    ]);
    expect(
      planSending(usualSurvey("end"), after, choices).changes.every((change) => "cells" in change || "rows" in change),
    ).toBe(true);
    expect(rowsOf(applied(after, planSending(usualSurvey("end"), after, choices).changes), "sending")).toEqual(
      rowsOf(after, "sending"),
    );
  });

  it("that a message which was cut off is unsure, until a person asks to send it once more", () => {
    const rows = { roster: [person("P-1"), person("P-2")], sending: [entry("P-1", "Sending"), entry("P-2", "Unsure")] };
    const { to, after } = sendingOf(rows);
    expect(to).toEqual([]);
    expect(rowsOf(after, "sending").map(({ status }) => status)).toEqual(["Unsure", "Unsure"]);
    expect(sendingOf(rows, true).to).toEqual(["p-1@x.org", "p-2@x.org"]);
    expect(sendingOf({ ...rows, sending: [entry("P-1", "Sent")] }, true).to).toEqual(["p-2@x.org"]);
  });

  it("that who waited and is not to get it any more is left out", () => {
    const { after } = sendingOf({
      roster: [person("P-1", { status: "Withdrawn" }), person("P-2")],
      sending: [entry("P-1", SENDING_STATUS.waiting), entry("P-2", SENDING_STATUS.refused)],
    });
    expect(rowsOf(after, "sending").map(({ status }) => status)).toEqual(["Left out", "Waiting"]);
  });
});

/** The survey of these people, on that day, with these messages in the ledger. */
function remind(rows: Parameters<typeof snapshotOf>[0], now: string, more: object = {}) {
  const snapshot = snapshotOf(rows);
  const planned = planSending({ ...usualSurvey("end"), ...more }, snapshot, { ...choices, kind: "reminder", now });
  const after = applied(snapshot, planned.changes);
  return { ...planned, after, to: planned.recipients.map(({ key }) => key) };
}
const message = (participant: string, name: string, status: string, day: string): Cells => ({
  ...entry(participant, status),
  message: name,
  time: { date: `${day}T09:00:00` },
  key: `end ${name} ${participant}`,
});
const invited = (participant: string, day = "2026-09-01") => message(participant, "Invitation", "Sent", day);

describe("who is reminded", () => {
  it("is who was invited a week ago and is silent; the others are told by their reason, or by their day", () => {
    const ids = ["P-1", "P-2", "P-3", "P-4", "P-5", "P-6", "P-7"];
    const { to, skipped, coming } = remind(
      {
        roster: ids.map((id) => person(id)),
        responses: [{ survey: "End survey", participant: "P-2", standing: "Counts", key: "end k" }],
        sending: [
          invited("P-1"),
          invited("P-2"),
          message("P-3", "Invitation", "Unsure", "2026-09-01"),
          invited("P-4", "2026-09-02"),
          ...[invited("P-5", "2026-08-01"), message("P-5", "Reminder 1", "Sent", "2026-08-08")],
          message("P-5", "Reminder 2", "Sent", "2026-08-15"),
          ...[invited("P-6", "2026-08-01"), message("P-6", "Reminder 1", "Sent", "2026-09-01")],
          ...[invited("P-7", "2026-08-01"), message("P-7", "Reminder 1", "Sending", "2026-09-07")],
        ],
      },
      "2026-09-08T00:00:00",
    );
    expect(to).toEqual(["end Reminder 1 P-1", "end Reminder 2 P-6"]);
    expect(coming).toEqual([{ on: "2026-09-09", people: 1 }]);
    expect(skipped).toEqual([
      { reason: "answered", people: ["Name P-2"] },
      { reason: "not-invited", people: ["Name P-3"] },
      { reason: "reminded-enough", people: ["Name P-5"] },
      { reason: "unsure", people: ["Name P-7"] },
    ]);
  });

  it("is everybody who was invited where answers are anonymous, whatever was answered", () => {
    const rows = {
      roster: [person("P-1"), person("P-2"), { ...person("P-3"), code: "" }],
      responses: [{ survey: "End survey", participant: "P-1", standing: "Counts", key: "end k" }],
      sending: [invited("P-1"), invited("P-2")],
    };
    const { to, after } = remind(rows, "2026-09-08", { isAnonymous: true });
    expect(to).toEqual(["end Reminder 1 P-1", "end Reminder 1 P-2"]);
    expect(rowsOf(after, "roster")[2]).not.toHaveProperty("code");
  });

  it("goes by what the survey says of its reminders", () => {
    const rows = { roster: [person("P-1")], sending: [invited("P-1")] };
    expect(remind(rows, "2026-09-03", { remindAfter: 2 }).to).toEqual(["end Reminder 1 P-1"]);
    expect(remind(rows, "2026-09-03", { remindAfter: 3 }).coming).toEqual([{ on: "2026-09-04", people: 1 }]);
    expect(remind(rows, "2026-12-03", { mostReminders: 0 }).skipped).toMatchObject([{ reason: "reminded-enough" }]);
  });

  it("a reminder that may have gone out is not sent again by itself, and the next one comes in its time", () => {
    const rows = {
      roster: [person("P-1")],
      sending: [invited("P-1"), message("P-1", "Reminder 1", "Unsure", "2026-09-08")],
    };
    expect(remind(rows, "2026-09-10").skipped).toEqual([{ reason: "unsure", people: ["Name P-1"] }]);
    expect(remind(rows, "2026-09-15").to).toEqual(["end Reminder 2 P-1"]);
    const snapshot = snapshotOf(rows);
    const again = { ...choices, kind: "reminder", sendUnsure: true, now: "2026-09-10" } as const;
    expect(planSending(usualSurvey("end"), snapshot, again).recipients).toMatchObject([{ message: "Reminder 1" }]);
  });

  it("a reminder that waits is left out once its person has answered, and waits on where nothing changed", () => {
    const rows = {
      roster: [person("P-1"), person("P-2")],
      responses: [{ survey: "End survey", participant: "P-1", standing: "Counts", key: "end k" }],
      sending: [
        ...[invited("P-1"), message("P-1", "Reminder 1", "Waiting", "2026-09-08")],
        ...[invited("P-2"), message("P-2", "Reminder 1", "Waiting", "2026-09-08")],
      ],
    };
    const { to, after } = remind(rows, "2026-09-09");
    expect(to).toEqual(["end Reminder 1 P-2"]);
    const statusOf = (snapshot: typeof after) => rowsOf(snapshot, "sending").map(({ status }) => status);
    expect(statusOf(after)).toEqual(["Sent", "Left out", "Sent", "Waiting"]);
    // So it is when invitations are sent meanwhile, to whomever.
    expect(statusOf(sendingOf(rows).after)).toEqual(["Sent", "Left out", "Sent", "Waiting"]);
  });
});

describe("who is chosen", () => {
  const roster = [
    person("P-1", { supportGroup: "Lab A", facilitator: "Rosa", status: "Enrolled" }),
    person("P-2", { supportGroup: "lab  a", facilitator: "Sam", status: "Started" }),
    person("P-3", { supportGroup: "Lab B", facilitator: "Rosa", status: "Withdrawn" }),
    person("P-4", { surveyMail: "Opted out" }),
    person("P-5", { surveyMail: "Unreachable", facilitator: "Rosa" }),
  ];
  const chosen = (to: Parameters<typeof planSending>[2]["to"], sending: readonly Cells[] = []) => {
    const snapshot = snapshotOf({ roster, sending });
    const planned = planSending(usualSurvey("end"), snapshot, { ...choices, to });
    return {
      ...planned,
      to: planned.recipients.map(({ participant }) => participant),
      after: applied(snapshot, planned.changes),
    };
  };

  it("is everybody but who withdrew, opted out or cannot be reached", () => {
    const { to, skipped } = chosen(undefined);
    expect(to).toEqual(["P-1", "P-2"]);
    expect(skipped).toEqual([
      { reason: "withdrawn", people: ["Name P-3"] },
      { reason: "opted-out", people: ["Name P-4"] },
      { reason: "unreachable", people: ["Name P-5"] },
    ]);
  });

  it.each([
    { to: { supportGroup: ["Lab A"] }, people: ["P-1", "P-2"] },
    { to: { supportGroup: ["Lab A"], facilitator: ["Rosa"] }, people: ["P-1"] },
    { to: { facilitator: ["Rosa", "Sam"] }, people: ["P-1", "P-2"] },
    { to: { status: ["Withdrawn", "Started"] }, people: ["P-2", "P-3"] },
    { to: { supportGroup: ["Lab B"] }, people: [] },
    { to: { supportGroup: [""] }, people: [] },
    { to: { participants: ["P-2", "P-4"] }, people: ["P-2"] },
  ])("of these: $to", ({ to, people }) => {
    expect(chosen(to).to).toEqual(people);
  });

  it("is offered from what stands in the Roster", () => {
    expect(chosen(undefined).choices).toEqual({
      supportGroup: [
        { value: "Lab A", people: 2 },
        { value: "Lab B", people: 1 },
        { value: "", people: 2 },
      ],
      facilitator: [
        { value: "Rosa", people: 3 },
        { value: "Sam", people: 1 },
        { value: "", people: 1 },
      ],
      status: [
        { value: "Enrolled", people: 1 },
        { value: "Started", people: 1 },
        { value: "Withdrawn", people: 1 },
        { value: "", people: 2 },
      ],
    });
  });

  it("who waits and is not chosen today goes on waiting, unless something speaks against any message", () => {
    const waiting = ["P-1", "P-2", "P-4"].map((id) => message(id, "Invitation", "Waiting", "2026-09-01"));
    const { to, after } = chosen({ facilitator: ["Rosa"] }, waiting);
    expect(to).toEqual(["P-1"]);
    expect(rowsOf(after, "sending").map(({ status }) => status)).toEqual(["Waiting", "Waiting", "Left out"]);
  });
});

describe("addresses", () => {
  it("one that opted out gets nothing under another name either", () => {
    const { to, skipped } = sendingOf({
      roster: [person("P-1"), person("P-2", { email: "p-1@x.org", surveyMail: "Opted out" })],
    });
    expect(to).toEqual([]);
    expect(skipped.map(({ reason }) => reason)).toEqual(["opted-out", "shared-address"]);
  });

  it("is left out where words that nobody can read stand under Survey mail", () => {
    const { to, skipped } = sendingOf({ roster: [person("P-1", { surveyMail: "no more mails!" }), person("P-2")] });
    expect(to).toEqual(["p-2@x.org"]);
    expect(skipped).toEqual([{ reason: "opted-out", people: ["Name P-1"] }]);
  });

  it("one person in two rows is told apart from two people with one address", () => {
    const { to, skipped } = sendingOf({
      roster: [person("P-1"), person("P-2", { name: "name p-1 ", email: "P-1@X.org" }), person("P-1")],
    });
    expect(to).toEqual(["p-1@x.org"]);
    expect(skipped).toEqual([{ reason: "twice", people: ["name p-1, P-1@X.org", "Name P-1, p-1@x.org"] }]);
  });
});

describe("the ledger", () => {
  it("of two rows for one message believes the one that says it went, whichever stands first", () => {
    const rows = [entry("P-1", "Waiting"), entry("P-1", "Sent")];
    for (const sending of [rows, [...rows].reverse()])
      expect(sendingOf({ roster: [person("P-1")], sending }).to).toEqual([]);
  });

  it("whose status people changed to something else is not taken to say that nothing went", () => {
    const sending = [entry("P-1", "sent "), entry("P-2", "Went out"), entry("P-3", "")];
    const { to, skipped } = sendingOf({ roster: [person("P-1"), person("P-2"), person("P-3")], sending });
    expect(to).toEqual([]);
    expect(skipped).toEqual([
      { reason: "already-sent", people: ["Name P-1"] },
      { reason: "unsure", people: ["Name P-2", "Name P-3"] },
    ]);
  });
});

describe("a message", () => {
  const codes = (subject: string, text: string) =>
    messageProblems({ subject, text }).map(({ code, value }) => [code, value]);

  it("needs a subject, the link in its text, and placeholders that are known", () => {
    expect(codes("About {program}", "Hi {First name}, {link}")).toEqual([]);
    expect(codes(" ", "Hi {fist name}")).toEqual([
      ["subject-blank", undefined],
      ["link-missing", undefined],
      ["placeholder-unknown", "{fist name}"],
    ]);
    expect(codes("{link}", "{link}")).toEqual([["link-in-subject", undefined]]);
  });

  it("without a form needs no link, and knows the placeholders that it is given", () => {
    const wrong = messageProblems({ subject: "Talk on {date}", text: "Hi {name}: {link}" }, ["name", "date"]);
    expect(wrong.map(({ code, value }) => [code, value])).toEqual([["placeholder-unknown", "{link}"]]);
  });

  it("of an anonymous survey brings everybody the same link", () => {
    const record = { prefilled: "https://f.org/viewform" };
    const linkOf = (code: string) => surveyValues({ name: "", code }, usualSurvey("end"), record, "River").link;
    expect([linkOf("k7wq2m9x"), linkOf("")]).toEqual([record.prefilled, record.prefilled]);
  });

  it("carries the person's own link and name; a subject stays one line", () => {
    const filled = messageFor(
      { subject: "{program}\nfor {first name}", text: "Hi {first name}\n{link}" },
      surveyValues(
        { name: "Castillo, Ann", code: "k7wq2m9x" },
        usualSurvey("end"),
        { prefilled: "https://f.org?entry.1=PARTICIPANT-CODE" },
        "River",
      ),
    );
    expect(filled).toEqual({ subject: "River for Ann", text: "Hi Ann\nhttps://f.org?entry.1=k7wq2m9x" });
  });
});
