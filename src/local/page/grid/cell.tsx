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
  /** Nothing stands to its right, so that its text may run on over it. */
  readonly mayRunOn: boolean;
  readonly describedBy: string | undefined;
  readonly children?: ComponentChildren;
}

/** One cell as it looks; `children` is what stands in its place while it is edited. */
export function Cell(props: CellProps) {
  const { row, column, width, cell, isHeader, isSelected, isActive, describedBy, children } = props;
  const classes = ["cell"];
  if (isSelected) classes.push("is-selected");
  if (isActive) classes.push("is-active");
  if (cell?.wrap) classes.push("is-wrapped");
  else if (props.mayRunOn && cell && cell.align === undefined && cell.checkbox === undefined) {
    classes.push("runs-on");
  }
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
      style={styleOf(cell, width)}
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

/** Colours of the sheet are its own, in light and dark alike: a coloured background brings its text colour with it. */
function styleOf(cell: PaintedCell | null, width: number): CellStyle {
  const style: CellStyle = { width: `${width}px` };
  if (!cell) return style;
  const { background, fontColor, bold, align, verticalAlignment } = cell;
  if (background) {
    style.background = background;
    style.color = fontColor ?? "#202124";
  } else if (fontColor) style.color = `light-dark(${fontColor}, color-mix(in srgb, ${fontColor} 40%, white))`;
  if (bold) style["font-weight"] = "bold";
  if (align) {
    style["justify-content"] = align === "right" ? "flex-end" : "center";
    style["text-align"] = align;
  }
  if (verticalAlignment) style["align-items"] = alignments[verticalAlignment];
  return style;
}

const alignments = { top: "flex-start", middle: "center", bottom: "flex-end" } as const;
