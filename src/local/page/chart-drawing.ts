import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  type ChartDataset,
  type ChartType,
  Legend,
  type LegendItem,
  LinearScale,
  LineController,
  LineElement,
  PieController,
  type Plugin,
  PointElement,
  type ScriptableScaleContext,
  Tooltip,
} from "chart.js";
import type { ChartOutline } from "../workspace/protocol";
import { figureText, placesAcross, sharesOf } from "./chart-words";

Chart.register(
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PieController,
  PointElement,
  Tooltip,
);

/** Told apart with any kind of colour vision, and at least 3:1 on white as on the dark page. */
const PALETTE = ["#3573b9", "#c97a2b", "#8f9196", "#b3589f", "#2a9d8a", "#8a6fd1"];

/** Labels beside bars take less than half of the width: so many pixels of a chart for each letter, and three lines. */
const PIXELS_PER_LETTER = 17.5;
const LONGEST_LINE = 60;
const MOST_LINES = 3;

const PLAIN = { percent: false, unsigned: false };
const SHARE = { percent: true, unsigned: false };

/** How the page looks where the chart stands. */
export interface ChartLook {
  readonly text: string;
  readonly line: string;
  readonly background: string;
  readonly font: string;
  readonly isStill: boolean;
}

export interface Drawing {
  show(chart: ChartOutline, look: ChartLook): void;
  destroy(): void;
}

/** Draws on a canvas that fills its box; `show` again when figures or looks change. */
export function createDrawing(canvas: HTMLCanvasElement): Drawing {
  let drawn: Chart | null = null;
  let drawnAs = "";
  return {
    show(chart, look) {
      const configuration = configurationOf(chart, look);
      // Only what it is drawn as needs a new chart: bars that change their figures move.
      const as = JSON.stringify([chart.kind, chart.stacked, chart.series.length, look]);
      if (drawn && as === drawnAs) {
        drawn.data = configuration.data;
        drawn.options = configuration.options ?? {};
        drawn.update();
        return;
      }
      drawn?.destroy();
      drawn = new Chart(canvas, configuration);
      drawnAs = as;
    },
    destroy() {
      drawn?.destroy();
      drawn = null;
    },
  };
}

function configurationOf(chart: ChartOutline, look: ChartLook): ChartConfiguration {
  const { kind, labels, series } = chart;
  const isPie = kind === "pie";
  const type: ChartType = kind === "line" ? "line" : isPie ? "pie" : "bar";
  const showsLegend = isPie || series.length > 1;
  const isAcross = kind === "bar";
  return {
    type,
    data: {
      labels: labels.map((label) => (isAcross ? wrapped(label, chart.width) : label)),
      datasets: datasetsOf(chart, look),
    },
    plugins: series.length === 1 && (isAcross || kind === "column") ? [valuesAtEnds(chart, look)] : [],
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: look.isStill ? false : { duration: 300 },
      indexAxis: isAcross ? "y" : "x",
      color: look.text,
      font: { family: look.font },
      layout: { padding: isAcross ? { right: 44 } : { top: 20 } },
      scales: isPie ? {} : scalesOf(chart, look),
      plugins: {
        legend: {
          display: showsLegend,
          position: "top",
          labels: { color: look.text, boxWidth: 14, ...(!isPie && legendOrder(chart)) },
        },
        tooltip: {
          callbacks: {
            title: ([item]) => labels[item?.dataIndex ?? 0] ?? "",
            label: ({ datasetIndex, dataIndex }) => tooltipOf(chart, datasetIndex, dataIndex),
          },
        },
      },
    },
  };
}

/** As the bars stand, from left to right. */
function legendOrder(chart: ChartOutline) {
  const order = placesAcross(chart);
  const rank = ({ datasetIndex }: LegendItem): number => order.indexOf(datasetIndex ?? 0);
  return {
    filter: ({ datasetIndex }: LegendItem) => !chart.unlisted?.includes(datasetIndex ?? 0),
    sort: (a: LegendItem, b: LegendItem) => rank(a) - rank(b),
  };
}

