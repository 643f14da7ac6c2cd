/** The whole job from a terminal, with the built program as `npm run demo` runs it. */
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildLocal } from "../../scripts/bundle/local.mjs";
import { readOptions } from "../../src/local/cli-options";
import { type ResultsFile, runProgram } from "../../src/local/run-program";
import { readXlsx, writeXlsx } from "../../src/local/xlsx";
import { ROOT } from "../helpers/project";
import { dist, openPlanner, type Planner } from "./helpers";

/** A folder like the project's: dist/ (which the helpers built), build/local/ and node_modules/. */
const home = dirname(dist);

beforeAll(async () => {
  await buildLocal(ROOT, join(home, "build/local"));
  symlinkSync(join(ROOT, "node_modules"), join(home, "node_modules"), "dir");
});

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

interface Ran {
  readonly code: number;
  readonly said: string;
  readonly complained: string;
}

function start(words: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(home, "build/local/cli.mjs"), ...words], (error, said, complained) => {
      resolve({ code: error ? Number(error.code) : 0, said, complained });
    });
  });
}

/** The same in this process, which is quicker to start: what the command does with it, all but the words. */
async function job(words: readonly string[]): Promise<{ readonly code: number }> {
  const read = readOptions(words, new Date());
  if ("problem" in read) throw new Error(read.problem);
  const done = await runProgram(read.options, dist);
  if ("problem" in done) throw new Error(done.problem);
  for (const [name, content] of done.files) writeFileSync(join(read.options.out, name), content);
  return { code: done.usable ? 0 : 1 };
}

/** A new folder with these files, and where the results go. */
function folderWith(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = mkdtempSync(join(tmpdir(), "planner-cli-"));
  folders.push(folder);
  mkdirSync(join(folder, "out"));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const out = join(folder, "out");
  return {
    out,
    file: (name: string) => join(folder, name),
    results: (): ResultsFile => JSON.parse(readFileSync(join(out, "results.json"), "utf8")),
  };
}

async function openOut(out: string): Promise<Planner> {
  const read = await readXlsx(readFileSync(join(out, "planner.xlsx")));
  if (!read.ok) throw new Error("planner.xlsx cannot be read");
  return openPlanner({ workbook: read.workbook });
}

const ROSTER = "Name,E-mail,Support group\nAnn,ann@x.org,Independent\nBo,bo@x.org,Online learning lab / PLC\n";
const SENT =
  "E-mail,Micro-credential,Attempt,Outcome\nann@x.org,A,1,Awarded\nbo@x.org,A,1,Not yet\nbo@x.org,A,2,Awarded\n";
const END = "Timestamp,Email Address,Clear?\n4/22/2026 19:57:50,ann@x.org,4\n4/23/2026 19:57:50,bo@x.org,5\n";

