import type { DialogFacts } from "../../commands/dialog-facts";
import type { ProgramSetup } from "../../program/program-setup";
import type { SupportGroup } from "./support-groups";

/** The form while it is filled in: a number may be half typed. */
export interface SetUpAnswers extends Omit<ProgramSetup, "weeks" | "groups"> {
  readonly weeks: string;
  readonly groups: readonly SupportGroup[];
}

export type FormErrors = Readonly<Partial<Record<"program" | "launch" | "weeks", string>>>;

/** As it was last filled in, or blank. */
export function startingAnswers({ program, supportModels, locations }: DialogFacts): SetUpAnswers {
  if (program) return { ...program, weeks: String(program.weeks) };
  return {
    program: "",
    affiliate: "",
    cohort: "",
    launch: "",
    weeks: "8",
    groups: supportModels.slice(0, 1).map(({ id }) => ({ name: "", model: id })),
    location: locations[0]?.id ?? "",
    currency: [],
    goals: "",
    optionalTabs: [],
  };
}

/** Everything that keeps the form from being sent, by field. */
export function errorsIn({ program, launch, weeks }: SetUpAnswers): FormErrors {
  const count = Number(weeks);
  return {
    ...(program.trim() === "" && { program: "Enter the name of the program." }),
    ...(launch === "" && { launch: "Enter the day of the launch." }),
    ...(!(Number.isInteger(count) && count >= 1 && count <= 104) && { weeks: "Enter a whole number from 1 to 104." }),
  };
}

/** What the server is sent. A group without a name is called by its support model; one that stands there twice counts once. */
export function programOf(answers: SetUpAnswers, { supportModels }: DialogFacts): ProgramSetup {
  const labelOf = (model: string): string => supportModels.find(({ id }) => id === model)?.label ?? model;
  const groups = answers.groups.map(({ name, model }) => ({ name: name.trim() || labelOf(model), model }));
  return {
    ...answers,
    program: answers.program.trim(),
    weeks: Number(answers.weeks),
    groups: groups.filter(
      ({ name, model }, at) => groups.findIndex((each) => each.name === name && each.model === model) === at,
    ),
  };
}
