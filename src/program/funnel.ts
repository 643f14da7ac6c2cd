import { daysBetween, type IsoDate } from "./dates";
import { median } from "./median";
import { SUPPORT_MODEL_IDS, type SupportModelId } from "./support-models";

/** A roster row, as far as counting goes. */
export interface Participant {
  readonly id: string;
  readonly withdrawn: boolean;
  /** Null where the roster names none of the eight. */
  readonly supportModel: SupportModelId | null;
  /** What people are grouped by: segment name (such as "location") to this person's value; blank where not given. */
  readonly segments: Readonly<Record<string, string>>;
}

type Outcome = "awarded" | "not-yet" | "withdrawn" | "pending";

/** A submission row: one portfolio sent in. */
export interface Attempt {
  /** Null where the row could not be matched to the roster. */
  readonly participantId: string | null;
  readonly microCredential: string;
  /** 1 for the first, 2 for the first resubmission; null where not given. */
  readonly attempt: number | null;
  readonly submittedOn: IsoDate | null;
  /** Null, like "pending", is not decided yet. */
  readonly outcome: Outcome | null;
  readonly decidedOn: IsoDate | null;
}

/** What is counted in a group of enrolled participants. */
export interface GroupFigures {
  /** People on the roster who did not withdraw. All other counts of people are of these. */
  readonly enrolled: number;
  /** People with at least one attempt. */
  readonly submitted: number;
  /** People with at least one attempt that was awarded or not yet. */
  readonly decided: number;
  /** People with at least one award. */
  readonly awarded: number;
  /** Portfolios of these people. */
  readonly attempts: {
    readonly sent: number;
    readonly decided: number;
    readonly awarded: number;
    readonly notYet: number;
    readonly withdrawn: number;
    readonly pending: number;
  };
  /** Micro-credentials earned, one for each person and micro-credential. */
  readonly awards: { readonly firstAttempt: number; readonly afterResubmission: number };
  /** How many attempts an award took on average; null without awards. */
  readonly attemptsPerAward: number | null;
  /** From first submission to award, in months of 30.4375 days: the median, and how many awards have both dates. */
  readonly monthsToAward: { readonly n: number; readonly median: number | null };
}

export interface Funnel {
  readonly total: GroupFigures;
  /** One entry per support model that has people enrolled, in the usual order. */
  readonly byModel: readonly (GroupFigures & { readonly model: SupportModelId })[];
  /** Enrolled people whose support model is none of the eight: in the total, in no model. */
  readonly withoutModel: GroupFigures;
  /** One entry per segment, its values in the order in which the roster first names them; "" for not given. */
  readonly bySegment: readonly {
    readonly segment: string;
    readonly groups: readonly (GroupFigures & { readonly value: string })[];
  }[];
  /** Attempts that are counted nowhere above. */
  readonly leftOut: { readonly ofWithdrawn: number; readonly ofUnknown: number };
}

/**
 * Counts the funnel: enrolled, submitted, decided, awarded, in all, by support model and by segment.
 *
 * Counts of people nest: every step counts only people of the step before, because all of them count only enrolled
 * ones. An attempt of somebody who withdrew from the program is left out, and counted as left out. Somebody with "not
 * yet" and then an award, or with two micro-credentials, is one person. Time and memory grow with rows, once.
 *
 * @param participants roster rows, each id once
 * @param attempts submission rows in any order
 * @returns the figures
 * @see domain.md sections 2 and 10
 * @example countFunnel(participants, attempts).total
 *   // { enrolled: 60, submitted: 52, decided: 48, awarded: 37, attempts: …, … }
 */
export function countFunnel(participants: readonly Participant[], attempts: readonly Attempt[]): Funnel {
  const attemptsOf = attemptsByPerson(attempts);
  const total = new Tally();
  const withoutModel = new Tally();
  const models = new Map<SupportModelId, Tally>();
  const segments = new Map<string, Map<string, Tally>>();
  let ofEnrolled = 0;
  let ofWithdrawn = 0;
  for (const { id, withdrawn, supportModel, segments: values } of participants) {
    const theirs = attemptsOf.get(id) ?? [];
    if (withdrawn) {
      ofWithdrawn += theirs.length;
      continue;
    }
    ofEnrolled += theirs.length;
    const person = summaryOf(theirs);
    total.add(person);
    (supportModel === null ? withoutModel : entry(models, supportModel, newTally)).add(person);
    for (const segment of Object.keys(values)) {
      const groups = entry(segments, segment, newGroups);
      entry(groups, (values[segment] ?? "").trim(), newTally).add(person);
    }
  }

  return {
    total: total.figures(),
    byModel: SUPPORT_MODEL_IDS.flatMap((model) => {
      const tally = models.get(model);
      return tally === undefined ? [] : [{ model, ...tally.figures() }];
    }),
    withoutModel: withoutModel.figures(),
    bySegment: [...segments].map(([segment, groups]) => ({
      segment,
      groups: [...groups].map(([value, tally]) => ({ value, ...tally.figures() })),
    })),
    leftOut: { ofWithdrawn, ofUnknown: attempts.length - ofEnrolled - ofWithdrawn },
  };
}

