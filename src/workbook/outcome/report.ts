import { verdictSentence } from "../../content/report-words";
import type { StoredWords } from "../../content/stored-words";
import type { GroupFigures } from "../../program/funnel";
import { wilson } from "../../program/proportions";
import { SUPPORT_MODEL_LABELS } from "../../program/support-models";
import { FEWEST, suppressSmallGroups } from "../../program/suppression";
import type { ProgramData } from "../program-data";
import { type Snapshot, typedRows } from "../snapshot";
import { groups as groupsTab } from "../tabs/groups";
import { model as modelTab } from "../tabs/model";
import { roster } from "../tabs/roster";
import { supportLog } from "../tabs/support-log";
import { countOf, HIDDEN, paragraph, percent, type ReportBlock } from "./report-blocks";
import { voices } from "./report-voices";
import type { Results } from "./results";

/**
 * The final report as a document: every part of domain.md section 10, with the n behind each figure, small groups
 * hidden, and nobody named who did not agree. What a part has nothing for yet, it says.
 */
export function buildReport(
  snapshot: Snapshot,
  results: Results,
  data: ProgramData,
  words: StoredWords,
): readonly ReportBlock[] {
  const answers = modelAnswers(snapshot);
  const parts: Readonly<Record<StoredWords["reportParts"][number]["key"], readonly ReportBlock[]>> = {
    goals: goals(answers, snapshot),
    timeline: timeline(results, data),
    participants: participants(results),
    support: supportGiven(snapshot),
    results: outcome(results, data, snapshot),
    comparison: comparison(results, words),
    voices: voices(results),
    currency: currency(answers),
    lessons: [],
    recommendations: [],
    "next-steps": [],
  };
  const subtitle = ["Final report", answers.get("affiliate"), answers.get("cohort"), `figures as of ${results.asOf}`];
  return [
    { kind: "title", text: answers.get("program") || "Micro-credential program" },
    { kind: "subtitle", text: subtitle.filter(Boolean).join(" · ") },
    paragraph(`${words.suppressionNote} ${words.blankIsNotZero}`),
    ...words.reportParts.flatMap(({ key, heading, empty }): ReportBlock[] => [
      { kind: "heading", level: 1, text: heading },
      ...(parts[key].length > 0 ? parts[key] : [paragraph(empty)]),
    ]),
  ];
}

function modelAnswers(snapshot: Snapshot): ReadonlyMap<string, string> {
  const { rows } = typedRows(snapshot, modelTab);
  return new Map(rows.map(({ values }) => [values.key ?? "", values.answer ?? ""]));
}

function goals(answers: ReadonlyMap<string, string>, snapshot: Snapshot): readonly ReportBlock[] {
  const written = ["goals", "initiatives", "target", "support", "participants"].map((key) => answers.get(key) ?? "");
  const rows = typedRows(snapshot, groupsTab).rows.map(({ values }) => [
    values.name ?? "",
    values.model ? SUPPORT_MODEL_LABELS[values.model] : "",
    values.plannedSize === null ? "" : String(values.plannedSize),
  ]);
  return [
    ...written.filter(Boolean).map(paragraph),
    ...(rows.length > 0
      ? [{ kind: "table", rows: [["Support group", "Support model", "Planned size"], ...rows] } as const]
      : []),
  ];
}

function timeline({ timeline: counts, asOf }: Results, { timeline: rows }: ProgramData): readonly ReportBlock[] {
  const activities = rows.filter(({ kind, start, end }) => kind === "Activity" && (start ?? end));
  if (activities.length === 0) return [];
  return [
    {
      kind: "table",
      rows: [
        ["Activity", "Start", "End", "Held"],
        ...activities.map(({ what, start, end, done }) => [
          what,
          start ?? "",
          end ?? "",
          done ? "yes" : end !== null && end < asOf ? "late" : "not yet",
        ]),
      ],
    },
    paragraph(
      `${counts.dated} of ${counts.total} rows of the timeline have a date; ${counts.late} are late as of ${asOf}.`,
    ),
  ];
}

