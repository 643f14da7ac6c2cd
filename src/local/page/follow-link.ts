import { documentIdOfUrl } from "../appsscript/document-urls";
import { formIdOfUrl } from "../workspace/form-links";
import type { Outline } from "../workspace/protocol";
import { hashOf, type View } from "./views/view";

/**
 * Opens the form or document of this program that a link leads to: Google's address of it leads nowhere from here.
 *
 * @returns whether there was one
 */
export function followLink(url: string, outline: Outline | null): boolean {
  const view = ownView(url, outline);
  if (view) location.hash = hashOf(view);
  return view !== null;
}

function ownView(url: string, outline: Outline | null): View | null {
  const form = formIdOfUrl(url);
  if (outline?.forms.some(({ id }) => id === form)) {
    return form === null ? null : { kind: "form", id: form, query: url.split("?", 2)[1] ?? "" };
  }
  const document = documentIdOfUrl(url);
  const isOurs = document !== null && outline?.documents.some(({ id }) => id === document);
  return isOurs ? { kind: "document", id: document } : null;
}
