/** Real files and hostile strings that nobody here wrote, where ../shared is present. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { decodeText } from "../../src/files/decode-text";
import { readXlsx, writeXlsx } from "../../src/local/xlsx";
import { ROOT } from "../helpers/project";
import { file, openPlanner, openSetUp, type Planner, table } from "./helpers";

const SHARED = join(ROOT, "../shared");
const isPresent = existsSync(join(SHARED, "data/blns.json"));
const read = (name: string): string => {
  const decoded = decodeText(readFileSync(join(SHARED, "data", name)));
  if ("problem" in decoded) throw new Error(`${name}: ${decoded.problem}`);
  return decoded.text;
};

beforeAll(() => {
  if (!isPresent) console.warn(`skipped: ${SHARED}/data is not here, so the public files are not tried`);
});

/** A blank is no text, and no spreadsheet keeps more than this. */
function naughtyStrings(): readonly string[] {
  const strings: string[] = JSON.parse(read("blns.json"));
  const payloads = read("csv_injection_payloads_payloadbox.txt").split("\n");
  return [...new Set([...strings, ...payloads])].filter((text) => text.trim() !== "" && !text.includes("\r"));
}

/** Texts under one header, in the rows that have one, exactly as they stand in the file. */
function texts(planner: Planner, tab: string, header: string): readonly unknown[] {
  const { cells } = planner.sheet(tab);
  const column = planner.headers(tab).indexOf(header) + 1;
  return cells.filter((cell) => cell.column === column && cell.row > 1).map(({ value }) => value);
}

const formulas = (planner: Planner, tab: string) => planner.sheet(tab).cells.filter(({ formula }) => formula);

async function throughXlsx(planner: Planner): Promise<Planner> {
  const back = await readXlsx(await writeXlsx(planner.services.workbook()));
  if (!back.ok) throw new Error("the workbook that was written cannot be read");
  return openPlanner({ workbook: back.workbook });
}

describe.runIf(isPresent)("hostile strings", () => {
  it("as names, notes and e-mails of a roster stay the text that they are, also through .xlsx", async () => {
    const strings = naughtyStrings();
    expect(strings.length).toBeGreaterThan(490);
    const planner = openSetUp();
    const rows = strings.map((text, at) => [`p${at}@x.org`, text, text]);
    const imported = table("naughty.csv", [["E-mail", "Name", "Notes"], ...rows]);
    expect(planner.call("importRoster", imported)).toMatchObject({ ok: true, data: { added: strings.length } });
    expect(planner.call("importRoster", imported).changes).toEqual([]);
    const emails = openSetUp();
    emails.call("importRoster", table("emails.csv", [["E-mail"], ...strings.map((text) => [text])]));
    const kept = new Set(texts(emails, "Roster", "E-mail"));
    // The same but for case and spaces is the same person: the second one waits in the review list, whole.
    const waiting = texts(emails, "Review", "In the file");
    const others = strings.filter((text) => !kept.has(text));
    expect(others.filter((text) => !waiting.includes(text))).toEqual([]);
    expect(others.length).toBeLessThan(20);
    for (const opened of [planner, await throughXlsx(planner)]) {
      expect(texts(opened, "Roster", "Name")).toEqual(strings);
      expect(texts(opened, "Roster", "Notes")).toEqual(strings);
      expect(formulas(opened, "Roster")).toEqual([]);
    }
    for (const opened of [emails, await throughXlsx(emails)]) {
      expect(new Set(texts(opened, "Roster", "E-mail"))).toEqual(kept);
      expect([...formulas(opened, "Roster"), ...formulas(opened, "Review")]).toEqual([]);
    }
  });

  it("as participants, micro-credentials and notes of submissions", async () => {
    const strings = naughtyStrings();
    const planner = openSetUp();
    const rows = strings.map((text, at) => [`p${at}`, text, text, text]);
    const imported = table("naughty.csv", [["Participant", "Micro-credential", "Notes", "Link"], ...rows]);
    expect(planner.call("importSubmissions", imported)).toMatchObject({ ok: true, data: { added: strings.length } });
    planner.call("importSubmissions", imported);
    expect(planner.cost().writes).toBe(0);
    const named = openSetUp();
    named.call(
      "importSubmissions",
      table("n.csv", [["Participant", "Attempt"], ...strings.map((text, at) => [text, String(at)])]),
    );
    for (const opened of [planner, await throughXlsx(planner)]) {
      for (const header of ["Micro-credential", "Notes", "Link"])
        expect(texts(opened, "Submissions", header)).toEqual(strings);
      expect(formulas(opened, "Submissions")).toEqual([]);
    }
    expect(texts(named, "Submissions", "Participant")).toEqual(strings);
    expect([...formulas(named, "Submissions"), ...formulas(named, "Review")]).toEqual([]);
  });

  it("as answers and as questions of a survey", async () => {
    const strings = naughtyStrings();
    const planner = openSetUp();
    const answers = strings.map((text, at) => [
      `2026-09-01 10:00:${String(at % 60).padStart(2, "0")}`,
      `p${at}@x.org`,
      text,
    ]);
    const imported = { survey: "end", ...table("naughty.csv", [["Timestamp", "Email", "What?"], ...answers]) };
    expect(planner.call("importResponses", imported)).toMatchObject({ ok: true, data: { added: strings.length } });
    planner.call("importResponses", imported);
    expect(planner.cost().writes).toBe(0);
    expect(planner.call("refreshResults", {}).ok).toBe(true);
    expect(planner.call("createReport", {}).ok).toBe(true);
    const headers = openSetUp();
    const asked = {
      survey: "end",
      ...table("q.csv", [
        ["Timestamp", ...strings],
        ["2026-09-01 10:00:00", ...strings],
      ]),
    };
    expect(headers.call("importResponses", asked).ok).toBe(true);
    expect(headers.headers("Answers: End survey").slice(1)).toEqual(strings);
    headers.call("importResponses", asked);
    expect(headers.cost().writes).toBe(0);
    expect(headers.call("refreshResults", {}).ok).toBe(true);
    for (const opened of [planner, await throughXlsx(planner)]) {
      expect(texts(opened, "Answers: End survey", "What?")).toEqual(strings);
      for (const tab of ["Answers: End survey", "Survey matches", "Survey results"])
        expect(formulas(opened, tab)).toEqual([]);
    }
    for (const tab of ["Answers: End survey", "Survey results"]) expect(formulas(headers, tab)).toEqual([]);
  });
});