function participants({ figures }: Results): readonly ReportBlock[] {
  const { enrolled } = figures.total;
  if (enrolled === 0) return [];
  if (enrolled < FEWEST) return [paragraph(`Fewer than ${FEWEST} people are enrolled, so nothing more is shown.`)];
  // Its groups are called by facilitators' names.
  const segments = figures.bySegment.filter(({ segment, groups }) => segment !== "Facilitator" && groups.length > 1);
  return [
    paragraph(`${enrolled} people are enrolled (those who withdrew are left out).`),
    ...segments.flatMap(({ segment, groups }): ReportBlock[] => {
      if (groups.length > LONGEST_TABLE) return [paragraph(`${segment}: ${groups.length} different answers.`)];
      const hidden = suppressSmallGroups(groups.map(({ value, enrolled: n }) => ({ key: value, n })));
      // The very name of a group of one can tell who it is.
      const rows = groups
        .filter(({ value }) => !hidden.has(value))
        .map(({ value, enrolled: n }) => [value || "Not given", countOf(n, enrolled)]);
      const others = hidden.size > 0 ? [["Other groups", HIDDEN]] : [];
      return [{ kind: "table", rows: [[segment, `People (n = ${enrolled})`], ...rows, ...others] }];
    }),
  ];
}

/** A longer list tells a reader nothing. */
const LONGEST_TABLE = 25;

function supportGiven(snapshot: Snapshot): readonly ReportBlock[] {
  const { rows } = typedRows(snapshot, supportLog);
  if (rows.length === 0) return [];
  const kinds = new Map<string, { times: number; minutes: number }>();
  for (const { values } of rows) {
    const kind = values.category ?? "Not given";
    const sum = kinds.get(kind) ?? { times: 0, minutes: 0 };
    kinds.set(kind, { times: sum.times + 1, minutes: sum.minutes + (values.minutes ?? 0) });
  }
  const table = [...kinds].map(([kind, { times, minutes }]) => [kind, String(times), (minutes / 60).toFixed(1)]);
  return [
    { kind: "table", rows: [["Kind of support", `Times logged (n = ${rows.length})`, "Hours logged"], ...table] },
  ];
}

function outcome(
  { figures, funnel, readiness }: Results,
  data: ProgramData,
  snapshot: Snapshot,
): readonly ReportBlock[] {
  const { enrolled, submitted, decided, awarded } = funnel;
  if (submitted === 0) return [];
  if (enrolled < FEWEST) return [paragraph(`Fewer than ${FEWEST} people are enrolled, so nothing is shown.`)];
  const { attempts, awards, attemptsPerAward, monthsToAward } = figures.total;
  const phases = Object.entries(readiness).map(([phase, { done, total }]) => `${phase} ${done} of ${total}`);
  const months = monthsToAward.median;
  const isFew = (n: number): boolean => n > 0 && n < FEWEST;
  const people = (n: number, hidden: boolean) => (hidden ? [HIDDEN, ""] : [String(n), countOf(n, enrolled)]);
  const rates: readonly ReportBlock[] = [
    {
      kind: "table",
      rows: [
        ["Award rate", "Awarded of n", "95% interval"],
        ["Of people with a decision", countOf(awarded, decided), intervalOf(awarded, decided)],
        ["Of people who submitted", countOf(awarded, submitted), intervalOf(awarded, submitted)],
        ["Of people enrolled", countOf(awarded, enrolled), intervalOf(awarded, enrolled)],
        [
          "Of decided attempts",
          countOf(attempts.awarded, attempts.decided),
          "not computed: attempts of one person go together",
        ],
      ],
    },
    paragraph(
      `${awards.firstAttempt} awards came at the first attempt and ${awards.afterResubmission} after resubmission` +
        `${attemptsPerAward === null ? "" : `, ${attemptsPerAward.toFixed(1)} attempts an award`}` +
        `${months === null || monthsToAward.n < FEWEST ? "" : `; the median time from first submission to award is ${months.toFixed(1)} months (n = ${monthsToAward.n})`}.`,
    ),
  ];
  return [
    {
      kind: "table",
      rows: [
        ["People", "Count", "Share"],
        ["Enrolled", String(enrolled), ""],
        ["Submitted at least once", ...people(submitted, isFew(submitted))],
        ["With a decision", ...people(decided, isFew(decided))],
        ["Awarded at least once", ...people(awarded, isFew(decided))],
      ],
    },
    ...(isFew(decided)
      ? [paragraph(`Fewer than ${FEWEST} people have a decision, so no award rate is shown.`)]
      : rates),
    paragraph(`Readiness checklist, items done: ${phases.join(", ")}.`),
    ...celebrated(data, snapshot),
  ];
}

