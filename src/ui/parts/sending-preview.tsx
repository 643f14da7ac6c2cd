import type { SurveySending } from "../../commands/send-survey";
import { type Figure, Figures } from "./figures";
import type { Kind } from "./message-form";
import { ResultHeading } from "./result-heading";
import { shortDate } from "./short-date";

/** How many get a message today, later, and not at all. */
export function SendingPreview({ kind, data }: { readonly kind: Kind; readonly data: SurveySending }) {
  const { recipients, coming } = data;
  const nobody = kind === "reminder" ? "Nobody is to be reminded today" : "There is nobody to send this to";
  return (
    <>
      <ResultHeading>{recipients.length === 0 ? nobody : `Who gets the ${kind}`}</ResultHeading>
      <Figures figures={figuresOf(data)} />
      {coming.length > 0 ? (
        <section>
          <h3>Due later, unless they answer before</h3>
          <ul>
            {coming.map(({ on, people }) => (
              <li key={on}>
                {shortDate(on)}: {people === 1 ? "one person" : `${people} people`}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function figuresOf({ recipients, skipped, quota }: SurveySending): readonly Figure[] {
  const today = Math.min(quota, recipients.length);
  return [
    { label: "Google's limit", value: quota, note: "more messages that you can send today" },
    { label: "Today", value: today, note: "go out when you press Send" },
    {
      label: "Tomorrow or later",
      value: recipients.length - today,
      note: "wait until you run this again",
    },
    {
      label: "Left out",
      value: skipped.reduce((sum, { people }) => sum + people.length, 0),
      note: "for the reasons below",
    },
  ];
}
