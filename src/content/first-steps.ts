/** What a coordinator does first; a formula tells by itself whether it is done. */
export const firstSteps = [
  { what: "Check the Model, the Support groups and the Timeline, and change what does not fit." },
  {
    what: "Fill the Roster: type people in, or use Import roster in the planner's menu.",
    formula: '=IF(COUNTIF({roster.email},"?*")>1,"Done","To do")',
  },
  {
    what: "Survey participants, and log submissions and support as they come.",
    formula: '=IF(COUNTIF({submissions.participant},"?*")>1,"Begun","To do")',
  },
  { what: "Use Refresh results, then Create report, in the planner's menu." },
  { what: "Only people with the add-on see its menu. Everybody can edit every tab; nothing depends on the add-on." },
] as const satisfies readonly { readonly what: string; readonly formula?: string }[];
