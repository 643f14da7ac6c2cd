import { describe, expect, it } from "vitest";
import type { DialogFacts } from "../../../src/commands/dialog-facts";
import { programSetupSchema } from "../../../src/program/program-setup";
import { errorsIn, programOf, startingAnswers } from "../../../src/ui/parts/set-up-answers";

const facts: DialogFacts = {
  program: null,
  isSetUp: false,
  isCopy: false,
  tabs: [],
  supportModels: [
    { id: "independent", label: "Independent" },
    { id: "plc", label: "Online learning lab / PLC" },
  ],
  locations: [{ id: "none", label: "None specified" }],
  currencies: [],
  surveys: [],
  formSurveys: [],
  optionalTabs: [],
  columns: { roster: [], submissions: [] },
};
const filled = { ...startingAnswers(facts), program: " Riverside ", launch: "2026-09-01" };

describe("the set-up form", () => {
  it("asks for a name and a launch date, and no more", () => {
    expect(Object.keys(errorsIn(startingAnswers(facts)))).toEqual(["program", "launch"]);
    expect(errorsIn(filled)).toEqual({});
  });

  it.each(["", "0", "105", "7.5", "eight"])("takes %j for no number of weeks", (weeks) => {
    expect(Object.keys(errorsIn({ ...filled, weeks }))).toEqual(["weeks"]);
  });

  it("sends what the server takes, groups without a name called by their support model", () => {
    const unnamed = { name: "  ", model: "plc" };
    const program = programOf({ ...filled, groups: [unnamed, unnamed] }, facts);
    expect(programSetupSchema.parse(program)).toEqual(program);
    expect(program).toMatchObject({ program: "Riverside", weeks: 8 });
    expect(program.groups).toEqual([{ name: "Online learning lab / PLC", model: "plc" }]);
  });

  it("starts from what was sent last", () => {
    const program = programOf(filled, facts);
    expect(programOf(startingAnswers({ ...facts, program }), facts)).toEqual(program);
  });
});
