import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openServices } from "./open-services";

type Services = ReturnType<typeof openServices>;

function insertChart({ sheet, globals }: Services, range = "A1:B5") {
  const chart = sheet
    .newChart()
    .setChartType(globals.Charts.ChartType.BAR)
    .addRange(sheet.getRange(range))
    .setNumHeaders(1)
    .setOption("title", "Award rate")
    .setOption("subtitle", "Of those decided")
    .setOption("isStacked", "percent")
    .setOption("colors", ["#2F6DB3"])
    .setOption("width", 500)
    .setPosition(7, 2, 0, 0)
    .build();
  sheet.insertChart(chart);
}

const stored = (services: Services) => services.workbook().sheets.map(({ charts = [] }) => charts);

describe("charts that a script makes", () => {
  it("stand on the sheet with what was set, and say in words what they show", () => {
    const services = openServices();
    insertChart(services);
    expect(stored(services)).toEqual([
      [
        {
          id: expect.stringMatching(/^\d+$/),
          kind: "bar",
          ranges: [{ sheetId: 0, range: { row: 1, column: 1, rows: 5, columns: 2 } }],
          title: "Award rate",
          subtitle: "Of those decided",
          stacked: "percent",
          colors: ["#2f6db3"],
          row: 7,
          column: 2,
          width: 500,
          height: 371,
          description: "Award rate. Of those decided",
        },
      ],
    ]);
  });

  it("keep where their axis goes and what their legend leaves out", () => {
    const services = openServices();
    const { sheet, globals } = services;
    const builder = sheet.newChart().setChartType(globals.Charts.ChartType.BAR).addRange(sheet.getRange("A1:C5"));
    builder.setOption("hAxis", { viewWindow: { min: -1, max: 1 }, format: "0%;0%" });
    builder.setOption("series", { 0: { visibleInLegend: false }, 1: { visibleInLegend: true }, 2: {} });
    sheet.insertChart(builder.setPosition(1, 5, 0, 0).build());
    expect(stored(services)[0]).toMatchObject([{ axis: { from: -1, to: 1 }, unlisted: [0] }]);
    const workbook = services.workbook();
    expect(openServices({ workbook }).workbook()).toEqual(workbook);
  });

  it("are read back with their id, ranges and options", () => {
    const services = openServices();
    insertChart(services);
    const [chart] = services.sheet.getCharts();
    expect(chart?.getChartId()).toBe(Number(stored(services)[0]?.[0]?.id));
    expect(chart?.getRanges().map((range) => range.getA1Notation())).toEqual(["A1:B5"]);
    expect(chart?.getOptions().get("title")).toBe("Award rate");
  });

  it("cost one write each, and wait for it as other writes do", () => {
    const services = openServices();
    insertChart(services);
    expect(services.calls.byMember().write).toEqual({ "Sheet.insertChart": 1 });
    services.endExecution("drop");
    expect(services.sheet.getCharts()).toEqual([]);
  });

  it("have ids of their own", () => {
    const services = openServices();
    insertChart(services);
    insertChart(services);
    const ids = stored(services)[0]?.map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
  });

  it("are refused what we do not draw, by name", () => {
    const { sheet, globals } = openServices();
    expect(() => sheet.newChart().setOption("is3D", true)).toThrow("not in the local workspace: the chart option is3D");
    expect(() => globals.Charts.ChartType.GEO).toThrow("not in the local workspace: ChartType.GEO");
    expect(() => sheet.newChart().setPosition(1, 1, 5, 0)).toThrow("not in the local workspace");
    expect(() => sheet.newChart().setNumHeaders(2)).toThrow("not in the local workspace");
  });
});

describe("charts on a sheet that changes", () => {
  it("follow their cells and their place when rows and columns come and go", () => {
    const services = openServices();
    insertChart(services);
    services.sheet.insertRowsAfter(2, 3).insertColumnsAfter(1, 1);
    expect(stored(services)[0]).toMatchObject([
      { row: 10, column: 3, ranges: [{ range: { row: 1, column: 1, rows: 8, columns: 3 } }] },
    ]);
  });

  it("stand where their corner was, and show nothing, once those rows are gone", () => {
    const services = openServices();
    insertChart(services);
    services.endExecution();
    const { file } = services.open;
    file.restructure(file.tab(0), { kind: "remove", axis: "row", at: 1, count: 10 });
    expect(stored(services)[0]).toMatchObject([{ row: 1, column: 2, ranges: [] }]);
  });

  it("follow cells of another tab, and stay where they stand", () => {
    const services = openServices();
    const other = services.spreadsheet.insertSheet("Other");
    const { globals } = services;
    other.insertChart(
      other
        .newChart()
        .setChartType(globals.Charts.ChartType.PIE)
        .addRange(services.sheet.getRange("A3:B5"))
        .setPosition(4, 4, 0, 0)
        .build(),
    );
    services.sheet.insertRowsAfter(1, 2);
    expect(stored(services)[1]).toMatchObject([{ row: 4, ranges: [{ sheetId: 0, range: { row: 5, rows: 3 } }] }]);
    services.open.file.deleteTab(services.open.file.tab(0));
    expect(stored(services)[0]).toMatchObject([{ row: 4, ranges: [] }]);
  });

  it("are copied with their tab, and show the copy", () => {
    const services = openServices();
    insertChart(services);
    services.endExecution();
    const { file } = services.open;
    const copy = file.duplicateTab(file.tab(0));
    const [original, copied] = stored(services).flat();
    expect(copied).toEqual({ ...original, id: copied?.id, ranges: [{ ...original?.ranges[0], sheetId: copy.id }] });
    expect(copied?.id).not.toBe(original?.id);
  });

  it("stay the same list where nothing of theirs moved", () => {
    const services = openServices();
    insertChart(services);
    services.endExecution();
    const { file } = services.open;
    const before = file.tab(0).charts;
    file.restructure(file.tab(0), { kind: "insert", axis: "row", at: 50, count: 2 });
    expect(file.tab(0).charts).toBe(before);
  });

  it("are back where they were when inserted lines are taken out again", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("row" as const, "column" as const),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 5 }),
        (axis, at, count) => {
          const services = openServices();
          insertChart(services, "B2:D6");
          services.endExecution();
          const { file } = services.open;
          const before = file.tab(0).charts;
          file.restructure(file.tab(0), { kind: "insert", axis, at, count });
          file.restructure(file.tab(0), { kind: "remove", axis, at, count });
          expect(file.tab(0).charts).toEqual(before);
        },
      ),
    );
  });

  it("are kept in the file", () => {
    const services = openServices();
    insertChart(services);
    const workbook = services.workbook();
    expect(openServices({ workbook }).workbook()).toEqual(workbook);
  });
});
