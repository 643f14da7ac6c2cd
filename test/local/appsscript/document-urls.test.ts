import { expect, it } from "vitest";
import { documentIdOfUrl, documentUrl } from "../../../src/local/appsscript/document-urls";

it("leads from a document to its address and back", () => {
  expect(documentIdOfUrl(documentUrl("1a-B_2"))).toBe("1a-B_2");
});

it.each([
  "https://docs.google.com/forms/d/1a-B_2/edit",
  "https://docs.google.com.river.example/document/d/1a-B_2/edit",
  "https://river.example/?https://docs.google.com/document/d/1a-B_2/edit",
  "",
])("finds no document at %j", (url) => {
  expect(documentIdOfUrl(url)).toBeNull();
});
