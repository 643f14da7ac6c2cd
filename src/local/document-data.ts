/** A document as plain data: what the local DocumentApp holds, and what `.docx` is written from. */
export interface DocumentData {
  readonly id: string;
  readonly name: string;
  readonly blocks: readonly DocumentBlock[];
}

export type DocumentBlock =
  | { readonly kind: "title"; readonly text: string }
  | { readonly kind: "subtitle"; readonly text: string }
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "list-item"; readonly text: string }
  /** The first row is the header row when `headerRow`. */
  | { readonly kind: "table"; readonly rows: readonly (readonly string[])[]; readonly headerRow: boolean };
