import fc from "fast-check";
import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import { visitElements, type XmlElement } from "../../src/files/xml";
import type { DocumentBlock } from "../../src/local/document-data";
import { writeDocx } from "../../src/local/docx";

const REPORT: readonly DocumentBlock[] = [
  { kind: "title", text: "Final report" },
  { kind: "subtitle", text: "2026 cohort" },
  { kind: "heading", level: 1, text: "Summary" },
  { kind: "paragraph", text: "First line\nsecond line" },
  { kind: "list-item", text: "One thing" },
  { kind: "heading", level: 2, text: "Support models" },
  {
    kind: "table",
    headerRow: true,
    rows: [
      ["Model", "n", "Award rate"],
      ["Independent", "120", "50% (38%–62%)"],
      ["Coaching", "fewer than 10"],
      ["Group", "35", "—"],
    ],
  },
  { kind: "table", headerRow: false, rows: [["As of", "2026-09-02"]] },
  { kind: "table", headerRow: true, rows: [] },
  { kind: "heading", level: 3, text: "Notes" },
];

async function parts(blocks: readonly DocumentBlock[], name = "Final report"): Promise<JSZip> {
  return JSZip.loadAsync(await writeDocx({ id: "d1", name, blocks }));
}

async function elements(zip: JSZip, path: string, name: string): Promise<XmlElement[]> {
  const found: XmlElement[] = [];
  visitElements((await zip.file(path)?.async("string")) ?? "", [name], (element) => {
    found.push(element);
  });
  return found;
}

/** Every element with that name, however deep. */
function within(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...within(child, name)]);
}

const textOf = (element: XmlElement) =>
  within(element, "t")
    .map(({ text }) => text)
    .join("");
const styleOf = (element: XmlElement) => within(element, "pStyle")[0]?.attributes.val ?? null;

describe("writeDocx", () => {
  it("says what each part is by styles, so that screen readers and tables of contents know", async () => {
    const [body] = await elements(await parts(REPORT), "word/document.xml", "body");
    const paragraphs = body?.children.filter(({ name }) => name === "p").filter((found) => textOf(found) !== "") ?? [];
    expect(paragraphs.map((found) => [styleOf(found), textOf(found)])).toEqual([
      ["Title", "Final report"],
      ["Subtitle", "2026 cohort"],
      ["Heading1", "Summary"],
      [null, "First linesecond line"],
      ["ListParagraph", "One thing"],
      ["Heading2", "Support models"],
      ["Heading3", "Notes"],
    ]);
    expect(paragraphs.flatMap((found) => within(found, "br"))).toHaveLength(1);
    expect(within(paragraphs[4] ?? { name: "", attributes: {}, children: [], text: "" }, "numPr")).toHaveLength(1);
  });

  it("makes whole tables: as many cells in each row, header rows that repeat, figures to the right", async () => {
    const tables = await elements(await parts(REPORT), "word/document.xml", "tbl");
    expect(tables.map((table) => within(table, "tr").map((row) => within(row, "tc").map(textOf)))).toEqual([
      [
        ["Model", "n", "Award rate"],
        ["Independent", "120", "50% (38%–62%)"],
        ["Coaching", "fewer than 10", ""],
        ["Group", "35", "—"],
      ],
      [["As of", "2026-09-02"]],
    ]);
    expect(tables.map((table) => within(table, "tr").map((row) => within(row, "tblHeader").length))).toEqual([
      [1, 0, 0, 0],
      [0],
    ]);
    const aligned = within(tables[0] ?? { name: "", attributes: {}, children: [], text: "" }, "tr").map((row) =>
      within(row, "jc").map(({ attributes }) => attributes.val),
    );
    expect(aligned).toEqual(Array.from({ length: 4 }, () => ["left", "right", "right"]));
  });

  it("has a title, a language and page numbers", async () => {
    const zip = await parts(REPORT, "Report for Ωλ & <friends>");
    const [title] = await elements(zip, "docProps/core.xml", "title");
    const [language] = await elements(zip, "word/styles.xml", "lang");
    const fields = (await elements(zip, "word/footer1.xml", "instrText")).map(({ text }) => text.trim());
    expect(title?.text).toBe("Report for Ωλ & <friends>");
    expect(language?.attributes.val).toBe("en-US");
    expect(fields).toEqual(["PAGE", "NUMPAGES"]);
  });

  it("is well-formed whatever the texts are", async () => {
    const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
    const text = fc.array(fc.oneof(unit, fc.string()), { maxLength: 8 }).map((units) => units.join(""));
    await fc.assert(
      fc.asyncProperty(text, text, async (first, second) => {
        const zip = await parts(
          [
            { kind: "title", text: first },
            { kind: "table", headerRow: true, rows: [[first], [], [second, first]] },
          ],
          second,
        );
        for (const path of ["word/document.xml", "docProps/core.xml", "word/footer1.xml"]) {
          expect(await elements(zip, path, "p")).toBeDefined();
        }
      }),
      { numRuns: 60 },
    );
  });
});
