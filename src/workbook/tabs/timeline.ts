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
    kind: suggestion("Kind", kinds, { width: 100 }),
    what: text("What", { width: 420, wrap: true }),
    start: date("Start"),
    end: date("End"),
    place: text("Place or link", { width: 160, wrap: true }),
    owner: text("Owner"),
    status: choice("Status", statuses, { width: 110 }),
    note: text("Note", { width: 240, wrap: true }),
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
