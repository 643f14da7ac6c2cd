import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planRefresh } from "../../../src/workbook/outcome/refresh-plan";
import { planWrittenAnswers, type WrittenAnswer } from "../../../src/workbook/outcome/written-answers";
import type { Snapshot } from "../../../src/workbook/snapshot";
import { writtenAnswers as tab } from "../../../src/workbook/tabs/written-answers";
import { applied, type Cells, rowsOf, snapshotOf, withoutColumn, withRows } from "../builders";
import { type Answered, answered, answersBy, compute, peopleOf } from "./answered";

const changesOf = (snapshot: Snapshot) => planRefresh(snapshot, compute(snapshot), "2026-10-01T12:00:00", "seed");
const refresh = (snapshot: Snapshot) => applied(snapshot, changesOf(snapshot));
const roster = peopleOf([["Independent", "Rural", 12]]);
const end = (titles: readonly string[], ...columns: readonly (readonly string[])[]): Answered => ({
  survey: "end",
  titles,
  rows: answersBy(...columns),
});
const LONG = `It took ${"very ".repeat(400)}long\nand then some`;
const WORDS = ["More time", LONG, "more  time", "More time", "", "=1+1", "Peers"];
const texts = (snapshot: Snapshot) => rowsOf(snapshot, "written-answers");

describe("written answers", () => {
  it("stand there once each, whole and as text, with how often they were given", () => {
    const left = refresh(answered({ roster }, end(["Why?"], WORDS)));
    expect(texts(left).map(({ answer, times }) => [answer, times])).toEqual(
      expect.arrayContaining([
        ["More time", 2],
        [LONG, 1],
        ["more  time", 1],
        ["=1+1", 1],
        ["Peers", 1],
      ]),
    );
    expect(texts(left)).toHaveLength(5);
    expect(changesOf(left)).toEqual([]);
  });

  it("include what people added beside the options of a question", () => {
    const questions = [
      { survey: "End survey", question: "Which?", type: "Checkboxes", choices: "Tips\nRoom", key: "end-which" },
    ];
    const left = refresh(answered({ roster, questions }, end(["Which?"], ["Tips", "Tips, a friend", "my dog"])));
    expect(
      texts(left)
        .map(({ answer }) => answer)
        .sort(),
    ).toEqual(["a friend", "my dog"]);
  });

  it("stand in the same order whoever answered first, and new ones not at the end", () => {
    const all = Array.from({ length: 12 }, (_, at) => `Text number ${at}`);
    const whole = refresh(answered({ roster }, end(["Why?"], all)));
    const turned = refresh(answered({ roster }, end(["Why?"], [...all].reverse())));
    const half = refresh(answered({ roster }, end(["Why?"], all.slice(0, 6))));
    const grown = refresh(withRows(answered({ roster }, end(["Why?"], all)), { "written-answers": texts(half) }));
    const order = texts(whole).map(({ answer }) => answer);
    expect(texts(turned).map(({ answer }) => answer)).toEqual(order);
    expect(texts(grown).map(({ answer }) => answer)).toEqual(order);
    expect(order).not.toEqual(all);
  });

  it("of an anonymous survey are there from five answers to the question on", () => {
    const surveys = [{ key: "end", survey: "End survey", answers: "Anonymous" }];
    const said = (size: number) =>
      texts(
        refresh(answered({ roster, surveys }, end(["Clear?", "Why?"], new Array(8).fill("3"), WORDS.slice(0, size)))),
      );
    expect(said(4)).toEqual([]);
    expect(said(7)).toHaveLength(5);
  });
});

