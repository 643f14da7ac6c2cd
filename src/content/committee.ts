/** What a joint labor-management committee decides and records, with the advice beside it. */

export const committeeHelp =
  "Where the association is the exclusive representative, program terms belong in bargaining: begin small under a joint committee.";

export interface CommitteeDecision {
  readonly key: string;
  readonly decision: string;
  readonly advice: string;
}

export const committeeDecisions = [
  {
    key: "remit",
    decision: "Remit of the committee",
    advice:
      "All professional learning (NEA's default: design, delivery and monitoring, driven by student needs and system aims), or micro-credentials only.",
  },
  {
    key: "composition",
    decision: "Composition of the committee",
    advice:
      "Equal numbers; the district side may be smaller, never larger. Teacher members from varied subjects and grades. President and superintendent serve or appoint.",
  },
  {
    key: "source",
    decision: "Source of micro-credentials",
    advice: "Vet each credible vendor. NEA's are peer-reviewed; it cannot vouch for others.",
  },
  {
    key: "compensation",
    decision: "Compensation",
    advice:
      "Paid, and in base pay: by lane movement (so many count as so many credits), a fixed amount for each, or so many for one step. Set a yearly limit and project the budget.",
  },
  {
    key: "advancement",
    decision: "Advancement",
    advice: "Stacks may lead toward roles or credits, not instead of degrees or endorsements.",
  },
  { key: "portability", decision: "Portability", advice: "Let them count between districts, and between states." },
  {
    key: "alignment",
    decision: "Alignment",
    advice: "With existing professional learning and each educator's goals, in daily practice.",
  },
  {
    key: "recertification",
    decision: "Recertification",
    advice:
      "Work with state affiliates toward legislature or agency. Massachusetts counts up to 2 for 10 PDPs in all; Tennessee counts them too.",
  },
  {
    key: "approval",
    decision: "Approval",
    advice:
      "By the committee, its panel, an outside body or a university, with teacher and content leaders and district people on it. Settle pay, selection rules, term, and whether topics, issuers or both are approved.",
  },
  { key: "reply-time", decision: "Reply time", advice: "Promise submitters a date for the answer." },
  {
    key: "appeal",
    decision: "Appeal and resubmission",
    advice: "NEA's way: use the feedback, add evidence, send again.",
  },
  {
    key: "pay-review",
    decision: "How often awards are reviewed for pay",
    advice: "Continuously; at the start, middle and end of the year; or once, at a set date.",
  },
  {
    key: "orientation",
    decision: "Orientation",
    advice: "Built jointly, offered several times, in work hours and online.",
  },
  {
    key: "words",
    decision: "Words",
    advice: "Say micro-credential for the certification itself, not the name of the icon that displays it.",
  },
  {
    key: "program-name",
    decision: "Name of the program",
    advice: "Pilot or phase-in: the sources differ. A name that sounds temporary costs trust.",
  },
  {
    key: "required-number",
    decision: "A required number",
    advice:
      "The sources differ. Policymakers should avoid prescribing a number to earn, which waters standards down; stacking for pay or roles is fine.",
  },
  { key: "minimum-work", decision: "Least work in each", advice: "At least 10 hours." },
] as const satisfies readonly CommitteeDecision[];
