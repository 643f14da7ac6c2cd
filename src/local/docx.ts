import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  type IParagraphOptions,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type { DocumentBlock, DocumentData } from "./document-data";

type TableBlock = Extract<DocumentBlock, { readonly kind: "table" }>;

/** Lengths in twentieths of a point, as Word counts: US Letter with margins of an inch. */
const INCH = 1440;
const PAGE = { width: 8.5 * INCH, height: 11 * INCH };
const TEXT_WIDTH = PAGE.width - 2 * INCH;

const FONT = "Arial";
const INK = "202124";
const HEADING_INK = "1F3864";
const QUIET_INK = "5F6368";
const RULE = "BDC1C6";
const HEADER_FILL = "E8EEF7";
const AUTHOR = "Micro-credential Planner";
const BULLETS = "bullets";

/**
 * Writes a document as .docx.
 *
 * @example await writeFile("report.docx", await writeDocx({ id: "d1", name: "Report", blocks }))
 */
export async function writeDocx(document: DocumentData): Promise<Uint8Array> {
  const title = printable(document.name);
  const file = new Document({
    title,
    creator: AUTHOR,
    lastModifiedBy: AUTHOR,
    description: title,
    styles: STYLES,
    numbering: {
      config: [
        {
          reference: BULLETS,
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: "•",
              alignment: AlignmentType.START,
              style: { paragraph: { indent: { left: 0.3 * INCH, hanging: 0.2 * INCH } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: { page: { size: PAGE, margin: { top: INCH, right: INCH, bottom: INCH, left: INCH } } },
        footers: { default: footer(title) },
        children: document.blocks.flatMap(blockElements),
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

const STYLES = {
  default: {
    document: {
      run: { font: FONT, size: 21, color: INK, language: { value: "en-US" } },
      paragraph: { spacing: { after: 120, line: 288, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { font: FONT, size: 52, bold: true, color: HEADING_INK },
      paragraph: { spacing: { before: 0, after: 80, line: 264, lineRule: LineRuleType.AUTO }, keepNext: true },
    },
    heading1: heading(32, { before: 400, after: 120 }),
    heading2: heading(26, { before: 300, after: 100 }),
    heading3: heading(22, { before: 240, after: 80 }),
    listParagraph: { run: { font: FONT }, paragraph: { spacing: { after: 60 } } },
  },
  paragraphStyles: [
    {
      id: "Subtitle",
      name: "Subtitle",
      basedOn: "Normal",
      next: "Normal",
      quickFormat: true,
      run: { size: 26, color: QUIET_INK },
      paragraph: { spacing: { after: 320 } },
    },
    {
      id: "TableText",
      name: "Table Text",
      basedOn: "Normal",
      quickFormat: true,
      run: { size: 19 },
      paragraph: { spacing: { before: 30, after: 30, line: 252, lineRule: LineRuleType.AUTO } },
    },
  ],
};

function heading(size: number, spacing: { readonly before: number; readonly after: number }) {
  return {
    run: { font: FONT, size, bold: true, color: HEADING_INK },
    paragraph: { spacing: { ...spacing, line: 264, lineRule: LineRuleType.AUTO }, keepNext: true },
  };
}

const HEADING_LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };

function blockElements(block: DocumentBlock): (Paragraph | Table)[] {
  switch (block.kind) {
    case "title":
      return [paragraph(block.text, { heading: HeadingLevel.TITLE })];
    case "subtitle":
      return [paragraph(block.text, { style: "Subtitle" })];
    case "heading":
      return [paragraph(block.text, { heading: HEADING_LEVELS[block.level] })];
    case "paragraph":
      return [paragraph(block.text)];
    case "list-item":
      return [paragraph(block.text, { style: "ListParagraph", numbering: { reference: BULLETS, level: 0 } })];
    case "table":
      // Word joins tables that touch.
      return block.rows.some((row) => row.length > 0) ? [table(block), paragraph("")] : [];
  }
}

function paragraph(text: string, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...options, children: runs(text) });
}

function runs(text: string, bold = false): TextRun[] {
  return printable(text)
    .split(/\r\n|\r|\n/)
    .map((line, at) => new TextRun({ text: line, ...(bold ? { bold } : {}), ...(at > 0 ? { break: 1 } : {}) }));
}

function table({ rows, headerRow }: TableBlock): Table {
  const widths = columnWidths(rows);
  const body = rows.slice(headerRow ? 1 : 0);
  // The first column names the row, even where the name is a number.
  const figures = widths.map(
    (_, column) => column > 0 && body.filter((row) => isFigure(row[column] ?? "")).length > body.length / 2,
  );
  const line = { style: BorderStyle.SINGLE, size: 4, color: RULE };
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: rows.map((row, index) => {
      const isHeader = headerRow && index === 0;
      return new TableRow({
        ...(isHeader ? { tableHeader: true } : {}),
        cantSplit: true,
        children: widths.map(
          (width, column) =>
            new TableCell({
              width: { size: width, type: WidthType.DXA },
              margins: { top: 40, bottom: 40, left: 100, right: 100 },
              verticalAlign: isHeader ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
              ...(isHeader ? { shading: { type: ShadingType.CLEAR, fill: HEADER_FILL, color: "auto" } } : {}),
              children: [
                new Paragraph({
                  style: "TableText",
                  alignment: figures[column] ? AlignmentType.RIGHT : AlignmentType.LEFT,
                  keepNext: isHeader,
                  children: runs(row[column] ?? "", isHeader),
                }),
              ],
            }),
        ),
      });
    }),
  });
}

/** A letter of table text, generously, since not every machine has the font; and a cell's margins. */
const LETTER = 135;
const CELL_MARGINS = 220;

/** Every column gets the room of its longest word, and the rest goes where the long texts are. */
function columnWidths(rows: readonly (readonly string[])[]): number[] {
  const count = Math.max(...rows.map((row) => row.length));
  const columns = Array.from({ length: count }, (_, column) => {
    const cells = rows.map((row) => row[column] ?? "");
    const longestWord = Math.max(...cells.flatMap((cell) => cell.split(/\s/)).map((word) => word.length));
    return {
      least: Math.min(longestWord, 24) * LETTER + CELL_MARGINS,
      wish: Math.min(Math.max(...cells.map((cell) => cell.length)), 60),
    };
  });
  const least = columns.reduce((sum, column) => sum + column.least, 0);
  const wishes = columns.reduce((sum, column) => sum + column.wish, 0) || 1;
  const spare = Math.max(TEXT_WIDTH - least, 0);
  const squeeze = Math.min(TEXT_WIDTH / least, 1);
  return columns.map((column) => Math.floor(column.least * squeeze + (spare * column.wish) / wishes));
}

/** Figures as reports write them: `12`, `45%`, `1,204`, `−3.5`, `12 of 40`, `31%–52%`, and the signs for none. */
function isFigure(text: string): boolean {
  return /^(?:[-–—−+±<>≥≤~$€£]?\s?\d[\d.,\s%/–−-]*(?:of \d[\d,]*)?|[-–—]?|n\/a)$/i.test(text.trim());
}

function footer(title: string): Footer {
  const quiet = { size: 17, color: QUIET_INK };
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ ...quiet, text: `${title} · page ` }),
          new TextRun({ ...quiet, children: [PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
}

/** XML has no place for these characters, and a report no use for them. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML cannot hold
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, "\uFFFD");
}
