import { parseArgs } from "node:util";
import { SAMPLE_LAUNCH } from "./sample-program";

/** A file that somebody gave, and what it holds. */
export type InputFile =
  | { readonly kind: "roster" | "submissions"; readonly path: string }
  | { readonly kind: "responses"; readonly survey: string; readonly path: string };

export interface CliOptions {
  readonly inputs: readonly InputFile[];
  readonly out: string;
  readonly reference: string | null;
  readonly asOf: string | null;
  readonly dates: string | null;
  /** When the program began, for a new one. */
  readonly launch: string;
  /** No files were given, so the sample program is run. */
  readonly sample: boolean;
}

export const USAGE = `usage: npm run demo -- [--roster FILE] [--submissions FILE] [--responses SURVEY=FILE]...
                       [--reference MODEL] [--launch YYYY-MM-DD] [--as-of YYYY-MM-DD]
                       [--dates mdy|dmy|ymd] [--out DIR]

Without a file the sample program is run, or a program of your own in DIR is counted again. SURVEY is baseline, check-in, reviewer-poll, end or focus-group. MODEL is
independent, basic, standard, ultimate, plc, reallocated, allocated or other. DIR (out) gets planner.xlsx, report.docx
and results.json; a DIR with a planner.xlsx in it is continued.`;

const SURVEYS = ["baseline", "check-in", "reviewer-poll", "end", "focus-group"];
const MODELS = ["independent", "basic", "standard", "ultimate", "plc", "reallocated", "allocated", "other"];

/** Reads the command line; what is wrong with it comes back as a sentence. */
export function readOptions(
  words: readonly string[],
  now: Date,
): { readonly options: CliOptions } | { readonly problem: string } {
  const parsed = parse(words);
  if (typeof parsed === "string") return { problem: parsed };
  const { roster = [], submissions = [], responses = [], reference, dates, launch, out = "out" } = parsed;
  const asOf = parsed["as-of"];
  const answered = responses.map((pair) => /^([^=]+)=(.+)$/.exec(pair));
  const surveys = answered.map((pair) => pair?.[1] ?? "");
  const wrong = [
    ...responses
      .filter((_, at) => !SURVEYS.includes(surveys[at] ?? ""))
      .map((pair) => `--responses takes SURVEY=FILE with one of ${SURVEYS.join(", ")}; "${pair}" was given.`),
    ...(reference !== undefined && !MODELS.includes(reference)
      ? [`--reference takes one of ${MODELS.join(", ")}; "${reference}" was given.`]
      : []),
    ...(asOf !== undefined && !isDay(asOf) ? [`--as-of takes a day such as 2026-09-30; "${asOf}" was given.`] : []),
    ...(launch !== undefined && !isDay(launch)
      ? [`--launch takes a day such as 2026-09-01; "${launch}" was given.`]
      : []),
    ...(dates !== undefined && !["mdy", "dmy", "ymd"].includes(dates)
      ? [`--dates takes mdy, dmy or ymd; "${dates}" was given.`]
      : []),
  ];
  if (wrong.length > 0) return { problem: wrong.join("\n") };
  const inputs = [
    ...roster.map((path) => ({ kind: "roster", path }) as const),
    ...submissions.map((path) => ({ kind: "submissions", path }) as const),
    ...answered.map((pair) => ({ kind: "responses", survey: pair?.[1] ?? "", path: pair?.[2] ?? "" }) as const),
  ];
  const sample = inputs.length === 0;
  return {
    options: {
      inputs,
      sample,
      out,
      reference: reference ?? null,
      asOf: asOf ?? null,
      dates: dates ?? null,
      launch: launch ?? (sample ? SAMPLE_LAUNCH : localDay(now)),
    },
  };
}

/** Today where the person is. */
function localDay(now: Date): string {
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        roster: { type: "string", multiple: true },
        submissions: { type: "string", multiple: true },
        responses: { type: "string", multiple: true },
        reference: { type: "string" },
        "as-of": { type: "string" },
        dates: { type: "string" },
        launch: { type: "string" },
        out: { type: "string" },
      },
    }).values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
    new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)
  );
}
