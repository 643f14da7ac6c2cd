import type { DialogFacts } from "../commands/dialog-facts";
import type { ProgramSetup } from "../program/program-setup";

/** The set-up form as the sample's coordinator, or somebody who only brings files, would fill it in. */
export function newProgram(
  { sample, launch }: { readonly sample: boolean; readonly launch: string },
  { supportModels }: Pick<DialogFacts, "supportModels">,
): ProgramSetup {
  const usual = ["independent", "basic", "standard", "ultimate", "plc"];
  return {
    program: sample ? "Riverside micro-credential program" : "Micro-credential program",
    affiliate: sample ? "Riverside Education Association" : "",
    cohort: launch.slice(0, 4),
    launch,
    weeks: 8,
    groups: supportModels.filter(({ id }) => usual.includes(id)).map(({ id, label }) => ({ name: label, model: id })),
    location: "none",
    currency: sample ? ["state-pd", "affiliate"] : [],
    goals: sample
      ? "Educators show and develop skills that their students need, and find out which support helps whom."
      : "",
    optionalTabs: [],
  };
}
