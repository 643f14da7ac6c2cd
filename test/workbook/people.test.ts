import { describe, expect, it } from "vitest";
import { peopleOf, personLabel } from "../../src/workbook/people";
import { snapshotOf } from "./builders";

const people = peopleOf(
  snapshotOf({
    roster: [
      { id: "P-0001", name: "Ann Lee", email: "Ann@School.org", code: "k7q2" },
      { id: "P-0002", name: "Bob Ray", email: "bob@school.org" },
      {},
      { id: "P-0003", name: "Ann Lee", email: "ann.lee@home.org" },
      { name: "Typed today" },
      { id: "P-0005", name: "Eve", email: "bob@school.org" },
      { id: "P-0006", email: "no-name@school.org" },
    ],
  }),
);
const found = (words: string) => people.find(words).map(({ id, name }) => id || name);

describe("people.find", () => {
  it.each([
    ["an id", "P-0002", ["P-0002"]],
    ["an id in other case, with spaces", " p-0002 ", ["P-0002"]],
    ["an e-mail, without regard to case and spaces", " ann@SCHOOL.org", ["P-0001"]],
    ["a name, without regard to case and spaces", "bob  RAY", ["P-0002"]],
    ["what the dropdown offers", "Ann Lee (P-0003)", ["P-0003"]],
    ["an id behind any words", "the new one (p-0002) ", ["P-0002"]],
    ["a person without an id", "typed today", ["Typed today"]],
    ["two people of one name", "Ann Lee", ["P-0001", "P-0003"]],
    ["two people of one e-mail", "bob@school.org", ["P-0002", "P-0005"]],
    ["nobody by an unknown name", "Ann", []],
    ["nobody by an unknown id behind a name that two have", "Zed (P-0099)", []],
    ["nobody by a blank", "", []],
    ["nobody by spaces", "  ", []],
  ])("finds %s", (_, words, ids) => {
    expect(found(words)).toEqual(ids);
  });

  it("finds everybody by what is shown for them", () => {
    for (const person of people.all.filter(({ id }) => id)) expect(people.find(personLabel(person))).toEqual([person]);
    expect(personLabel({ at: 0, sheetRow: 2, id: "P-0006", email: "no-name@school.org", name: "", code: "" })).toBe(
      "no-name@school.org (P-0006)",
    );
  });

  it("knows the rows they stand in, blank ones counted", () => {
    expect(people.byId("P-0003")).toMatchObject({ at: 3, sheetRow: 5 });
    expect(people.all).toHaveLength(6);
  });

  it("knows the upper one of two rows with one id", () => {
    const copied = peopleOf(
      snapshotOf({
        roster: [
          { id: "P-1", name: "Ann" },
          { id: "P-1", name: "Ann, copied" },
        ],
      }),
    );
    expect(copied.byId("P-1")?.name).toBe("Ann");
  });
});
