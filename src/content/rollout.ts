/** Steps of a state or district rollout: three separate, complementary parts. */

export interface RolloutStep {
  readonly key: string;
  readonly part: "Design" | "1A" | "1B" | "1C";
  readonly step: string;
}

export const rolloutParts = {
  Design: "Before the parts",
  "1A": "Advancement",
  "1B": "Licence renewal",
  "1C": "Ongoing learning",
} as const satisfies Record<RolloutStep["part"], string>;

export const rolloutSteps = [
  { key: "design-objective", part: "Design", step: "Start from the objective and a picture of the result, work back." },
  {
    key: "design-stakeholders",
    part: "Design",
    step: "Bring stakeholders in early, the association above all where contracts exist.",
  },
  { key: "design-communicate", part: "Design", step: "Communicate clearly." },
  { key: "design-funding", part: "Design", step: "Secure money and people for the first year and later ones." },
  { key: "design-incentives", part: "Design", step: "Watch for perverse incentives." },
  { key: "1a-need", part: "1A", step: "The state analyzes existing advanced roles and need." },
  { key: "1a-map", part: "1A", step: "Map, with leaders and role-holders, roles to skills to micro-credentials." },
  {
    key: "1a-pathway",
    part: "1A",
    step: "Define pathway, duties and pay: a role is reached by a set of micro-credentials, maybe with other evidence.",
  },
  {
    key: "1a-criteria",
    part: "1A",
    step: "Districts add selection criteria above the state minimum; fit is judged by behavioral interview.",
  },
  { key: "1a-new-roles", part: "1A", step: "Add new roles only on demand across districts." },
  {
    key: "1b-option",
    part: "1B",
    step: "Each district chooses: keep current rules (option 1) or replace credit hours with micro-credentials (option 2).",
  },
  { key: "1b-time", part: "1B", step: "Proposal: protected time." },
  { key: "1b-plc", part: "1B", step: "Proposal: professional learning communities." },
  { key: "1b-coaching", part: "1B", step: "Proposal: coaching." },
  { key: "1b-feedback", part: "1B", step: "Proposal: feedback." },
  { key: "1b-funding", part: "1B", step: "Proposal: funding." },
  { key: "1b-staffing", part: "1B", step: "Proposal: staffing gaps, with the state's help." },
  { key: "1b-list", part: "1B", step: "Proposal: a list of micro-credentials informed by educators and goals." },
  { key: "1b-cost", part: "1B", step: "Proposal: the state pays their cost, and the renewal fee is much reduced." },
  { key: "1b-review", part: "1B", step: "Proposal: a later review of the count." },
  {
    key: "1b-begin",
    part: "1B",
    step: "Begin in a few districts, at scale within them, so that real structures grow.",
  },
  {
    key: "1c-supply",
    part: "1C",
    step: "The state supplies principles, plan template, assessor training, rubric and funded coach roles.",
  },
  {
    key: "1c-goal",
    part: "1C",
    step: "Everybody sets at least one growth goal a year, from classroom, school or district data, with peers, coaches and supervisors.",
  },
  { key: "1c-plan", part: "1C", step: "Plan the activities and do them." },
  {
    key: "1c-proof",
    part: "1C",
    step: "Show proof; a state-vetted micro-credential meets the goal without an internal assessor.",
  },
  { key: "1c-incentive", part: "1C", step: "Costs are paid, with a small incentive." },
] as const satisfies readonly RolloutStep[];
