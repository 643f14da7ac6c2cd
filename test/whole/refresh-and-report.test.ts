import { describe, expect, it } from "vitest";
import { codesOf, openSetUp, type Planner, reopen, table } from "./helpers";

const ON_THEIR_OWN = ["i1", "i2", "i3", "i4", "i5", "i6"];
const IN_THE_LAB = ["l1", "l2", "l3", "l4", "l5", "l6", "l7"];

/** Small enough to count by hand, with one of everything. */
function openCounted(): Planner {
  const planner = openSetUp();
  const people = [
    ...ON_THEIR_OWN.map((name) => [name, `${name}@x.org`, "On their own", name === "i6" ? "Withdrawn" : ""]),
    ...IN_THE_LAB.map((name) => [name, `${name}@x.org`, "Learning lab", "Started"]),
  ];
  planner.call("importRoster", table("people.csv", [["Name", "E-mail", "Support group", "Status"], ...people]));
  const attempts = [
    ["i1", "A", "1", "Not yet", "2026-01-01", "2026-01-20"],
    ["i1", "A", "2", "Awarded", "2026-02-01", "2026-03-01"],
    ["i2", "A", "1", "Awarded", "2026-01-01", "2026-01-20"],
    ["i2", "B", "1", "Awarded", "2026-01-01", "2026-01-20"],
    ["i3", "A", "1", "Not yet", "2026-01-01", "2026-01-20"],
    ["i4", "A", "1", "Pending", "2026-01-01", ""],
    ["i6", "A", "1", "Awarded", "2026-01-01", "2026-01-20"],
    ["l1", "A", "1", "Awarded", "2026-01-01", "2026-01-20"],
    ["l2", "A", "1", "Awarded", "2026-01-01", "2026-01-20"],
    ["l3", "A", "1", "Awarded", "2026-01-01", "2026-01-20"],
    ["l4", "A", "1", "Awarded", "2026-01-01", "2026-01-20"],
    ["l5", "A", "1", "Not yet", "2026-01-01", "2026-01-20"],
    ["l6", "A", "1", "Withdrawn", "2026-01-01", ""],
  ];
  const headers = ["Participant", "Micro-credential", "Attempt", "Outcome", "Submitted on", "Decided on"];
  planner.call("importSubmissions", table("sent.csv", [headers, ...attempts]));
  return planner;
}

