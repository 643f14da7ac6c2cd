import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findColumns } from "../../src/workbook/layout";
import { headerNote, keyInNote } from "../../src/workbook/tab";
import { tabs } from "../../src/workbook/tabs/index";
import { roster } from "../../src/workbook/tabs/roster";
import { frozen } from "../program/freeze";
import { codesIn } from "./builders";

/** The columns of a header row: `["Name"]` has no note, `["Name", "name"]` the note of that column. */
const find = (...columns: readonly (readonly [header: string, key?: string])[]) =>
  findColumns(
    roster,
    frozen(columns.map(([header]) => header)),
    frozen(columns.map(([, key]) => (key ? headerNote(roster, key) : ""))),
  );

describe("findColumns", () => {
  it("finds moved and renamed columns by their notes", () => {
    const layout = find(["Mail", "email"], ["T-shirt"], ["Whole name", "name"]);
    expect(layout.columns).toEqual({ email: 0, name: 2 });
    expect(layout.unmarked).toEqual([]);
    expect(layout.problems).toEqual([]);
  });

  it("believes the note and not the header, where people gave a column another's name", () => {
    expect(find(["E-mail", "name"], ["Name", "email"]).columns).toEqual({ name: 0, email: 1 });
  });

  it("finds a column without its note by header or alias, and wants the note back", () => {
    const layout = find([" name "], ["E-MAIL ADDRESS"], ["Id", "id"]);
    expect(layout.columns).toEqual({ name: 0, email: 1, id: 2 });
    expect(layout.unmarked).toEqual(["name", "email"]);
  });

  it("takes the left one of two columns with one note, and reports the other", () => {
    const layout = find(["Name", "name"], ["Copy of name", "name"]);
    expect(layout.columns).toEqual({ name: 0 });
    expect(layout.problems).toMatchObject([{ code: "column-duplicate", column: "Copy of name" }]);
  });

  it("takes the left one of two columns with one header, and leaves the other to people", () => {
    const layout = find(["School"], ["School"], ["Name", "name"]);
    expect(layout.columns).toMatchObject({ school: 0, name: 2 });
    expect(layout.unmarked).toEqual(["school"]);
    expect(codesIn(layout.problems)).toEqual([]);
  });

  it("does not take a marked column for another one whose header it has", () => {
    const layout = find(["School", "notes"]);
    expect(layout.columns).toEqual({ notes: 0 });
    expect(layout.missing).toContain("school");
  });

  it("leaves the notes that people write, and those of other tabs, alone", () => {
    const notes = ["See the handbook", "Given by the planner. · submissions.id", "Not ours · roster.shoe-size"];
    expect(findColumns(roster, ["One", "Two", "Three"], notes).columns).toEqual({});
  });

  it.each(["constructor", "__proto__", "toString"])("takes a note with the key %s for no column of ours", (key) => {
    const layout = findColumns(roster, ["Name", "Extra"], [headerNote(roster, "name"), `· ${roster.key}.${key}`]);
    expect(layout.columns).toEqual({ name: 0 });
    expect(layout.problems).toEqual([]);
  });

  it("follows a column's note when people write before it", () => {
    expect(findColumns(roster, ["Mail"], [`Ask Ann first!\n${headerNote(roster, "email")}`]).columns).toEqual({
      email: 0,
    });
  });

  it("says what is missing", () => {
    const layout = find(["Name", "name"]);
    expect(layout.missing).toEqual(Object.keys(roster.columns).filter((key) => key !== "name"));
  });

  it("counts the columns that have a header or a note", () => {
    const { width } = findColumns(roster, ["Name", "", "", "", ""], ["", "", headerNote(roster, "email"), "", ""]);
    expect(width).toBe(3);
    expect(findColumns(roster, ["", ""], []).width).toBe(0);
  });

  it("finds every column of every tab, wherever people moved it and whatever they call it", () => {
    const moved = fc.constantFrom(...tabs).chain((tab) =>
      fc.record({
        tab: fc.constant(tab),
        keys: fc.shuffledSubarray(Object.keys(tab.columns), { minLength: Object.keys(tab.columns).length }),
        headers: fc.array(fc.string(), { minLength: 40, maxLength: 40 }),
      }),
    );
    fc.assert(
      fc.property(moved, ({ tab, keys, headers }) => {
        const layout = findColumns(
          tab,
          headers.slice(0, keys.length),
          keys.map((key) => headerNote(tab, key)),
        );
        expect(layout.columns).toEqual(Object.fromEntries(keys.map((key, at) => [key, at])));
        expect(layout).toMatchObject({ missing: [], unmarked: [], problems: [] });
      }),
    );
  });

  it("gives no two columns one place, whatever the header says", () => {
    const header = fc.oneof(fc.constantFrom("Name", "name", "E-mail", "participant", "id", "School", ""), fc.string());
    const note = fc.oneof(fc.constantFrom("", "· roster.name", "· roster.email", "x · roster.id"), fc.string());
    fc.assert(
      fc.property(fc.array(fc.tuple(header, note)), (columns) => {
        const layout = findColumns(
          roster,
          columns.map(([text]) => text),
          columns.map(([, text]) => text),
        );
        const places = Object.values(layout.columns);
        expect(new Set(places).size).toBe(places.length);
        expect([...Object.keys(layout.columns), ...layout.missing].sort()).toEqual(Object.keys(roster.columns).sort());
      }),
    );
  });
});

describe("a header's note", () => {
  it.each(tabs.flatMap((tab) => Object.keys(tab.columns).map((key) => [`${tab.key}.${key}`, tab, key] as const)))(
    "names %s at its end",
    (_, tab, key) => {
      expect(keyInNote(headerNote(tab, key))).toEqual({ tab: tab.key, column: key });
    },
  );

  it("is no key where it only speaks of one", () => {
    expect(keyInNote("· roster.email is the address")).toBeNull();
    expect(keyInNote("")).toBeNull();
  });
});
