import type { ChartOutline } from "../workspace/protocol";

/** More figures than this are no sentence any more: they are in the table. */
const MOST_FIGURES = 24;

const KINDS = { bar: "Bar chart", column: "Column chart", line: "Line chart", pie: "Pie chart" } as const;

type Series = ChartOutline["series"][number];
type FigureLook = Pick<Series, "percent" | "unsigned">;

const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
const share = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 1 });

export function hasFigures({ series }: ChartOutline): boolean {
  return series.some(({ values }) => values.some((value) => value !== null));
}

/**
 * A figure as people read it; "no figure" where there is none, which is not zero.
 * @example figureText(0.534, { percent: true, unsigned: false }) // "53.4%"
 */
export function figureText(value: number | null, { percent, unsigned }: FigureLook): string {
  if (value === null) return "no figure";
  return (percent ? share : whole).format(unsigned ? Math.abs(value) : value);
}

/**
 * What a screen reader says in place of the drawing.
 * @example chartWords(chart) // "Bar chart: Award rate. People awarded ÷ … Independent (18 decided): 53.4%; …"
 */
export function chartWords(chart: ChartOutline): string {
  const { kind, title, description, labels, series } = chart;
  const ordered = acrossZero(chart) ? sides(chart) : series;
  const figures = labels.map((label, place) => {
    const each = ordered.map(({ name, values, ...look }) => {
      const text = figureText(values[place] ?? null, look);
      return ordered.length > 1 ? `${name} ${text}` : text;
    });
    return `${label}: ${each.join(", ")}`;
  });
  const isShort = labels.length * ordered.length <= MOST_FIGURES;
  const told = isShort
    ? `${figures.join("; ")}.`
    : `${labels.length} bars of ${series.length} parts; the table has the figures.`;
  return `${KINDS[kind]}: ${description || title}. ${told}`;
}

/**
 * The series as they stand in the drawing, from left to right, by their places. Bars are stacked outwards from zero, so
 * those below it, which come first, stand the other way round.
 */
export function placesAcross(chart: ChartOutline): readonly number[] {
  const places = chart.series.map((_, place) => place);
  if (!acrossZero(chart)) return places;
  const first = chart.series.findIndex(({ values }) => values.some((value) => (value ?? 0) > 0));
  const right = first === -1 ? places.length : first;
  return [...places.slice(0, right).reverse(), ...places.slice(right)];
}

const acrossZero = ({ stacked, axis }: ChartOutline): boolean =>
  stacked === true && axis !== undefined && axis.from < 0;

/** How far each bar reaches to either side of zero. */
function sides({ series }: ChartOutline): ChartOutline["series"] {
  const [first] = series;
  if (!first) return [];
  const reach = (name: string, isOn: (value: number) => boolean): Series => ({
    ...first,
    name,
    values: first.values.map((_, place) => {
      const parts = series.flatMap(({ values }) => values[place] ?? []);
      return parts.length === 0 ? null : parts.filter(isOn).reduce((sum, value) => sum + value, 0);
    }),
  });
  return [reach("left", (value) => value < 0), reach("right", (value) => value > 0)];
}

/** The shares of a row's parts, as a chart stacked to 100% shows them; a row without anything has none. */
export function sharesOf(values: readonly (number | null)[]): readonly (number | null)[] {
  const sum = values.reduce<number>((total, value) => total + (value ?? 0), 0);
  return values.map((value) => (value === null || sum === 0 ? null : value / sum));
}