function datasetsOf(chart: ChartOutline, look: ChartLook): ChartDataset[] {
  const colors = chart.colors ?? PALETTE;
  const colorAt = (place: number): string => colors[place % colors.length] ?? look.text;
  return chart.series.map(({ name, values }, at) => {
    const data = chart.stacked === "percent" ? values.map((_, row) => shareAt(chart, at, row)) : [...values];
    const color = chart.kind === "pie" ? values.map((_, slice) => colorAt(slice)) : colorAt(at);
    // The gap between neighbours tells them apart where their colours are close.
    const edge = chart.stacked || chart.kind === "pie" ? { borderColor: look.background, borderWidth: 1 } : {};
    const stroke = chart.kind === "line" ? { borderColor: color } : edge;
    return { label: name, data, backgroundColor: color, ...stroke };
  });
}

function shareAt({ series }: ChartOutline, at: number, row: number): number | null {
  return sharesOf(series.map(({ values }) => values[row] ?? null))[at] ?? null;
}

function scalesOf(chart: ChartOutline, look: ChartLook) {
  const isAcross = chart.kind === "bar";
  const { axis, series } = chart;
  const isShare = chart.stacked === "percent" || series.every(({ percent }) => percent);
  const unsigned = series.every((each) => each.unsigned);
  const stacked = Boolean(chart.stacked);
  const categories = {
    stacked,
    ticks: { color: look.text, autoSkip: !isAcross },
    grid: { display: false },
    border: { color: look.line },
  };
  const figures = {
    stacked,
    beginAtZero: true,
    ...(axis ? { min: axis.from, max: axis.to } : isShare && { max: 1 }),
    ticks: {
      color: look.text,
      ...(isShare
        ? { callback: (value: number | string) => figureText(Number(value), { percent: true, unsigned }) }
        : { precision: 0 }),
    },
    grid: { color: ({ tick }: ScriptableScaleContext) => (axis && tick.value === 0 ? look.text : look.line) },
    border: { display: false },
  };
  return isAcross ? { x: figures, y: categories } : { x: categories, y: figures };
}

function tooltipOf(chart: ChartOutline, at: number, row: number): string {
  const part = chart.series[at];
  const value = part?.values[row] ?? null;
  const text = figureText(value, part ?? PLAIN);
  const share = chart.stacked === "percent" ? ` (${figureText(shareAt(chart, at, row), SHARE)})` : "";
  return `${part?.name ?? ""}: ${text}${share}`;
}

/** Writes each figure at the end of its bar. */
function valuesAtEnds({ kind, series }: ChartOutline, look: ChartLook): Plugin {
  const [only] = series;
  return {
    id: "values-at-ends",
    afterDatasetsDraw(drawn) {
      const { ctx } = drawn;
      ctx.save();
      ctx.fillStyle = look.text;
      ctx.font = `12px ${look.font}`;
      ctx.textAlign = kind === "bar" ? "left" : "center";
      ctx.textBaseline = kind === "bar" ? "middle" : "bottom";
      drawn.getDatasetMeta(0).data.forEach(({ x, y }, place) => {
        const value = only?.values[place] ?? null;
        if (only && value !== null) {
          ctx.fillText(figureText(value, only), kind === "bar" ? x + 5 : x, kind === "bar" ? y : y - 3);
        }
      });
      ctx.restore();
    },
  };
}

/** A label in lines; what stands in brackets at its end stays together. */
function wrapped(label: string, width: number): string[] {
  const longest = Math.min(LONGEST_LINE, Math.floor(width / PIXELS_PER_LETTER));
  const lines = [""];
  for (const word of label.split(/ (?![^(]*\)$)/)) {
    const last = lines.length - 1;
    const line = lines[last] ?? "";
    if (line === "") lines[last] = word;
    else if (line.length + 1 + word.length <= longest) lines[last] = `${line} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES - 1), `${lines[MOST_LINES - 1]} …`];
}
