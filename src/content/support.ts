/** Help for the support models and categories, keyed by their ids. */

export const supportModelHelp = {
  independent: "Works from the guidelines alone, start to finish.",
  basic: "A light touch: generally one of face-to-face meeting, e-mail tips, office hours or release time.",
  standard:
    "A light touch: generally two of face-to-face meeting, e-mail tips, office hours, coaching and release time.",
  ultimate: "All or most of the five kinds of support (we read that as three to five).",
  plc: "Threaded discussion in an online community open day and night, led throughout by an experienced facilitator or coach; some of the five may be added online. Almost any easy platform will do; without that person it fails.",
  reallocated:
    "Existing professional-learning time is given over to it: PLC time in the school day, PD days, common planning. One way to find time: move compliance training online.",
  allocated: "New professional-learning time is created for it.",
  other: "Describe it in your own words.",
} as const satisfies Record<string, string>;

export const facilitatorRole = {
  independent: "Keep a list of who works alone.",
  basic: "Run the chosen support.",
  standard: "Run each chosen support.",
  ultimate: "Run each chosen support.",
  plc: "Create the space, load it with resources and prompts, publicize it and support it throughout.",
  reallocated: "Coordinate with the school or district.",
  allocated: "Coordinate with the school or district.",
  other: "Agree with the team on what is needed, and write it here.",
} as const satisfies Record<string, string>;

export const supportCategoryHelp = {
  f2f: "A face-to-face meeting. Plan it, publicize it, lead it.",
  email: "Weekly or every-other-week reminders with tips. Adapt the text, compile the list, send, answer.",
  "office-hours":
    "One or two open sessions, online or in person. Schedule them, publicize them with links, hold them, answer.",
  coaching:
    "Individual coaching by phone, e-mail, video or in person. Agree on times, ask what the person needs, note what was settled.",
  release:
    "Release time to prepare, alone or in a group. Arrange approvals and forms, schedule it where required, be reachable.",
  discussion: "Prompts and answers on a discussion board.",
  newsletter: "A newsletter with the tips of the week.",
} as const satisfies Record<string, string>;

/** Counts as support in the log, beside the five categories of a model. */
export const otherSupport = [
  { id: "discussion", label: "Discussion board" },
  { id: "newsletter", label: "Newsletter" },
] as const;

/**
 * What the ticked kinds of support are generally called: a remark, never a refusal.
 * @param labels the support models' names by id
 */
export function labelRemark(
  check: {
    readonly code: "fits" | "means-another" | "coaching-alone";
    readonly chosen: string;
    readonly categories: readonly string[];
    readonly meant?: string;
    readonly withOneMore?: string;
  },
  labels: Readonly<Record<string, string>>,
): string {
  const { code, categories, meant = "", withOneMore = "" } = check;
  if (code === "fits") return "The ticks fit the support model.";
  if (code === "coaching-alone") {
    return `Coaching alone fits no support model; one kind more makes it ${labels[withOneMore] ?? withOneMore}.`;
  }
  if (categories.length === 0) return "No kind of support is ticked yet.";
  const kinds = categories.length === 1 ? "One kind" : `${categories.length} kinds`;
  return `${kinds} of support generally means ${labels[meant] ?? meant}.`;
}
