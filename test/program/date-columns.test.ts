import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { type DateOrder, readDateColumn } from "../../src/program/date-columns";
import { addDays } from "../../src/program/dates";
import { frozen } from "./freeze";

/** What came of each cell, in a form that reads well in a failing test. */
function read(texts: readonly string[], given?: DateOrder): readonly (string | null)[] {
  return readDateColumn(frozen([...texts]), given).values.map((value) =>
    value === null ? null : "iso" in value ? value.iso : value.problem,
  );
}

function orderOf(texts: readonly string[], given?: DateOrder) {
  return readDateColumn(texts, given).order;
}

test.each([
  // The shapes named in shared/data/README.md
  ["4/22/2016 19:57:50", "2016-04-22T19:57:50"],
  ["22/4/2016 7:57:50", "2016-04-22T07:57:50"],
  ["4/22/2016 7:57:50 PM", "2016-04-22T19:57:50"],
  ["2018/04/09 2:30:02 PM MDT", "2018-04-09T14:30:02"],
  ["2018/04/09 2:30:02 PM GMT+1", "2018-04-09T14:30:02"],
  ["2018/04/09 2:30:02 PM GMT+5:30", "2018-04-09T14:30:02"],
  ["2018/04/09 2:30:02 pm EET", "2018-04-09T14:30:02"],
  ["22.4.2016 klo 23.36.27", "2016-04-22T23:36:27"],
  ["2023-10-05T10:31:42Z", "2023-10-05T10:31:42"],
  ["2023-10-05T10:31:42.120+02:00", "2023-10-05T10:31:42"],
  ["2023-10-05 10:31:42 UTC", "2023-10-05T10:31:42"],
  ["9/28/18 15:29", "2018-09-28T15:29:00"],
  ["1/18/2024 14:18", "2024-01-18T14:18:00"],
  ["31.10.2023", "2023-10-31"],
  ["2016-04-22", "2016-04-22"],
  ["2016-4-2", "2016-04-02"],
  ["20160422", "2016-04-22"],
  ["43101", "2018-01-01"],
  ["43101.604166666664", "2018-01-01T14:30:00"],
  ["43101.999999999", "2018-01-02T00:00:00"],
  // Names of months
  ["20-Oct-2018", "2018-10-20"],
  ["20-Oct-18", "2018-10-20"],
  ["Oct 20 2018", "2018-10-20"],
  ["October 20th, 2018 at 2:30 PM", "2018-10-20T14:30:00"],
  ["20 October 2018", "2018-10-20"],
  ["1st of May 2018", "2018-05-01"],
  ["2018-Oct-20", "2018-10-20"],
  ["Sat Oct 20 2018 14:30:02 GMT+0200 (Central European Summer Time)", "2018-10-20T14:30:02"],
  ["Saturday, 20 Oct 2018", "2018-10-20"],
  ["sept 3, 2018", "2018-09-03"],
  // Other forms that Google writes
  ["2018. 4. 9 오후 2:30:02", "2018-04-09T14:30:02"],
  ["2018/4/9 下午 2:30:02", "2018-04-09T14:30:02"],
  ["22/4/2016 2:30:02 p. m.", "2016-04-22T14:30:02"],
  ["22/4/2016 2:30:02 μ.μ.", "2016-04-22T14:30:02"],
  ["22.04.2016 ÖS 2:30:02", "2016-04-22T14:30:02"],
  ["22/4/2016 2:30:02 م", "2016-04-22T14:30:02"],
  ["4/22/2016, 7:57\u202fPM", "2016-04-22T19:57:00"],
  ["  2016\u201304\u201322\u00a0", "2016-04-22"],
  ["22. 4. 2016 7:57:50", "2016-04-22T07:57:50"],
  // Midnight and noon
  ["2018-04-09 12:00 AM", "2018-04-09T00:00:00"],
  ["2018-04-09 12:00 PM", "2018-04-09T12:00:00"],
])("reads %j as %s", (text, iso) => {
  expect(read([text])).toEqual([iso]);
});

