import type { CellFormat } from "../workbook-data";
import { signatureError, text } from "./arguments";
import type { Range } from "./desk";

type FormatMember =
  | "setNumberFormat"
  | "setFontWeight"
  | "setFontColor"
  | "setBackground"
  | "setWrap"
  | "setVerticalAlignment";

/** The members of Range that set how cells look. */
export function rangeFormats(
  change: (next: (present: CellFormat | undefined) => CellFormat) => Range,
): Pick<Range, FormatMember> {
  const set = (added: CellFormat): Range => change((present) => ({ ...present, ...added }));
  return {
    setNumberFormat: (numberFormat) =>
      set({ numberFormat: text("SpreadsheetApp.Range.setNumberFormat", numberFormat) }),
    setFontWeight: (weight) => {
      if (weight !== null && weight !== "bold" && weight !== "normal") {
        throw signatureError("SpreadsheetApp.Range.setFontWeight", [weight]);
      }
      return set({ bold: weight === "bold" });
    },
    setFontColor: (color) => set({ fontColor: hexColor("Range.setFontColor", color) }),
    setBackground: (color) => set({ background: hexColor("Range.setBackground", color) }),
    setWrap: (wrap) => set({ wrap }),
    setVerticalAlignment: (alignment) => {
      if (alignment === null) return change(({ verticalAlignment: _, ...rest } = {}) => rest);
      return set({ verticalAlignment: alignment });
    },
  };
}

/** Google also takes names of colours; we keep to the one form that every file format shares. */
export function hexColor(member: string, color: string | null): string | null {
  if (color === null) return null;
  if (!/^#[0-9a-f]{6}$/i.test(color))
    throw new Error(`not in the local workspace: ${member} with ${color}; use #rrggbb`);
  return color.toLowerCase();
}
