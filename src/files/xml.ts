import { SaxesParser } from "saxes";

/** An XML element. Names have lost their namespace prefix: every program chooses its own. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** The text directly inside it. */
  text: string;
}

/**
 * Calls `visit` with every element that has one of the names, whole; what stands outside them is never held in memory,
 * nor is one held after its visit. An element inside a visited one is only part of that.
 *
 * @example visitElements(sheetXml, ["row"], (row) => rows.push(row.children.length))
 * @throws Error where the text is not well-formed XML.
 */
export function visitElements(xml: string, names: readonly string[], visit: (element: XmlElement) => void): void {
  const wanted = new Set(names);
  const open: XmlElement[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    const name = localName(tag.name);
    const parent = open.at(-1);
    if (!parent && !wanted.has(name)) return;
    const element: XmlElement = { name, attributes: localAttributes(tag.attributes), children: [], text: "" };
    parent?.children.push(element);
    open.push(element);
  });
  const addText = (text: string) => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    const element = open.pop();
    if (element && open.length === 0) visit(element);
  });
  parser.write(xml.startsWith("\uFEFF") ? xml.slice(1) : xml).close();
}

/** The first child with that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((candidate) => candidate.name === name);
}

/** All children with that name. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((candidate) => candidate.name === name) ?? [];
}

/** Whether an XML boolean attribute is set; `missing` is what its absence means. */
export function flag(value: string | undefined, missing = false): boolean {
  return value === undefined ? missing : value === "1" || value === "true";
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function localAttributes(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const local: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (!name.startsWith("xmlns")) local[localName(name)] = value;
  }
  return local;
}

const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/**
 * Undoes the `_xHHHH_` by which .xlsx files hold what XML cannot (ECMA-376 ST_Xstring); XML's own entities are the
 * parser's to undo.
 *
 * @example unescapeText("a_x0001_ & _x005F_x0041_") // "a\u0001 & _x0041_"
 */
export function unescapeText(text: string): string {
  return text.includes("_x")
    ? text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}
