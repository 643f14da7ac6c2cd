import type { Editor } from "./appsscript/editor";

/** What the sample program's team has done in the sheet itself by the autumn: ticks, dates held, support given. */
export function actAsTeam(editor: Editor): void {
  for (const key of DONE) edit(editor, "Checklist", key, "Done", "TRUE");
  for (const key of [...HELD, ...keysIn(editor, "Timeline").filter((each) => each.startsWith("week-"))]) {
    edit(editor, "Timeline", key, "Status", "Done");
  }
  editor.type("Micro-credentials", cell(editor, "Micro-credentials", "Micro-credential", 3), "Knowing the Whole Child");
  for (const [group, header, value] of GROUPS) edit(editor, "Support groups", group, header, value);
  LOG.forEach((entry, at) => {
    for (const [header, value] of Object.entries(entry))
      editor.type("Support log", cell(editor, "Support log", header, at + 2), value);
  });
}

const DONE = [
  ..."plan-value plan-goals plan-capacity plan-leaders plan-coordinator plan-study plan-support".split(" "),
  ..."launch-timeline launch-model launch-materials launch-sessions launch-recruit launch-baseline launch-event".split(
    " ",
  ),
  ..."implement-event implement-support implement-encourage".split(" "),
];

const HELD = "recruitment baseline-survey training support-sessions submission-deadline".split(" ");

const GROUPS: readonly (readonly [group: string, header: string, value: string])[] = [
  ["Independent", "Planned size", "20"],
  ["Basic support", "Planned size", "12"],
  ["Basic support", "E-mail tips", "TRUE"],
  ["Standard support", "Planned size", "15"],
  ["Standard support", "E-mail tips", "TRUE"],
  ["Standard support", "Office hours", "TRUE"],
  ["Online learning lab / PLC", "Planned size", "18"],
  ["Online learning lab / PLC", "Facilitator", "Ken Whitehorse"],
];

const entry = (date: string, category: string, group: string, minutes: string, facilitator: string) => ({
  Date: date,
  Category: category,
  "Support group": group,
  Minutes: minutes,
  Facilitator: facilitator,
});

const LOG = [
  entry("2026-09-08", "E-mail reminders with tips", "Basic support", "45", "Rosa Delgado"),
  entry("2026-09-08", "E-mail reminders with tips", "Standard support", "45", "Rosa Delgado"),
  entry("2026-09-10", "Discussion board", "Online learning lab / PLC", "90", "Ken Whitehorse"),
  entry("2026-09-17", "Open office hours", "Standard support", "60", "Rosa Delgado"),
  entry("2026-09-17", "Discussion board", "Online learning lab / PLC", "90", "Ken Whitehorse"),
  entry("2026-10-01", "Open office hours", "Standard support", "60", "Rosa Delgado"),
  entry("2026-10-08", "Discussion board", "Online learning lab / PLC", "120", "Ken Whitehorse"),
];

function keysIn(editor: Editor, tab: string): readonly string[] {
  const column = cell(editor, tab, "Key", 1).slice(0, -1);
  return Array.from({ length: 98 }, (_, at) => String(editor.read(tab, `${column}${at + 2}`)));
}

/** Types into the row that has this key in its Key column, under this header. */
function edit(editor: Editor, tab: string, key: string, header: string, value: string): void {
  for (let row = 2; row < 100; row++) {
    if (editor.read(tab, cell(editor, tab, "Key", row)) !== key) continue;
    editor.type(tab, cell(editor, tab, header, row), value);
    return;
  }
}

function cell(editor: Editor, tab: string, header: string, row: number): string {
  const letter = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("").find((each) => editor.read(tab, `${each}1`) === header);
  if (!letter) throw new Error(`The sample looks for a column ${header} in ${tab}`);
  return `${letter}${row}`;
}
