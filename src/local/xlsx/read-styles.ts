import { child, childrenOf, flag, visitElements, type XmlElement } from "../../files/xml";
import type { CellFormat, ConditionalFormatData } from "../workbook-data";
import { normalFormat } from "./normal-format";

/** Number formats that Excel knows by number, and the pattern that Sheets would call each. */
const BUILT_IN_FORMATS: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "m/d/yyyy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "m/d/yyyy h:mm",
  37: "#,##0;(#,##0)",
  38: "#,##0;[Red](#,##0)",
  39: "#,##0.00;(#,##0.00)",
  40: "#,##0.00;[Red](#,##0.00)",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
  48: "##0.0E+0",
  49: "@",
};

/** The styles of a file that is read. */
export interface FileStyles {
  /** By index in `cellXfs`. */
  readonly cells: readonly CellFormat[];
  /** By index in `dxfs`. */
  readonly conditional: readonly ConditionalLook[];
  readonly themeColors: readonly string[];
}

export type ConditionalLook = Pick<ConditionalFormatData, "background" | "fontColor" | "strikethrough">;

/** Reads `styles.xml`; without it every cell has the default look. */
export function readStyles(stylesXml: string | null, themeXml: string | null): FileStyles {
  const themeColors = readTheme(themeXml);
  let root: XmlElement | undefined;
  if (stylesXml) {
    visitElements(stylesXml, ["styleSheet"], (element) => {
      root = element;
    });
  }
  const codes = new Map<number, string>();
  for (const { attributes } of childrenOf(child(root, "numFmts"), "numFmt")) {
    codes.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
  }
  const fonts = child(root, "fonts")?.children ?? [];
  const fills = child(root, "fills")?.children ?? [];
  const cells = childrenOf(child(root, "cellXfs"), "xf").map((xf): CellFormat => {
    const id = Number(xf.attributes.numFmtId ?? 0);
    const numberFormat = plainCode(codes.get(id) ?? BUILT_IN_FORMATS[id]);
    const font = fonts[Number(xf.attributes.fontId ?? 0)];
    const alignment = child(xf, "alignment")?.attributes ?? {};
    const vertical = alignment.vertical;
    return normalFormat({
      ...(numberFormat ? { numberFormat } : {}),
      bold: isOn(child(font, "b")),
      background: fillColor(fills[Number(xf.attributes.fillId ?? 0)], "fgColor", themeColors),
      fontColor: readColor(child(font, "color"), themeColors),
      wrap: flag(alignment.wrapText),
      ...(vertical === "center"
        ? { verticalAlignment: "middle" }
        : vertical === "top"
          ? { verticalAlignment: "top" }
          : {}),
    });
  });
  const conditional = childrenOf(child(root, "dxfs"), "dxf").map((dxf) => readLook(dxf, themeColors));
  return { cells, conditional, themeColors };
}

/** The look of a conditional format. */
export function readLook(dxf: XmlElement, themeColors: readonly string[]): ConditionalLook {
  const font = child(dxf, "font");
  const fill = child(dxf, "fill");
  const background = fillColor(fill, "bgColor", themeColors) ?? fillColor(fill, "fgColor", themeColors);
  const fontColor = readColor(child(font, "color"), themeColors);
  return {
    ...(background ? { background } : {}),
    ...(fontColor ? { fontColor } : {}),
    ...(isOn(child(font, "strike")) ? { strikethrough: true } : {}),
  };
}

function isOn(element: XmlElement | undefined): boolean {
  return element !== undefined && flag(element.attributes.val, true);
}

/** LibreOffice escapes signs that need none (`yyyy\-mm\-dd`) and both put a language in front (`[$-409]`). */
function plainCode(code: string | undefined): string | undefined {
  return code
    ?.replace(/\\([-/:., ])/g, "$1")
    .replace(/^\[\$-[0-9A-Fa-f]+\]/, "")
    .replace(/;@$/, "");
}

function fillColor(
  fill: XmlElement | undefined,
  which: "fgColor" | "bgColor",
  theme: readonly string[],
): string | null {
  const pattern = child(fill, "patternFill");
  const type = pattern?.attributes.patternType;
  if (!pattern || type === "none" || type === "gray125") return null;
  return readColor(child(pattern, which), theme);
}

/** `#rrggbb`; null where a file names none, or one that only the program knows. */
export function readColor(element: XmlElement | undefined, theme: readonly string[]): string | null {
  if (!element) return null;
  const { rgb, theme: themeIndex, tint, auto } = element.attributes;
  if (flag(auto)) return null;
  if (rgb && /^([0-9a-f]{2})?[0-9a-f]{6}$/i.test(rgb)) return `#${rgb.slice(-6).toLowerCase()}`;
  const base = themeIndex === undefined ? undefined : theme[Number(themeIndex)];
  return base ? tinted(base, Number(tint ?? 0)) : null;
}

/** The theme's colours in the order in which styles count them: light and dark pairs change places. */
function readTheme(themeXml: string | null): string[] {
  const named = new Map<string, string>();
  if (themeXml) {
    visitElements(themeXml, ["clrScheme"], (scheme) => {
      for (const entry of scheme.children) {
        const value = entry.children[0]?.attributes;
        const hex = value?.lastClr ?? value?.val ?? "";
        if (/^[0-9a-f]{6}$/i.test(hex)) named.set(entry.name, `#${hex.toLowerCase()}`);
      }
    });
  }
  const order = "lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink".split(" ");
  return order.map((name) => named.get(name) ?? "");
}

/** Excel's tint works on lightness; mixing with black or white comes close enough to recognise the colour. */
function tinted(hex: string, tint: number): string {
  const towards = tint < 0 ? 0 : 255;
  const share = Math.min(Math.abs(tint) || 0, 1);
  const mixed = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16);
    return Math.round(part + (towards - part) * share)
      .toString(16)
      .padStart(2, "0");
  });
  return `#${mixed.join("")}`;
}
