import { readDelimited } from "../../src/files/delimited-text";
import type { Host } from "../../src/local/host";
import { benchFiles } from "./generate";
import { openHost } from "./run-steps";
import { program } from "./steps";

/** The survey that a form is made for. */
export const SURVEY = "check-in";

/** A workbook that was set up, with so many people in it. */
export function openWithRoster(people: number, dist: string, world: Parameters<typeof openHost>[1] = {}): Host {
  const host = openHost(dist, world);
  const roster = { name: "roster.csv", cells: readDelimited(benchFiles(people).roster) };
  must(host.call("setUpWorkbook", { program }));
  must(host.call("importRoster", { source: roster }));
  return host;
}

/** Makes the form of SURVEY, of the questions that a new workbook has. */
export function createForm(host: Host) {
  must(host.call("createSurvey", { survey: SURVEY }));
  const [form] = host.services.outside().forms;
  if (!form) throw new Error("there is no form");
  return form;
}

interface Done {
  readonly ok: boolean;
  readonly problems: readonly { readonly code: string }[];
}

export function must({ ok, problems }: Done): void {
  if (!ok) throw new Error(problems.map(({ code }) => code).join(", "));
}

/** The texts under a header that are not blank. */
export function columnOf(host: Host, tab: string, header: string): readonly string[] {
  const cells = cellsOfTab(host, tab);
  const place = cells.find(({ row, value }) => row === 1 && value === header)?.column;
  return cells
    .filter(({ row, column, value }) => row > 1 && column === place && value !== "")
    .map(({ value }) => String(value));
}

/** Types a survey of the team's own into the tab Surveys, below the last one. */
export function addSurvey(host: Host, label: string): void {
  const cells = cellsOfTab(host, "Surveys");
  const column = cells.find(({ row, value }) => row === 1 && value === "Survey")?.column ?? 1;
  const last = Math.max(...cells.filter((cell) => cell.column === column && cell.value !== "").map(({ row }) => row));
  host.services.editor.type("Surveys", `${String.fromCharCode(64 + column)}${last + 1}`, label);
}

function cellsOfTab({ services }: Host, tab: string) {
  const sheet = services.tab(tab);
  if (!sheet) throw new Error(`there is no tab ${tab}`);
  return sheet.cells;
}
