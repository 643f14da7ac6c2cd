import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { zone } from "../../src/google/zone";
import { clockAt } from "./clock-at";

const ZONES = [
  "Etc/UTC",
  "America/Los_Angeles",
  "America/New_York",
  "America/St_Johns",
  "America/Sao_Paulo",
  "America/Havana",
  "America/Asuncion",
  "Africa/Cairo",
  "Africa/Casablanca",
  "Asia/Beirut",
  "Asia/Tehran",
  "Asia/Kathmandu",
  "Asia/Tokyo",
  "Atlantic/Azores",
  "Australia/Lord_Howe",
  "Australia/Sydney",
  "Europe/Dublin",
  "Pacific/Apia",
  "Pacific/Auckland",
  "Pacific/Chatham",
  "Pacific/Kiritimati",
];
const MINUTE = 60_000;
const iso = (name: string, date: string) => zone(name).instant({ date }).toISOString();

/** Apps Script's Utilities, of which a zone asks for nothing but formatDate. */
const formatDate = vi.fn((instant: Date, name: string, pattern: string) => {
  expect(pattern).toBe("yyyy-MM-dd'T'HH:mm:ss");
  return clockAt(instant.getTime(), name);
});

beforeEach(() => {
  formatDate.mockClear();
  vi.stubGlobal("Utilities", { formatDate });
});
afterEach(() => vi.unstubAllGlobals());

describe("a wall clock", () => {
  it.each([
    ["Etc/UTC", "2026-09-01T12:00:00Z", "2026-09-01T12:00:00"],
    ["America/Los_Angeles", "2026-09-01T07:00:00Z", "2026-09-01"],
    ["America/Los_Angeles", "2026-12-01T08:00:00Z", "2026-12-01"],
    ["Asia/Kathmandu", "2026-09-01T00:00:00Z", "2026-09-01T05:45:00"],
    ["Asia/Tokyo", "1999-12-31T15:00:01Z", "2000-01-01T00:00:01"],
  ])("in %s at %s shows %s", (name, instant, date) => {
    expect(zone(name).wallClock(new Date(instant))).toEqual({ date });
  });

  it("shows a whole second where a serial number came back a little off", () => {
    const { wallClock } = zone("Etc/UTC");
    expect(wallClock(new Date(Date.UTC(2026, 8, 1) - 3))).toEqual({ date: "2026-09-01" });
    expect(wallClock(new Date(Date.UTC(2026, 8, 1, 14, 30) + 2))).toEqual({ date: "2026-09-01T14:30:00" });
  });
});

describe("a day begins", () => {
  it.each([
    ["America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00.000Z"],
    ["Asia/Beirut", "2022-03-27", "2022-03-26T22:00:00.000Z"],
    ["Africa/Cairo", "2023-04-28", "2023-04-27T22:00:00.000Z"],
    ["Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00.000Z"],
    ["America/Havana", "2026-03-08", "2026-03-08T05:00:00.000Z"],
    ["America/Asuncion", "2022-10-02", "2022-10-02T04:00:00.000Z"],
    ["Asia/Tehran", "2022-03-22", "2022-03-21T20:30:00.000Z"],
  ])("in %s on %s at one o'clock, since midnight was skipped", (name, date, instant) => {
    expect(iso(name, date)).toBe(instant);
    expect(zone(name).wallClock(new Date(instant))).toEqual({ date: `${date}T01:00:00` });
  });

  it("in Apia after the day that was skipped whole", () => {
    expect(iso("Pacific/Apia", "2011-12-29")).toBe("2011-12-29T10:00:00.000Z");
    expect(iso("Pacific/Apia", "2011-12-30")).toBe("2011-12-30T10:00:00.000Z");
    expect(iso("Pacific/Apia", "2011-12-31")).toBe("2011-12-30T10:00:00.000Z");
  });

  it.each(["America/Havana", "America/Sao_Paulo", "Africa/Cairo"])(
    "in %s with one of its midnights, where autumn has two",
    (name) => {
      const days = Array.from({ length: 4000 }, (_, day) =>
        new Date(Date.UTC(2014, 0, 1 + day)).toISOString().slice(0, 10),
      );
      const { instant, wallClock } = zone(name);
      for (const date of days) expect(wallClock(instant({ date })).date.slice(0, 10)).toBe(date);
    },
  );
});

