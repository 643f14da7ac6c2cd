import { gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ChartData } from "../../../src/local/workbook-data";
import { programOf } from "../../../src/local/workspace/program-data";
import { readProgramFile, writeProgramFile } from "../../../src/local/workspace/program-file";
import { openServices } from "../appsscript/open-services";
import { anyProgram, FULL, programOfRows, programWith } from "./programs";

const AREA = { row: 1, column: 1, rows: 1, columns: 1 };

const chartOver = (rows: number): ChartData => ({
  id: "c",
  kind: "bar",
  ranges: [{ sheetId: 1, range: { row: 1, column: 1, rows, columns: 10 } }],
  title: "",
  row: 1,
  column: 1,
  width: 100,
  height: 100,
  description: "",
});

async function problemOf(file: Blob) {
  const read = await readProgramFile(file);
  return read.ok ? null : read.problem;
}

describe("a program file", () => {
  it("gives the same program back, with all that a program can have", async () => {
    expect(await readProgramFile(await writeProgramFile(FULL))).toEqual({ ok: true, data: FULL });
  });

  it("gives any program back", async () => {
    await fc.assert(
      fc.asyncProperty(anyProgram, async (program) => {
        expect(await readProgramFile(await writeProgramFile(program))).toEqual({ ok: true, data: program });
      }),
      { numRuns: 60 },
    );
  });

  it("is compressed, and read without compression too", async () => {
    const program = programOfRows(500);
    const file = await writeProgramFile(program);
    const plain = new Blob([JSON.stringify(program)]);
    expect(file.size).toBeLessThan(plain.size / 5);
    expect(await readProgramFile(plain)).toEqual({ ok: true, data: program });
  });

  it("loses what a reader does not know", async () => {
    const read = await readProgramFile(new Blob([JSON.stringify({ ...FULL, more: [1] })]));
    expect(read).toEqual({ ok: true, data: FULL });
  });
});

describe("a file that is no program", () => {
  it.each([
    ["nothing", ""],
    ["text", "First name,Last name\r\nAna,Abbott"],
    ["other JSON", '{"format":"something-else","version":1}'],
    ["a list", "[1,2]"],
    ["null", "null"],
  ])("is refused: %s", async (_, content) => {
    expect(await problemOf(new Blob([content]))).toEqual({ code: "not-a-program" });
    expect(await problemOf(new Blob([gzipSync(content)]))).toEqual({ code: "not-a-program" });
  });

  it("is refused: bytes that are no text, a zip archive, gzip that is none", async () => {
    expect(await problemOf(new Blob([new Uint8Array([0xff, 0xfe, 0x00, 0xd8])]))).toEqual({ code: "not-a-program" });
    expect(await problemOf(new Blob(["PK\u0003\u0004 something"]))).toEqual({ code: "not-a-program" });
    expect(await problemOf(new Blob([new Uint8Array([0x1f, 0x8b, 9, 9, 9])]))).toEqual({ code: "not-a-program" });
  });

  it("is refused where it cannot be read at all", async () => {
    class Gone extends Blob {
      override arrayBuffer(): Promise<ArrayBuffer> {
        return Promise.reject(new DOMException("gone", "NotFoundError"));
      }
      override slice(): Blob {
        return this;
      }
    }
    expect(await problemOf(new Gone(["{}"]))).toEqual({ code: "not-a-program" });
  });
});

describe("a file of a newer planner", () => {
  it("is left alone, whatever it has inside", async () => {
    const file = new Blob([JSON.stringify({ format: "micro-credential-planner", version: 7, workbook: "new" })]);
    expect(await problemOf(file)).toEqual({ code: "newer-program", found: 7, supported: 1 });
  });
});

