import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { decodeText } from "../../src/files/decode-text";
import { readDelimited } from "../../src/files/delimited-text";
import type { FormAnswer, FormItemData } from "../../src/local/form-data";
import type { Host } from "../../src/local/host";
import { randomNumbers } from "../../src/local/random-numbers";
import { peakBytes, timed } from "./run-steps";
import { addSurvey, columnOf, createForm, openWithRoster } from "./survey-host";

/** Reading files and splitting their text into cells, and nothing else. */
export interface FilesParsed {
  readonly milliseconds: number;
  readonly peakBytes: number;
  readonly bytes: number;
  /** Lines below the headers that say anything. */
  readonly rows: number;
}

/** A command, and the same again. */
export interface TwiceRun {
  readonly first: CommandRun;
  readonly second: CommandRun;
  /** What the process had held before. */
  readonly peakBefore: number;
  /** Answers that the workbook has at the end. */
  readonly answers: number;
}

interface CommandRun {
  readonly ok: boolean;
  readonly milliseconds: number;
  readonly reads: number;
  readonly writes: number;
  readonly peakBytes: number;
}

/** Reads and parses files in this fresh process: what an import of them cannot do without. */
export function parseFiles(paths: readonly string[]): FilesParsed {
  let bytes = 0;
  const [tables, milliseconds] = timed(() =>
    paths.map((path) => {
      const read = readFileSync(path);
      bytes += read.length;
      return cellsOf(path, read);
    }),
  );
  const rows = tables.flatMap((cells) => cells.slice(1)).filter((cells) => cells.some((cell) => cell.trim() !== ""));
  return { milliseconds, peakBytes: peakBytes(), bytes, rows: rows.length };
}

/** Imports files, each into a survey of its own, and imports them again; reading and parsing them is part of it. */
export function importFiles(people: number, dist: string, paths: readonly string[]): TwiceRun {
  const host = openWithRoster(people, dist);
  for (const path of paths) addSurvey(host, basename(path));
  const known = host.call("readDialogFacts").surveys;
  const surveys = paths.map((path) => ({ path, survey: known.find(({ label }) => label === basename(path))?.id }));
  const importAll = () =>
    surveys.map(({ path, survey }) => {
      const source = { name: basename(path), cells: cellsOf(path, readFileSync(path)) };
      return host.call("importResponses", { survey, source });
    });
  return { ...twice(host, importAll), answers: matchRows(host) };
}

/** Collects so many answers from a form's response tab, and collects them again. */
export function collectFromForm(people: number, dist: string): TwiceRun {
  const host = openWithRoster(people, dist);
  const form = createForm(host);
  const codes = columnOf(host, "Roster", "Survey code");
  const random = randomNumbers(people);
  for (const code of codes) {
    const entries = form.items.flatMap((item, at) =>
      "entry" in item ? [[item.entry, at === 0 ? code : answerTo(item, random)] as const] : [],
    );
    const { kind } = host.answerForm(form.id, { entries: Object.fromEntries(entries) });
    if (kind !== "sent") throw new Error("the form took no answer");
  }
  return { ...twice(host, () => [host.call("collectAnswers", {})]), answers: matchRows(host) };
}

function twice(host: Host, run: () => readonly { readonly ok: boolean }[]): Omit<TwiceRun, "answers"> {
  const peakBefore = peakBytes();
  const once = (): CommandRun => {
    // The counter starts anew with each command.
    const calls = { reads: 0, writes: 0 };
    const remove = host.services.hooks.beforeCall((_, kind) => {
      if (kind === "read") calls.reads += 1;
      if (kind === "write") calls.writes += 1;
    });
    const [results, milliseconds] = timed(run);
    remove();
    return { ok: results.every(({ ok }) => ok), milliseconds, ...calls, peakBytes: peakBytes() };
  };
  return { first: once(), second: once(), peakBefore };
}

function cellsOf(path: string, bytes: Uint8Array): readonly (readonly string[])[] {
  const decoded = decodeText(bytes);
  if ("problem" in decoded) throw new Error(`${path}: ${decoded.problem}`);
  return readDelimited(decoded.text);
}

/** As an answer of somebody in a hurry: something for most questions. */
function answerTo(item: FormItemData, random: () => number): FormAnswer {
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  switch (item.kind) {
    case "choice":
    case "list":
      return pick(item.choices) ?? "";
    case "checkboxes":
      return item.choices.filter(() => random() < 0.4);
    case "scale":
      return String(item.from + Math.floor(random() * (item.to - item.from + 1)));
    case "grid":
      return item.rows.map(() => pick(item.columns) ?? "");
    case "checkbox-grid":
      return item.rows.map(() => item.columns.slice(0, 1));
    case "date":
      return "2026-10-01";
    default:
      return random() < 0.5 ? "More time with my team would have helped." : "It was well paced";
  }
}

const matchRows = (host: Host): number => columnOf(host, "Survey matches", "Key").length;