describe("refreshing results", () => {
  it("counts people once, however many attempts and micro-credentials they have; who withdrew is left out", () => {
    const { data } = openCounted().call("refreshResults", {});
    expect(data).toMatchObject({
      asOf: "2026-09-02",
      funnel: { enrolled: 12, submitted: 10, decided: 8, awarded: 6 },
      reference: "independent",
      supportModels: [
        {
          model: "independent",
          enrolled: 5,
          submitted: 4,
          decided: 3,
          awarded: 2,
          attempts: { decided: 5, awarded: 3, rate: 0.6 },
          difference: null,
          benchmark: { value: 0.53 },
        },
        {
          model: "plc",
          enrolled: 7,
          submitted: 6,
          decided: 5,
          awarded: 4,
          attempts: { decided: 5, awarded: 4, rate: 0.8 },
          difference: { estimate: expect.closeTo(4 / 5 - 2 / 3, 10), verdict: "too-few" },
          benchmark: { value: 0.87 },
        },
      ],
    });
  });

  it("writes them into Results: a row for everybody and one for each group, with their intervals", () => {
    const planner = openCounted();
    planner.call("refreshResults", {});
    const [everybody, independent, lab] = planner.rows("Results");
    expect(everybody).toMatchObject({
      By: "Everybody",
      Enrolled: 12,
      Submitted: 10,
      Decided: 8,
      Awarded: 6,
      "Awarded of enrolled": 0.5,
      "Awarded of submitted": 0.6,
      "Awarded of decided": 0.75,
      Low: expect.closeTo(0.4093, 4),
      High: expect.closeTo(0.9285, 4),
      "Attempts decided": 10,
      "Attempts awarded": 7,
      "Awarded of attempts": 0.7,
      "Awards after resubmission": 1,
    });
    expect(independent).toMatchObject({ By: "Support model", Group: "Independent", Enrolled: 5, Awarded: 2 });
    expect(independent).not.toHaveProperty("Difference");
    expect(lab).toMatchObject({ Group: "Online learning lab / PLC", Difference: expect.closeTo(0.1333, 4) });
    expect(String(lab?.["In words"])).toMatch(/too few people/);
  });

  it("a second time writes nothing, a day later too; a new decision moves the figures and the stamp", () => {
    const planner = openCounted();
    planner.call("refreshResults", {});
    expect(planner.figure("Results were last computed")).toBe("2026-09-02 05:00:00");
    expect(planner.figure("Decisions since Results was refreshed")).not.toBe("Not yet");
    expect(planner.call("refreshResults", {})).toMatchObject({ ok: true, changes: [] });
    expect(planner.cost().writes).toBe(0);

    const nextDay = reopen(planner, { now: "2026-09-03T12:00:00Z" });
    nextDay.call("refreshResults", {});
    expect(nextDay.cost().writes).toBe(0);
    nextDay.type("Submissions", "Outcome", nextDay.column("Submissions", "Outcome").indexOf("Pending") + 2, "Awarded");
    expect(nextDay.call("refreshResults", {}).data?.funnel.awarded).toBe(7);
    expect(nextDay.rows("Results")[0]).toMatchObject({ Awarded: 7, Decided: 9 });
    expect(nextDay.figure("Results were last computed")).toBe("2026-09-03 05:00:00");
  });

  it("says live how many decisions came since", () => {
    const planner = openCounted();
    planner.call("refreshResults", {});
    expect(planner.figure("Decisions since Results was refreshed")).toBe("Up to date");
    planner.typeRow("Submissions", { Participant: "i5", Outcome: "Awarded" });
    planner.typeRow("Submissions", { Participant: "l7", Outcome: "Not yet" });
    expect(planner.figure("Decisions since Results was refreshed")).toBe("2 new decisions: refresh");
  });

  it("counts readiness and lateness as of the day that was asked for", () => {
    const planner = openCounted();
    for (const row of [2, 3]) planner.type("Checklist", "Done", row, "TRUE");
    planner.type("Checklist", "Not needed", 4, "TRUE");
    const total = planner.column("Checklist", "Phase").filter((phase) => phase === "Ready to plan").length;
    const first = planner.call("refreshResults", { asOf: "2026-01-01" }).data;
    expect(first?.readiness.plan).toEqual({ done: 2, total: total - 1 });
    expect(first?.timeline.late).toBe(0);
    const last = planner.call("refreshResults", { asOf: "2027-12-31" }).data;
    expect(last?.timeline).toMatchObject({ late: planner.rows("Timeline").length });
  });

  it("compares with the model that was asked for, and says so where nobody has it", () => {
    const planner = openCounted();
    expect(planner.call("refreshResults", { reference: "plc" }).data).toMatchObject({ reference: "plc" });
    const none = planner.call("refreshResults", { reference: "ultimate" });
    expect(none.data?.reference).toBe("independent");
    expect(codesOf(none)).toContain("empty-reference");
    expect(planner.call("refreshResults", { reference: "best" })).toMatchObject({
      ok: false,
      problems: [{ code: "bad-input", column: "reference" }],
    });
  });

  it("blanks the figures of a group that is gone and keeps what people wrote beside them", () => {
    const planner = openCounted();
    planner.type("Roster", "Location", 2, "Rural");
    planner.call("refreshResults", {});
    expect(planner.rows("Results")).toContainEqual(
      expect.objectContaining({ By: "Location", Group: "Rural", Enrolled: 1 }),
    );
    planner.type("Roster", "Location", 2, "Urban");
    planner.call("refreshResults", {});
    expect(planner.rows("Results")).toContainEqual(
      expect.objectContaining({ By: "Location", Group: "Urban", Enrolled: 1 }),
    );
    const rural = planner.rows("Results").find(({ Group }) => Group === "Rural");
    expect(rural).toBeDefined();
    expect(rural).not.toHaveProperty("Enrolled");
    planner.call("refreshResults", {});
    expect(planner.cost().writes).toBe(0);
  });

  it("with one support group, a blank means that one", () => {
    const planner = openSetUp();
    planner.editor.deleteRows("Support groups", 2);
    planner.typeRow("Roster", { Name: "Ann" });
    const { data, problems } = planner.call("refreshResults", {});
    expect(data?.supportModels).toMatchObject([{ model: "plc", enrolled: 1 }]);
    expect(problems).toEqual([]);
  });

  it("remarks on a support label that does not fit its kinds of support, and refuses nothing", () => {
    const planner = openCounted();
    planner.type("Support groups", "Face-to-face", 2, "TRUE");
    planner.type("Support groups", "Coaching", 2, "TRUE");
    expect(planner.call("refreshResults", {}).ok).toBe(true);
    expect(planner.column("Support groups", "Label check")[0]).not.toBe("");
  });

  it("reports cells that cannot be counted where they stand", () => {
    const planner = openCounted();
    planner.type("Submissions", "Submitted on", 2, "'last week");
    planner.type("Submissions", "Outcome", 3, "Hooray");
    planner.typeRow("Submissions", { Participant: "stranger@x.org", Outcome: "Awarded" });
    const { problems, data } = planner.call("refreshResults", {});
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: "not-a-date",
        tab: "Submissions",
        row: 2,
        column: "Submitted on",
        value: "last week",
      }),
    );
    expect(problems).toContainEqual(
      expect.objectContaining({ code: "unknown-choice", tab: "Submissions", row: 3, value: "Hooray" }),
    );
    expect(problems).toContainEqual(
      expect.objectContaining({ code: "unknown-participant", tab: "Submissions", row: 15 }),
    );
    // i1's award is what row 3 said.
    expect(data?.funnel).toMatchObject({ decided: 8, awarded: 5 });
  });
});

