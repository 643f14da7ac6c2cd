import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FormDesign, FormItem } from "../../../src/workbook/surveys/form-design";
import { contentOf, type FormRecord, headOf, titleOf } from "../../../src/workbook/surveys/form-record";
import { formDifference, isSameForm, planFormSteps, planMoves } from "../../../src/workbook/surveys/form-steps";

const item = (key: string, title = key, kind: FormItem["kind"] = "long-text"): FormItem => ({
  key,
  kind,
  title,
  help: "",
  required: false,
  choices: [],
  other: false,
  gridRows: [],
  labels: ["", ""],
});
const design = (...items: readonly FormItem[]): FormDesign => ({
  title: "T",
  description: "",
  confirmation: "",
  isAnonymous: false,
  items,
});

/** As it is remembered once the form was made: ids from 1. */
const record = (made: FormDesign): FormRecord => ({
  id: "form",
  url: "u",
  edit: "e",
  prefilled: "p",
  published: true,
  anonymous: false,
  trouble: "",
  head: headOf(made),
  items: made.items.map((each, at) => ({
    key: each.key,
    id: at + 1,
    kind: each.kind,
    title: titleOf(each),
    content: contentOf(each),
  })),
});
const present = (made: FormDesign) => made.items.map(({ kind, title }, at) => ({ id: at + 1, kind, title }));

describe("an update of a form", () => {
  const before = design(item("a"), item("b"), item("c"));
  const steps = (after: FormDesign, cutOff = false) =>
    planFormSteps(after.items, record(before), present(before), cutOff);

  it("writes nothing where nothing was edited", () => {
    expect(isSameForm(before, record(before))).toBe(true);
    expect(steps(before).every((step) => step.do === "keep" && !step.write)).toBe(true);
  });

  it("rewords, adds, takes out and keeps by what was remembered", () => {
    const after = design(item("c"), item("a", "A, reworded"), item("d"));
    expect(isSameForm(after, record(before))).toBe(false);
    expect(steps(after)).toMatchObject([
      { do: "remove", id: 2 },
      { do: "keep", id: 3, write: false },
      { do: "keep", id: 1, write: true, item: { title: "A, reworded" } },
      { do: "add", item: { key: "d" } },
    ]);
    expect(formDifference(after, record(before))).toEqual({
      added: ["d"],
      changed: ["A, reworded"],
      removed: 1,
      reordered: true,
      head: false,
    });
  });

  it("makes a question of another type anew", () => {
    expect(steps(design(item("a", "a", "scale"), item("b"), item("c")))).toMatchObject([
      { do: "remove", id: 1 },
      { do: "add", item: { kind: "scale" } },
      { do: "keep", id: 2 },
      { do: "keep", id: 3 },
    ]);
  });

  it("keeps a question whose row lost its key, or was typed anew", () => {
    const after = design(item("own-1", "b"), item("c"));
    expect(steps(after)).toMatchObject([
      { do: "remove", id: 1 },
      { do: "keep", id: 2, write: false },
      { do: "keep", id: 3 },
    ]);
  });

  it("leaves alone what people made in the form, even under the same words", () => {
    const own = { id: 9, kind: "long-text", title: "d" } as const;
    const after = design(...before.items, item("d"));
    const planned = planFormSteps(after.items, record(before), [...present(before), own], false);
    expect(planned.at(-1)).toMatchObject({ do: "add" });
  });

  it("after a cut takes over what was made and not remembered, also before it had its words", () => {
    const made = [
      { id: 7, kind: "long-text", title: "d" },
      { id: 8, kind: "scale", title: "" },
    ] as const;
    const after = design(item("e", "e", "scale"), ...before.items, item("d"));
    const planned = planFormSteps(after.items, record(before), [...present(before), ...made], true);
    expect(planned.every((step) => step.do === "keep" && step.write)).toBe(true);
    expect(planned.flatMap((step) => (step.do === "keep" ? step.id : []))).toEqual([8, 1, 2, 3, 7]);
  });

  it("puts back what somebody deleted in the form itself", () => {
    expect(planFormSteps(before.items, record(before), present(before).slice(1), false)[0]).toMatchObject({
      do: "add",
    });
  });
});

describe("moving items", () => {
  const carriedOut = (now: readonly number[], moves: ReturnType<typeof planMoves>): number[] => {
    const list = [...now];
    for (const { from, to } of moves) list.splice(to, 0, ...list.splice(from, 1));
    return list;
  };
  const orders = fc.uniqueArray(fc.nat(30), { maxLength: 12 }).chain((ours) =>
    fc.tuple(
      fc.shuffledSubarray(ours, { minLength: ours.length, maxLength: ours.length }),
      fc
        .uniqueArray(fc.integer({ min: 100, max: 110 }), { maxLength: 4 })
        .chain((others) => fc.shuffledSubarray([...ours, ...others], { minLength: ours.length + others.length })),
    ),
  );

  it("brings ours into their order and loses none; nothing moves twice", () => {
    fc.assert(
      fc.property(orders, ([wanted, now]) => {
        const moves = planMoves(now, wanted);
        const after = carriedOut(now, moves);
        expect(after.filter((id) => id < 100)).toEqual(wanted);
        expect(after.toSorted((a, b) => a - b)).toEqual(now.toSorted((a, b) => a - b));
        expect(planMoves(after, wanted)).toEqual([]);
      }),
    );
  });

  it("keeps people's own items behind the one that they stood behind", () => {
    expect(carriedOut([1, 100, 2], planMoves([1, 100, 2], [2, 1]))).toEqual([2, 1, 100]);
  });
});
