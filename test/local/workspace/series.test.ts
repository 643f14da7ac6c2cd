import { expect, test } from "vitest";
import { serialOfDate } from "../../../src/local/appsscript/zone";
import { seriesOf } from "../../../src/local/workspace/series";

const day = (text: string) => {
  const [year = 0, month = 0, date = 0] = text.split("-").map(Number);
  return serialOfDate(year, month, date) ?? 0;
};

test.each<[string, (string | number)[], boolean, (string | number)[] | null]>([
  ["numbers by equal steps", [2, 4], false, [0, 2, 4, 6, 8]],
  ["without the noise of fractions", [0.1, 0.2], false, [0, 0.1, 0.2, 0.3, 0.4]],
  ["the same number again", [5, 5], false, [5, 5, 5, 5, 5]],
  [
    "weeks",
    [day("2026-09-01"), day("2026-09-08")],
    true,
    ["2026-08-25", "2026-09-01", "2026-09-08", "2026-09-15"].map(day),
  ],
  [
    "months",
    [day("2026-11-15"), day("2026-12-15")],
    true,
    ["2026-10-15", "2026-11-15", "2026-12-15", "2027-01-15"].map(day),
  ],
  [
    "month ends as far as months go",
    [day("2026-12-31"), day("2027-01-31")],
    true,
    ["2026-11-30", "2026-12-31", "2027-01-31", "2027-02-28"].map(day),
  ],
  [
    "years",
    [day("2024-02-29"), day("2028-02-29")],
    true,
    ["2020-02-29", "2024-02-29", "2028-02-29", "2032-02-29"].map(day),
  ],
  ["counted texts", ["Week 1", "Week 2"], false, ["Week 0", "Week 1", "Week 2", "Week 3"]],
  ["with zeros in front", ["P-008", "P-009"], false, ["P-007", "P-008", "P-009", "P-010"]],
  ["uneven steps are none", [1, 2, 4], false, null],
  ["a single cell is none", [1], false, null],
  ["different words are none", ["Week 1", "Day 2"], false, null],
  ["numbers beside texts are none", [1, "2"], false, null],
])("%s", (_, cells, isDate, expected) => {
  const series = seriesOf(cells, isDate);
  expect(series && expected?.map((_value, index) => series(index - 1))).toEqual(expected);
});