const PARTS = [
  "Goals and model",
  "Timeline, as planned and as held",
  "Who took part",
  "Support given",
  "Results",
  "Support models compared",
  "What participants said",
  "Currency delivered and cost",
  "Challenges, successes, learnings",
  "Recommendations",
  "Next steps",
];

type Block = ReturnType<Planner["services"]["documents"]>[number]["blocks"][number];

function report(planner: Planner, input: object = {}): { blocks: readonly Block[]; text: string } {
  const { data } = planner.call("createReport", input);
  const document = planner.services.documents().find(({ id }) => id === data?.id);
  if (!document) throw new Error("no document was made");
  return { blocks: document.blocks, text: JSON.stringify(document.blocks) };
}

const tableWith = (blocks: readonly Block[], header: string): readonly (readonly string[])[] =>
  blocks.flatMap((block) => (block.kind === "table" && block.rows[0]?.[0] === header ? [block.rows] : []))[0] ?? [];

const HIDDEN = "fewer than 5, or hidden with them";

/** 18 people: 3 rural, 6 urban, 9 suburban; the first nine on their own, eight of all awarded. */
function openForReport(): Planner {
  const planner = openSetUp();
  const people = Array.from({ length: 18 }, (_, at) => [
    `Person ${String.fromCharCode(65 + at)}`,
    `p${at}@x.org`,
    at < 9 ? "On their own" : "Learning lab",
    at < 3 ? "Rural" : at < 9 ? "Urban" : "Suburban",
    at === 4 ? "yes" : "no",
    at % 2 === 0 ? "Rosa Delgado" : "Ken Whitehorse",
    "needs a lot of help",
  ]);
  const headers = ["Name", "E-mail", "Support group", "Location", "May be named", "Facilitator", "Notes"];
  planner.call("importRoster", table("people.csv", [headers, ...people]));
  const sent = people.map(([, email], at) => [
    email ?? "",
    "A",
    "1",
    at % 2 === 0 && at !== 16 ? "Awarded" : "Not yet",
  ]);
  planner.call("importSubmissions", table("sent.csv", [["E-mail", "Micro-credential", "Attempt", "Outcome"], ...sent]));
  return planner;
}

