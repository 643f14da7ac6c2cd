import { describe, expect, it } from "vitest";
import { SENDING_STATUS } from "../../../src/workbook/surveys/ledger";
import { messageFor, messageProblems, planSending } from "../../../src/workbook/surveys/sending";
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
const choices = { sendUnsure: false, now: "2026-09-02T05:00:00", seed: "seed" };
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
      { reason: "invalid-address", people: ["Name P-4"] },
      { reason: "shared-address", people: ["Name P-8"] },
    ]);
  });

  it("leaves out who answered since the last import, by code or by e-mail", () => {
    const snapshot = withAnswers(
      snapshotOf({ roster: [person("P-1"), person("P-2"), person("P-3")] }),
      "end",
      ["Timestamp", "Participant code", "Email", "Good?"],
      [
        ["2026-09-01 10:00:00", "CODE-P-1 ", "", "Yes"],
        ["2026-09-01 11:00:00", "lost", "p-2@x.org", "Yes"],
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

  it("carries the person's own link and name; a subject stays one line", () => {
    const filled = messageFor(
      { subject: "{program}\nfor {first name}", text: "Hi {first name}\n{link}" },
      { name: "Castillo, Ann", code: "k7wq2m9x" },
      { prefilled: "https://f.org?entry.1=PARTICIPANT-CODE" },
      "River",
    );
    expect(filled).toEqual({ subject: "River for Ann", text: "Hi Ann\nhttps://f.org?entry.1=k7wq2m9x" });
  });
});