describe("a file that is too large", () => {
  it("is refused before it is read", async () => {
    class Huge extends Blob {
      override get size(): number {
        return 200 * 1024 * 1024;
      }
      override stream(): never {
        throw new Error("it was read");
      }
      override slice(): never {
        throw new Error("it was read");
      }
    }
    const limit = 100 * 1024 * 1024;
    expect(await problemOf(new Huge())).toEqual({ code: "file-too-large", bytes: 2 * limit, limit });
  });

  it("is given up where it unpacks to more than the limit", async () => {
    const bomb = new Blob([gzipSync(" ".repeat(20_000_000))]);
    expect(bomb.size).toBeLessThan(30_000);
    const read = await readProgramFile(bomb, { file: 30_000, text: 1_000_000 });
    expect(read).toEqual({
      ok: false,
      problem: { code: "file-too-large", bytes: expect.any(Number), limit: 1_000_000 },
    });
    const bytes = read.ok || read.problem.code !== "file-too-large" ? 0 : read.problem.bytes;
    expect(bytes).toBeLessThan(2_000_000);
  });
});

describe("a damaged file", () => {
  it("is known as a program that was cut off", async () => {
    const file = await writeProgramFile(programOfRows(500));
    const cutOff = file.slice(0, file.size - 2000);
    expect(await problemOf(cutOff)).toEqual({ code: "damaged-program", place: "file" });
    const plain = JSON.stringify(FULL, null, 2);
    expect(await problemOf(new Blob([plain.slice(0, -20)]))).toEqual({ code: "damaged-program", place: "file" });
  });

  it.each([
    ["a place outside the grid", { cells: [{ row: 101, column: 1, value: 1 }] }, "workbook.sheets[0].cells[0]"],
    ["row 0", { cells: [{ row: 0, column: 1, value: 1 }] }, "workbook.sheets[0].cells[0].row"],
    ["half a column", { cells: [{ row: 1, column: 1.5, value: 1 }] }, "workbook.sheets[0].cells[0].column"],
    ["a cell with a list", { cells: [{ row: 1, column: 1, value: [] }] }, "workbook.sheets[0].cells[0].value"],
    ["a cell with nothing", { cells: [{ row: 1, column: 1, value: null }] }, "workbook.sheets[0].cells[0].value"],
    [
      "a formula that is none",
      { cells: [{ row: 1, column: 1, value: 1, formula: "1" }] },
      "workbook.sheets[0].cells[0].formula",
    ],
    ["a note outside the grid", { notes: [{ row: 1, column: 11, text: "" }] }, "workbook.sheets[0].notes[0]"],
    [
      "a format past the edge",
      { formats: [{ range: { ...AREA, rows: 101 }, format: {} }] },
      "workbook.sheets[0].formats[0]",
    ],
    [
      "a colour that is none",
      { formats: [{ range: AREA, format: { background: "url(x)" } }] },
      "workbook.sheets[0].formats[0].format.background",
    ],
    [
      "an unknown rule",
      { validations: [{ range: AREA, rule: { kind: "odd" } }] },
      "workbook.sheets[0].validations[0].rule.kind",
    ],
    ["more charts than can be drawn", { charts: Array(101).fill(chartOver(1)) }, "workbook.sheets[0].charts"],
    [
      "charts of more figures than can be drawn",
      { rowCount: 50_000, charts: Array(5).fill(chartOver(50_000)) },
      "workbook.sheets[0].charts",
    ],
    ["a tab without rows", { rowCount: 0 }, "workbook.sheets[0].rowCount"],
    ["more cells than Google allows", { rowCount: 1_000_001 }, "workbook.sheets[0].rowCount"],
    ["a name too long", { name: "n".repeat(101) }, "workbook.sheets[0].name"],
    ["a width for no column", { columnWidths: { x: 10 } }, "workbook.sheets[0].columnWidths.x"],
  ])("is refused, and says where: %s", async (_, sheet, place) => {
    const program = programWith();
    const [tab] = program.workbook.sheets;
    const file = new Blob([
      JSON.stringify({ ...program, workbook: { ...program.workbook, sheets: [{ ...tab, ...sheet }] } }),
    ]);
    expect(await problemOf(file)).toEqual({ code: "damaged-program", place });
  });

  it.each([
    ["no tabs", { sheets: [] }, "workbook.sheets"],
    ["a zone that is none", { timeZone: "Mars/Olympus" }, "workbook.timeZone"],
    ["a locale that is none", { locale: "?" }, "workbook.locale"],
    [
      "a name for a tab that is not there",
      { namedRanges: [{ name: "a", sheetId: 2, range: AREA }] },
      "workbook.namedRanges[0]",
    ],
  ])("is refused, and says where: %s", async (_, given, place) => {
    const file = new Blob([JSON.stringify(programWith({}, given))]);
    expect(await problemOf(file)).toEqual({ code: "damaged-program", place });
  });

  it.each(["constructor", "__proto__", "1e3", ""])("is refused where a question goes by %j", async (entry) => {
    const [form] = FULL.outside.forms;
    const question = { kind: "text", id: 9, entry, title: "", helpText: "", required: false };
    const outside = { ...FULL.outside, forms: [{ ...form, items: [question] }] };
    expect(await problemOf(new Blob([JSON.stringify({ ...FULL, outside })]))).toEqual({
      code: "damaged-program",
      place: "outside.forms[0].items[0].entry",
    });
  });

  it("is refused where two tabs have the same id or name", async () => {
    const [tab] = programWith().workbook.sheets;
    const two = (other: object) =>
      new Blob([
        JSON.stringify({
          ...programWith(),
          workbook: { ...programWith().workbook, sheets: [tab, { ...tab, ...other }] },
        }),
      ]);
    expect(await problemOf(two({ name: "Other" }))).toEqual({
      code: "damaged-program",
      place: "workbook.sheets[1].id",
    });
    expect(await problemOf(two({ id: 2, name: "ROSTER" }))).toEqual({
      code: "damaged-program",
      place: "workbook.sheets[1].name",
    });
  });

  it("is refused where what lies over its cells would never come to an end", async () => {
    const all = { range: { row: 1, column: 1, rows: 100_000, columns: 100 }, format: { bold: true } };
    const program = programWith({ rowCount: 100_000, columnCount: 100, formats: [all, all, all, all, all] });
    const file = new Blob([JSON.stringify(program)]);
    expect(await problemOf(file)).toEqual({ code: "damaged-program", place: "workbook.sheets[0].formats" });
  });

  it("is refused where something outside of the workbook is wrong", async () => {
    const outside = { ...FULL.outside, mail: { sent: [], quota: { spent: 1, since: "yesterday" } } };
    const file = new Blob([JSON.stringify({ ...FULL, outside })]);
    expect(await problemOf(file)).toEqual({ code: "damaged-program", place: "outside.mail.quota.since" });
  });

  it("is refused, or the services can work on it, whatever was put in the place of a value", async () => {
    const places = fc.constantFrom(...placesOf(FULL));
    const wrong = fc.constantFrom<unknown>(null, -1, 0, 0.5, 12, 1e9, "", "x", "=1", true, [], {}, [null]);
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(places, wrong, async (path, value) => {
        const meddled = JSON.parse(JSON.stringify(FULL));
        put(meddled, path, value);
        const read = await readProgramFile(new Blob([JSON.stringify(meddled)]));
        if (!read.ok) return;
        accepted += 1;
        const services = openServices(read.data);
        for (const sheet of services.spreadsheet.getSheets()) sheet.getDataRange().getValues();
        const again = programOf(services.workbook(), services.outside());
        services.free();
        expect((await readProgramFile(await writeProgramFile(again))).ok).toBe(true);
      }),
      { numRuns: 200 },
    );
    expect(accepted).toBeGreaterThan(5);
  });
});

type Path = readonly string[];

function placesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return [
    ...(path.length > 0 ? [path] : []),
    ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...path, key])),
  ];
}

function put(target: unknown, [key = "", ...rest]: Path, value: unknown): void {
  const holder = Object(target);
  if (rest.length === 0) holder[key] = value;
  else put(holder[key], rest, value);
}
