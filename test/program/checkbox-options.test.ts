import fc from "fast-check";
import { expect, test } from "vitest";
import { chosenOptions, findCheckboxOptions } from "../../src/program/checkbox-options";
import { frozen } from "./freeze";

const options = frozen(["Graduate", "Mixed (conferences, workshops, etc.)", "Yes, and gladly", "Yes"]);

test("known options are looked for whole, commas and all", () => {
  expect(chosenOptions("Graduate, Mixed (conferences, workshops, etc.)", options)).toEqual({
    chosen: ["Graduate", "Mixed (conferences, workshops, etc.)"],
    other: false,
  });
  expect(chosenOptions("Yes, and gladly", options).chosen).toEqual(["Yes, and gladly"]);
  expect(chosenOptions("Yes, Graduate", options).chosen).toEqual(["Yes", "Graduate"]);
});

test("joined by semicolons as well, with or without one at the end", () => {
  expect(chosenOptions("Graduate;Yes;", options)).toEqual({ chosen: ["Graduate", "Yes"], other: false });
});

test("own words are other, and do not hide options beside them", () => {
  expect(chosenOptions("Graduates only, Yes", options)).toEqual({ chosen: ["Yes"], other: true });
  expect(chosenOptions("a walk, a talk", options)).toEqual({ chosen: [], other: true });
  expect(chosenOptions("", options)).toEqual({ chosen: [], other: false });
  expect(chosenOptions(", ,;", options)).toEqual({ chosen: [], other: true });
});

test("an option ticked twice is one", () => {
  expect(chosenOptions("Yes, Yes", options).chosen).toEqual(["Yes"]);
});

test("finds options by their coming back in combinations", () => {
  const answers = ["Audio", "Audio, Video", "Video", "Audio, Text", "Text", "Video, Text"];
  expect(new Set(findCheckboxOptions(frozen(answers)))).toEqual(new Set(["Audio", "Video", "Text"]));
  expect(findCheckboxOptions(answers.map((answer) => answer.replace(", ", ";")))).toHaveLength(3);
});

test("what always stands together is one option", () => {
  const answers = ["A", "A, Yes, gladly", "Yes, gladly", "B, Yes, gladly", "B", "A, B"];
  expect(new Set(findCheckboxOptions(answers))).toEqual(new Set(["A", "Yes, gladly", "B"]));
});

test.each([
  ["single choices with commas in them", ["Yes, often", "Yes, often", "No, never", "No, rarely", "No, never"]],
  ["prose", ["It was good, and short", "Long, but I liked it", "Nothing, really", "See above, please"]],
  ["places", ["Austin, Texas", "Houston, Texas", "Dallas, Texas", "Boston, Mass", "Salem, Mass"]],
  ["lists in no order", ["R, Python", "Python, R", "R", "Python", "Python, R, SQL", "SQL, R, Python"]],
  ["one option only", ["A", "A", "A"]],
  ["nothing", []],
])("sees no checkboxes in %s", (_, answers) => {
  expect(findCheckboxOptions(answers)).toBeNull();
});

test("any ticks among any known options are found again, whichever way they were joined", () => {
  const option = fc.stringMatching(/^[A-Z][a-z]{1,6}( \([a-z]{1,4}, [a-z]{1,4}\))?$/);
  const question = fc
    .uniqueArray(option, { minLength: 1, maxLength: 6 })
    .chain((all) => fc.record({ all: fc.constant(all), ticked: fc.subarray(all), joint: fc.constantFrom(", ", ";") }));
  fc.assert(
    fc.property(question, ({ all, ticked, joint }) => {
      expect(chosenOptions(ticked.join(joint), frozen(all))).toEqual({ chosen: ticked, other: false });
    }),
  );
});

test("options that hold commas and semicolons, and begin one another, leave nothing over", () => {
  const word = fc.constantFrom("A", "B", "C", "Yes");
  const option = fc
    .tuple(word, fc.array(fc.tuple(fc.constantFrom(", ", ";", "; ", ","), word), { maxLength: 2 }))
    .map(([first, others]) => first + others.map((pair) => pair.join("")).join(""));
  const question = fc
    .uniqueArray(option, { minLength: 1, maxLength: 6 })
    .chain((all) => fc.record({ all: fc.constant(all), ticked: fc.subarray(all), joint: fc.constantFrom(", ", ";") }));
  fc.assert(
    fc.property(question, fc.constantFrom("", ";"), ({ all, ticked, joint }, end) => {
      const { chosen, other } = chosenOptions(ticked.join(joint) + (ticked.length > 0 ? end : ""), frozen(all));
      expect(other).toBe(false);
      expect(chosen.length > 0).toBe(ticked.length > 0);
      // Semicolons between options without any in them leave no doubt.
      if (joint === ";" && all.every((each) => !each.includes(";"))) expect(chosen).toEqual(ticked);
    }),
    { seed: 4, numRuns: 1000 },
  );
  expect(chosenOptions("A, B, C", ["A", "A, B", "B, C"])).toEqual({ chosen: ["A", "B, C"], other: false });
});

test("what stands between separators is no word of anybody's", () => {
  expect(chosenOptions("Audio;; ;", ["Audio"])).toEqual({ chosen: ["Audio"], other: false });
});

test("ends on any text", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" })), (answers) => {
      findCheckboxOptions(answers);
      for (const answer of answers) chosenOptions(answer, options);
    }),
  );
  expect(chosenOptions(",;".repeat(20_000), options).chosen).toEqual([]);
});
