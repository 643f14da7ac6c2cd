import { describe, expect, it } from "vitest";
import { surveyWords } from "../../../src/content/survey-words";
import { updateCells } from "../../../src/workbook/plan";
import { remember } from "../../../src/workbook/settings";
import { designForm } from "../../../src/workbook/surveys/form-design";
import { CATALOGUE_CHOICES, questions } from "../../../src/workbook/tabs/questions";
import { applied, type Cells, snapshotOf, usualSurvey, withRows } from "../builders";

const asked = (question: string, cells: Cells = {}): Cells => ({
  on: true,
  survey: "End survey",
  group: "General",
  type: "Long text",
  question,
  key: `end-${question.length}-${question.slice(0, 3)}`,
  ...cells,
});

const workbook = (rows: readonly Cells[], catalogue: readonly string[] = []) =>
  snapshotOf({ questions: rows, catalogue: catalogue.map((name) => ({ name })) });

const design = (rows: readonly Cells[], catalogue: readonly string[] = []) =>
  designForm(usualSurvey("end"), workbook(rows, catalogue), surveyWords, "River");

const shown = (rows: readonly Cells[], catalogue: readonly string[] = []) =>
  design(rows, catalogue).design.items.map(({ kind, title }) => `${kind}: ${title}`);

describe("the form of a survey", () => {
  it("asks the participant code first, then what is switched on for this survey, as it stands", () => {
    expect(
      shown([
        asked("Why?"),
        asked("Off?", { on: false }),
        asked("Earlier?", { survey: "Baseline" }),
        asked("  How\nmuch? ", { type: "Scale 1 to 5", lowLabel: "Little" }),
      ]),
    ).toEqual(["short-text: Participant code", "long-text: Why?", "scale: How much?"]);
    expect(design([]).design.items[0]).toMatchObject({ help: "Please leave this as it is.", required: false });
  });

  it("is called after the program and the survey, and says who can read answers", () => {
    const { title, description } = design([asked("Why?")]).design;
    expect(title).toBe("River: End survey");
    expect(description).toMatch(/Whoever can edit the program's spreadsheet can read single answers, with their time/);
  });

  it("keeps the questions of a group together, under its name where there are several", () => {
    const rows = [
      asked("A?", { group: "Process" }),
      asked("B?", { group: "" }),
      asked("C?", { group: "General" }),
      asked("D?", { group: "process " }),
    ];
    expect(shown(rows).slice(1)).toEqual([
      "long-text: B?",
      "section: Process",
      "long-text: A?",
      "long-text: D?",
      "section: General",
      "long-text: C?",
    ]);
  });

  it("takes choices line by line, each once, and those of the catalogue where it says so", () => {
    const rows = [asked("Which?", { type: "Choice", choices: ` None \n\n${CATALOGUE_CHOICES}\nNone` })];
    expect(design(rows, ["A", "B"]).design.items[1]?.choices).toEqual(["None", "A", "B"]);
  });

  it("asks for short text where the catalogue has nothing to choose from yet", () => {
    expect(shown([asked("Which?", { type: "Choice", choices: CATALOGUE_CHOICES })])[1]).toBe("short-text: Which?");
  });
});

describe("what has to be put right first", () => {
  const codes = (...rows: Cells[]) => design(rows).problems.map(({ code, row, value }) => [code, row, value]);

  it("questions that collide, by name and row, without regard to case and spaces", () => {
    const { problems } = design([asked("Why so?"), asked("Else?"), asked("WHY  so?"), asked("why so?")]);
    expect(problems).toMatchObject([
      { code: "question-title-twice", severity: "error", row: 2, value: "Why so?", other: "rows 4 and 5" },
    ]);
  });

  it("a question that is called as a column that every form has", () => {
    expect(codes(asked("participant CODE"))).toEqual([["question-title-taken", 2, "participant CODE"]]);
  });

  it("choices without choices, a grid without rows", () => {
    expect(codes(asked("A?", { type: "Choice" }), asked("B?", { type: "Grid", choices: "x" }))).toEqual([
      ["question-without-choices", 2, "A?"],
      ["grid-without-rows", 3, "B?"],
    ]);
  });

  it("nothing switched on", () => {
    expect(codes(asked("A?", { on: false }))).toEqual([["no-questions", undefined, "End survey"]]);
  });

  it("and warns of a row that asks nothing, and of a type that is none", () => {
    expect(codes(asked("A?"), asked("", { key: "x" }), asked("B?", { type: "Dropdown" }))).toEqual([
      ["question-blank", 3, undefined],
      ["unknown-choice", 4, "Dropdown"],
    ]);
  });

  it("but not what is wrong in other surveys' questions", () => {
    expect(
      codes(asked("A?"), asked("A?", { survey: "Baseline" }), asked("B?", { survey: "Baseline", type: "?" })),
    ).toEqual([]);
  });
});

describe("the keys of questions", () => {
  it("are given to rows that people added or copied, and never given again", () => {
    const rows = [asked("A?", { key: "end-a" }), asked("B?", { key: "" }), asked("C?", { key: "end-a" })];
    const before = workbook(rows);
    const { design: first, keys } = designForm(usualSurvey("end"), before, surveyWords, "River");
    expect(first.items.map(({ key }) => key)).toEqual(["participant-code", "end-a", "own-1", "own-2"]);
    const after = applied(before, [
      updateCells(questions, before.tabs.get(questions.key), keys.cells),
      ...remember(before, keys.toRemember),
    ]);
    const again = designForm(usualSurvey("end"), after, surveyWords, "River");
    expect(again.keys.cells).toEqual([]);
    expect(again.keys.toRemember).toEqual({});
    // Its row is deleted, another one is added.
    const later = withRows(after, { questions: [asked("A?", { key: "end-a" }), asked("D?", { key: "" })] });
    expect(designForm(usualSurvey("end"), later, surveyWords, "River").design.items[2]?.key).toBe("own-3");
  });
});
