import type { SurveySending } from "../../commands/send-survey";

type Skipped = SurveySending["skipped"][number];

const REASONS: Readonly<Record<Skipped["reason"], string>> = {
  withdrawn: "Withdrawn",
  answered: "Have answered",
  "already-sent": "Were sent it already",
  unsure: "May have been sent it",
  "no-address": "Have no address",
  "invalid-address": "Have an address that cannot be used",
  "shared-address": "Share an address with somebody who gets it",
};

/** Who gets no message, and why. */
export function SkippedPeople({ skipped }: { readonly skipped: readonly Skipped[] }) {
  return (
    <>
      {skipped.map(({ reason, people }) => (
        <details key={reason}>
          <summary>
            {REASONS[reason]} ({people.length})
          </summary>
          <p>{people.join(", ")}</p>
        </details>
      ))}
    </>
  );
}
