import fc from "fast-check";
import { expect, test } from "vitest";
import { formIdOfUrl, prefilledAnswers } from "../../../src/local/workspace/form-links";
import { openServices } from "../appsscript/open-services";

test("a form is known by its links, and by no others", () => {
  const form = openServices().globals.FormApp.create("Baseline", true);
  expect(formIdOfUrl(form.getPublishedUrl())).toBe(form.getId());
  expect(formIdOfUrl(`${form.getPublishedUrl()}?usp=pp_url&entry.1=x`)).toBe(form.getId());
  expect(formIdOfUrl(form.getEditUrl())).toBe(form.getId());
  for (const url of [
    "https://docs.google.com/spreadsheets/d/1/edit",
    "https://docs.google.com.example.org/forms/d/1/edit",
    "https://docs.google.com/forms/d/e/another/viewform",
    "https://docs.google.com/forms/d/1/editor",
    "",
  ]) {
    expect(formIdOfUrl(url)).toBeNull();
  }
});

test("a prefilled link gives back the answers that it was made from", () => {
  const services = openServices();
  const form = services.globals.FormApp.create("Baseline", true);
  const text = form.addParagraphTextItem();
  const ticks = form.addCheckboxItem().setChoiceValues(["Coach", "Peer"]).showOtherOption(true);
  const [textEntry = "", ticksEntry = ""] = services.forms
    .form(form.getId())
    .items.map((item) => ("entry" in item ? item.entry : ""));
  const answers = fc
    .string({ unit: "grapheme", minLength: 1 })
    .filter((answer) => answer.trim() !== "" && answer !== "__other_option__");
  fc.assert(
    fc.property(answers, answers, (written, other) => {
      const url = form
        .createResponse()
        .withItemResponse(text.createResponse(written))
        .withItemResponse(ticks.createResponse(["Peer", ...(other === "Peer" ? [] : [other])]))
        .toPrefilledUrl();
      expect(prefilledAnswers(url)).toEqual({
        [textEntry]: [written],
        [ticksEntry]: ["Peer", ...(other === "Peer" ? [] : [other])],
      });
    }),
  );
});

test("what is no entry is no answer", () => {
  expect(prefilledAnswers("https://example.org/?usp=pp_url&entry.x=1&entry.2=&other=3")).toEqual({ 2: [] });
  expect(prefilledAnswers("usp=pp_url&entry.17=Ada+Lovelace")).toEqual({ 17: ["Ada Lovelace"] });
});
