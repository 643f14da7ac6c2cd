import type { FilesParsed, TwiceRun } from "./answer-runs";
import { median } from "./figures";
import type { SendingRun } from "./sending-run";
import { count, megabytes, table } from "./tables";

/** An import of some files beside reading and parsing them alone, each in processes of its own. */
export interface ImportFigures {
  readonly what: string;
  readonly parsed: FilesParsed;
  readonly run: TwiceRun;
}

export interface SurveyFigures {
  readonly imports: readonly ImportFigures[];
  /** Collecting few answers and many: the calls are to be the same. */
  readonly collecting: readonly [few: TwiceRun, many: TwiceRun];
  /** What importing few answers takes. */
  readonly fewAnswers: TwiceRun;
  readonly sending: SendingRun;
  /** What could not be measured here, and why. */
  readonly missing: string | null;
}

/** Issue 4: an import takes less than so many times what reading and parsing its file takes. */
const GOAL = 3;

/** Counts are the same in every run, times and memory are medians. */
export function importFigures(what: string, parsed: readonly FilesParsed[], runs: readonly TwiceRun[]): ImportFigures {
  const [run, file] = [runs[0], parsed[0]];
  if (!run || !file) throw new Error(`${what} was not measured`);
  const middle = (number: (run: TwiceRun) => number): number => median(runs.map(number));
  return {
    what,
    parsed: {
      ...file,
      milliseconds: median(parsed.map(({ milliseconds }) => milliseconds)),
      peakBytes: median(parsed.map(({ peakBytes }) => peakBytes)),
    },
    run: {
      ...run,
      peakBefore: middle(({ peakBefore }) => peakBefore),
      first: {
        ...run.first,
        milliseconds: middle(({ first }) => first.milliseconds),
        peakBytes: middle(({ first }) => first.peakBytes),
      },
      second: {
        ...run.second,
        milliseconds: middle(({ second }) => second.milliseconds),
        peakBytes: middle(({ second }) => second.peakBytes),
      },
    },
  };
}

/** Everything about surveys that is not as issue 4 wants it. */
export function surveyFailures({ imports, collecting, fewAnswers, sending }: SurveyFigures): readonly string[] {
  const [few, many] = collecting;
  const [generated] = imports;
  return [
    ...imports.flatMap(({ what, run }) => failuresOf(what, run)),
    ...failuresOf("Collecting", many),
    ...(calls(many) > calls(few) ? [`Collecting: ${calls(many)} calls, but ${calls(few)} for few answers`] : []),
    ...(generated && calls(generated.run) > calls(fewAnswers)
      ? [`${generated.what}: ${calls(generated.run)} calls, but ${calls(fewAnswers)} for few answers`]
      : []),
    ...(sending.twice > 0 ? [`Sending: ${sending.twice} got it twice`] : []),
    ...(sending.forgotten > 0 ? [`Sending: ${sending.forgotten} were forgotten`] : []),
    ...(sending.unsureByOneCut > 1 ? [`Sending: one cut left ${sending.unsureByOneCut} unsure`] : []),
  ];
}

function failuresOf(what: string, { first, second }: TwiceRun): readonly string[] {
  return [
    ...(first.ok && second.ok ? [] : [`${what}: it failed`]),
    ...(second.writes > 0 ? [`${what}: ${second.writes} writes the second time, although nothing is left to do`] : []),
  ];
}

const calls = ({ first }: TwiceRun): number => first.reads + first.writes;

/** The figures as Markdown. */
export function surveyReport(machineLine: string, figures: SurveyFigures): string {
  const { imports, collecting, sending, missing } = figures;
  const [, many] = collecting;
  const failed = surveyFailures(figures);
  return [
    `Measured with ${machineLine}`,
    table(
      ["Import", "Answers", "Read and parsed alone, ms", "First, ms", "Times that", "Second, ms", "Times that"],
      imports.map(({ what, parsed, run: { first, second } }) => [
        what,
        count(parsed.rows),
        count(parsed.milliseconds),
        count(first.milliseconds),
        times(first, parsed),
        count(second.milliseconds),
        times(second, parsed),
      ]),
    ),
    `${goalSentence(imports)}${missing === null ? "" : ` ${missing}`}`,
    table(
      ["", "Answers", "Calls, first", "Calls, second", "Writes, second", "ms, first", "ms, second", ...PEAKS],
      [
        ...imports.map(({ what, parsed, run }) => [...cellsOf(what, run), megabytes(parsed.peakBytes), ...peaks(run)]),
        [...cellsOf("Collecting from a form's response tab", many), "", ...peaks(many)],
      ],
    ),
    table(
      ["Sending", ""],
      [
        ["Messages", count(sending.messages)],
        ["Messages a second, in one run", count((1000 * sending.messages) / sending.milliseconds)],
        ["Service calls for each", sending.callsPerMessage.toFixed(1)],
        ["Runs cut off", count(sending.cuts)],
        ["Got it twice", count(sending.twice)],
        ["Forgotten", count(sending.forgotten)],
        ["Unsure at the end", count(sending.unsure)],
        ["Unsure by one cut, at most", count(sending.unsureByOneCut)],
      ],
    ),
    failed.length === 0
      ? "Every check held."
      : `Not as it should be:\n\n${failed.map((what) => `- ${what}`).join("\n")}`,
  ].join("\n\n");
}

const PEAKS = ["Peak of parsing alone, MB", "Peak before, MB", "Peak, first, MB", "Peak, second, MB"];

const peaks = ({ peakBefore, first, second }: TwiceRun): readonly string[] =>
  [peakBefore, first.peakBytes, second.peakBytes].map(megabytes);

const cellsOf = (what: string, run: TwiceRun): readonly string[] => [
  what,
  count(run.answers),
  count(calls(run)),
  count(run.second.reads + run.second.writes),
  count(run.second.writes),
  count(run.first.milliseconds),
  count(run.second.milliseconds),
];

const times = ({ milliseconds }: { milliseconds: number }, parsed: FilesParsed): string =>
  (milliseconds / parsed.milliseconds).toFixed(1);

function goalSentence(imports: readonly ImportFigures[]): string {
  const missed = imports.filter(({ run, parsed }) => run.first.milliseconds >= GOAL * parsed.milliseconds);
  const goal = `The goal, under ${GOAL} times the time of reading and parsing alone,`;
  return missed.length === 0 ? `${goal} is met.` : `${goal} is missed: ${missed.map(({ what }) => what).join(", ")}.`;
}
