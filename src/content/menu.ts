/** The planner's menu: the words of each entry and the function that Google calls for it. The sidebar offers the same. */
export const menu = [
  { items: [{ label: "Open planner", call: "showPlanner" }] },
  { items: [{ label: "Set up workbook", call: "showSetUp" }] },
  {
    items: [
      { label: "Import roster", call: "showImportRoster" },
      { label: "Import submissions", call: "showImportSubmissions" },
    ],
  },
  {
    caption: "Surveys",
    items: [
      { label: "Create survey", call: "showCreateSurvey" },
      { label: "Send survey", call: "showSendSurvey" },
      { label: "Collect answers", call: "showCollectAnswers" },
      { label: "Import survey answers", call: "showImportResponses" },
      { label: "Match survey answers", call: "showMatchAnswers" },
      { label: "Prepare focus group", call: "showPrepareFocusGroup" },
    ],
  },
  {
    items: [
      { label: "Refresh results", call: "showRefreshResults" },
      { label: "Create report", call: "showCreateReport" },
    ],
  },
] as const satisfies readonly MenuGroup[];

/** Entries that stand together; with a caption, in a menu of their own. */
export interface MenuGroup {
  readonly caption?: string;
  readonly items: readonly MenuItem[];
}

export interface MenuItem<Call extends string = string> {
  readonly label: string;
  readonly call: Call;
}

/** The name of a function that opens one of the planner's pages. */
export type MenuCall = (typeof menu)[number]["items"][number]["call"];
