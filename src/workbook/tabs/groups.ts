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
    name: text("Group", { width: 220, help: "The name by which the Roster calls this group." }),
    model: choice("Support model", supportModelOptions, { width: 210, help: "The support that this group gets." }),
    f2f: checkbox("Face-to-face", { help: "A face-to-face meeting." }),
    email: checkbox("E-mail tips", { help: "Weekly or every-other-week e-mail reminders with tips." }),
    officeHours: checkbox("Office hours", { help: "One or two open office-hour sessions." }),
    coaching: checkbox("Coaching", { help: "Individual coaching." }),
    release: checkbox("Release time", { help: "Release time to prepare, alone or in a group." }),
    community: checkbox("Online community", { width: 90, help: "An online community on top of the support level." }),
    extraTime: checkbox("Time given", { help: "Reallocated or newly allocated professional-learning time on top." }),
    facilitator: text("Facilitator", { help: "Who looks after the group." }),
    plannedSize: number("Planned size", { help: "How many people are planned for." }),
    note: text("Note", { width: 240, help: "How this support looks in this program." }),
    labelCheck: text("Label check", {
      owner: "planner",
      width: 300,
      help: "What the ticks usually mean: a remark by Refresh results.",
    }),
    key: rowKey(90),
  },
  seeds: ({ groups: chosen }) =>
    chosen.map(({ name, model }) => ({
      key: name,
      name,
      model: supportModelOptions.find(({ id }) => id === model)?.label ?? model,
    })),
});
