import { statuses } from "../../content/labels";
import { type RolloutStep, rolloutParts } from "../../content/rollout";
import { choice, date, rowKey, suggestion, teamNote, text } from "../column";
import { tab } from "../tab";

const parts = (Object.keys(rolloutParts) as RolloutStep["part"][]).map((id) => ({ id, label: partLabel(id) }));

/** The steps of a state or district rollout: one row a step. */
export const rollout = tab({
  key: "rollout",
  title: "Rollout",
  filledBy: "people",
  optional: true,
  rowKey: "key",
  columns: {
    part: suggestion("Part", parts),
    step: text("Step", { width: 520, wrap: true }),
    owner: text("Owner"),
    due: date("Due"),
    status: choice("Status", statuses, { width: 110 }),
    note: teamNote(260),
    key: rowKey(),
  },
  styles: [
    { when: '={rollout.status}="Done"', fontColor: "#5f6368" },
    { when: '=AND({rollout.due}<>"",{rollout.due}<TODAY(),{rollout.status}<>"Done")', background: "#fce8e6" },
  ],
  seeds: (_, words) =>
    words.rolloutSteps.map(({ key, part, step }) => ({ key, part: partLabel(part), step, status: "Not started" })),
});

/** @example partLabel("1A") // "1A Advancement" */
function partLabel(part: RolloutStep["part"]): string {
  return part === "Design" ? rolloutParts.Design : `${part} ${rolloutParts[part]}`;
}
