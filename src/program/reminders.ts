import { addDays, type IsoDate } from "./dates";

/** What a survey says of its reminders. */
interface ReminderRule {
  /** Days of silence since the last message. */
  readonly remindAfter: number;
  readonly mostReminders: number;
}

/** What somebody was sent of a survey. */
export interface MessagesSent {
  /** The day of the last message, invitation or reminder. */
  readonly lastOn: IsoDate;
  readonly reminders: number;
}

/** A longer wait is a typing mistake. */
const LONGEST_WAIT = 3650;

/**
 * The day from which somebody who has not answered may be reminded: so many days after the last message, never on the
 * day of it.
 *
 * @returns null where they had as many reminders as anybody gets
 * @example reminderDue({ lastOn: "2026-09-01", reminders: 0 }, { remindAfter: 7, mostReminders: 2 }) // "2026-09-08"
 */
export function reminderDue({ lastOn, reminders }: MessagesSent, rule: ReminderRule): IsoDate | null {
  const wait = Math.min(LONGEST_WAIT, Math.max(1, Math.ceil(rule.remindAfter)));
  return reminders < rule.mostReminders ? addDays(lastOn, wait) : null;
}
