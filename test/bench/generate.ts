import Papa from "papaparse";
import { randomNumbers } from "../../src/local/random-numbers";

/** The files of a program of that many people, as a coordinator would have them. The same size always gives the same files. */
export interface BenchFiles {
  readonly roster: string;
  /** The same people; of every twentieth one the file says something else or something more. */
  readonly changedRoster: string;
  readonly submissions: string;
  /** 40 columns, as Google Forms exports them. */
  readonly answers: string;
}

const SURVEY_COLUMNS = 40;

const GROUPS = ["Independent", "Basic support", "Standard support", "Online learning lab / PLC"];
const FACILITATORS = ["Rosa Delgado", "Ken Whitehorse", "Ana Novak"];
const LOCATIONS = ["Rural", "Suburban", "Urban"];
const GRADES = ["Elementary (K-5)", "Middle (6-8)", "High (9-12)"];
const YEARS = ["0 to 3 years", "4 to 10 years", "11 to 20 years", "21 years or more"];
const SUBJECTS = ["Mathematics", "English language arts", "Science", "Social studies", "Music", "Special education"];
const CREDENTIALS = ["Creating a Classroom Community", "Assessment Literacy", "Technology Integration"];
const SCALE = ["Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"];
const BARRIERS = ["Time", "Video consent", "Writing", "Technology", "No release time", "Unclear criteria"];
const WORDS =
  "more time with my team would have helped, and seeing one finished portfolio before we began to film ours".split(" ");

const ROSTER_HEADERS = [
  "First name",
  "Last name",
  "E-mail",
  "Support group",
  "Facilitator",
  "Location",
  "School",
  "Grade level",
  "Subject area",
  "Years of service",
  "Status",
  "Enrolled on",
  "May be named",
  "Notes",
];

export function benchFiles(people: number): BenchFiles {
  const random = randomNumbers(20260901 + people);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const day = (from: number, to: number): string => isoDay(from + Math.floor(random() * (to - from)));
  const email = (at: number): string => `educator.${at + 1}@district${at % 40}.example`;

  const roster = Array.from({ length: people }, (_, at) => [
    pick(["Ana", "Ben", "Carla", "Dev", "Elena", "Femi", "Grace"]),
    `Educator${at + 1}`,
    email(at),
    pick(GROUPS),
    pick(FACILITATORS),
    pick(LOCATIONS),
    `School ${at % 120}`,
    pick(GRADES),
    // Blank for some, so that a later file can fill it in.
    at % 20 === 1 ? "" : pick(SUBJECTS),
    pick(YEARS),
    random() < 0.04 ? "Withdrawn" : "Enrolled",
    day(-20, -5),
    random() < 0.3 ? "yes" : "",
    "",
  ]);
  const changed = roster.map((cells, at) => {
    const facilitator = at % 40 === 0 ? "Priya Okafor" : cells[4];
    const subject = at % 40 === 21 ? pick(SUBJECTS) : cells[8];
    return cells.map((cell, column) => (column === 4 ? facilitator : column === 8 ? subject : cell));
  });

  const submissions = Array.from({ length: people }, (_, at) => {
    // Four in five people send one in, and every fourth of them sends a second one.
    const isSecond = at % 5 === 4;
    const person = 4 * Math.floor(at / 5) + (isSecond ? 3 : at % 5);
    const outcome = isSecond ? pick(["Awarded", "Not yet", "Pending"]) : pick(["Awarded", "Awarded", "Not yet"]);
    return [
      email(person),
      CREDENTIALS[person % CREDENTIALS.length] ?? "",
      isSecond ? "2" : "1",
      isSecond ? day(71, 80) : day(35, 60),
      outcome,
      outcome === "Pending" ? "" : isSecond ? day(81, 90) : day(60, 70),
    ];
  });

  const questions = Array.from({ length: SURVEY_COLUMNS - 2 }, (_, at) => questionAt(at));
  const answers = Array.from({ length: people }, (_, at) => {
    // Some people answer twice, and some with an address that the roster does not know.
    const who = at % 33 === 32 ? email(at - 1) : at % 50 === 49 ? `home.${at}@mail.example` : email(at);
    const moment = `${isoDay(-5 + (at % 5))} ${clock(8 * 3600 + (at % 30_000))}`;
    return [moment, who, ...questions.map(({ kind }) => answerTo(kind, random, pick))];
  });

  return {
    roster: csv([ROSTER_HEADERS, ...roster]),
    changedRoster: csv([ROSTER_HEADERS, ...changed]),
    submissions: csv([
      ["E-mail", "Micro-credential", "Attempt", "Submitted on", "Outcome", "Decided on"],
      ...submissions,
    ]),
    answers: csv([["Timestamp", "Email Address", ...questions.map(({ title }) => title)], ...answers]),
  };
}

type QuestionKind = "scale" | "number" | "choice" | "checkboxes" | "words";

/** Mostly scales, as in the surveys of such programs. */
function questionAt(at: number): { readonly title: string; readonly kind: QuestionKind } {
  const kinds = ["scale", "scale", "number", "scale", "choice", "checkboxes", "scale", "words"] as const;
  const kind = kinds[at % kinds.length] ?? "scale";
  return { title: `${at + 1}. How far is this true of you and of your school? (${kind} ${at + 1})`, kind };
}

function answerTo(kind: QuestionKind, random: () => number, pick: <T>(from: readonly T[]) => T): string {
  if (random() < 0.05) return "";
  switch (kind) {
    case "scale":
      return pick(SCALE);
    case "number":
      return String(1 + Math.floor(5 * random()));
    case "choice":
      return pick(YEARS);
    case "checkboxes":
      return BARRIERS.filter(() => random() < 0.4).join(", ");
    case "words":
      return random() < 0.4 ? Array.from({ length: 12 }, () => pick(WORDS)).join(" ") : "";
  }
}

/** The day that far from the cohort's launch. */
export const LAUNCH = "2026-09-01";
const isoDay = (offset: number): string =>
  new Date(Date.parse(`${LAUNCH}T00:00:00Z`) + offset * 86_400_000).toISOString().slice(0, 10);

const clock = (second: number): string => new Date(second * 1000).toISOString().slice(11, 19);

const csv = (rows: readonly (readonly (string | undefined)[])[]): string => Papa.unparse(rows.map((row) => [...row]));
