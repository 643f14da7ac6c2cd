import type { ChartOutline } from "../workspace/protocol";

/** More figures than this are no sentence any more: they are in the table. */
const MOST_FIGURES = 24;

const KINDS = { bar: "Bar chart", column: "Column chart", line: "Line chart", pie: "Pie chart" } as const;

const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
const share = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 1 });

export function hasFigures({ series }: ChartOutline): boolean {
  return series.some(({ values }) => values.some((value) => value !== null));
}

/**
 * A figure as people read it; "no figure" where there is none, which is not zero.
 * @example figureText(0.534, true) // "53.4%"
 */
export function figureText(value: number | null, percent: boolean): string {
  if (value === null) return "no figure";
  return percent ? share.format(value) : whole.format(value);
}

/**
 * What a screen reader says in place of the drawing.
 * @example chartWords(chart) // "Bar chart: Award rate. People awarded ÷ … Independent (18 decided): 53.4%; …"
 */
export function chartWords(chart: ChartOutline): string {
  const { kind, title, description, labels, series } = chart;
  const figures = labels.map((label, place) => {
    const each = series.map(({ name, values, percent }) => {
      const text = figureText(values[place] ?? null, percent);
      return series.length > 1 ? `${name} ${text}` : text;
    });
    return `${label}: ${each.join(", ")}`;
  });
  const isShort = labels.length * series.length <= MOST_FIGURES;
  const told = isShort
    ? `${figures.join("; ")}.`
    : `${labels.length} bars of ${series.length} parts; the table has the figures.`;
  return `${KINDS[kind]}: ${description || title}. ${told}`;
}

/** The shares of a row's parts, as a chart stacked to 100% shows them; a row without anything has none. */
export function sharesOf(values: readonly (number | null)[]): readonly (number | null)[] {
  const sum = values.reduce<number>((total, value) => total + (value ?? 0), 0);
  return values.map((value) => (value === null || sum === 0 ? null : value / sum));
}
