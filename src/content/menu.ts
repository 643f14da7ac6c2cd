/** The planner's menu: the words of each entry and the function that Google calls for it. The sidebar offers the same. */
export const menu = [
  [{ label: "Open planner", call: "showPlanner" }],
  [{ label: "Set up workbook", call: "showSetUp" }],
  [
    { label: "Import roster", call: "showImportRoster" },
    { label: "Import submissions", call: "showImportSubmissions" },
    { label: "Import survey answers", call: "showImportResponses" },
    { label: "Match survey answers", call: "showMatchAnswers" },
  ],
  [
    { label: "Create survey", call: "showCreateSurvey" },
    { label: "Send survey", call: "showSendSurvey" },
    { label: "Collect answers", call: "showCollectAnswers" },
    { label: "Prepare focus group", call: "showPrepareFocusGroup" },
  ],
  [
    { label: "Refresh results", call: "showRefreshResults" },
    { label: "Create report", call: "showCreateReport" },
  ],
] as const satisfies readonly (readonly MenuItem[])[];

export interface MenuItem<Call extends string = string> {
  readonly label: string;
  readonly call: Call;
}

/** The name of a function that opens one of the planner's pages. */
export type MenuCall = (typeof menu)[number][number]["call"];
