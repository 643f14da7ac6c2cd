import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choicesReader } from "../../../src/workbook/surveys/question-choices";
import { CATALOGUE_CHOICES } from "../../../src/workbook/tabs/questions";
import { snapshotOf, withoutColumn } from "../builders";

const workbook = snapshotOf({
  catalogue: [{ name: "Feedback" }, { name: "Inquiry" }],
  roster: [
    { name: "Ann", email: "ann@x.org", supportGroup: "Group 10", school: "Hill" },
    { name: "Bo", supportGroup: "Group 9" },
    { name: "Cy", supportGroup: "Group 1", status: "Withdrawn" },
    { name: "Dee", supportGroup: "Group  9 " },
  ],
});
const read = choicesReader(workbook);
const options = (choices: string) => read({ type: "choice", choices }).options;

describe("what a question offers", () => {
  it("is what its lines say, each once, and what tabs hold where they say so", () => {
    expect(options(" Yes \n\nNo\nYes")).toEqual(["Yes", "No"]);
    expect(options(`${CATALOGUE_CHOICES}\nNone`)).toEqual(["Feedback", "Inquiry", "None"]);
  });

  it("is what stands in a column of the Roster, sorted, without those who withdrew, by any name of the column", () => {
    for (const name of ["Support group", "support GROUP", "Support model"])
      expect(options(`(those of the Roster: ${name})`)).toEqual(["Group 9", "Group 10"]);
    expect(options("(Those of the tab Roster: School)")).toEqual(["Hill"]);
  });

  it("is short text where nothing is there to choose from yet", () => {
    const empty = choicesReader(snapshotOf());
    expect(empty({ type: "choice", choices: CATALOGUE_CHOICES })).toMatchObject({ type: "short-text", options: [] });
    expect(empty({ type: "checkboxes", choices: "(those of the Roster: School)" })).toMatchObject({
      type: "short-text",
      trouble: null,
    });
    expect(read({ type: "choice", choices: "" })).toMatchObject({ type: "choice", options: [] });
  });

  it.each(["Name", "E-mail", "Survey code", "Participant id", "Notes", "Planet", "constructor"])(
    "is never the Roster's column %s",
    (column) => {
      expect(read({ type: "choice", choices: `(those of the Roster: ${column})` })).toMatchObject({
        trouble: { code: "choices-column", value: column },
      });
    },
  );

  it("is nothing of a column that was deleted", () => {
    const without = choicesReader(withoutColumn(workbook, "roster", "school"));
    expect(without({ type: "choice", choices: "(those of the Roster: School)" }).trouble?.code).toBe("choices-column");
  });

  it("is besides that something of people's own where a line says Other, but not in a grid", () => {
    for (const other of ["Other", "Other…", "other:", "Other..."])
      expect(read({ type: "checkboxes", choices: `A\n${other}` })).toMatchObject({ options: ["A"], hasOther: true });
    expect(read({ type: "grid", choices: "A\nOther" })).toMatchObject({ options: ["A", "Other"], hasOther: false });
    expect(options("A\nOther people")).toEqual(["A", "Other people"]);
  });
});

describe("a scale", () => {
  const steps = (choices: string) => read({ type: "scale", choices }).options;

  it("goes from 1 to 5, or as its Choices say", () => {
    expect(steps("")).toEqual(["1", "2", "3", "4", "5"]);
    expect(steps("0 to 3")).toEqual(["0", "1", "2", "3"]);
    expect(steps("1–7")).toHaveLength(7);
  });

  it("is none that Google Forms cannot show", () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), (from, to) => {
        const { trouble, options: shown } = read({ type: "scale", choices: `${from} to ${to}` });
        const isPossible = (from === 0 || from === 1) && to >= 3 && to <= 10;
        expect(trouble === null).toBe(isPossible);
        expect(shown.map(Number)).toEqual(
          isPossible ? Array.from({ length: to - from + 1 }, (_, at) => from + at) : [],
        );
      }),
    );
    for (const words of ["Yes\nNo", "1 to x", "one to seven", "-1 to 5"]) expect(steps(words)).toEqual([]);
  });
});