describe("clock times that summer time makes doubtful", () => {
  it("are read as much later as was skipped where there is no such time", () => {
    expect(iso("America/Los_Angeles", "2026-03-08T02:30:00")).toBe("2026-03-08T10:30:00.000Z");
    expect(iso("Europe/Dublin", "2026-03-29T01:30:00")).toBe("2026-03-29T01:30:00.000Z");
    expect(iso("America/Sao_Paulo", "2018-11-04T00:30:00")).toBe("2018-11-04T03:30:00.000Z");
    expect(iso("Australia/Lord_Howe", "2026-10-04T02:15:00")).toBe("2026-10-03T15:45:00.000Z");
  });

  it("are the first of the two where there are two", () => {
    for (const [name, date, instant] of [
      ["America/Los_Angeles", "2026-11-01T01:30:00", "2026-11-01T08:30:00.000Z"],
      ["Europe/Dublin", "2026-10-25T01:30:00", "2026-10-25T00:30:00.000Z"],
      ["Australia/Lord_Howe", "2026-04-05T01:45:00", "2026-04-04T14:45:00.000Z"],
    ] as const)
      expect(iso(name, date)).toBe(instant);
  });
});

describe("there and back", () => {
  const zones = new Map(ZONES.map((name) => [name, clockZone(name)]));
  function clockZone(name: string) {
    vi.stubGlobal("Utilities", { formatDate });
    return zone(name);
  }
  const name = fc.constantFrom(...ZONES);
  const minutes = fc.integer({ min: Date.UTC(1990, 0, 1) / MINUTE, max: Date.UTC(2060, 0, 1) / MINUTE });

  it("every instant comes back, or its twin of the hour that came twice", () => {
    fc.assert(
      fc.property(name, minutes, (place, minute) => {
        const at = zones.get(place);
        const instant = new Date(minute * MINUTE);
        const wall = at?.wallClock(instant) ?? { date: "" };
        const back = at?.instant(wall);
        expect(at?.wallClock(back ?? new Date(0))).toEqual(wall);
        expect(Math.abs(Number(back) - Number(instant))).toBeLessThanOrEqual(60 * MINUTE);
      }),
      { numRuns: 2000 },
    );
  });

  it("every clock time comes back, or lies in a gap and moves on by no more than it", () => {
    fc.assert(
      fc.property(name, minutes, (place, minute) => {
        const wall = { date: new Date(minute * MINUTE).toISOString().slice(0, 19).replace("T00:00:00", "") };
        const at = zones.get(place);
        const shown = at?.wallClock(at.instant(wall)).date ?? "";
        if (shown === wall.date) return;
        const moved = Date.parse(`${shown}${shown.length === 10 ? "T00:00:00" : ""}Z`) - minute * MINUTE;
        expect(moved).toBeGreaterThan(0);
        expect(moved).toBeLessThanOrEqual((place === "Pacific/Apia" ? 24 * 60 : 60) * MINUTE);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("service calls", () => {
  it("are two a zone where Intl and Utilities agree, however many dates there are", () => {
    const { wallClock } = zone("America/New_York");
    for (let day = 0; day < 1000; day++) wallClock(new Date(day * 86_400_000));
    expect(formatDate).toHaveBeenCalledTimes(2);
  });

  it("do the work where Intl does not honour the zone, one for each date that differs", () => {
    const realDateTimeFormat = Intl.DateTimeFormat;
    vi.stubGlobal("Intl", {
      DateTimeFormat: function fake(locale: string, options: Intl.DateTimeFormatOptions) {
        return new realDateTimeFormat(locale, { ...options, timeZone: "Etc/UTC" });
      },
    });
    const { wallClock, instant } = zone("America/Los_Angeles");
    const evening = new Date("2026-09-02T05:30:00Z");
    expect([wallClock(evening), wallClock(new Date(evening))]).toEqual(
      new Array(2).fill({ date: "2026-09-01T22:30:00" }),
    );
    expect(formatDate.mock.calls.filter(([at]) => Number(at) === Number(evening))).toHaveLength(1);
    expect(instant({ date: "2026-09-01" }).toISOString()).toBe("2026-09-01T07:00:00.000Z");
  });

  it.each([
    ["is not there", undefined],
    [
      "does not know the zone",
      {
        DateTimeFormat: () => {
          throw new RangeError("Invalid time zone");
        },
      },
    ],
  ])("do the work where Intl %s", (_, fake) => {
    vi.stubGlobal("Intl", fake);
    expect(zone("Asia/Tokyo").wallClock(new Date("2026-09-01T00:00:00Z"))).toEqual({ date: "2026-09-01T09:00:00" });
    expect(zone("Asia/Tokyo").instant({ date: "2026-09-01T09:00:00" }).toISOString()).toBe("2026-09-01T00:00:00.000Z");
  });
});