describe.runIf(isPresent)("surveys that people really ran", () => {
  it("125 instructors answered 25 questions; the same file again changes nothing", () => {
    const planner = openSetUp();
    const survey = {
      survey: "baseline",
      ...file("instructors.csv", read("gform_en_instructors_jupyter_edu_2016.csv")),
    };
    expect(planner.call("importResponses", survey)).toMatchObject({ ok: true, data: { rows: 125, added: 125 } });
    expect(planner.headers("Answers: Baseline").length).toBe(25);
    const { data } = planner.call("refreshResults", {});
    expect(data?.surveys).toMatchObject([{ survey: "baseline", responses: 125, matched: 0, duplicates: 0 }]);
    expect(planner.call("importResponses", survey)).toMatchObject({ changes: [] });
    expect(planner.cost().writes).toBe(0);
    expect(formulas(planner, "Answers: Baseline")).toEqual([]);
  });

  it.each([
    ["gform_en_classroom_observations_2022.csv", 14],
    ["gform_direct_csv_mds_language.csv", 85],
    ["gform_es_learning_r_2018.tsv", 295],
    ["gform_en_hotdog_sp24_resaved_in_excel.csv", 91],
    ["gform_cleaned_iso_timestamps_openwashdata_pre.csv", 212],
    ["carpentries_instructor_training_post.csv", 967],
  ])("%s: every row of %i is kept, as text, once", (name, rows) => {
    const planner = openSetUp();
    const survey = { survey: "end", ...file(name, read(name)) };
    const result = planner.call("importResponses", survey);
    expect(result).toMatchObject({ ok: true, data: { rows } });
    expect(formulas(planner, "Answers: End survey")).toEqual([]);
    const copies = planner.column("Survey matches", "Copies").reduce<number>((sum, count) => sum + Number(count), 0);
    expect(copies).toBe(rows);
    planner.call("importResponses", survey);
    expect(planner.cost().writes).toBe(0);
  });
});

describe.runIf(isPresent)("the real cohort of 191 instructor trainings", () => {
  it("788 of 1,611 were awarded in person and 1,071 of 2,078 online", { timeout: 120_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), "planner-cohort-"));
    try {
      execFileSync(process.execPath, [join(SHARED, "tools/carpentries-cohort.mjs"), folder]);
      const planner = openSetUp();
      const given = (name: string) => file(name, readFileSync(join(folder, name), "utf8"));
      expect(planner.call("importRoster", given("roster.csv")).ok).toBe(true);
      expect(planner.call("importSubmissions", given("submissions.csv")).ok).toBe(true);
      const { data } = planner.call("refreshResults", {});
      expect(data?.supportModels).toMatchObject([
        { model: "standard", awarded: 788, decided: 1611 },
        { model: "plc", awarded: 1071, decided: 2078 },
      ]);
      planner.call("importRoster", given("roster.csv"));
      expect(planner.cost().writes).toBe(0);
      planner.call("importSubmissions", given("submissions.csv"));
      expect(planner.cost().writes).toBe(0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
