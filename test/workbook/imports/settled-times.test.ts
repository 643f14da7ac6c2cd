import { describe, expect, it } from "vitest";
import { withSettledTimes } from "../../../src/workbook/imports/settled-times";
import type { DateChoice } from "../../../src/workbook/surveys/answer-times";
import { tableOf } from "../builders";

/** The clock of a spreadsheet two hours east of Greenwich. */
const wallClock = (instant: Date) => new Date(instant.getTime() + 7_200_000).toISOString().slice(0, 19);
const settle = (times: readonly string[], dates: DateChoice = {}) => {
  const { table, problems } = withSettledTimes(
    tableOf(`When,Why?\n${times.map((time) => `"${time}",x`).join("\n")}`),
    0,
    dates,
    wallClock,
  );
  return { times: table.rows.map(({ cells }) => cells[0]), problems };
};

describe("the moments of a file", () => {
  it("are written in one way, by the order that the column tells", () => {
    expect(settle(["4/22/2016 19:57:50", "4/5/2016 8:00"]).times).toEqual([
      "2016-04-22 19:57:50",
      "2016-04-05 08:00:00",
    ]);
    expect(settle(["22.4.2016 klo 23.36.27", "5.4.2016 klo 8.00.00"]).times).toEqual([
      "2016-04-22 23:36:27",
      "2016-04-05 08:00:00",
    ]);
  });

  it.each([
    ["2023-10-05T10:31:42Z", "2023-10-05 12:31:42"],
    ["2023-10-05T23:31:42.120-05:00", "2023-10-06 06:31:42"],
    ["2018/04/09 2:30:02 PM MDT", "2018-04-09 22:30:02"],
    ["2018/04/09 2:30:02 PM GMT+5:30", "2018-04-09 11:00:02"],
    ["2018/04/09 2:30:02 PM CEST", "2018-04-09 14:30:02"],
    // What could be several zones, or is none that we know, stays on its own clock.
    ["2018/04/09 2:30:02 PM IST", "2018-04-09 14:30:02"],
    ["2018/04/09 2:30:02 PM", "2018-04-09 14:30:02"],
  ])("are put on the spreadsheet's clock where their zone is written: %s", (written, settled) => {
    expect(settle([written]).times).toEqual([settled]);
  });

  it("are asked about where they can be read two ways: with row, column and number", () => {
    const { times, problems } = settle(["3/4/2026 10:00:00", "soon", "5/6/2026 10:00:00"]);
    expect(times).toEqual(["3/4/2026 10:00:00", "soon", "5/6/2026 10:00:00"]);
    expect(problems).toMatchObject([
      { code: "ambiguous-date", column: "When", row: 2, value: "3/4/2026 10:00:00", count: 2 },
      { code: "not-a-date", column: "When", row: 3, value: "soon", count: 1 },
    ]);
  });

  it("are settled by an answer, and by an earlier one where the file leaves it open", () => {
    expect(settle(["3/4/2026 10:00:00"], { given: "dmy" }).times).toEqual(["2026-04-03 10:00:00"]);
    expect(settle(["3/4/2026 10:00:00"], { remembered: "dmy" }).times).toEqual(["2026-04-03 10:00:00"]);
    expect(settle(["3/4/2026 10:00:00", "3/14/2026 10:00:00"], { remembered: "dmy" }).times[0]).toBe(
      "2026-03-04 10:00:00",
    );
  });
});
