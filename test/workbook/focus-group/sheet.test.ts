import { describe, expect, it } from "vitest";
import { storedWords } from "../../../src/content/stored-words";
import { type FocusDetails, UNSETTLED } from "../../../src/workbook/focus-group/details";
import { facilitatorSheet, minutesEach } from "../../../src/workbook/focus-group/sheet";

const words = storedWords.focusGroup;
const question = (text: string, group = "") => ({ key: text, text, survey: "", group, isChosen: true, at: null });
const SETTLED: FocusDetails = {
  date: "2026-10-06",
  time: "4 pm",
  place: "Room 2",
  minutes: 60,
  facilitator: "Dana Reyes",
};

const sheetOf = (details: FocusDetails) =>
  facilitatorSheet("River", [question("Why?", "Process"), question("What now?")], details, words);
const textsOf = (details: FocusDetails): readonly string[] =>
  sheetOf(details).flatMap((block) => ("text" in block ? block.text : block.rows.flat()));

describe("the facilitator's sheet", () => {
  it("says when and where, asks for consent, asks in order with room for notes, and ends with thanks", () => {
    const texts = textsOf(SETTLED);
    expect(texts.slice(0, 2)).toEqual(["River: focus group", "Facilitator's sheet"]);
    // 6 October 2026 is a Tuesday.
    for (const said of ["Tuesday, October 6, 2026", "4 pm", "Room 2", "60 minutes", "Dana Reyes"])
      expect(texts).toContain(said);
    const all = texts.join("\n");
    expect(all).toMatch(/voluntary/);
    expect(all).toMatch(/record this.*May we\?/);
    expect(all).toMatch(/I am Dana Reyes\./);
    expect(all).toContain(words.probes.Process);
    expect(all).not.toMatch(/[{}]/);
    const places = ["Opening", "Ground rules", "Questions", "1. Why?", "2. What now?", "Closing", "Afterwards"];
    expect(places.map((heading) => texts.indexOf(heading))).toEqual(
      places.map((heading) => texts.indexOf(heading)).toSorted((a, b) => a - b),
    );
    const notes = sheetOf(SETTLED)
      .filter((block) => block.kind === "table")
      .slice(1);
    expect(notes.length).toBe(2);
    for (const { rows } of notes) expect(rows.slice(1).flat().join("")).toBe("");
  });

  it("says what is not settled yet", () => {
    const texts = textsOf(UNSETTLED);
    expect(texts.filter((text) => text === "Not settled yet").length).toBe(5);
    expect(texts.join("\n")).not.toMatch(/null|NaN|[{}]/);
  });

  it("gives each question its share of the time that opening and closing leave", () => {
    expect(minutesEach(60, 8)).toBe(6);
    expect(minutesEach(null, 8)).toBe(null);
    expect(minutesEach(60, 0)).toBe(null);
    expect(textsOf(SETTLED).join("\n")).toContain("about 24 minutes each");
  });
});
