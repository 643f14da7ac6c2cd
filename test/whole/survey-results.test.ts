import { describe, expect, it } from "vitest";
import { openSetUp, type Planner, table } from "./helpers";

const PEOPLE = Array.from({ length: 24 }, (_, at) => `p${at}@x.org`);
const IDEA = "How comfortable are you with the idea of micro-credentials?";
const WHY = "Why did you choose it?";

/** Half of the people on their own and half in the learning lab, three of four rural. */
function openWithPeople(): Planner {
  const planner = openSetUp();
  const rows = PEOPLE.map((email, at) => [
    `Person ${at}`,
    email,
    at % 2 ? "Learning lab" : "On their own",
    at % 4 ? "Rural" : "Urban",
  ]);
  planner.call("importRoster", table("people.csv", [["Name", "E-mail", "Support group", "Location"], ...rows]));
  return planner;
}

function say(planner: Planner, survey: string, titles: readonly string[], answers: readonly (readonly string[])[]) {
  const rows = answers.map((cells, at) => [`2026-09-01 10:${10 + at}:00`, PEOPLE[at] ?? "", ...cells]);
  planner.call("importResponses", { survey, ...table(`${survey}.csv`, [["Timestamp", "Email", ...titles], ...rows]) });
}

/** Everybody two steps up, but for every third, who stayed. */
function openAnswered(): Planner {
  const planner = openWithPeople();
  say(
    planner,
    "baseline",
    [IDEA],
    PEOPLE.map((_, at) => [at % 3 ? "2" : "3"]),
  );
  say(
    planner,
    "end",
    [IDEA, WHY],
    PEOPLE.map((_, at) => [at % 3 ? "4" : "3", at % 2 ? "=1+1" : `Reason ${at}`]),
  );
  planner.call("refreshResults", {});
  return planner;
}

describe("what surveys come to", () => {
  it("is the change of those who answered both, with the bank's scale whole, and by support model", () => {
    const planner = openAnswered();
    const { data } = planner.call("refreshResults", {});
    expect(planner.cost().writes).toBe(0);
    const end = data?.surveys.find(({ survey }) => survey === "end");
    expect(end?.questions[0]).toMatchObject({
      title: IDEA,
      type: "scale",
      counts: [0, 0, 8, 16, 0].map((count) => ({ count })),
    });
    // R: t.test(rep(c(0, 2, 2), 8)): 1.333333, 0.9266567 to 1.7400100.
    expect(data?.changes).toMatchObject([
      {
        title: IDEA,
        n: 24,
        means: {
          before: expect.closeTo(7 / 3, 10),
          after: expect.closeTo(11 / 3, 10),
          change: {
            estimate: expect.closeTo(4 / 3, 10),
            low: expect.closeTo(0.92666, 4),
            high: expect.closeTo(1.74001, 4),
          },
        },
        byModel: [
          { model: "independent", n: 12, isHidden: false },
          { model: "plc", n: 12, isHidden: false },
        ],
      },
    ]);
    const change = planner.rows("Survey results").find(({ Answer }) => String(Answer).startsWith("Change"));
    expect(change).toMatchObject({ Question: IDEA, Answered: 24, Low: expect.closeTo(0.92666, 4) });
    const groups = planner.rows("Survey results by group").filter(({ Survey }) => Survey === "End survey");
    expect(groups).toContainEqual(
      expect.objectContaining({
        Question: IDEA,
        By: "Location",
        Group: "Urban",
        Answered: 6,
        Mean: expect.any(Number),
      }),
    );
    expect(groups).toContainEqual(
      expect.objectContaining({ Question: "Response rate", Group: "Independent", "Response rate": 1 }),
    );
  });

  it("has written answers as text, once each, for the team to tag; tags are counted and stay", () => {
    const planner = openAnswered();
    const texts = planner.column("Written answers", "Answer");
    expect(texts).toHaveLength(13);
    const at = texts.indexOf("=1+1");
    expect(planner.rows("Written answers")[at]).toMatchObject({ Question: WHY, "Times given": 12 });
    planner.type("Written answers", "Themes", at + 2, "Formulas, Time");
    planner.type("Written answers", "Themes", texts.indexOf("Reason 4") + 2, "time");
    planner.call("refreshResults", {});
    const themes = planner.rows("Survey results").filter(({ Type }) => Type === "theme");
    expect(themes.map(({ Answer, Count, Share }) => [String(Answer).toLowerCase(), Count, Share])).toEqual([
      ["time", 13, expect.closeTo(13 / 24, 8)],
      ["formulas", 12, 0.5],
    ]);
    // More answers come in, and the tags stay beside their texts.
    say(planner, "check-in", ["What is your aim in this program?"], [["To learn"], ["To teach"], ["=1+1"]]);
    planner.call("refreshResults", {});
    const tagged = planner.rows("Written answers").filter((row) => row.Themes !== undefined);
    expect(tagged.map(({ Answer, Question, Themes }) => [Answer, Question, Themes]).sort()).toEqual([
      ["=1+1", WHY, "Formulas, Time"],
      ["Reason 4", WHY, "time"],
    ]);
    expect(planner.column("Written answers", "Answer")).toHaveLength(16);
    expect(planner.call("refreshResults", {}).changes).toEqual([]);
    expect(planner.cost().writes).toBe(0);
  });

  it("is computed in a workbook that was set up before it had these tabs, and says what is missing", () => {
    const planner = openAnswered();
    planner.editor.deleteTab("Survey results by group");
    planner.editor.deleteTab("Written answers");
    const result = planner.call("refreshResults", {});
    expect(result).toMatchObject({
      ok: true,
      changes: [],
      problems: [
        { code: "tab-missing", severity: "warning", tab: "Survey results by group" },
        { code: "tab-missing", severity: "warning", tab: "Written answers" },
      ],
    });
  });
});
