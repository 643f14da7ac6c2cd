import type { CellFormat } from "../workbook-data";

/** Only what differs from the default, always in the same order, so that equal looks are equal as JSON. */
export function normalFormat(format: CellFormat): CellFormat {
  const { numberFormat, bold, background, fontColor, wrap, verticalAlignment } = format;
  return {
    ...(numberFormat && numberFormat !== "General" ? { numberFormat } : {}),
    ...(bold ? { bold } : {}),
    ...(background ? { background: background.toLowerCase() } : {}),
    ...(fontColor && fontColor !== "#000000" ? { fontColor: fontColor.toLowerCase() } : {}),
    ...(wrap ? { wrap } : {}),
    ...(verticalAlignment && verticalAlignment !== "bottom" ? { verticalAlignment } : {}),
  };
}