test.each([
  ["2026-02-30", "impossible"],
  ["13/13/2026", "impossible"],
  ["2026-13-01", "impossible"],
  ["31 April 2026", "impossible"],
  ["2/30/2026", "impossible"],
  ["0/5/2026", "impossible"],
  ["1/25/0026", "impossible"],
  ["2026-01-25 25:00", "impossible"],
  ["2026-01-25 13:00 AM", "impossible"],
  ["2026-01-25 10:61:00", "impossible"],
  ["soon", "not-a-date"],
  ["20-Oct", "not-a-date"],
  ["10-20", "not-a-date"],
  ["10/25", "not-a-date"],
  ["14:30", "not-a-date"],
  ["2018", "not-a-date"],
  ["7", "not-a-date"],
  ["123456", "not-a-date"],
  ["1/2/3", "not-a-date"],
  ["1/25/202", "not-a-date"],
  ["1.2.3.4", "not-a-date"],
  ["Week of 4/22/2016", "not-a-date"],
  ["4/22/2016 or later", "not-a-date"],
  ["20 Foo 2018", "not-a-date"],
  ["=1+1", "not-a-date"],
])("%j is %s", (text, problem) => {
  expect(read([text])).toEqual([problem]);
});

test("blank is blank", () => {
  expect(readDateColumn(["", "  ", "\t"])).toEqual({ order: null, values: [null, null, null] });
  expect(readDateColumn([])).toEqual({ order: null, values: [] });
});

test("one day above twelve settles the whole column", () => {
  expect(readDateColumn(["4/5/2016", "4/22/2016", "", "5/6/2016"])).toEqual({
    order: "mdy",
    values: [{ iso: "2016-04-05" }, { iso: "2016-04-22" }, null, { iso: "2016-05-06" }],
  });
  expect(read(["4/5/2016", "22/4/2016"])).toEqual(["2016-05-04", "2016-04-22"]);
});

test("nothing above twelve leaves it ambiguous, but not for a day that equals its month", () => {
  expect(readDateColumn(["4/5/2016", "4/4/2016"])).toEqual({
    order: "ambiguous",
    values: [{ problem: "ambiguous" }, { iso: "2016-04-04" }],
  });
  expect(readDateColumn(["4/4/2016", "5/5/2016 8:00"])).toEqual({
    order: null,
    values: [{ iso: "2016-04-04" }, { iso: "2016-05-05T08:00:00" }],
  });
});

test("an order that was asked for settles it, and what it cannot read is impossible", () => {
  expect(read(["4/5/2016", "5/22/2016"], "mdy")).toEqual(["2016-04-05", "2016-05-22"]);
  expect(read(["4/5/2016", "5/22/2016"], "dmy")).toEqual(["2016-05-04", "impossible"]);
  expect(read(["16/04/05"], "ymd")).toEqual(["2016-04-05"]);
  expect(orderOf(["4/5/2016"], "dmy")).toBe("dmy");
  expect(readDateColumn(["4/5/2016", "2016-04-05"], "ymd")).toEqual({
    order: "ambiguous",
    values: [{ problem: "ambiguous" }, { iso: "2016-04-05" }],
  });
});

test("a date with two days in it, or none that is one, is no evidence; a 30 February is", () => {
  expect(orderOf(["4/5/2016", "13/13/2016", "31/31/2016", "4/99/2016"])).toBe("ambiguous");
  expect(read(["4/5/2016", "2/30/2016"])).toEqual(["2016-04-05", "impossible"]);
});

test("a column of both orders: the plain ones are certain, the others ambiguous", () => {
  expect(readDateColumn(["4/22/2016", "22/4/2016", "4/5/2016"])).toEqual({
    order: "ambiguous",
    values: [{ iso: "2016-04-22" }, { iso: "2016-04-22" }, { problem: "ambiguous" }],
  });
});

test("year first needs no settling, nor do names of months", () => {
  expect(orderOf(["2016-04-05", "2016/04/06"])).toBe("ymd");
  expect(orderOf(["5 April 2016", "43101"])).toBeNull();
  expect(orderOf(["2016-04-05", "4/22/2016"])).toBe("mdy");
});

test("dots put the day first, unless the column says otherwise", () => {
  expect(read(["1.11.2023", "7.11.2023"])).toEqual(["2023-11-01", "2023-11-07"]);
  expect(read(["1.11.2023", "7.25.2023"])).toEqual(["2023-01-11", "2023-07-25"]);
  expect(orderOf(["1.11.2023", "7/11/2023"])).toBe("ambiguous");
});