describe("a program from three files", () => {
  it("is set up, imported, computed and reported; run again, its imports write nothing", async () => {
    const { file, out, results } = folderWith({ "r.csv": ROSTER, "s.csv": SENT, "e.csv": END });
    const words = ["--roster", file("r.csv"), "--submissions", file("s.csv"), "--responses", `end=${file("e.csv")}`];
    const first = await start([...words, "--as-of", "2026-10-01", "--out", out]);
    expect(first).toMatchObject({ code: 0, complained: "" });
    for (const name of ["planner.xlsx", "report.docx", "results.json"]) expect(first.said).toContain(join(out, name));
    expect(results()).toMatchObject({
      asOf: "2026-10-01",
      funnel: { enrolled: 2, submitted: 2, decided: 2, awarded: 2 },
      reference: "independent",
      surveys: [
        { survey: "end", responses: 2, matched: 2, duplicates: 0, questions: [{ title: "Clear?", answered: 2 }] },
      ],
    });
    expect(results().supportModels.map(({ model, attempts }) => [model, attempts.decided])).toEqual([
      ["independent", 1],
      ["plc", 2],
    ]);

    // Meanwhile somebody works in planner.xlsx.
    const planner = await openOut(out);
    planner.type("Roster", "Notes", 2, "left-handed");
    planner.typeRow("Roster", { Name: "Cy", "E-mail": "cy@x.org", "Support group": "Independent" });
    planner.editor.renameTab("Roster", "Teachers");
    writeFileSync(join(out, "planner.xlsx"), await writeXlsx(planner.services.workbook()));

    const second = await start([...words, "--out", out]);
    expect(second.code).toBe(0);
    expect(results().funnel.enrolled).toBe(3);
    const { serviceCalls } = results();
    expect(serviceCalls).not.toHaveProperty("set-up");
    expect(serviceCalls["import-submissions"]?.writes).toBe(0);
    expect(serviceCalls["import-responses:end"]?.writes).toBe(0);
    const later = await openOut(out);
    expect(later.rows("Teachers")).toMatchObject([
      { Name: "Ann", Notes: "left-handed", "Participant id": "P-0001" },
      { Name: "Bo", "Participant id": "P-0002" },
      { Name: "Cy", "Participant id": "P-0003" },
    ]);

    const third = await start([...words, "--out", out]);
    expect(third.code).toBe(0);
    const imports = Object.entries(results().serviceCalls).filter(([name]) => name.startsWith("import"));
    expect(imports.map(([name, { writes }]) => [name, writes])).toEqual([
      ["import-roster", 0],
      ["import-submissions", 0],
      ["import-responses:end", 0],
    ]);
  });

  it("takes the date order and the reference that were given", async () => {
    const dated = "E-mail,Support group,Enrolled on\nann@x.org,Independent,03/04/2026\nbo@x.org,PLC,05/06/2026\n";
    const { file, out, results } = folderWith({ "r.csv": dated, "s.csv": SENT });
    const words = ["--roster", file("r.csv"), "--submissions", file("s.csv"), "--out", out];
    await job([...words, "--dates", "dmy", "--reference", "independent"]);
    expect(results().problems.map(({ code }) => code)).not.toContain("ambiguous-date");
    const planner = await openOut(out);
    const cells = planner.sheet("Roster").cells.filter(({ row, column }) => row === 2 && column === 8);
    expect(cells.map(({ value }) => value)).toEqual([46115]);
    expect(results().reference).toBe("independent");
  });
});

