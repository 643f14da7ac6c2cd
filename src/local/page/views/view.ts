/** What stands over the sheet, as the address bar has it after the `#`. */
export type View =
  | { readonly kind: "sheet" | "outbox" | "documents" | "forms" }
  | { readonly kind: "document"; readonly id: string }
  /** `query` is that of a prefilled link: `entry.1=…`. */
  | { readonly kind: "form"; readonly id: string; readonly query: string };

/** The sheet, where the address means nothing. */
export function viewOf(hash: string): View {
  const [, kind = "", id = "", query = ""] = /^#?([^/?]*)(?:\/([^/?]*))?[^?]*(?:\?(.*))?$/s.exec(hash) ?? [];
  if (kind === "outbox" || kind === "documents" || kind === "forms") return { kind };
  const named = decoded(id);
  if (kind === "document" && named !== "") return { kind, id: named };
  if (kind === "form" && named !== "") return { kind, id: named, query };
  return { kind: "sheet" };
}

/** Somebody may have cut a link in two: half a sign is none. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

export function hashOf(view: View): string {
  if (view.kind === "sheet") return "#";
  if (view.kind === "document") return `#document/${encodeURIComponent(view.id)}`;
  if (view.kind === "form") {
    return `#form/${encodeURIComponent(view.id)}${view.query === "" ? "" : `?${view.query}`}`;
  }
  return `#${view.kind}`;
}