describe("creating the report", () => {
  it("makes a document with every part, dated, with the n behind each figure", () => {
    const planner = openForReport();
    const result = planner.call("createReport", {});
    expect(result).toMatchObject({ ok: true, data: { name: "River program: report 2026-09-02" } });
    expect(planner.services.documents()).toMatchObject([{ id: result.data?.id, name: result.data?.name }]);
    const [{ blocks = [] } = {}] = planner.services.documents();
    expect(blocks.flatMap((block) => (block.kind === "heading" && block.level === 1 ? [block.text] : []))).toEqual(
      PARTS,
    );
    expect(blocks[0]).toEqual({ kind: "title", text: "River program" });
    expect(JSON.stringify(blocks[1])).toContain("figures as of 2026-09-02");
    expect(tableWith(blocks, "Award rate")).toContainEqual([
      "Of people with a decision",
      "8 of 18 (44%)",
      "25% to 66%",
    ]);
    expect(tableWith(blocks, "People")).toContainEqual(["Enrolled", "18", ""]);
    expect(JSON.stringify(blocks)).toContain("A comparison of volunteers is not an experiment");
    expect(JSON.stringify(blocks)).toContain("No support is logged yet.");
  });

  it("hides groups under five, and a second one where the first could be worked out", () => {
    const { blocks } = report(openForReport());
    const [header, ...groups] = tableWith(blocks, "Location");
    expect(header).toEqual(["Location", "People (n = 18)"]);
    const shown = groups.filter(([, count]) => /\d+ of/.test(count ?? ""));
    expect(shown).toEqual([["Suburban", "9 of 18 (50%)"]]);
    expect(groups.filter(([, count]) => count === HIDDEN).length).toBe(groups.length - 1);
    expect(tableWith(blocks, "Support model").map(([model, enrolled]) => [model, enrolled])).toEqual([
      ["Support model", "Enrolled"],
      ["Independent", "9"],
      ["Online learning lab / PLC", "9"],
    ]);
  });

  it("hides both of two models where one is small", () => {
    const { blocks, text } = report(openCounted());
    expect(tableWith(blocks, "Support model").slice(1)).toEqual([
      ["Independent", HIDDEN, HIDDEN, "", "", ""],
      ["Online learning lab / PLC", HIDDEN, HIDDEN, "", "", ""],
    ]);
    expect(text).not.toContain("2 of 3");
    expect(text).not.toContain("4 of 5");
  });

  it("names only who earned an award and agreed, and nobody else: no facilitator, e-mail, id or note", () => {
    const { text } = report(openForReport());
    expect(text).toContain("We celebrate, with their consent: Person E.");
    expect(text.match(/Person [A-Z]/g)).toEqual(["Person E"]);
    for (const secret of ["@x.org", "P-00", "Rosa Delgado", "Ken Whitehorse", "a lot of help"])
      expect(text).not.toContain(secret);
  });

  it("does not repeat what one person wrote into a survey, and shows counts only of five or more answers", () => {
    const planner = openForReport();
    const said = (at: number) => (at < 8 ? "Yes" : at < 14 ? "No" : at === 14 ? "Only when Person A is there" : "");
    const rows = Array.from({ length: 18 }, (_, at) => [
      `p${at}@x.org`,
      said(at),
      at < 3 ? "4" : "",
      `My words, number ${at}`,
    ]);
    const answers = table("end.csv", [["Email", "Again?", "Clear?", "Anything else?"], ...rows]);
    expect(planner.call("importResponses", { ...answers, survey: "end" }).ok).toBe(true);
    const { text, blocks } = report(planner);
    expect(text).toContain("18 responses. 18 of 18 (100%) of the people enrolled answered.");
    expect(tableWith(blocks, "Again?")).toContainEqual(["Yes", expect.stringContaining("8 of 15")]);
    for (const secret of ["Person A", "My words", "Clear?"]) expect(text).not.toContain(secret);
  });

  it("is not made twice unless that is asked for, or something changed", () => {
    const planner = openForReport();
    const first = planner.call("createReport", {});
    const second = planner.call("createReport", {});
    expect(second).toMatchObject({ ok: true, changes: [], data: { id: first.data?.id } });
    expect(planner.services.documents().length).toBe(1);
    expect(planner.cost().writes).toBe(0);
    expect(planner.call("createReport", { again: true }).data?.id).not.toBe(first.data?.id);
    expect(planner.services.documents().length).toBe(2);
    planner.typeRow("Roster", { Name: "Zoe" });
    planner.call("createReport", {});
    expect(planner.services.documents().length).toBe(3);
  });

  it("of a program with nobody in it says what is missing, part by part", () => {
    const { text, blocks } = report(openSetUp());
    expect(blocks.flatMap((block) => (block.kind === "heading" && block.level === 1 ? [block.text] : []))).toEqual(
      PARTS,
    );
    expect(text).toContain("Nobody is in the Roster yet.");
    expect(text).toContain("No submissions are logged yet.");
    expect(text).toContain("No survey answers are imported yet.");
  });

  it("of a handful of people shows no figure at all", () => {
    const planner = openSetUp();
    for (const name of ["Ann", "Bo", "Cy"]) planner.typeRow("Roster", { Name: name, "Support group": "Learning lab" });
    planner.typeRow("Submissions", { Participant: "Ann", Outcome: "Awarded" });
    const { text } = report(planner);
    expect(text).toContain("Fewer than 5 people are enrolled");
    expect(text).not.toMatch(/\b[1-4] of [1-4]\b/);
  });
});
