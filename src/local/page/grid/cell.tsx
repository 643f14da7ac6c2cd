import type { ComponentChildren } from "preact";
import type { PaintedCell } from "../../workspace/protocol";

interface CellProps {
  readonly row: number;
  readonly column: number;
  readonly width: number;
  readonly cell: PaintedCell | null;
  readonly isHeader: boolean;
  readonly isSelected: boolean;
  readonly isActive: boolean;
  /** The sides of the selection that are also its own. */
  readonly edges: string;
  /** Pixels that its text may take: its own, and those of the blank cells to its right. */
  readonly room: number;
  readonly describedBy: string | undefined;
  readonly children?: ComponentChildren;
}

/** One cell as it looks; `children` is what stands in its place while it is edited. */
export function Cell(props: CellProps) {
  const { row, column, width, room, cell, isHeader, isSelected, isActive, describedBy, children } = props;
  const classes = ["cell"];
  if (isSelected) classes.push("is-selected");
  if (isActive) classes.push("is-active");
  if (cell?.wrap) classes.push("is-wrapped");
  const runsOn = room > width && cell && !cell.wrap && cell.align === undefined && cell.checkbox === undefined;
  if (runsOn) classes.push("runs-on");
  if (cell?.note) classes.push("has-note");
  if (cell?.invalid) classes.push("is-invalid");
  return (
    <div
      class={classes.join(" ")}
      role={isHeader && cell?.text ? "columnheader" : "gridcell"}
      aria-colindex={column}
      aria-selected={isSelected}
      aria-invalid={cell?.invalid ? true : undefined}
      aria-describedby={describedBy}
      tabIndex={isActive ? 0 : -1}
      data-row={row}
      data-column={column}
      data-edges={props.edges || undefined}
      style={{ ...styleOf(cell, width), ...(runsOn && { "--room": `${room}px` }) }}
    >
      {children || <Content cell={cell} />}
    </div>
  );
}

function Content({ cell }: { readonly cell: PaintedCell | null }) {
  if (!cell) return null;
  if (cell.checkbox !== undefined) {
    return <input type="checkbox" tabIndex={-1} checked={cell.checkbox} aria-label="Done" data-checkbox />;
  }
  return (
    <>
      <span class={cell.strikethrough ? "cell-text is-struck" : "cell-text"}>
        {cell.link && !isBroken(cell.link) ? (
          <a href={cell.link} target="_blank" rel="noreferrer" tabIndex={-1}>
            {cell.text}
          </a>
        ) : (
          cell.text
        )}
      </span>
      {cell.choices && <span class="cell-arrow" aria-hidden="true" />}
    </>
  );
}

function isBroken(link: string): boolean {
  return !/^(?:https?:|mailto:)/i.test(link);
}

/** As a style attribute has it. */
type CellStyle = Record<string, string>;

/** The sheet's colours were chosen for light: in the dark a background keeps its hue, and text is as light as need be. */
function styleOf(cell: PaintedCell | null, width: number): CellStyle {
  const style: CellStyle = { width: `${width}px` };
  if (!cell) return style;
  const { background, fontColor, bold, align, verticalAlignment } = cell;
  if (background) {
    const dark = `oklch(from ${background} calc(0.2 + 0.14 * l) min(calc(c * 2.5), 0.09) h)`;
    style.background = `light-dark(${background}, ${dark})`;
  }
  if (background || fontColor) {
    const color = fontColor ?? "#202124";
    style.color = `light-dark(${color}, color-mix(in srgb, ${color} ${fontColor ? 40 : 8}%, white))`;
  }
  if (bold) style["font-weight"] = "bold";
  if (align) {
    style["justify-content"] = align === "right" ? "flex-end" : "center";
    style["text-align"] = align;
  }
  if (verticalAlignment) style["align-items"] = alignments[verticalAlignment];
  return style;
}

const alignments = { top: "flex-start", middle: "center", bottom: "flex-end" } as const;
