import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashOf, type View, viewOf } from "../../../../src/local/page/views/view";

const anyId = fc.string({ unit: "grapheme", minLength: 1 });
const anyView: fc.Arbitrary<View> = fc.oneof(
  fc.constantFrom<View>({ kind: "sheet" }, { kind: "outbox" }, { kind: "documents" }, { kind: "forms" }),
  anyId.map((id): View => ({ kind: "document", id })),
  fc.record({
    kind: fc.constant("form" as const),
    id: anyId,
    query: fc.oneof(
      fc.string(),
      fc.dictionary(fc.string(), fc.string()).map((asked) => String(new URLSearchParams(asked))),
    ),
  }),
);

describe("the address of a view", () => {
  it("leads back to it", () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(viewOf(hashOf(view))).toEqual(view);
      }),
    );
  });

  it("has the answers of a prefilled link", () => {
    expect(viewOf("#form/f1?entry.1=Ann%20B&entry.2=why?")).toEqual({
      kind: "form",
      id: "f1",
      query: "entry.1=Ann%20B&entry.2=why?",
    });
  });

  it.each(["", "#", "#elsewhere", "#document", "#document/", "#form/?entry.1=x", "#document/%E0%A4%A", "#form/%"])(
    "is the sheet's where it means nothing: %j",
    (hash) => {
      expect(viewOf(hash)).toEqual({ kind: "sheet" });
    },
  );
});
