/** Survey answers from files of other programs, through the built bundle. */
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { readTable } from "../../src/files/read-table";
import { openSetUp, type Planner, table } from "./helpers";

const HEADERS = ["Timestamp", "Email Address", "Was it worth it?", "What helped?"];

function openWithPeople(): Planner {
  const planner = openSetUp();
  const people = ["Ann", "Bo"].map((name) => [name, `${name.toLowerCase()}@x.org`, "Learning lab"]);
  planner.call("importRoster", table("people.csv", [["Name", "E-mail", "Support group"], ...people]));
  return planner;
}

/** What the dialog sends of a workbook that a person picked. */
async function workbook(name: string, rows: readonly (readonly unknown[])[]) {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Sheet1");
  for (const row of rows) sheet.addRow([...row]);
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      if (cell.value instanceof Date) cell.numFmt = "m/d/yy h:mm:ss";
    }),
  );
  const read = await readTable(new Uint8Array(await book.xlsx.writeBuffer()));
  if ("problem" in read) throw new Error(read.problem);
  return { survey: "end", source: { name, cells: read.cells.map((row) => [...row]) } };
}

const at = (clock: string) => new Date(`2026-05-02T${clock}Z`);
const csv = (...rows: (readonly string[])[]) => ({ survey: "end", ...table("end.csv", rows) });
const codes = ({ problems }: { readonly problems: readonly { readonly code: string }[] }) =>
  problems.map(({ code }) => code);

describe("a workbook from Microsoft Forms", () => {
  const HEAD = ["ID", "Start time", "Completion time", "Email", "Name", "Was it worth it?", "What helped?"];
  const ROWS = [
    HEAD,
    [1, at("10:00:00"), at("10:05:00"), "ann@x.org", "Ann", 4, "Videos;Talks;"],
    [2, at("11:00:00"), at("11:05:00"), "anonymous", "", 5, "Videos;"],
  ];

  it("is imported once, with the moment of completion, and tied to people", async () => {
    const planner = openWithPeople();
    const input = await workbook("answers.xlsx", ROWS);
    const looked = planner.call("importResponses", { ...input, preview: true });
    expect(codes(looked)).toContain("microsoft-forms-export");
    expect(looked.data?.mapping.map(({ column }) => column)).toEqual([
      "",
      "",
      "@time",
      "@email",
      "@name",
      expect.stringMatching(/^@own$|^end-/),
      "@own",
    ]);
    expect(looked.data?.questions.length).toBeGreaterThan(5);
    expect(planner.call("importResponses", input)).toMatchObject({ ok: true, data: { added: 2, matched: 1 } });
    expect(planner.headers("Answers: End survey")).toEqual(HEAD.filter((header) => header !== "Start time"));
    expect(planner.column("Answers: End survey", "Completion time")).toEqual([
      "2026-05-02 10:05:00",
      "2026-05-02 11:05:00",
    ]);
    expect(planner.call("importResponses", input).changes).toEqual([]);
    expect(planner.cost().writes).toBe(0);
  });
});

describe("answers from two programs in one tab", () => {
  it("stay with their people and moments when they are read again from there", async () => {
    const planner = openWithPeople();
    planner.call("importResponses", csv(HEADERS, ["4/30/2026 9:00:00", "bo@x.org", "5", "Talks"]));
    const head = ["ID", "Start time", "Completion time", "Email", "Name", "How was the pace?"];
    const input = await workbook("forms.xlsx", [
      head,
      [1, at("10:00:00"), at("10:05:00"), "ann@x.org", "Ann", "Good"],
      [2, at("11:00:00"), at("11:05:00"), "anonymous", "", "Fast"],
    ]);
    expect(planner.call("importResponses", input)).toMatchObject({ data: { added: 2, matched: 2, unmatched: 1 } });
    expect(planner.call("collectAnswers").data?.surveys).toMatchObject([
      { answers: 3, added: 0, matched: 2, unmatched: 1 },
    ]);
    expect(planner.call("importResponses", input).changes).toEqual([]);
  });
});

describe("the same answers from two programs", () => {
  it("are the same, whichever way the moment is written and the ticks are joined", async () => {
    const planner = openWithPeople();
    planner.call(
      "importResponses",
      csv(
        HEADERS,
        ["5/2/2026 10:05:00", "ann@x.org", "4", "Videos, Talks"],
        ["5/22/2026 8:00:00", "bo@x.org", "5", "Talks"],
      ),
    );
    const again = await workbook("end.xlsx", [
      HEADERS,
      [at("10:05:00"), "ann@x.org", 4, "Videos;Talks"],
      [new Date("2026-05-22T08:00:00Z"), "bo@x.org", 5, "Talks"],
    ]);
    expect(planner.call("importResponses", again)).toMatchObject({ changes: [], data: { added: 0, matched: 2 } });
  });
});

