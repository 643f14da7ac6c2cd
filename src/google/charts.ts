import type { Chart, Tab } from "../workbook/tab";
import { type LiveBook, need } from "./live-book";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Puts declared charts in, except those that a run which was cut off has put in already: they are known by their title. */
export function insertCharts(book: LiveBook, tab: Tab, keys: readonly string[]): void {
  const { sheet, now } = need(book, tab);
  const present = sheet.getCharts().map((chart) => String(chart.getOptions().get("title")));
  for (const chart of tab.charts ?? []) {
    if (keys.includes(chart.key) && !present.includes(chart.title)) insertChart(sheet, chart, now.layout.columns);
  }
}

function insertChart(sheet: Sheet, chart: Chart, columns: Readonly<Record<string, number>>): void {
  const places = [chart.labels, ...chart.series].map((key) => columns[key]);
  // Without one of its columns it would show something else under its name.
  if (places.includes(undefined)) return;
  const { row, column, width, height } = chart.place;
  const builder = sheet.newChart();
  for (const place of places) {
    if (place !== undefined) builder.addRange(sheet.getRange(1, place + 1, chart.rows + 1, 1));
  }
  const options: Readonly<Record<string, unknown>> = {
    title: chart.title,
    subtitle: chart.subtitle,
    colors: chart.colors,
    width,
    height,
    legend: { position: chart.series.length > 1 ? "top" : "none" },
    ...(chart.stacked && { isStacked: chart.stacked }),
    ...(chart.unlisted && { series: hiddenInLegend(chart.unlisted.map((key) => chart.series.indexOf(key))) }),
    [chart.kind === "bar" ? "hAxis" : "vAxis"]: axisOptions(chart),
  };
  builder.setChartType(Charts.ChartType[chart.kind === "bar" ? "BAR" : "COLUMN"]).setNumHeaders(1);
  for (const [name, value] of Object.entries(options)) builder.setOption(name, value);
  sheet.insertChart(builder.setPosition(row, column, 0, 0).build());
}

/** A length says what it is only where it begins at zero. */
function axisOptions({ axis }: Chart): Readonly<Record<string, unknown>> {
  return axis ? { viewWindow: { min: axis.from, max: axis.to }, format: axis.format } : { minValue: 0 };
}

const hiddenInLegend = (places: readonly number[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(places.map((place) => [place, { visibleInLegend: false }]));
