import type { DocumentBlock, DocumentData } from "../document-data";
import { signatureError, text } from "./arguments";
import { documentUrl } from "./document-urls";
import type { Execution } from "./execution";
import { enumeration, loud } from "./loud";

type DocumentApp = GoogleAppsScript.Document.DocumentApp;
type Document = GoogleAppsScript.Document.Document;
type Body = GoogleAppsScript.Document.Body;

const headings = enumeration<DocumentApp["ParagraphHeading"]>("ParagraphHeading", [
  "NORMAL",
  "TITLE",
  "SUBTITLE",
  "HEADING1",
  "HEADING2",
  "HEADING3",
]);
const glyphs = enumeration<DocumentApp["GlyphType"]>("GlyphType", ["BULLET"]);

/** A document in the making. Google's empty first paragraph is not kept. */
interface Draft {
  readonly id: string;
  readonly name: string;
  readonly blocks: DocumentBlock[];
  closed: boolean;
}

export function createDocumentApp(
  execution: Execution,
  randomId: () => string,
  kept: readonly DocumentData[],
): { app: DocumentApp; documents: () => DocumentData[] } {
  const drafts: Draft[] = kept.map(({ id, name, blocks }) => ({ id, name, blocks: [...blocks], closed: true }));
  const app = loud<DocumentApp>(execution, "DocumentApp", {
    ParagraphHeading: headings,
    GlyphType: glyphs,
    create: (name) => {
      const draft: Draft = { id: randomId(), name: text("DocumentApp.create", name), blocks: [], closed: false };
      drafts.push(draft);
      return createDocument(execution, draft);
    },
  });
  const documents = () => drafts.map(({ id, name, blocks }) => ({ id, name, blocks: [...blocks] }));
  return { app, documents };
}

function createDocument(execution: Execution, draft: Draft): Document {
  const body = createBody(execution, draft);
  return loud<Document>(execution, "Document", {
    getId: () => draft.id,
    getName: () => draft.name,
    getUrl: () => documentUrl(draft.id),
    getBody: () => body,
    saveAndClose: () => {
      draft.closed = true;
    },
  });
}

function createBody(execution: Execution, draft: Draft): Body {
  /** Adds a block and gives the means to change it afterwards. */
  const append = <Block extends DocumentBlock>(block: Block) => {
    checkOpen(draft);
    const index = draft.blocks.push(block) - 1;
    return (next: DocumentBlock) => {
      checkOpen(draft);
      draft.blocks[index] = next;
    };
  };
  return loud<Body>(execution, "Body", {
    appendParagraph: (content: unknown) => {
      const words = text("DocumentApp.Body.appendParagraph", content);
      const replace = append({ kind: "paragraph", text: words });
      const self: GoogleAppsScript.Document.Paragraph = loud<GoogleAppsScript.Document.Paragraph>(
        execution,
        "Paragraph",
        {
          setHeading: (heading) => {
            replace(headed(heading, words));
            return self;
          },
        },
      );
      return self;
    },
    appendListItem: (content: unknown) => {
      append({ kind: "list-item", text: text("DocumentApp.Body.appendListItem", content) });
      const self: GoogleAppsScript.Document.ListItem = loud<GoogleAppsScript.Document.ListItem>(execution, "ListItem", {
        setGlyphType: (glyph) => {
          if (glyph !== glyphs.BULLET) throw signatureError("ListItem.setGlyphType", [glyph]);
          return self;
        },
      });
      return self;
    },
    appendTable: (cells?: unknown) => {
      const rows = tableRows(cells);
      const replace = append({ kind: "table", rows, headerRow: false });
      return createTable(execution, rows.length, (headerRow) => replace({ kind: "table", rows, headerRow }));
    },
  });
}

/** A bold first row is what makes a header row in a table of ours. */
function createTable(
  execution: Execution,
  rows: number,
  setHeader: (headerRow: boolean) => void,
): GoogleAppsScript.Document.Table {
  return loud<GoogleAppsScript.Document.Table>(execution, "Table", {
    getRow: (index) => {
      if (!Number.isInteger(index) || index < 0 || index >= rows) {
        throw new Error(`Child index (${index}) must be less than the number of child elements (${rows}).`);
      }
      return loud<GoogleAppsScript.Document.TableRow>(execution, "TableRow", {
        editAsText: () => {
          const self: GoogleAppsScript.Document.Text = loud<GoogleAppsScript.Document.Text>(execution, "Text", {
            setBold: (bold: unknown, ...rest: unknown[]) => {
              if (typeof bold !== "boolean" || rest.length > 0) {
                throw new Error("not in the local workspace: Text.setBold for a part of the text");
              }
              if (index === 0) setHeader(bold);
              return self;
            },
          });
          return self;
        },
      });
    },
  });
}

function headed(heading: GoogleAppsScript.Document.ParagraphHeading, words: string): DocumentBlock {
  if (heading === headings.TITLE) return { kind: "title", text: words };
  if (heading === headings.SUBTITLE) return { kind: "subtitle", text: words };
  if (heading === headings.HEADING1) return { kind: "heading", level: 1, text: words };
  if (heading === headings.HEADING2) return { kind: "heading", level: 2, text: words };
  if (heading === headings.HEADING3) return { kind: "heading", level: 3, text: words };
  if (heading === headings.NORMAL) return { kind: "paragraph", text: words };
  throw signatureError("DocumentApp.Paragraph.setHeading", [heading]);
}

function tableRows(cells: unknown): string[][] {
  const member = "DocumentApp.Body.appendTable";
  if (!Array.isArray(cells)) throw signatureError(member, [cells]);
  return cells.map((row: unknown) => {
    if (!Array.isArray(row)) throw signatureError(member, [cells]);
    return row.map((cell: unknown) => text(member, cell));
  });
}

function checkOpen(draft: Draft): void {
  if (draft.closed) throw new Error("Document is closed, its contents cannot be updated.");
}
