import { SUPPORT_MODEL_IDS, SUPPORT_MODEL_LABELS } from "../../program/support-models";
import { checkbox, choice, number, rowKey, text } from "../column";
import { tab } from "../tab";

export const supportModelOptions = SUPPORT_MODEL_IDS.map((id) => ({ id, label: SUPPORT_MODEL_LABELS[id] }));

/** Who gets which support: one row a group. The Roster's support group is chosen from these names. */
export const groups = tab({
  key: "groups",
  title: "Support groups",
  filledBy: "people",
  rowKey: "key",
  columns: {
    name: text("Group", { width: 220 }),
    model: choice("Support model", supportModelOptions, { width: 210 }),
    f2f: checkbox("Face-to-face"),
    email: checkbox("E-mail tips"),
    officeHours: checkbox("Office hours"),
    coaching: checkbox("Coaching"),
    release: checkbox("Release time"),
    community: checkbox("Online community", { width: 90 }),
    extraTime: checkbox("Time given"),
    facilitator: text("Facilitator"),
    plannedSize: number("Planned size"),
    note: text("Note", { width: 240, wrap: true }),
    labelCheck: text("Label check", { owner: "planner", width: 300, wrap: true }),
    key: rowKey(),
  },
  seeds: ({ groups: chosen }) =>
    chosen.map(({ name, model }) => ({
      key: name,
      name,
      model: supportModelOptions.find(({ id }) => id === model)?.label ?? model,
    })),
});