test("timestamps that run one way all down the column settle it, from six days on", () => {
  const days = ["1/10", "2/3", "3/9", "4/1", "5/7", "6/2"];
  const stamps = days.map((day) => `${day}/2018 9:00:00`);
  expect(orderOf(stamps)).toBe("mdy");
  expect(orderOf([...stamps].reverse())).toBe("mdy");
  expect(orderOf(stamps.slice(1))).toBe("ambiguous");
  expect(orderOf(days.map((day) => `${day}/2018`))).toBe("ambiguous");
  // Twelve days of one month, or the same day of twelve months: in order both ways.
  expect(orderOf(Array.from({ length: 12 }, (_, i) => `2/${i + 1}/2018 9:00`))).toBe("ambiguous");
});

test("never throws, and answers every cell", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.constant("4/5/2016"))), (texts) => {
      expect(readDateColumn(texts).values).toHaveLength(texts.length);
    }),
  );
  expect(read(["9".repeat(40_000), "4/5/2016 ".repeat(5000)])).toEqual(["not-a-date", "not-a-date"]);
});

test("whatever order a column of many days is written in, it is read back, or said to be ambiguous", () => {
  const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays("1990-01-01", days));
  const write: Record<DateOrder, (y: string, m: string, d: string) => string> = {
    mdy: (y, m, d) => `${Number(m)}/${Number(d)}/${y}`,
    dmy: (y, m, d) => `${d}/${m}/${y}`,
    ymd: (y, m, d) => `${y}/${m}/${d}`,
  };
  fc.assert(
    fc.property(fc.array(day, { minLength: 1 }), fc.constantFrom("mdy", "dmy", "ymd"), (days, order) => {
      const texts = days.map((iso) => {
        const [y = "", m = "", d = ""] = iso.split("-");
        return write[order](y, m, d);
      });
      read(texts).forEach((value, place) => {
        expect([days[place], "ambiguous"]).toContain(value);
      });
      expect(read(texts, order)).toEqual(days);
    }),
  );
});

const shared = "/work/shared/data/";

function column(file: string, title: string): readonly string[] {
  const text = readFileSync(shared + file, "utf8");
  const rows = file.endsWith(".tsv")
    ? text.split(/\r?\n/).map((line) => line.split("\t"))
    : Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
  const [header = [], ...body] = rows.filter((row) => row.some((cell) => cell !== ""));
  return body.map((row) => row[header.indexOf(title)] ?? "");
}

test("says so where a real file cannot tell: classroom observations entered from 6 to 8 June", () => {
  const file = "gform_en_classroom_observations_2022.csv";
  if (!existsSync(shared + file)) return console.warn(`${shared}${file} is not here: its dates are not tried`);
  const texts = column(file, "Timestamp");
  expect(orderOf(texts)).toBe("ambiguous");
  expect(read(texts, "mdy")[0]).toBe("2022-06-06T14:59:32");
});

test.each([
  ["gform_en_instructors_jupyter_edu_2016.csv", "Timestamp", "mdy", 125, "2016-04-22T19:57:50"],
  ["gform_es_learning_r_2018.tsv", "Timestamp", "mdy", 295, null],
  ["gform_direct_csv_mds_language.csv", "Timestamp", "ymd", 85, "2018-04-09T14:30:02"],
  ["gform_en_hotdog_sp24_resaved_in_excel.csv", "Timestamp", "mdy", 91, "2024-01-18T14:18:00"],
  ["gform_cleaned_iso_timestamps_openwashdata_pre.csv", "google_timestamp", "ymd", 212, "2023-10-05T10:31:42"],
  ["carpentries_instructor_training_post.csv", "Date", "mdy", 967, "2018-09-08T15:29:00"],
  [
    "gform_en_classroom_observations_2022.csv",
    "Date of Observation (the day that the teacher taught the lesson)",
    "mdy",
    14,
    null,
  ],
  ["roster_attendance_openwashdata.csv", "date", "dmy", 734, "2023-10-31"],
  ["awards_carpentries_instructor_training_events.csv", "start", "ymd", 191, "2012-08-26"],
] as const)("reads every date of the real file %s", (file, title, order, count, first) => {
  if (!existsSync(shared + file)) return console.warn(`${shared}${file} is not here: its dates are not tried`);
  const texts = column(file, title);
  expect(texts).toHaveLength(count);
  const { order: found, values } = readDateColumn(texts);
  expect(found).toBe(order);
  expect(values.filter((value) => value === null || !("iso" in value))).toEqual([]);
  if (first !== null) expect(values[0]).toMatchObject({ iso: first });
});

