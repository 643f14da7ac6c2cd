import type { ReportBlock } from "../workbook/outcome/report-blocks";

/** A new document from the parts of a report: where it is. */
export function createDocument(
  name: string,
  blocks: readonly ReportBlock[],
): { readonly id: string; readonly url: string } {
  const document = DocumentApp.create(name);
  const body = document.getBody();
  const { ParagraphHeading, GlyphType } = DocumentApp;
  for (const block of blocks) {
    switch (block.kind) {
      case "title":
        body.appendParagraph(block.text).setHeading(ParagraphHeading.TITLE);
        break;
      case "subtitle":
        body.appendParagraph(block.text).setHeading(ParagraphHeading.SUBTITLE);
        break;
      case "heading":
        body
          .appendParagraph(block.text)
          .setHeading(block.level === 1 ? ParagraphHeading.HEADING1 : ParagraphHeading.HEADING2);
        break;
      case "paragraph":
        body.appendParagraph(block.text).setHeading(ParagraphHeading.NORMAL);
        break;
      case "list-item":
        body.appendListItem(block.text).setGlyphType(GlyphType.BULLET);
        break;
      case "table":
        body
          .appendTable(block.rows.map((row) => [...row]))
          .getRow(0)
          .editAsText()
          .setBold(true);
    }
  }
  document.saveAndClose();
  return { id: document.getId(), url: document.getUrl() };
}
