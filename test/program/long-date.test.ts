import { expect, it } from "vitest";
import { longDate } from "../../src/program/long-date";

it("says a day with its weekday, whatever zone the script runs in", () => {
  // Leap day and turn of the year, as any calendar has them.
  expect(longDate("2024-02-29")).toBe("Thursday, February 29, 2024");
  expect(longDate("2027-01-01")).toBe("Friday, January 1, 2027");
});