describe("moments that can be read two ways", () => {
  const rows = [HEADERS, ["3/4/2026 10:00:00", "ann@x.org", "4", "a"], ["5/4/2026 10:00:00", "ann@x.org", "5", "b"]];

  it("are asked about with row and column, and the answer is remembered for the survey", () => {
    const planner = openWithPeople();
    const looked = planner.call("importResponses", { ...csv(...rows), preview: true });
    expect(looked.problems).toContainEqual(
      expect.objectContaining({ code: "ambiguous-date", column: "Timestamp", row: 2, count: 2 }),
    );
    expect(codes(planner.call("importResponses", { ...csv(...rows), dates: "dmy" }))).not.toContain("ambiguous-date");
    expect(planner.column("Answers: End survey", "Timestamp")).toEqual(["2026-04-03 10:00:00", "2026-04-05 10:00:00"]);
    const next = [HEADERS, ["6/4/2026 10:00:00", "bo@x.org", "4", "c"]];
    expect(codes(planner.call("importResponses", csv(...next)))).not.toContain("ambiguous-date");
    expect(planner.column("Survey matches", "Answered on").at(-1)).toBe("2026-04-06T10:00:00");
    expect(planner.call("importResponses", csv(...rows))).toMatchObject({ changes: [] });
  });
});

describe("what a column was taken for", () => {
  it("can be chosen, and is remembered", () => {
    const planner = openWithPeople();
    const rows = [
      ["When", "Friend", "Me", "Secret"],
      ["4/22/2026 19:57:50", "bo@x.org", "ann@x.org", "x"],
    ];
    const first = planner.call("importResponses", { ...csv(...rows), preview: true });
    expect(first.data?.mapping.map(({ column }) => column)).toEqual(["@time", "@email", "@own", "@own"]);
    const columns = [
      { header: "Friend", column: "@own" },
      { header: "Me", column: "@email" },
      { header: "Secret", column: "" },
    ];
    expect(planner.call("importResponses", { ...csv(...rows), columns })).toMatchObject({
      ok: true,
      data: { matched: 1 },
    });
    expect(planner.column("Survey matches", "Participant id")).toEqual(["P-0001"]);
    expect(planner.headers("Answers: End survey")).toEqual(["When", "Friend", "Me"]);
    expect(planner.call("importResponses", csv(...rows))).toMatchObject({ changes: [] });
    const surveys = planner.call("refreshResults", {}).data?.surveys;
    expect(JSON.stringify(surveys)).not.toContain("Secret");
  });
});

describe("an anonymous survey", () => {
  it("has nothing of who answered in its tab, whatever the file says", () => {
    const planner = openWithPeople();
    const row = planner.column("Surveys", "Survey").indexOf("End survey") + 2;
    planner.type("Surveys", "Answers", row, "Anonymous");
    const result = planner.call("importResponses", csv(HEADERS, ["4/22/2026 19:57:50", "ann@x.org", "4", "Talks"]));
    expect(codes(result)).toContain("identity-left-out");
    expect(planner.headers("Answers: End survey")).toEqual(HEADERS.filter((header) => header !== "Email Address"));
    for (const tab of ["Answers: End survey", "Survey matches"])
      expect(JSON.stringify(planner.rows(tab))).not.toMatch(/ann@x\.org|P-0001/);
  });

  it("leaves out columns by whose words people can be told, whatever they are called", () => {
    const planner = openWithPeople();
    const row = planner.column("Surveys", "Survey").indexOf("End survey") + 2;
    planner.type("Surveys", "Answers", row, "Anonymous");
    const headers = ["Timestamp", "Email", "Docente", "Correo 2", "Kennung", "What helped?"];
    const cells = ["2026-04-22 19:57:50", "ann@x.org", "ann", "ann@home.example", "P-0001", "Ann"];
    const others = ["2026-04-22 19:58:50", "bo@x.org", "Bo", "bo@home.example", "P-0002", "Talks"];
    const result = planner.call(
      "importResponses",
      csv(headers, cells, others, ["2026-04-22 20:00:00", "", "", "", "", "Time"]),
    );
    expect(result.problems.find(({ code }) => code === "identity-left-out")?.message).toMatch(
      /Docente, Correo 2, Kennung/,
    );
    expect(planner.headers("Answers: End survey")).toEqual(["Timestamp", "What helped?"]);
  });
});
