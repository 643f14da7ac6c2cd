import type { ComingDate } from "../../program/coming-dates";
import { daysInWords, shortDate } from "./short-date";

/** How many are shown before one asks for more. What is late stands under what needs attention, too. */
const SHOWN = { coming: 5, late: 3 };

/** What comes next in the timeline, and what is late. */
export function ComingDates({ dates }: { readonly dates: readonly ComingDate[] | null }) {
  if (!dates) return null;
  const late = dates.filter(({ stage }) => stage === "late");
  const coming = dates.filter(({ stage }) => stage !== "late");
  return (
    <section aria-labelledby="dates">
      <h2 id="dates">Next dates</h2>
      {coming.length === 0 ? <p>Nothing in the Timeline begins or ends in the next three weeks.</p> : null}
      <Dates dates={coming} most={SHOWN.coming} more="more" />
      {late.length === 0 ? null : (
        <>
          <h3>Late</h3>
          <Dates dates={late} most={SHOWN.late} more="more that are late" />
        </>
      )}
    </section>
  );
}

interface DatesProps {
  readonly dates: readonly ComingDate[];
  readonly most: number;
  readonly more: string;
}

function Dates({ dates, most, more }: DatesProps) {
  const rest = dates.slice(most);
  return (
    <>
      <List dates={dates.slice(0, most)} />
      {rest.length === 0 ? null : (
        <details>
          <summary>
            Show {rest.length} {more}
          </summary>
          <List dates={rest} />
        </details>
      )}
    </>
  );
}

function List({ dates }: { readonly dates: readonly ComingDate[] }) {
  if (dates.length === 0) return null;
  return (
    <ul class="dates">
      {dates.map((each, at) => (
        // Two rows of the timeline can be alike, so that the place is all that tells them apart.
        <li key={at}>
          <span>{each.what}</span>
          <span class={each.stage === "late" ? "when late" : "when"}>
            <time dateTime={each.date}>{shortDate(each.date)}</time>, {daysInWords(each)}
          </span>
        </li>
      ))}
    </ul>
  );
}
