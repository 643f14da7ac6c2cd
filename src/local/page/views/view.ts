/** What stands over the sheet, as the address bar has it after the `#`. */
export type View =
  | { readonly kind: "sheet" | "outbox" | "documents" | "forms" }
  | { readonly kind: "document"; readonly id: string }
  /** `query` is that of a prefilled link: `entry.1=…`. */
  | { readonly kind: "form"; readonly id: string; readonly query: string };

export function viewOf(hash: string): View {
  const [path = "", query = ""] = hash.replace(/^#/, "").split("?", 2);
  const [kind = "", id = ""] = path.split("/", 2);
  if (kind === "outbox" || kind === "documents" || kind === "forms") return { kind };
  if (kind === "document" && id !== "") return { kind, id: decodeURIComponent(id) };
  if (kind === "form" && id !== "") return { kind, id: decodeURIComponent(id), query };
  return { kind: "sheet" };
}

export function hashOf(view: View): string {
  if (view.kind === "sheet") return "#";
  if (view.kind === "document") return `#document/${encodeURIComponent(view.id)}`;
  if (view.kind === "form") {
    return `#form/${encodeURIComponent(view.id)}${view.query === "" ? "" : `?${view.query}`}`;
  }
  return `#${view.kind}`;
}
