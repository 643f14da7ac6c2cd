import { child, flag, unescapeText, visitElements, type XmlElement } from "./xml";
import { openZip } from "./zip";

/** A tab as the file lists it. */
export interface FileTab {
  readonly name: string;
  readonly hidden: boolean;
  readonly path: string;
}

interface FileDefinedName {
  readonly name: string;
  readonly reference: string;
}

/** The parts of an .xlsx file, found by their relationships: programs choose the paths. */
export interface XlsxPackage {
  readonly tabs: readonly FileTab[];
  /** Names that go for the whole workbook. */
  readonly definedNames: readonly FileDefinedName[];
  /** Whether dates are counted from 1904, as old Excel for Mac did. */
  readonly date1904: boolean;
  readonly title: string | null;
  readonly customProperties: ReadonlyMap<string, string>;
  readonly sharedStrings: readonly string[];
  readonly stylesXml: string | null;
  readonly themeXml: string | null;
  /** The text of a part; null where there is none. */
  readonly part: (path: string) => Promise<string | null>;
  /** Path of the part that another part relates to, by the end of the relationship's type. */
  readonly related: (path: string, type: string) => Promise<string | null>;
}

/** All parts together, unpacked: more than five million cells take. */
const MOST_BYTES = 256 * 1024 ** 2;

/**
 * Opens a file as .xlsx; null where it is a zip archive of something else.
 *
 * @throws Error where it is no zip archive, its XML is damaged, or it unpacks to more than a workbook can be.
 */
export async function openPackage(bytes: Uint8Array): Promise<XlsxPackage | null> {
  const entry = openZip(bytes, MOST_BYTES);
  const part = async (path: string) => {
    const content = await entry(path);
    return content && new TextDecoder().decode(content);
  };
  const relations = (path: string) => readRelations(path, part);
  const related = async (path: string, type: string) =>
    (await relations(path)).find((relation) => relation.type.endsWith(`/${type}`))?.target ?? null;

  const workbookPath = await related("", "officeDocument");
  const workbookXml = workbookPath === null ? null : await part(workbookPath);
  let workbook: XmlElement | undefined;
  if (workbookXml !== null) {
    visitElements(workbookXml, ["workbook"], (element) => {
      workbook = element;
    });
  }
  const sheets = child(workbook, "sheets");
  if (!workbook || !sheets || workbookPath === null) return null;

  const targets = new Map((await relations(workbookPath)).map((relation) => [relation.id, relation]));
  const tabs = sheets.children.flatMap(({ attributes }): FileTab[] => {
    const relation = targets.get(attributes.id ?? "");
    // Chart and dialog sheets have no cells.
    if (!relation?.type.endsWith("/worksheet")) return [];
    const state = attributes.state ?? "visible";
    return [{ name: unescapeText(attributes.name ?? ""), hidden: state !== "visible", path: relation.target }];
  });
  const xmlOf = async (path: string | null) => (path === null ? null : part(path));
  return {
    tabs,
    definedNames: (child(workbook, "definedNames")?.children ?? [])
      .filter(({ attributes }) => attributes.localSheetId === undefined)
      .map(({ attributes, text }) => ({ name: attributes.name ?? "", reference: text })),
    date1904: flag(child(workbook, "workbookPr")?.attributes.date1904),
    title: readTitle(await xmlOf(await related("", "core-properties"))),
    customProperties: readCustomProperties(await xmlOf(await related("", "custom-properties"))),
    sharedStrings: readSharedStrings(await xmlOf(await related(workbookPath, "sharedStrings"))),
    stylesXml: await xmlOf(await related(workbookPath, "styles")),
    themeXml: await xmlOf(await related(workbookPath, "theme")),
    part,
    related,
  };
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

async function readRelations(path: string, part: XlsxPackage["part"]): Promise<Relation[]> {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const xml = await part(`${folder}_rels/${path.slice(folder.length)}.rels`);
  const found: Relation[] = [];
  if (xml === null) return found;
  visitElements(xml, ["Relationship"], ({ attributes }) => {
    const target = resolve(folder, attributes.Target ?? "");
    found.push({ id: attributes.Id ?? "", type: attributes.Type ?? "", target });
  });
  return found;
}

/** @example resolve("xl/worksheets/", "../comments1.xml") // "xl/comments1.xml" */
function resolve(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const parts: string[] = [];
  for (const step of `${folder}${target}`.split("/")) {
    if (step === "..") parts.pop();
    else if (step !== ".") parts.push(step);
  }
  return parts.join("/");
}

/** The text of a shared string, an inline string or a note: its pieces without what is said about their sound. */
export function richText(element: XmlElement): string {
  return element.children
    .map((part) => {
      if (part.name === "t") return unescapeText(part.text);
      return part.name === "r" ? unescapeText(child(part, "t")?.text ?? "") : "";
    })
    .join("");
}

function readSharedStrings(xml: string | null): string[] {
  const strings: string[] = [];
  if (xml !== null) {
    visitElements(xml, ["si"], (item) => {
      strings.push(richText(item));
    });
  }
  return strings;
}

function readTitle(xml: string | null): string | null {
  let title: string | null = null;
  if (xml !== null) {
    visitElements(xml, ["title"], (element) => {
      title = unescapeText(element.text) || null;
    });
  }
  return title;
}

function readCustomProperties(xml: string | null): Map<string, string> {
  const properties = new Map<string, string>();
  if (xml !== null) {
    visitElements(xml, ["property"], (property) => {
      properties.set(property.attributes.name ?? "", unescapeText(property.children[0]?.text ?? ""));
    });
  }
  return properties;
}
