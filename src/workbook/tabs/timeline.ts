import { statuses } from "../../content/labels";
import { proposeActivities, proposeFacilitatorWeeks } from "../../program/schedule";
import { choice, date, rowKey, suggestion, text } from "../column";
import { tab } from "../tab";

const kinds = [
  { id: "activity", label: "Activity" },
  { id: "facilitator", label: "Facilitator" },
] as const;

/** What happens when: the program's activities and the facilitators' weeks, proposed from the launch date. */
export const timeline = tab({
  key: "timeline",
  title: "Timeline",
  filledBy: "people",
  rowKey: "key",
  columns: {
    kind: suggestion(
      "Kind",
      { kind: "list", options: kinds },
      { width: 100, help: "An activity of the program, or a facilitator's week." },
    ),
    what: text("What", { width: 400, help: "What happens. Reword it as you like, and add rows of your own." }),
    start: date("Start", { help: "Proposed from the launch date; change it to what suits." }),
    end: date("End", { help: "The last day. A row that is not done by then is shown as late." }),
    place: text("Place or link", { width: 200, help: "Where it happens; clock times where they matter." }),
    owner: text("Owner", { help: "Who looks after it." }),
    status: choice("Status", statuses, { width: 110, help: "Not started, in progress or done." }),
    note: text("Note", { width: 240, help: "Considerations of your own." }),
    key: rowKey(),
  },
  styles: [
    { when: '={timeline.status}="Done"', fontColor: "#5f6368" },
    { when: '=AND({timeline.end}<>"",{timeline.end}<TODAY(),{timeline.status}<>"Done")', background: "#fce8e6" },
    { when: '=AND({timeline.start}<>"",{timeline.start}<=TODAY(),{timeline.end}>=TODAY())', background: "#e6f4ea" },
  ],
  seeds: ({ launch, weeks }, { activities, facilitatorPlan }) => [
    ...proposeActivities(launch, weeks).map(({ key, start, end }) => ({
      key,
      kind: "Activity",
      what: activities.find((activity) => activity.key === key)?.label ?? key,
      start: { date: start },
      end: { date: end },
      status: "Not started",
    })),
    ...facilitatorPlan.map(({ key, week, task }) => {
      const { start, end } = proposeFacilitatorWeeks(launch, weeks)[week] ?? { start: launch, end: launch };
      return {
        key,
        kind: "Facilitator",
        what: `Week ${week}: ${task}`,
        start: { date: start },
        end: { date: end },
        status: "Not started",
      };
    }),
  ],
});
