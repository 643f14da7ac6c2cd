import type { ChartData } from "../workbook-data";
import { positive, signatureError, wholeNumber } from "./arguments";
import { type Desk, placeOf } from "./desk";
import { enumeration, loud } from "./loud";
import { hexColor } from "./range-formats";

type Chart = GoogleAppsScript.Spreadsheet.EmbeddedChart;
type Builder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;
type ChartType = GoogleAppsScript.Charts.ChartType;

const kinds = { BAR: "bar", COLUMN: "column", LINE: "line", PIE: "pie" } as const;

const chartType = enumeration<typeof GoogleAppsScript.Charts.ChartType>("ChartType", ["BAR", "COLUMN", "LINE", "PIE"]);

/** The global `Charts`: of it the chart types alone. */
export const chartsService: Pick<GoogleAppsScript.Charts.Charts, "ChartType"> = { ChartType: chartType };

/** A chart without an id is not on a sheet yet. */
type Draft = Omit<ChartData, "id" | "description">;

const drafts = new WeakMap<object, Draft>();

/** Google's size of a new chart. */
const size = { width: 600, height: 371 };

export function createChartBuilder(desk: Desk): Builder {
  let draft: Draft = { kind: "column", ranges: [], title: "", row: 1, column: 1, ...size };
  const change = (next: Partial<Draft>): Builder => {
    draft = { ...draft, ...next };
    return self;
  };
  const self: Builder = loud<Builder>(desk.execution, "EmbeddedChartBuilder", {
    setChartType: (type) => change({ kind: kindOf(type) }),
    addRange: (range) => {
      const place = placeOf("EmbeddedChartBuilder.addRange", range);
      return change({ ranges: [...draft.ranges, { sheetId: place.tabId, range: place.range }] });
    },
    setNumHeaders: (headers) => {
      if (headers !== 1) throw new Error(`not in the local workspace: a chart with ${headers} header rows`);
      return self;
    },
    setPosition: (row, column, offsetX, offsetY) => {
      const member = "EmbeddedChartBuilder.setPosition";
      if (wholeNumber(member, offsetX) !== 0 || wholeNumber(member, offsetY) !== 0) {
        throw new Error("not in the local workspace: a chart that stands off its cell's corner");
      }
      return change({ row: positive(member, row), column: positive(member, column) });
    },
    setOption: (name, value: unknown) => change(option(name, value)),
    build: () => createChart(desk, null, draft),
  });
  return self;
}

export function chartsOfTab(desk: Desk, tabId: number): Chart[] {
  return desk.file.tab(tabId).charts.map((chart) => createChart(desk, Number(chart.id), chart));
}

/** What a chart that a script hands over is made of, once it stands on a sheet. */
export function chartDataOf(member: string, chart: unknown, id: () => string): ChartData {
  const draft = typeof chart === "object" && chart !== null ? drafts.get(chart) : undefined;
  if (!draft) throw signatureError(member, [chart]);
  // Scripts cannot give a chart a text alternative; its title and subtitle say what it shows.
  const description = [draft.title, draft.subtitle].filter(Boolean).join(". ");
  return { id: id(), ...draft, description };
}

function createChart(desk: Desk, id: number | null, draft: Draft): Chart {
  const chart = loud<Chart>(desk.execution, "EmbeddedChart", {
    getChartId: () => id,
    getRanges: () => draft.ranges.map(({ sheetId, range }) => desk.range({ tabId: sheetId, range })),
    getOptions: () =>
      loud<GoogleAppsScript.Charts.ChartOptions>(desk.execution, "ChartOptions", { get: (name) => shown(draft, name) }),
  });
  drafts.set(chart, draft);
  return chart;
}

function kindOf(type: ChartType): ChartData["kind"] {
  for (const key of Object.keys(kinds) as (keyof typeof kinds)[]) if (chartType[key] === type) return kinds[key];
  throw signatureError("EmbeddedChartBuilder.setChartType", [type]);
}

/** Options that say something of a chart as we draw it; the page sets all else itself. */
function option(name: string, value: unknown): Partial<Draft> {
  switch (name) {
    case "title":
    case "subtitle":
      return { [name]: String(value) };
    case "isStacked":
      if (typeof value === "boolean" || value === "percent") return { stacked: value };
      break;
    case "colors":
      if (Array.isArray(value)) return { colors: value.map((color) => hexColor("colors", color) ?? "#000000") };
      break;
    case "width":
    case "height":
      return { [name]: positive(name, value) };
    case "hAxis":
    case "vAxis":
      return axis(value);
    case "series":
      return { unlisted: unlisted(value) };
    case "legend":
      return {};
  }
  throw new Error(`not in the local workspace: the chart option ${name} = ${JSON.stringify(value)}`);
}

/** Its number format is that of the cells. */
function axis(value: unknown): Pick<Draft, "axis"> {
  const { min, max } = fieldsOf(fieldsOf(value).viewWindow);
  return typeof min === "number" && typeof max === "number" ? { axis: { from: min, to: max } } : {};
}

/** Of what can be set for each series: whether the legend has it. */
const unlisted = (value: unknown): readonly number[] =>
  Object.entries(fieldsOf(value)).flatMap(([place, series]) =>
    fieldsOf(series).visibleInLegend === false ? [Number(place)] : [],
  );

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? { ...value } : {};

function shown(draft: Draft, name: string): unknown {
  if (name === "title" || name === "subtitle" || name === "width" || name === "height") return draft[name] ?? null;
  throw new Error(`not in the local workspace: ChartOptions.get("${name}")`);
}
