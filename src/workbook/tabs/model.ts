import { locations } from "../../content/locations";
import type { SeedWords } from "../../content/seed-words";
import type { ProgramSetup } from "../../program/program-setup";
import type { CellInput } from "../cell";
import { number, optionOf, rowKey, suggestion, text } from "../column";
import { type RowCells, tab } from "../tab";

const parts = [
  { id: "program", label: "Program" },
  { id: "goals", label: "Goals" },
  { id: "choosing", label: "Choosing" },
  { id: "people", label: "Support and people" },
  { id: "currency", label: "Currency" },
  { id: "timing", label: "Timing" },
] as const;

/** The program model: one row a question that the team settles. */
export const model = tab({
  key: "model",
  title: "Model",
  filledBy: "people",
  rowKey: "key",
  columns: {
    part: suggestion("Part", { kind: "list", options: parts }, { width: 140, help: "Which part of the model." }),
    question: text("Question", { width: 380, help: "What is to be settled. Reword it, and add rows of your own." }),
    answer: text("Answer", { width: 460, help: "In the team's words." }),
    weight: number("Weight", {
      width: 80,
      help: "How much a criterion counts beside the others. For the three criteria only.",
    }),
    note: text("Note", { width: 260, help: "Anything the team should know." }),
    key: rowKey(),
  },
  styles: [{ when: '=AND({model.question}<>"",{model.answer}="")', background: "#fef7e0" }],
  seeds: (program, words) => [
    ...programRows(program),
    ...choosingRows(words),
    ...peopleRows(program),
    ...currencyRows(program, words),
    ...words.questionsToSettle.map((question, index) => row("Timing", `settle-${index + 1}`, question)),
    row("Goals", "goals-fit", "Does this model serve the goals? What is missing?"),
  ],
});

function programRows({ program, affiliate, cohort, launch, goals }: ProgramSetup): RowCells[] {
  return [
    row("Program", "program", "What is the program called?", program),
    row("Program", "affiliate", "Which affiliate or district runs it?", affiliate),
    row("Program", "cohort", "Which cohort is this?", cohort),
    row("Program", "launch", "When is the launch?", { date: launch }),
    row("Goals", "goals", "What are the goals?", goals),
    row("Goals", "initiatives", "Which other initiatives should it align with?"),
  ];
}

function choosingRows({ criteriaHints }: SeedWords): RowCells[] {
  return [
    row(
      "Choosing",
      "target",
      "Will educators show skills that they have (less time, less support), develop new ones first (more of both), or does it make no difference?",
    ),
    row("Choosing", "offer", "Will educators earn single micro-credentials, stacks, or a mix?"),
    ...criteriaHints.map((hint, index) => ({ ...row("Choosing", `criterion-${index + 1}`, hint), weight: 1 })),
  ];
}

function peopleRows({ location }: ProgramSetup): RowCells[] {
  return [
    row("Support and people", "support", "What will support look like here, beside what the tab Support groups says?"),
    row(
      "Support and people",
      "location",
      "What kind of place is the program for?",
      optionOf(locations, location)?.label ?? location,
    ),
    row(
      "Support and people",
      "participants",
      "Who takes part: grade levels, subject areas, years of service, types of educator, schools?",
    ),
    row("Support and people", "group-size", "How many educators are in a group? A learning community has at least 15."),
  ];
}

/** A row a chosen kind, or one open row where none is chosen yet. */
function currencyRows({ currency }: ProgramSetup, { currencyKinds }: SeedWords): RowCells[] {
  const question = "What will earners get, and on what terms?";
  if (currency.length === 0) return [row("Currency", "currency", question)];
  return [...new Set(currency)].map((id) => {
    const kind = currencyKinds.find((each) => each.id === id);
    return row("Currency", `currency-${id}`, kind ? `${question} ${kind.help}` : question, kind?.label ?? id);
  });
}

type Part = (typeof parts)[number]["label"];

const row = (part: Part, key: string, question: string, answer: CellInput = ""): RowCells => ({
  key,
  part,
  question,
  answer,
});
