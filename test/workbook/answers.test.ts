import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerTab, questionKeys } from "../../src/workbook/answer-tabs";
import { answersIn, readAnswers } from "../../src/workbook/answers";
import type { CellValue } from "../../src/workbook/cell";
import { ROOT } from "../helpers/project";
import { frozen } from "../program/freeze";
import { snapshotOf, tableOf, usualSurvey, withAnswers } from "./builders";

const none: ReadonlySet<string> = new Set();
const read = (headers: readonly string[], rows: readonly (readonly CellValue[])[], codes = none) =>
  readAnswers("end", frozen(headers), frozen(rows), codes);
const keys = (headers: readonly string[], rows: readonly (readonly CellValue[])[]) =>
  read(headers, rows).rows.map(({ key }) => key);

const HEADERS = ["Timestamp", "Email", "How was it?", "Why?"];
const ANN = ["4/22/2016 19:57:50", "ann@x.org", "Good", "Because"];
const BOB = ["4/22/2016 20:06:22", "bob@x.org", "Bad", ""];

describe("readAnswers", () => {
  it("tells who answered, when, and which columns are questions", () => {
    const { rows, questions } = read(HEADERS, [ANN, BOB]);
    expect(rows).toMatchObject([
      { timestamp: "2016-04-22T19:57:50", email: "ann@x.org", code: "", copies: 1, cells: ANN },
      { timestamp: "2016-04-22T20:06:22", email: "bob@x.org" },
    ]);
    expect(questions).toEqual([2, 3]);
  });

  it.each([
    [
      "by its localised header, wherever it stands",
      ["How?", "Carimbo de data/hora"],
      ["Good", "4/22/2016 19:57:50"],
      1,
    ],
    ["in Finnish", ["Aikaleima", "How?"], ["22.4.2016 klo 23.36.27", "Good"], 0],
    ["by its clock times, under any header", ["when_was_it", "How?"], ["2016/04/22 7:57:50 PM GMT+1", "Good"], 0],
    ["from a cell that is a date", ["Moment", "How?"], [{ date: "2016-04-22T19:57:50" }, "Good"], 0],
  ] as const)("finds the moment %s", (_, headers, row, at) => {
    const answers = read(headers, [row]);
    expect(answers.rows[0]?.timestamp).toMatch(/^2016-04-22T\d\d:\d\d:\d\d$/);
    expect(answers.questions).toEqual([1 - at]);
  });

  it("finds the code by header, or by codes that were given", () => {
    expect(read(["Survey code", "How?"], [["abc", "Good"]]).rows[0]?.code).toBe("abc");
    const given = read(["Please leave this as it is", "How?"], [["K7WQ2M9X", "Good"]], new Set(["k7wq2m9x"]));
    expect(given.rows[0]?.code).toBe("K7WQ2M9X");
    expect(given.questions).toEqual([1]);
  });

  it("finds the address by header, or by nine in ten cells that are one", () => {
    expect(read(["Username", "How?"], [["ann", "Good"]]).rows[0]?.email).toBe("ann");
    const rows = Array.from({ length: 10 }, (_, at) => [at === 3 ? "no idea" : `p${at}@x.org`, "Good"]);
    expect(read(["Reach me at", "How?"], rows).questions).toEqual([1]);
    expect(
      read(
        ["Reach me at", "How?"],
        [
          ["see a@x.org", "Good"],
          ["b@x.org", "Bad"],
        ],
      ).questions,
    ).toEqual([0, 1]);
  });

  it("finds moment and address in a second column of that kind, where it is filled for those that lack the first", () => {
    const mixed = [...HEADERS, "Completion time", "E-mail address"];
    const cal = ["", "", "Good", "", "2016-04-22 21:00:00", "cal@x.org"];
    const found = read(mixed, [[...ANN, "", ""], cal]);
    expect(found.rows).toMatchObject([
      { timestamp: "2016-04-22T19:57:50", email: "ann@x.org" },
      { timestamp: "2016-04-22T21:00:00", email: "cal@x.org" },
    ]);
    expect(found.questions).toEqual([2, 3]);
    expect(found.rows[1]?.key).toBe(read(mixed.slice(2), [cal.slice(2)]).rows[0]?.key);
    // Beside the other it is a question about another address.
    const both = read(mixed, [[...ANN, "", "ann@school.org"], cal]);
    expect(both.rows.map(({ email }) => email)).toEqual(["ann@x.org", ""]);
    expect(both.questions).toEqual([2, 3, 5]);
  });

  it("keeps a moment that can be read two ways as it stands", () => {
    expect(read(HEADERS, [["3/4/2016 10:00:00", "", "Good", ""]]).rows[0]?.timestamp).toBe("3/4/2016 10:00:00");
  });

  it("counts the very same row once, with its copies", () => {
    expect(read(HEADERS, [ANN, BOB, ANN]).rows.map(({ copies }) => copies)).toEqual([2, 1]);
  });

  it("keeps people apart who answered alike where no moment tells that it is one row twice", () => {
    const rows = read(["How?"], [["Good"], ["Good"], ["Bad"]]).rows;
    expect(new Set(rows.map(({ key }) => key)).size).toBe(3);
  });

  it("keeps people apart who gave the same answers to other questions in the same minute", () => {
    const headers = ["Timestamp", "Was it clear?", "Was it useful?"];
    const rows = read(headers, [
      ["4/22/2016 19:57", "4", "5"],
      ["4/22/2016 19:57", "5", "4"],
    ]).rows;
    expect(new Set(rows.map(({ key }) => key)).size).toBe(2);
    expect(rows.map(({ copies }) => copies)).toEqual([1, 1]);
  });

  it("leaves blank rows out, and columns with neither header nor answers", () => {
    const { rows, questions } = read(
      [...HEADERS, "", ""],
      [
        [...ANN, "", "x"],
        ["", "", "", "", "", ""],
      ],
    );
    expect(rows).toHaveLength(1);
    expect(questions).toEqual([2, 3, 5]);
  });

  it("gives a response the same key wherever it stands, whatever the columns are called and in whatever order", () => {
    const cell = fc.string({ minLength: 1 });
    const answered = fc.uniqueArray(fc.tuple(cell, cell, cell), {
      minLength: 1,
      maxLength: 8,
      selector: ([a]) => a.trim(),
    });
    const stamped = answered.map((rows) => rows.map((row, at) => [`4/22/2016 19:${10 + at}:50`, ...row]));
    const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });
    fc.assert(
      fc.property(
        stamped,
        order,
        fc.array(cell, { minLength: 3, maxLength: 3 }),
        fc.boolean(),
        (rows, places, names, turn) => {
          const first = keys(["Timestamp", "A", "B", "C"], rows);
          const headers = ["Timestamp", ...names.map((name) => `my ${name}`)];
          const moved = rows.map((row) => places.map((place) => row[place] ?? ""));
          const again = keys(
            places.map((place) => headers[place] ?? ""),
            turn ? moved.toReversed() : moved,
          );
          expect([...again].sort()).toEqual([...first].sort());
        },
      ),
    );
  });

  it("gives other answers, and another survey, another key", () => {
    const [key] = keys(HEADERS, [ANN]);
    expect(keys(HEADERS, [[...ANN.slice(0, 3), "Because!"]])).not.toContain(key);
    expect(readAnswers("baseline", HEADERS, [ANN], none).rows[0]?.key).not.toBe(key);
  });
});

