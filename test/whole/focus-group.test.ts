import { describe, expect, it } from "vitest";
import { callsOf, differences, distinctCuts, picture, type Run, runCut } from "./faults";
import { codesOf, openSetUp, type Planner, reopen, table } from "./helpers";

const DETAILS = { date: "2026-10-06", time: "4 pm", place: "Room 2", minutes: 60, facilitator: "Dana Reyes" };
const CHOSEN = ["focus-group-gen-again-why", "end-gen-why"];
const WANTED = { questions: CHOSEN, own: ["What was fun?"], details: DETAILS };

const prepare = (planner: Planner, more: object = {}) => planner.call("prepareFocusGroup", { ...WANTED, ...more });
const withSheet: Run = (planner) => prepare(planner, { sheet: true });
const rows = (planner: Planner) => planner.rows("Focus group").map(({ Key: _, ...row }) => row);

describe("preparing a focus group", () => {
  it("shows first what the question bank has, with the focus group's own questions chosen, and writes nothing", () => {
    const planner = openSetUp();
    planner.typeRow("Roster", { Name: "Ann", Facilitator: "Dana Reyes" });
    const { ok, data, problems } = planner.call("prepareFocusGroup", { preview: true });
    expect({ ok, problems }).toEqual({ ok: true, problems: [] });
    expect(data?.offered.filter(({ isChosen }) => isChosen).map(({ key }) => key)).toEqual([
      "focus-group-gen-compare-why",
      "focus-group-gen-again-why",
      "focus-group-app-benefit",
      "focus-group-app-know",
    ]);
    expect(new Set(data?.offered.map(({ survey }) => survey))).toEqual(
      new Set(["Focus group", "Baseline", "Check-in", "Reviewer poll", "End survey"]),
    );
    expect(data).toMatchObject({ facilitators: ["Dana Reyes"], document: null, details: { date: "", minutes: null } });
    expect(data?.asked.length).toBe(4);
    expect(planner.cost().writes).toBe(0);
    expect(rows(planner)).toEqual([]);
  });

  it("puts the questions into the tab and makes the facilitator's sheet", () => {
    const planner = openSetUp();
    const made = prepare(planner, { sheet: true });
    expect(made).toMatchObject({
      ok: true,
      problems: [],
      changes: ["Focus group: 3 new rows", "New document River program: focus group 2026-10-06"],
    });
    expect(rows(planner)).toEqual([
      { Order: 1, Question: "Why would you, or would you not, do another one?" },
      { Order: 2, Question: "Why did you choose it?" },
      { Order: 3, Question: "What was fun?" },
    ]);
    const [sheet, ...others] = planner.services.documents();
    expect(others).toEqual([]);
    expect(sheet).toMatchObject({ id: made.data?.document?.id, name: "River program: focus group 2026-10-06" });
    const texts = (sheet?.blocks ?? []).flatMap((block) => ("text" in block ? block.text : block.rows.flat()));
    expect(texts).toEqual(expect.arrayContaining(["Tuesday, October 6, 2026", "Room 2", "3. What was fun?"]));
    expect(texts).toEqual(made.data?.sheet.flatMap((block) => ("text" in block ? block.text : block.rows.flat())));
  });

  it("again writes nothing and makes no second document unless that is asked for", () => {
    const planner = openSetUp();
    const first = withSheetData(planner);
    const later = reopen(planner);
    expect(prepare(later, { sheet: true })).toMatchObject({ ok: true, changes: [], data: { document: first } });
    expect(later.cost().writes).toBe(0);
    expect(later.services.documents().length).toBe(1);
    expect(prepare(later, { sheet: true, again: true }).data?.document?.id).not.toBe(first?.id);
    expect(later.services.documents().length).toBe(2);
  });

  it("remembers what was chosen, own questions too, and when and where", () => {
    const planner = openSetUp();
    prepare(planner);
    const { data } = reopen(planner).call("prepareFocusGroup", { preview: true });
    expect(data?.details).toEqual(DETAILS);
    expect(data?.offered.filter(({ isChosen }) => isChosen).map(({ text }) => text)).toEqual([
      "Why would you, or would you not, do another one?",
      "What was fun?",
      "Why did you choose it?",
    ]);
  });

  it("keeps people's notes, words and order; says which rows are not asked any more", () => {
    const planner = openSetUp();
    prepare(planner);
    planner.type("Focus group", "Notes", 2, "=They liked it");
    planner.type("Focus group", "Question", 3, "Why this one?");
    planner.type("Focus group", "Order", 3, "9");
    const changed = prepare(planner, { questions: ["end-gen-why", "end-gen-suits"], sheet: true });
    expect(changed.problems.map(({ code, value }) => [code, value])).toEqual([
      ["question-not-asked", "Why would you, or would you not, do another one?"],
    ]);
    expect(changed.data?.asked).toEqual([
      "What was fun?",
      "Why this one?",
      "Who else would this micro-credential suit?",
    ]);
    expect(rows(planner).map(({ Order, Question }) => [Order, Question])).toEqual([
      [1, "Why would you, or would you not, do another one?"],
      [9, "Why this one?"],
      [3, "What was fun?"],
      [10, "Who else would this micro-credential suit?"],
    ]);
    expect(planner.column("Focus group", "Notes")[0]).not.toBe("");
  });

  it("refuses what cannot be used, by name, and writes nothing", () => {
    const planner = openSetUp();
    const refusedFor = (more: object) => {
      const result = prepare(planner, more);
      expect(result.ok).toBe(false);
      expect(planner.cost().writes).toBe(0);
      return result.problems.map(({ code, column }) => [code, column]);
    };
    expect(refusedFor({ questions: [], own: [" "] })).toEqual([["no-question-chosen", undefined]]);
    expect(refusedFor({ questions: ["gone"] })).toEqual([["bad-input", "questions"]]);
    expect(refusedFor({ details: { ...DETAILS, date: "2026-02-30" } })).toEqual([["bad-input", "date"]]);
    expect(refusedFor({ details: { ...DETAILS, minutes: 0 } })).toEqual([["bad-input", "minutes"]]);
    expect(refusedFor({ details: { date: 1 } })[0]?.[0]).toBe("bad-input");
    expect(planner.call("prepareFocusGroup", { questions: [], preview: true })).toMatchObject({ ok: true });
  });

  it("says where little time is left for each question", () => {
    const planner = openSetUp();
    expect(codesOf(prepare(planner, { details: { ...DETAILS, minutes: 15 } }))).toEqual(["little-time"]);
  });

  it("what people wrote becomes no formula", () => {
    const planner = openSetUp();
    prepare(planner, { questions: [], own: ["=1+1"] });
    expect(rows(planner)).toEqual([{ Order: 1, Question: "=1+1" }]);
  });

  it("costs no more calls in a bank of many questions", () => {
    const [few, many] = [openSetUp(), openSetUp()];
    prepare(few);
    prepare(many, { own: Array.from({ length: 60 }, (_, at) => `Question ${at}?`) });
    expect(many.cost()).toEqual(few.cost());
  });

  it("asks for the tab where people deleted it", () => {
    const planner = openSetUp();
    planner.editor.deleteTab("Focus group");
    expect(prepare(planner)).toMatchObject({ ok: false, problems: [{ code: "tab-missing", tab: "Focus group" }] });
  });

  it("a new cohort begins without the notes, the choice and the document of the one before", () => {
    const planner = openSetUp();
    withSheetData(planner);
    const copy = reopen(planner, { id: "file-2" });
    expect(copy.call("settleCopy", { as: "new-cohort" }).ok).toBe(true);
    expect(rows(copy)).toEqual([]);
    const { data } = copy.call("prepareFocusGroup", { preview: true });
    expect(data?.details.date).toBe("");
    expect(data?.asked.length).toBe(4);
    expect(prepare(copy, { sheet: true }).changes.length).toBe(2);
  });
});

