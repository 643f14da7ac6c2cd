/** Where a document is read and edited. */
export function documentUrl(documentId: string): string {
  return `https://docs.google.com/document/d/${documentId}/edit`;
}

/** The id of the document that a URL leads to; null for any other URL. */
export function documentIdOfUrl(url: string): string | null {
  return /^https:\/\/docs\.google\.com\/document\/d\/([\w-]+)(?:[/?#]|$)/.exec(url)?.[1] ?? null;
}
