import { phases } from "../../content/checklist";
import { checkbox, choice, date, rowKey, teamNote, text } from "../column";
import { tab } from "../tab";

/** The readiness checklist: three phases, each a gate to the next. Coordinators add rows of their own. */
export const checklist = tab({
  key: "checklist",
  title: "Checklist",
  filledBy: "people",
  rowKey: "key",
  columns: {
    phase: choice("Phase", phases),
    item: text("Item", { width: 520, wrap: true }),
    done: checkbox("Done", { width: 60 }),
    notApplicable: checkbox("Not needed", { width: 95 }),
    owner: text("Owner"),
    due: date("Due"),
    note: teamNote(260),
    key: rowKey(),
  },
  styles: [
    { when: "={checklist.done}", fontColor: "#5f6368" },
    {
      when: '=AND({checklist.due}<>"",{checklist.due}<TODAY(),{checklist.done}<>TRUE,{checklist.notApplicable}<>TRUE)',
      background: "#fce8e6",
    },
  ],
  seeds: (_, words) =>
    words.checklist.map(({ key, phase, text: item }) => ({
      key,
      item,
      phase: phases.find(({ id }) => id === phase)?.label ?? "",
      done: false,
      notApplicable: false,
    })),
});