/** The document that was made. */
function withSheetData(planner: Planner) {
  const { data } = prepare(planner, { sheet: true });
  expect(data?.document).not.toBeNull();
  return data?.document;
}

it("stopped anywhere and run again, leaves the same rows and one whole document, and tells of one left over", () => {
  let made: Planner | null = null;
  const open = () => {
    made ??= openSetUp();
    return reopen(made);
  };
  const uncut = open();
  withSheetData(uncut);
  const [wanted] = uncut.services.documents();
  const lines = (planner: Planner) =>
    // The document's id is a random one.
    picture(planner.services.workbook(), false).filter((line) => !line.includes("focus-group.last"));
  let leftOver = 0;
  for (const cut of distinctCuts(callsOf(open, withSheet))) {
    const planner = open();
    runCut(planner, withSheet, cut);
    const result = prepare(planner, { sheet: true });
    expect(result.ok, JSON.stringify(cut)).toBe(true);
    expect(differences(lines(planner), lines(uncut)), JSON.stringify(cut)).toEqual([]);
    const documents = planner.services.documents();
    expect(documents.find(({ id }) => id === result.data?.document?.id)?.blocks, JSON.stringify(cut)).toEqual(
      wanted?.blocks,
    );
    expect(documents.length).toBeLessThanOrEqual(2);
    if (documents.length > 1) {
      leftOver++;
      expect(codesOf(result), JSON.stringify(cut)).toContain("document-left-over");
    }
    expect(prepare(planner, { sheet: true })).toMatchObject({ changes: [], problems: [] });
    planner.services.free();
  }
  expect(leftOver).toBeGreaterThan(0);
});

