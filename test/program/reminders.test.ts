import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysBetween } from "../../src/program/dates";
import { reminderDue } from "../../src/program/reminders";

const rule = { remindAfter: 7, mostReminders: 2 };

describe("when somebody may be reminded", () => {
  it.each([
    // After a week, over the end of a month and of a leap year's February.
    { lastOn: "2026-09-01", reminders: 0, due: "2026-09-08" },
    { lastOn: "2026-09-08", reminders: 1, due: "2026-09-15" },
    { lastOn: "2026-12-28", reminders: 0, due: "2027-01-04" },
    { lastOn: "2028-02-25", reminders: 0, due: "2028-03-03" },
    { lastOn: "2026-09-15", reminders: 2, due: null },
    { lastOn: "2026-09-15", reminders: 9, due: null },
  ])("after $reminders reminders, the last message on $lastOn: $due", ({ due, ...sent }) => {
    expect(reminderDue(sent, rule)).toBe(due);
  });

  it.each([
    { remindAfter: 0, due: "2026-09-02" },
    { remindAfter: -3, due: "2026-09-02" },
    { remindAfter: 1.5, due: "2026-09-03" },
    { remindAfter: 1e308, due: "2036-08-29" },
  ])("never on the day of the last message, and some day: after $remindAfter days on $due", ({ remindAfter, due }) => {
    expect(reminderDue({ lastOn: "2026-09-01", reminders: 0 }, { ...rule, remindAfter })).toBe(due);
  });

  it("never, where no reminders are wanted", () => {
    expect(reminderDue({ lastOn: "2026-09-01", reminders: 0 }, { ...rule, mostReminders: 0 })).toBeNull();
  });

  it("whoever is reminded on every day that it is due gets so many and no more, so far apart", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 9 }), (remindAfter, mostReminders) => {
        const days = ["2026-09-01"];
        for (;;) {
          const lastOn = days.at(-1) ?? "";
          const on = reminderDue({ lastOn, reminders: days.length - 1 }, { remindAfter, mostReminders });
          if (on === null) break;
          expect(daysBetween(lastOn, on)).toBe(remindAfter);
          days.push(on);
        }
        expect(days.length - 1).toBe(mostReminders);
      }),
    );
  });
});
