import { text } from "../column";
import { plannerOwned, tab } from "../tab";

/** What the planner remembers between commands, in cells, so that it travels with the workbook. */
export const settings = tab({
  key: "settings",
  title: "Settings",
  filledBy: "planner",
  hidden: true,
  rowKey: "name",
  columns: plannerOwned({
    name: text("Setting", {
      width: 220,
    }),
    value: text("Value", { width: 600 }),
  }),
});