describe("inviting to the focus group", () => {
  const PEOPLE = ["Ann", "Bo", "Cy"];
  const MESSAGE = {
    survey: "focus-group",
    kind: "invitation",
    subject: "{program}: {date}",
    text: "Hello {first name},\n{time}, {place}\n{questions}",
  } as const;

  function openPrepared(): Planner {
    const planner = openSetUp();
    const people = PEOPLE.map((name) => [name, `${name.toLowerCase()}@x.org`, "Learning lab"]);
    planner.call("importRoster", table("people.csv", [["Name", "E-mail", "Support group"], ...people]));
    prepare(planner);
    return planner;
  }
  const invite = (planner: Planner, more: object = {}) => planner.call("sendSurvey", { ...MESSAGE, ...more });
  const addresses = (planner: Planner) => planner.services.mail.map(({ to }) => to);

  it("says who can be invited and what they will read, and sends nothing before that is asked for", () => {
    const planner = openPrepared();
    planner.type("Roster", "Survey mail", 2, "Opted out");
    const { ok, data, problems } = invite(planner, { preview: true });
    expect({ ok, problems }).toEqual({ ok: true, problems: [] });
    expect(data).toMatchObject({
      recipients: [{ name: "Bo" }, { name: "Cy" }],
      skipped: [{ reason: "opted-out", people: ["Ann"] }],
      sample: { to: "bo@x.org", subject: "River program: Tuesday, October 6, 2026" },
    });
    expect(data?.sample?.text).toBe(
      [
        "Hello Bo,",
        "4 pm, Room 2",
        "- Why would you, or would you not, do another one?",
        "- Why did you choose it?",
        "- What was fun?",
      ].join("\n"),
    );
    expect(addresses(planner)).toEqual([]);
    expect(planner.cost().writes).toBe(0);
  });

  it("goes to those who were picked, once; others may be invited later", () => {
    const planner = openPrepared();
    const [ann, bo] = planner.column("Roster", "Participant id");
    expect(invite(planner, { to: { participants: [bo] } })).toMatchObject({ ok: true, data: { sent: 1, left: 0 } });
    expect(addresses(planner)).toEqual(["bo@x.org"]);
    expect(invite(planner, { to: { participants: [ann, bo] } })).toMatchObject({
      data: { sent: 1, skipped: [{ reason: "already-sent", people: ["Bo"] }] },
    });
    expect(addresses(planner)).toEqual(["bo@x.org", "ann@x.org"]);
    expect(planner.rows("Sending").map(({ Key, Status }) => [Key, Status])).toEqual([
      [`focus-group Invitation ${bo}`, "Sent"],
      [`focus-group Invitation ${ann}`, "Sent"],
    ]);
  });

  it("follows the words and the order in the tab, and is remembered as it was sent", () => {
    const planner = openPrepared();
    planner.type("Focus group", "Question", 4, "What made you laugh?");
    planner.type("Focus group", "Order", 4, "0");
    invite(planner);
    expect(planner.services.mail[0]?.body).toMatch(/\n- What made you laugh\?\n- Why would/);
    const { data } = reopen(planner).call("prepareFocusGroup", { preview: true });
    expect(data?.invitation).toEqual({ subject: MESSAGE.subject, text: MESSAGE.text });
  });

  it("proposes an invitation in which everything can be filled in", () => {
    const planner = openPrepared();
    const proposed = planner.call("prepareFocusGroup", { preview: true }).data?.invitation;
    const { data, problems } = invite(planner, { ...proposed, preview: true });
    expect(problems).toEqual([]);
    expect(`${data?.sample?.subject}${data?.sample?.text}`).not.toMatch(/[{}]/);
  });

  it("is refused while it says what is not settled, or what cannot be filled in", () => {
    const planner = openPrepared();
    prepare(planner, { details: { ...DETAILS, place: "" } });
    const found = invite(planner, { text: "{place} {link}" });
    expect(found.ok).toBe(false);
    expect(found.problems.map(({ code, value }) => [code, value])).toEqual([
      ["placeholder-unknown", "{link}"],
      ["not-settled", "{place}"],
    ]);
    expect(invite(planner, { text: "{time}" }).ok).toBe(true);
    expect(codesOf(invite(openSetUp()))).toEqual(["not-settled"]);
  });

  it("cut off anywhere and sent again, reaches nobody twice and leaves at most one unsure", () => {
    let made: Planner | null = null;
    const open = () => {
      made ??= openPrepared();
      return reopen(made);
    };
    for (const cut of distinctCuts(callsOf(open, invite))) {
      const planner = open();
      runCut(planner, invite, cut);
      const again = invite(planner);
      expect(again.ok, JSON.stringify(cut)).toBe(true);
      const unsure = planner.column("Sending", "Status").filter((status) => status === "Unsure").length;
      expect(unsure, JSON.stringify(cut)).toBeLessThanOrEqual(1);
      expect(new Set(addresses(planner)).size, JSON.stringify(cut)).toBe(addresses(planner).length);
      expect(addresses(planner).length, JSON.stringify(cut)).toBeGreaterThanOrEqual(PEOPLE.length - unsure);
      expect(invite(planner).data).toMatchObject({ sent: 0, left: 0 });
      planner.services.free();
    }
  });
});
