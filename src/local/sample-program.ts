import { randomNumbers } from "./random-numbers";
import { BASELINE_SCALES, END_SCALES, RECORDING, scaleAnswers } from "./sample-answers";

/**
 * A program that never was, realistic enough to look at everything on: some sixty educators over four support models,
 * with their submissions and their answers before and after, as the files that a coordinator would have. The same seed
 * always gives the same program.
 */
export interface SampleProgram {
  readonly roster: string;
  readonly submissions: string;
  readonly baseline: string;
  readonly end: string;
}

/** The day on which the sample program began. */
export const SAMPLE_LAUNCH = "2026-09-01";

const GROUPS = [
  { label: "Independent", size: 18, awardRate: 0.5, facilitator: "" },
  { label: "Basic support", size: 12, awardRate: 0.6, facilitator: "Rosa Delgado" },
  { label: "Standard support", size: 15, awardRate: 0.75, facilitator: "Rosa Delgado" },
  { label: "Online learning lab / PLC", size: 17, awardRate: 0.88, facilitator: "Ken Whitehorse" },
];

const FIRST =
  "Ana Ben Carla Dev Elena Femi Grace Hana Ian Julia Kofi Lena Marcus Nadia Omar Priya Quinn Rosa Sam Tara".split(" ");
const LAST =
  "Abbott Baker Castillo Dubois Eze Fischer Garcia Hughes Ito Jackson Khan Lopez Miller Novak Okafor Patel".split(" ");
const LOCATIONS = ["Rural", "Suburban", "Urban"];
const SUBJECTS = ["Mathematics", "English language arts", "Science", "Social studies", "Music", "Special education"];
const EARNABLE = ["Creating a Classroom Community", "Creating a Classroom Community", "Knowing the Whole Child"];
const HOPES = [
  "Ideas that I can use on Monday.",
  "Credit toward renewal, and a reason to finally film my lessons.",
  "To learn with colleagues instead of alone - that is what I miss.",
  "+1 on everything my team said!",
];

/** @param launch the day the cohort began, "2026-09-01" */
export function sampleProgram(launch: string, seed = 20260901): SampleProgram {
  const random = randomNumbers(seed);
  // Draws of its own: a question more moves nobody to another group.
  const answer = scaleAnswers(seed + 1);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const day = (offset: number): string => isoDay(launch, Math.round(offset));
  const roster = [
    [
      "First name",
      "Last name",
      "E-mail",
      "Support group",
      "Facilitator",
      "Location",
      "Subject area",
      "Enrolled on",
      "Status",
    ],
  ];
  const submissions = [["E-mail", "Micro-credential", "Attempt", "Submitted on", "Outcome", "Decided on"]];
  const baseline = [
    [
      "Timestamp",
      "Email Address",
      RECORDING,
      "How many years have you worked in education?",
      "What do you hope to gain?",
      ...BASELINE_SCALES.map(({ title }) => title),
    ],
  ];
  const end = [["Timestamp", "Email Address", ...END_SCALES.map(({ title }) => title)]];
  const taken = new Set<string>();
  for (const group of GROUPS) {
    for (let member = 0; member < group.size; member++) {
      const [first, last] = freshName(() => [pick(FIRST), pick(LAST)], taken);
      const email = `${first}.${last}@riverside.example`.toLowerCase();
      const withdrawn = random() < 0.04;
      roster.push([
        first,
        last,
        email,
        group.label,
        group.facilitator,
        pick(LOCATIONS),
        pick(SUBJECTS),
        day(-20 + 15 * random()),
        withdrawn ? "Withdrawn" : "Enrolled",
      ]);
      if (random() < 0.85) {
        baseline.push([
          `${day(-5 + 4 * random())} 1${Math.floor(random() * 10)}:30:05`,
          email,
          String(1 + Math.floor(5 * random())),
          pick(["0 to 3 years", "4 to 10 years", "11 to 20 years", "21 years or more"]),
          random() < 0.6 ? pick(HOPES) : "",
          ...answer(BASELINE_SCALES),
        ]);
      }
      if (withdrawn || random() > 0.88) continue;
      const credential = pick(EARNABLE);
      const sent = 35 + 20 * random();
      const atFirst = random() < group.awardRate;
      const undecided = random() < 0.08;
      submissions.push([
        email,
        credential,
        "1",
        day(sent),
        undecided ? "Pending" : atFirst ? "Awarded" : "Not yet",
        undecided ? "" : day(sent + 9),
      ]);
      // Most who sent something in look back on it.
      if (member % 4 !== 3) end.push([`${day(sent + 10)} 16:05:00`, email, ...answer(END_SCALES)]);
      if (!atFirst && !undecided && random() < 0.5) {
        submissions.push([
          email,
          credential,
          "2",
          day(sent + 16),
          random() < 0.8 ? "Awarded" : "Not yet",
          day(sent + 24),
        ]);
      }
      if (atFirst && random() < 0.15) {
        submissions.push([
          email,
          pick(EARNABLE.filter((other) => other !== credential)),
          "1",
          day(sent + 5),
          "Awarded",
          day(sent + 14),
        ]);
      }
    }
  }
  return { roster: csv(roster), submissions: csv(submissions), baseline: csv(baseline), end: csv(end) };
}

function freshName(draw: () => [string, string], taken: Set<string>): [string, string] {
  for (;;) {
    const name = draw();
    if (taken.has(name.join(" "))) continue;
    taken.add(name.join(" "));
    return name;
  }
}

function isoDay(from: string, offset: number): string {
  return new Date(Date.parse(`${from}T00:00:00Z`) + offset * 86_400_000).toISOString().slice(0, 10);
}

function csv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  return `${rows.map((row) => row.map(cell).join(",")).join("\n")}\n`;
}
