import { count, table } from "./tables";

/** The people in the program in which is typed and counted. */
export const ROWS = 2_000;

export interface BrowserFigures {
  /** From the address being asked for until the sample can be worked on, nothing being stored before. */
  readonly coldLoad: number;
  /** The same at the second visit, the program coming from the browser's own store. */
  readonly secondLoad: number;
  /** With ROWS rows, from a key until what it did is painted: the slowest one. */
  readonly slowestKey: number;
  /** From Enter until the grid shows the cell's new text. */
  readonly cellShown: number;
  /** Refresh results over ROWS rows, and the longest that the page did not answer meanwhile. */
  readonly command: number;
  readonly longestFreeze: number;
  /** Bytes that went over the wire until the sample could be worked on, heaviest part first. */
  readonly firstLoad: readonly Part[];
  /** All files of the site, compressed. */
  readonly allFiles: number;
}

interface Part {
  readonly name: string;
  readonly bytes: number;
}

/** What issue 3 asks of the page. */
const LIMITS = {
  coldLoad: 3_000,
  slowestKey: 50,
  longestFreeze: 200,
  firstLoad: 1_500_000,
  allFiles: 2_500_000,
};

/** Everything about the page that is not as it should be. */
export function browserFailures(figures: BrowserFigures): readonly string[] {
  const { coldLoad, slowestKey, longestFreeze, allFiles } = figures;
  const found = { coldLoad, slowestKey, longestFreeze, firstLoad: firstLoadOf(figures), allFiles };
  const names = Object.keys(LIMITS) as (keyof typeof LIMITS)[];
  return names.flatMap((name) =>
    found[name] > LIMITS[name] ? [`${name} is ${count(found[name])}, over ${count(LIMITS[name])}`] : [],
  );
}

/** The figures as Markdown. */
export function browserReport(machineLine: string, figures: BrowserFigures): string {
  const { coldLoad, secondLoad, slowestKey, cellShown, command, longestFreeze, firstLoad, allFiles } = figures;
  const failed = browserFailures(figures);
  const rows = [
    ["Cold load until the sample can be worked on, ms", coldLoad, LIMITS.coldLoad],
    ["Second visit until the program can be worked on, ms", secondLoad, null],
    [`Slowest key until it is painted, ${count(ROWS)} rows, ms`, slowestKey, LIMITS.slowestKey],
    [`Enter until the cell shows its new text, ${count(ROWS)} rows, ms`, cellShown, null],
    [`Refresh results, ${count(ROWS)} rows, ms`, command, null],
    ["Longest time that the page stood still meanwhile, ms", longestFreeze, LIMITS.longestFreeze],
    ["Transferred until the sample can be worked on, bytes", firstLoadOf(figures), LIMITS.firstLoad],
    ["All files, compressed, bytes", allFiles, LIMITS.allFiles],
  ] as const;
  return [
    `Measured with ${machineLine}`,
    table(
      ["", "Measured", "Limit"],
      rows.map(([name, value, limit]) => [name, count(value), limit ? count(limit) : ""]),
    ),
    table(
      ["Transferred at the first load", "Bytes"],
      firstLoad.map(({ name, bytes }) => [name, count(bytes)]),
    ),
    failed.length === 0
      ? "Every check held."
      : `Not as it should be:\n\n${failed.map((what) => `- ${what}`).join("\n")}`,
  ].join("\n\n");
}

const firstLoadOf = ({ firstLoad }: BrowserFigures): number => firstLoad.reduce((sum, { bytes }) => sum + bytes, 0);