describe("the team's themes", () => {
  const tagged = (snapshot: Snapshot, tags: Readonly<Record<string, string>>): Snapshot =>
    withRows(snapshot, {
      "written-answers": texts(snapshot).map((row): Cells => {
        const themes = tags[String(row.answer)];
        return themes === undefined ? row : { ...row, themes };
      }),
    });
  const first = refresh(answered({ roster }, end(["Why?"], WORDS)));

  it("are counted in Survey results by answers, not by texts, each spelling once", () => {
    const left = refresh(tagged(first, { "More time": "Time, time\n Release days ", Peers: "PEERS; time" }));
    const themes = rowsOf(left, "survey-results").filter(({ type }) => type === "theme");
    expect(themes.map(({ answer, count, share }) => [String(answer).toLowerCase(), count, share])).toEqual([
      ["time", 3, 0.5],
      ["release days", 2, 1 / 3],
      ["peers", 1, 1 / 6],
    ]);
    expect(themes[0]).toMatchObject({ survey: "End survey", question: "Why?", answered: 6 });
    expect(changesOf(left)).toEqual([]);
  });

  it("keep their row when the text is gone, given 0 times; rows without them go", () => {
    const before = tagged(first, { Peers: "peers" });
    const after = answered({ roster, "written-answers": texts(before) }, end(["Why?"], ["More time"]));
    const left = refresh(after);
    expect(texts(left).filter((row) => Object.keys(row).length > 0)).toMatchObject(
      [
        ...texts(left).filter(({ answer }) => answer === "More time"),
        ...texts(left).filter(({ answer }) => answer === "Peers"),
      ].sort((a, b) => texts(left).indexOf(a) - texts(left).indexOf(b)),
    );
    expect(texts(left).find(({ answer }) => answer === "Peers")).toMatchObject({ times: 0, themes: "peers" });
    expect(rowsOf(left, "survey-results").filter(({ type }) => type === "theme")).toEqual([]);
    expect(changesOf(left)).toEqual([]);
  });
});

describe("bringing the tab to its texts", () => {
  const names: readonly string[] = ["a", "b", "c", "d", "e", "f"];
  const list = fc.uniqueArray(fc.constantFrom(...names), { maxLength: 6 });
  const wanted = (texts: readonly string[]): readonly WrittenAnswer[] =>
    texts.map((name) => ({
      key: `end ${name}`,
      survey: "end",
      question: "q",
      label: "End survey",
      title: "Why?",
      text: name,
      times: 1,
    }));
  const plan = (snapshot: Snapshot, wantedTexts: readonly string[]) =>
    planWrittenAnswers(snapshot.tabs.get(tab.key), wanted(wantedTexts));

  it("loses no theme, shows every text once, and then does nothing", () => {
    fc.assert(
      fc.property(list, list, fc.subarray([...names]), fc.boolean(), (old, now, themed, turned) => {
        const there = applied(snapshotOf(), plan(snapshotOf(), old));
        const rows = texts(there).map((row) =>
          themed.includes(String(row.answer)) ? { ...row, themes: `theme of ${row.answer}` } : row,
        );
        const snapshot = withRows(there, { "written-answers": turned ? [...rows].reverse() : rows });
        const left = applied(snapshot, plan(snapshot, now));
        const shown = texts(left).filter((row) => Object.keys(row).length > 0);
        const kept = old.filter((name) => themed.includes(name) && !now.includes(name));
        expect(shown.map(({ answer }) => answer).sort()).toEqual([...now, ...kept].sort());
        for (const { answer, themes, times } of shown) {
          if (themes !== undefined) expect(themes).toBe(`theme of ${answer}`);
          expect(times).toBe(now.includes(String(answer)) ? 1 : 0);
        }
        expect(shown.filter(({ themes }) => themes !== undefined)).toHaveLength(
          old.filter((name) => themed.includes(name)).length,
        );
        expect(applied(left, plan(left, now))).toEqual(left);
      }),
    );
  });

  it("leaves the order that people sorted the rows in, as long as there is nothing new", () => {
    const there = applied(snapshotOf(), plan(snapshotOf(), ["a", "b", "c"]));
    const sorted = withRows(there, { "written-answers": [...texts(there)].reverse() });
    expect(applied(sorted, plan(sorted, ["a", "b", "c"]))).toEqual(sorted);
  });

  it("writes nothing where the tab is not there yet, or where people deleted its key", () => {
    expect(planWrittenAnswers(undefined, wanted(["a"]))).toEqual([]);
    const there = applied(snapshotOf(), plan(snapshotOf(), ["a", "b"]));
    expect(plan(withoutColumn(there, "written-answers", "key"), ["a", "c"])).toEqual([]);
  });
});
