import { describe, expect, test } from "vitest";
import { instantOfSerial, serialOfDate, serialOfInstant } from "../../../src/local/appsscript/zone";
import { openServices } from "./open-services";

const iso = (serial: number, zone: string) => new Date(instantOfSerial(serial, zone)).toISOString();
const firstOfSeptember = 46266;

describe("serial numbers and instants", () => {
  test("midnight is midnight of the spreadsheet's zone", () => {
    expect(iso(firstOfSeptember, "Etc/UTC")).toBe("2026-09-01T00:00:00.000Z");
    expect(iso(firstOfSeptember, "America/Los_Angeles")).toBe("2026-09-01T07:00:00.000Z");
    expect(iso(firstOfSeptember, "Asia/Tokyo")).toBe("2026-08-31T15:00:00.000Z");
    expect(iso(firstOfSeptember, "Asia/Kathmandu")).toBe("2026-08-31T18:15:00.000Z");
  });

  test("an hour that summer time leaves out is read an hour later", () => {
    const spring = serialOfDate(2026, 3, 8) ?? 0;
    expect(iso(spring + 1.5 / 24, "America/Los_Angeles")).toBe("2026-03-08T09:30:00.000Z");
    expect(iso(spring + 2.5 / 24, "America/Los_Angeles")).toBe("2026-03-08T10:30:00.000Z");
    expect(iso(spring + 3.5 / 24, "America/Los_Angeles")).toBe("2026-03-08T10:30:00.000Z");
  });

  test("an hour that comes twice is read as the first", () => {
    const autumn = serialOfDate(2026, 11, 1) ?? 0;
    expect(iso(autumn + 1.5 / 24, "America/Los_Angeles")).toBe("2026-11-01T08:30:00.000Z");
    expect(iso(autumn + 2.5 / 24, "America/Los_Angeles")).toBe("2026-11-01T10:30:00.000Z");
  });

  test.each(["Etc/UTC", "America/Los_Angeles", "Asia/Tokyo", "Europe/Berlin", "Australia/Lord_Howe"])(
    "every day of ten years comes back in %s",
    (zone) => {
      for (let serial = 44_000; serial < 47_700; serial++) {
        expect(serialOfInstant(instantOfSerial(serial, zone), zone)).toBe(serial);
      }
    },
  );

  test("there is no 30th of February", () => {
    expect(serialOfDate(2026, 2, 30)).toBeNull();
    expect(serialOfDate(2024, 2, 29)).toBe(45351);
    expect(serialOfDate(1899, 12, 30)).toBe(0);
  });
});

describe("Dates through cells", () => {
  test("a typed date is an instant of the spreadsheet's zone, not of the script's", () => {
    const tokyo = openServices({ timeZone: "Asia/Tokyo" });
    expect(tokyo.sheet.getRange("A1").setValue("9/1/2026 14:30").getValues()).toEqual([
      [new Date("2026-09-01T05:30:00Z")],
    ]);
    expect(tokyo.globals.Session.getScriptTimeZone()).toBe("Etc/UTC");
  });

  test("a Date is stored as the spreadsheet's clock shows it, and comes back as the same instant", () => {
    const { sheet, workbook, globals } = openServices();
    const evening = new Date("2026-09-02T05:30:00Z");
    sheet.getRange("A1").setValue(evening);
    expect(sheet.getRange("A1").getValues()).toEqual([[evening]]);
    expect(workbook().sheets[0]?.cells[0]?.value).toBeCloseTo(firstOfSeptember + 22.5 / 24, 9);
    expect(globals.Utilities.formatDate(evening, "America/Los_Angeles", "yyyy-MM-dd HH:mm")).toBe("2026-09-01 22:30");
  });

  test("milliseconds survive", () => {
    const { sheet } = openServices();
    for (const at of ["2026-09-02T05:30:00.123Z", "2026-03-08T10:00:00.001Z", "1999-12-31T23:59:59.999Z"]) {
      expect(sheet.getRange("A1").setValue(new Date(at)).getValues()).toEqual([[new Date(at)]]);
    }
  });

  test("a number in a cell with a date format is read as a Date, and a date in a number format as a number", () => {
    const { sheet } = openServices({ timeZone: "Etc/UTC" });
    sheet.getRange("A1").setNumberFormat("yyyy-mm-dd").setValue(firstOfSeptember);
    sheet.getRange("A2").setNumberFormat("0.00").setValue("2026-09-01");
    sheet.getRange("A3").setNumberFormat('"day "0').setValue(3);
    sheet.getRange("A4").setNumberFormat("[h]:mm").setValue(1.5);
    expect(sheet.getRange("A1:A4").getValues()).toEqual([
      [new Date("2026-09-01T00:00:00Z")],
      [firstOfSeptember],
      [3],
      [new Date("1899-12-31T12:00:00Z")],
    ]);
  });

  test("Dates are made in the realm that the caller names", () => {
    class OtherDate extends Date {}
    const { sheet } = openServices({ makeDate: (instant) => new OtherDate(instant) });
    expect(sheet.getRange("A1").setValue("2026-09-01").getValues()[0]?.[0]).toBeInstanceOf(OtherDate);
  });
});