function attemptsByPerson(attempts: readonly Attempt[]): ReadonlyMap<string, readonly Attempt[]> {
  const byPerson = new Map<string, Attempt[]>();
  for (const attempt of attempts) {
    if (attempt.participantId !== null) entry(byPerson, attempt.participantId, newAttempts).push(attempt);
  }
  return byPerson;
}

/** What one person adds to every group that they are in. */
interface PersonSummary {
  readonly sent: number;
  readonly awarded: number;
  readonly notYet: number;
  readonly withdrawn: number;
  readonly awards: readonly Award[];
}

/** One micro-credential earned by one person. */
interface Award {
  readonly attemptsTaken: number;
  readonly months: number | null;
}

const DAYS_PER_MONTH = 30.4375;

function summaryOf(attempts: readonly Attempt[]): PersonSummary {
  const counts = { awarded: 0, "not-yet": 0, withdrawn: 0, pending: 0 };
  for (const { outcome } of attempts) counts[outcome ?? "pending"]++;
  return {
    sent: attempts.length,
    awarded: counts.awarded,
    notYet: counts["not-yet"],
    withdrawn: counts.withdrawn,
    awards: counts.awarded === 0 ? [] : byMicroCredential(attempts).flatMap(awardAmong),
  };
}

function byMicroCredential(attempts: readonly Attempt[]): readonly (readonly Attempt[])[] {
  const groups = new Map<string, Attempt[]>();
  for (const attempt of attempts) {
    // Typed by hand as often as chosen from a list.
    entry(groups, attempt.microCredential.trim().toLowerCase(), newAttempts).push(attempt);
  }
  return [...groups.values()];
}

/** The first award among one person's attempts at one micro-credential, if there is one. */
function awardAmong(attempts: readonly Attempt[]): readonly Award[] {
  const inOrder = [...attempts].sort(
    (a, b) => (a.attempt ?? 0) - (b.attempt ?? 0) || compareText(a.submittedOn ?? "9999", b.submittedOn ?? "9999"),
  );
  const place = inOrder.findIndex((attempt) => attempt.outcome === "awarded");
  const award = inOrder[place];
  if (award === undefined) return [];
  const [firstSent = null] = attempts.flatMap(({ submittedOn }) => submittedOn ?? []).sort(compareText);
  // A log may hold only the attempt that was awarded: its own number then knows better.
  return [
    { attemptsTaken: Math.max(place + 1, award.attempt ?? 1), months: monthsBetween(firstSent, award.decidedOn) },
  ];
}

function monthsBetween(from: IsoDate | null, to: IsoDate | null): number | null {
  // A decision before the submission is a slip of the pen, not a fast award.
  if (from === null || to === null || to < from) return null;
  return daysBetween(from, to) / DAYS_PER_MONTH;
}

/** Running counts of one group. */
class Tally {
  private enrolled = 0;
  private submitted = 0;
  private decided = 0;
  private awarded = 0;
  private readonly attempts = { sent: 0, decided: 0, awarded: 0, notYet: 0, withdrawn: 0, pending: 0 };
  private readonly awards = { firstAttempt: 0, afterResubmission: 0 };
  private attemptsTaken = 0;
  private readonly months: number[] = [];

  add(person: PersonSummary): void {
    const decided = person.awarded + person.notYet;
    this.enrolled++;
    if (person.sent > 0) this.submitted++;
    if (decided > 0) this.decided++;
    if (person.awarded > 0) this.awarded++;
    this.attempts.sent += person.sent;
    this.attempts.decided += decided;
    this.attempts.awarded += person.awarded;
    this.attempts.notYet += person.notYet;
    this.attempts.withdrawn += person.withdrawn;
    this.attempts.pending += person.sent - decided - person.withdrawn;
    for (const { attemptsTaken, months } of person.awards) {
      this.awards[attemptsTaken === 1 ? "firstAttempt" : "afterResubmission"]++;
      this.attemptsTaken += attemptsTaken;
      if (months !== null) this.months.push(months);
    }
  }

  figures(): GroupFigures {
    const { enrolled, submitted, decided, awarded, attempts, awards, months } = this;
    const earned = awards.firstAttempt + awards.afterResubmission;
    return {
      enrolled,
      submitted,
      decided,
      awarded,
      attempts: { ...attempts },
      awards: { ...awards },
      attemptsPerAward: earned === 0 ? null : this.attemptsTaken / earned,
      monthsToAward: { n: months.length, median: median(months) },
    };
  }
}

function newTally(): Tally {
  return new Tally();
}

function newGroups(): Map<string, Tally> {
  return new Map();
}

function newAttempts(): Attempt[] {
  return [];
}

/** The value under a key, made where there is none yet. */
function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
