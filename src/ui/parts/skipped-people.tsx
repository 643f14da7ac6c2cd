import type { SurveySending } from "../../commands/send-survey";

type Skipped = SurveySending["skipped"][number];

const REASONS: Readonly<Record<Skipped["reason"], string>> = {
  withdrawn: "Withdrawn",
  "opted-out": "Opted out of survey mail",
  unreachable: "Marked as unreachable",
  answered: "Have answered",
  "not-invited": "Were not sent the invitation",
  "already-sent": "Were sent it already",
  "reminded-enough": "Had as many reminders as anybody gets",
  unsure: "May have been sent it",
  "no-address": "Have no address",
  "invalid-address": "Have an address that cannot be used",
  twice: "Stand in the Roster twice",
  "shared-address": "Share an address with somebody else",
};

/** Who gets no message, and why. */
export function SkippedPeople({ skipped }: { readonly skipped: readonly Skipped[] }) {
  if (skipped.length === 0) return null;
  return (
    <section>
      <h3>Left out</h3>
      {skipped.map(({ reason, people }) => (
        <details key={reason}>
          <summary>
            {REASONS[reason]} ({people.length})
          </summary>
          <ul>
            {people.map((person, at) => (
              // Two people may look the same here.
              <li key={`${at} ${person}`}>{person}</li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