/** The only names in a report: people who earned an award and agreed to be named. */
function celebrated({ attempts }: ProgramData, snapshot: Snapshot): readonly ReportBlock[] {
  const earners = new Set(
    attempts.flatMap(({ participantId, outcome: how }) => (how === "awarded" ? [participantId] : [])),
  );
  const names = typedRows(snapshot, roster).rows.flatMap(({ values: { id, email, consent, name, status } }) =>
    consent && name && status !== "withdrawn" && earners.has(id ?? email ?? name) ? [name] : [],
  );
  return names.length > 0 ? [paragraph(`We celebrate, with their consent: ${names.sort().join(", ")}.`)] : [];
}

function comparison({ supportModels, reference, figures }: Results, words: StoredWords): readonly ReportBlock[] {
  if (supportModels.length < 2 || reference === null) return [];
  // People without a model are a group too, which the totals could give away.
  const hidden = hiddenModels([...figures.byModel, { ...figures.withoutModel, model: "" }]);
  const name = (id: (typeof supportModels)[number]["model"]): string => SUPPORT_MODEL_LABELS[id];
  const shown = supportModels.filter(({ model }) => !hidden.has(model));
  return [
    paragraph(words.notAnExperiment),
    {
      kind: "table",
      rows: [
        [
          "Support model",
          "Enrolled",
          "Awarded of people with a decision",
          "95% interval",
          `Difference from ${name(reference)}`,
          "Published rate",
        ],
        ...supportModels.map(({ model, enrolled, awarded, decided, difference, benchmark }) =>
          hidden.has(model)
            ? [name(model), HIDDEN, HIDDEN, "", "", ""]
            : [
                name(model),
                String(enrolled),
                countOf(awarded, decided),
                intervalOf(awarded, decided),
                difference && !hidden.has(reference)
                  ? `${points(difference.estimate)} (${points(difference.low)} to ${points(difference.high)})`
                  : "",
                percent(benchmark.value),
              ],
        ),
      ],
    },
    ...shown.flatMap(({ model, difference }): ReportBlock[] =>
      difference && !hidden.has(reference)
        ? [{ kind: "list-item", text: verdictSentence(difference.verdict, name(model), name(reference)) }]
        : [],
    ),
    paragraph(words.benchmarkNote),
  ];
}

/**
 * Models with few people, enrolled or decided, and others with them where those could be worked out from the totals:
 * what hides a model by one count changes what the other count gives away, so it goes on until neither does.
 */
function hiddenModels(groups: readonly (GroupFigures & { readonly model: string })[]): ReadonlySet<string> {
  const hidden = new Set<string>();
  const sizes = [(group: GroupFigures) => group.enrolled, (group: GroupFigures) => group.decided];
  for (let before = -1; before < hidden.size; ) {
    before = hidden.size;
    for (const size of sizes) {
      // What is hidden already counts as one to hide: as if it were a small group.
      const shown = groups
        .filter(({ model }) => !hidden.has(model))
        .map((group) => ({ key: group.model, n: size(group) }));
      const lost = groups.filter(({ model }) => hidden.has(model)).map(size);
      for (const key of suppressSmallGroups(shown, FEWEST, lost.length === 0)) hidden.add(key);
      const people = groups
        .filter(({ model }) => hidden.has(model))
        .map(size)
        .filter((n) => n > 0);
      const canBeWorkedOut = people.length > 0 && (people.length === 1 || people.reduce((a, b) => a + b) < FEWEST);
      const [next] = shown.filter(({ key, n }) => n > 0 && !hidden.has(key)).sort((a, b) => a.n - b.n);
      if (canBeWorkedOut && next) hidden.add(next.key);
    }
  }
  return hidden;
}

function currency(answers: ReadonlyMap<string, string>): readonly ReportBlock[] {
  return [...answers]
    .filter(([key, answer]) => key.startsWith("currency") && answer !== "")
    .map(([, answer]) => ({ kind: "list-item", text: answer }));
}

const points = (share: number): string => `${share > 0 ? "+" : ""}${(100 * share).toFixed(0)} points`;

function intervalOf(part: number, whole: number): string {
  const interval = wilson(part, whole);
  return interval ? `${percent(interval.low)} to ${percent(interval.high)}` : "";
}
