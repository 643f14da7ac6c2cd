import { locations } from "../../content/locations";
import type { StoredWords } from "../../content/stored-words";
import type { ProgramSetup } from "../../program/program-setup";
import type { CellInput } from "../cell";
import { number, optionOf, rowKey, suggestion, teamNote, text } from "../column";
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
    part: suggestion("Part", parts, { width: 160 }),
    question: text("Question", { width: 400, wrap: true }),
    answer: text("Answer", { width: 400, wrap: true }),
    weight: number("Weight", {
      width: 80,
    }),
    note: teamNote(260),
    key: rowKey(),
  },
  styles: [{ when: '=AND({model.question}<>"",{model.answer}="")', background: "#fef7e0" }],
  seeds: (program, words) => {
    const answers = answersOf(program);
    const asked = words.modelQuestions.map((each) => ({ ...each, answer: answers[each.key] ?? "" }));
    const criteria = words.criteriaHints.map((question, at) => row("Choosing", `criterion-${at + 1}`, question));
    return [
      ...asked,
      ...criteria.map((each) => ({ ...each, weight: 1 })),
      ...currencyRows(program, words),
      ...words.questionsToSettle.map((question, at) => row("Timing", `settle-${at + 1}`, question)),
    ];
  },
});

/** What the set-up form has asked already. */
function answersOf({ program, affiliate, cohort, launch, goals, location }: ProgramSetup): Record<string, CellInput> {
  const place = optionOf(locations, location)?.label ?? location;
  return { program, affiliate, cohort, launch: { date: launch }, goals, location: place };
}

/** A row a chosen kind, or one open row where none is chosen yet. */
function currencyRows({ currency }: ProgramSetup, { currencyKinds, currencyQuestion }: StoredWords): RowCells[] {
  if (currency.length === 0) return [row("Currency", "currency", currencyQuestion)];
  return [...new Set(currency)].map((id) => {
    const kind = currencyKinds.find((each) => each.id === id);
    const question = kind ? `${currencyQuestion} ${kind.help}` : currencyQuestion;
    return { ...row("Currency", `currency-${id}`, question), answer: kind?.label ?? id };
  });
}

const row = (part: (typeof parts)[number]["label"], key: string, question: string): RowCells => ({
  key,
  part,
  question,
  answer: "",
});