describe("an answer tab", () => {
  it("has a column for every header, blank and repeated ones too, under keys that last", () => {
    expect(questionKeys(["Why?", "", "Why?", "Why? ", " "])).toEqual([
      expect.stringMatching(/^q-\w+$/),
      "blank",
      expect.stringMatching(/^q-\w+-2$/),
      expect.stringMatching(/^q-\w+-3$/),
      "blank-2",
    ]);
    expect(Object.keys(answerTab(usualSurvey("end"), "file", ["Why?", "How?"]).columns)).toEqual(
      questionKeys(["Why?", "How?"]),
    );
  });

  it("gives a header its key wherever it stands", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { selector: (header) => header.trim() }), (headers) => {
        const filled = headers.filter((header) => /[\p{L}\p{N}]/u.test(header));
        expect(questionKeys(filled.toReversed()).toReversed()).toEqual(questionKeys(filled));
        expect(new Set(questionKeys(headers)).size).toBe(headers.length);
      }),
    );
  });

  it("is read with the form's own, where there are both", () => {
    const both = withAnswers(withAnswers(snapshotOf(), "end", HEADERS, [ANN]), "end", HEADERS, [BOB], "form");
    expect(answersIn(both, "end", none).map(({ rows }) => rows.length)).toEqual([1, 1]);
    expect(answersIn(both, "baseline", none)).toEqual([]);
  });
});

const DATA = join(ROOT, "../shared/data");
describe.skipIf(!existsSync(DATA))("on real files", () => {
  it.each([
    ["gform_en_classroom_observations_2022.csv", "Timestamp", "Email Address", 14],
    ["gform_en_instructors_jupyter_edu_2016.csv", "Timestamp", null, 125],
    ["gform_direct_csv_mds_language.csv", "Timestamp", null, 85],
    ["gform_es_learning_r_2018.tsv", "Timestamp", "Email Address", 295],
    ["gform_en_hotdog_sp24_resaved_in_excel.csv", "Timestamp", null, 91],
    ["gform_cleaned_iso_timestamps_openwashdata_pre.csv", "google_timestamp", null, 212],
    // Two rows stand there twice.
    ["carpentries_instructor_training_post.csv", "Date", null, 965],
  ])("%s: the moment is in %s, the address in %s, and %d responses are told apart", (name, when, email, count) => {
    const { headers, rows } = tableOf(readFileSync(join(DATA, name), "utf8"), name);
    const answers = read(
      headers,
      rows.map(({ cells }) => cells),
    );
    const identity = headers.filter((header, at) => header !== "" && !answers.questions.includes(at));
    expect(identity).toEqual([when, ...(email ? [email] : [])]);
    expect(answers.rows).toHaveLength(count);
    expect(answers.rows.every(({ timestamp }) => timestamp !== "")).toBe(true);
    const turned = read(
      headers.toReversed(),
      rows.toReversed().map(({ cells }) => cells.toReversed()),
    );
    expect(new Set(turned.rows.map(({ key }) => key))).toEqual(new Set(answers.rows.map(({ key }) => key)));
  });
});
