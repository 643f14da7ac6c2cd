import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { ChartOutline } from "../workspace/protocol";
import type { ChartLook, Drawing } from "./chart-drawing";
import { chartWords, figureText, hasFigures, placesAcross } from "./chart-words";

/** A chart that fills its box: drawn, or as a table for who would rather read it. */
export function ChartCard({ chart }: { readonly chart: ChartOutline }) {
  const [isTable, setIsTable] = useState(false);
  const titleId = useId();
  return (
    <figure class="chart-card" aria-labelledby={titleId}>
      <figcaption>
        <strong id={titleId}>{chart.title}</strong>
        {chart.subtitle && <span>{chart.subtitle}</span>}
      </figcaption>
      {!hasFigures(chart) ? (
        <p class="chart-empty">No figures yet.</p>
      ) : (
        <>
          {isTable ? <ChartTable chart={chart} titleId={titleId} /> : <ChartCanvas chart={chart} />}
          <button type="button" class="chart-toggle" onClick={() => setIsTable(!isTable)}>
            {isTable ? "Show as chart" : "Show as table"}
            <span class="chart-hidden">: {chart.title}</span>
          </button>
        </>
      )}
    </figure>
  );
}

function ChartCanvas({ chart }: { readonly chart: ChartOutline }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawing = useRef<Drawing | null>(null);
  const shown = useRef(chart);
  shown.current = chart;

  useEffect(() => {
    let isGone = false;
    const draw = (): void => {
      if (canvas.current) drawing.current?.show(shown.current, lookOf(canvas.current));
    };
    // Its own part of the page's code, which only a tab with charts loads.
    void import("./chart-drawing").then(({ createDrawing }) => {
      if (isGone || !canvas.current) return;
      drawing.current = createDrawing(canvas.current);
      draw();
    });
    const queries = [DARK, STILL].map((query) => matchMedia(query));
    for (const query of queries) query.addEventListener("change", draw);
    return () => {
      isGone = true;
      for (const query of queries) query.removeEventListener("change", draw);
      drawing.current?.destroy();
      drawing.current = null;
    };
  }, []);

  // An outline is made anew with every change anywhere: only other figures are drawn again.
  const figures = JSON.stringify(chart);
  useEffect(() => {
    if (figures && canvas.current) drawing.current?.show(shown.current, lookOf(canvas.current));
  }, [figures]);

  return (
    <div class="chart-drawing" role="img" aria-label={chartWords(chart)}>
      <canvas ref={canvas} />
    </div>
  );
}

function ChartTable({ chart, titleId }: { readonly chart: ChartOutline; readonly titleId: string }) {
  // Labels and names may repeat: the place is what tells rows and columns apart.
  const columns = placesAcross(chart).flatMap((place) => {
    const series = chart.series[place];
    return series ? [{ ...series, id: `column-${place}` }] : [];
  });
  const rows = chart.labels.map((label, place) => ({ label, place, id: `row-${place}` }));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section class="chart-table" aria-labelledby={titleId} tabIndex={0}>
      <table aria-labelledby={titleId}>
        <thead>
          <tr>
            <td />
            {columns.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, label, place }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              {columns.map((column) => (
                <td key={column.id}>{figureText(column.values[place] ?? null, column)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const DARK = "(prefers-color-scheme: dark)";
const STILL = "(prefers-reduced-motion: reduce)";

/** A canvas inherits no colors: they are read from the page where it stands. */
function lookOf(canvas: HTMLCanvasElement): ChartLook {
  const style = getComputedStyle(canvas);
  return {
    text: style.color,
    line: style.borderTopColor,
    background: style.backgroundColor,
    font: style.fontFamily,
    isStill: matchMedia(STILL).matches,
  };
}