describe("what cannot be used", () => {
  const LONG = "x".repeat(40_000);
  const qualtrics = `StartDate,EndDate,RecipientEmail,Q1\nStart Date,End Date,Recipient Email,How was it?\n"{""ImportId"":""startDate""}","{""ImportId"":""endDate""}","{""ImportId"":""recipientEmail""}","{""ImportId"":""QID1""}"\n2026-04-22 10:00:00,2026-04-22 10:05:00,ann@x.org,Good\n`;
  const microsoft =
    "ID,Start time,Completion time,Email,Name,How was it?\n1,4/22/26 10:00:00,4/22/26 10:05:00,ann@x.org,Ann,Good\n";

  it("a missing file: says so by name, and ends with 1", async () => {
    const { file, out, results } = folderWith({});
    const ran = await start(["--roster", file("gone.csv"), "--out", out]);
    expect(ran.code).toBe(1);
    expect(ran.said).toContain("gone.csv: this file was not found");
    expect(results().problems).toMatchObject([{ code: "file-missing", file: file("gone.csv") }]);
  });

  it.each([
    ["an empty file", "empty.csv", "", "file-empty"],
    ["a damaged Excel workbook", "book.xlsx", new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]), "xlsx-damaged"],
    ["a workbook of old Excel", "b.xls", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), "xls-old"],
    ["bytes that are no text", "photo.csv", new Uint8Array([0, 1, 2, 0, 3, 255, 0, 7]), "file-unreadable"],
    ["headers and nothing below", "bare.csv", "Name,E-mail\n", "nothing-to-import"],
    ["a table without people", "other.csv", "Colour,Size\nred,4\n", "no-identity-column"],
  ])("%s: says so by name, and ends with 1", async (_, name, content, code) => {
    const { file, out, results } = folderWith({ [name]: content });
    expect(await job(["--roster", file(name), "--out", out])).toEqual({ code: 1 });
    const found = results().problems.find((each) => each.code === code);
    expect(found?.message).toContain(name);
    expect(results().funnel.enrolled).toBe(0);
  });

  it("one bad file beside a good one: the good one is used, and it ends with 0", async () => {
    const { file, out, results } = folderWith({ "r.csv": ROSTER });
    const words = ["--roster", file("r.csv"), "--submissions", file("gone.csv"), "--out", out];
    expect(await job(words)).toEqual({ code: 0 });
    expect(results().funnel.enrolled).toBe(2);
    expect(results().problems.map(({ code }) => code)).toContain("file-missing");
  });

  it.each([
    ["Qualtrics", qualtrics, "qualtrics-export"],
    ["Microsoft Forms", microsoft, "microsoft-forms-export"],
  ])("an export of %s: says so, takes the answer and no line that describes it", async (_, text, code) => {
    const { file, out, results } = folderWith({ "r.csv": ROSTER, "e.csv": text });
    const words = ["--roster", file("r.csv"), "--responses", `end=${file("e.csv")}`, "--out", out];
    expect(await job(words)).toEqual({ code: 0 });
    expect(results().problems.map((each) => each.code)).toContain(code);
    expect(results().surveys).toMatchObject([{ survey: "end", responses: 1, matched: 1 }]);
    const planner = await openOut(out);
    expect(planner.rows("Answers: End survey").length).toBe(1);
  });

  it("headers of 40,000 characters: kept whole, told short", async () => {
    const { file, out, results } = folderWith({ "e.csv": `Timestamp,${LONG}\n4/22/2026 10:00:00,Good\n` });
    expect(await job(["--responses", `end=${file("e.csv")}`, "--out", out])).toEqual({ code: 0 });
    const found = results().problems.find(({ code }) => code === "header-too-long");
    expect(found?.message.length).toBeLessThan(400);
    expect(results().surveys[0]?.questions).toMatchObject([{ title: LONG, answered: 1 }]);
    expect((await openOut(out)).headers("Answers: End survey")).toEqual(["Timestamp", LONG]);
  });

  it("another encoding: read, and said which; UTF-8 is never taken for anything else", async () => {
    const latin = Buffer.from("Name,E-mail\nJosé Peña,jose@x.org\nZoë Müller,zoe@x.org\n", "latin1");
    const first = folderWith({ "latin.csv": latin });
    expect((await job(["--roster", first.file("latin.csv"), "--out", first.out])).code).toBe(0);
    expect(first.results().problems.map(({ code }) => code)).toContain("encoding-guessed");
    expect((await openOut(first.out)).column("Roster", "Name")).toEqual(["José Peña", "Zoë Müller"]);

    const second = folderWith({ "utf8.csv": "\ufeffName;E-mail\r\nJosé Peña;jose@x.org\r\n" });
    expect((await job(["--roster", second.file("utf8.csv"), "--out", second.out])).code).toBe(0);
    expect(second.results().problems.map(({ code }) => code)).not.toContain("encoding-guessed");
    expect((await openOut(second.out)).column("Roster", "Name")).toEqual(["José Peña"]);
  });

  it("a planner.xlsx that cannot be read: is left alone, and it ends with 1", async () => {
    const { file, out } = folderWith({ "r.csv": ROSTER });
    writeFileSync(join(out, "planner.xlsx"), "no workbook");
    const ran = await start(["--roster", file("r.csv"), "--out", out]);
    expect(ran.code).toBe(1);
    expect(ran.complained).toContain("planner.xlsx");
    expect(readFileSync(join(out, "planner.xlsx"), "utf8")).toBe("no workbook");
  });

  it.each([
    ["an option that is none", ["--rooster", "r.csv"]],
    ["a survey that is none", ["--responses", "midterm=e.csv"]],
    ["a day that is none", ["--roster", "r.csv", "--as-of", "2026-02-30"]],
    ["a model that is none", ["--roster", "r.csv", "--reference", "best"]],
  ])("%s: shows how it is used, and ends with 1", async (_, words) => {
    const ran = await start(words);
    expect(ran.code).toBe(1);
    expect(ran.complained).toContain("usage: npm run demo");
  });
});