test("a moment comes back from every shape that exports write it in, or is asked about, and is never another one", () => {
  const two = (value: number) => String(value).padStart(2, "0");
  const moment = fc.record({
    day: fc.integer({ min: 0, max: 9000 }).map((days) => addDays("2010-01-01", days)),
    hour: fc.nat(23),
    minute: fc.nat(59),
    second: fc.nat(59),
  });
  type Moment = typeof moment extends fc.Arbitrary<infer T> ? T : never;
  const parts = ({ day, hour, minute, second }: Moment) => {
    const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
    const twelve = `${hour % 12 || 12}:${two(minute)}:${two(second)}`;
    return { year, month, date, clock: `${hour}:${two(minute)}:${two(second)}`, twelve, isLate: hour >= 12 };
  };
  type Parts = ReturnType<typeof parts>;
  const shapes: Readonly<Record<string, (at: Parts) => string>> = {
    us: ({ year, month, date, clock }) => `${month}/${date}/${year} ${clock}`,
    usTwelve: ({ year, month, date, twelve, isLate }) => `${month}/${date}/${year} ${twelve} ${isLate ? "PM" : "AM"}`,
    usShort: ({ year, month, date, clock }) => `${month}/${date}/${two(year % 100)} ${clock}`,
    british: ({ year, month, date, clock }) => `${two(date)}/${two(month)}/${year} ${clock}`,
    spanish: ({ year, month, date, twelve, isLate }) =>
      `${date}/${month}/${year} ${twelve} ${isLate ? "p.\u202fm." : "a.\u202fm."}`,
    finnish: ({ year, month, date, clock }) => `${date}.${month}.${year} klo ${clock.replace(/:/g, ".")}`,
    german: ({ year, month, date, clock }) => `${two(date)}.${two(month)}.${year} ${clock}`,
    download: ({ year, month, date, twelve, isLate }) =>
      `${year}/${two(month)}/${two(date)} ${twelve} ${isLate ? "PM" : "AM"} GMT+5:30`,
    iso: ({ year, month, date, clock }) => `${year}-${two(month)}-${two(date)}T${clock.padStart(8, "0")}.000Z`,
    korean: ({ year, month, date, twelve, isLate }) =>
      `${year}. ${month}. ${date} ${isLate ? "오후" : "오전"} ${twelve}`,
  };
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(shapes)),
      fc.array(moment, { minLength: 1, maxLength: 12 }),
      (shape, given) => {
        const texts = given.map((each) => shapes[shape]?.(parts(each)) ?? "");
        const wanted = given.map(
          ({ day, hour, minute, second }) => `${day}T${two(hour)}:${two(minute)}:${two(second)}`,
        );
        readDateColumn(frozen(texts)).values.forEach((value, at) => {
          if (value && "iso" in value) expect(value.iso).toBe(wanted[at]);
          else expect(value).toEqual({ problem: "ambiguous" });
        });
        const order = shape.startsWith("us") ? "mdy" : "dmy";
        expect(read(texts, order)).toEqual(wanted);
      },
    ),
    { seed: 4, numRuns: 500 },
  );
});

test.each([
  ["2018/04/09 2:30:02 PM MDT", -360],
  ["2018/04/09 2:30:02 PM GMT+1", 60],
  ["2018/04/09 2:30:02 PM GMT-3:30", -210],
  ["2023-10-05T10:31:42Z", 0],
  ["2023-10-05T10:31:42+0530", 330],
  ["2018/04/09 2:30:02 pm EET", 120],
  ["2018/04/09 2:30:02 pm IST", undefined],
  ["2018/04/09 2:30:02 pm", undefined],
])("tells how far east of Greenwich the clock of %j is", (text, minutes) => {
  expect(readDateColumn([text]).values).toEqual([
    { iso: expect.any(String), ...(minutes !== undefined && { offset: minutes }) },
  ]);
});
