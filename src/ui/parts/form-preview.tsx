import type { SurveyForm } from "../../commands/create-survey";
import { WideTable } from "./wide-table";

type Item = SurveyForm["design"]["items"][number];

/** A form as people will see it: every question with what it offers, to be looked at only. */
export function FormPreview({ design }: { readonly design: SurveyForm["design"] }) {
  const hasRequired = design.items.some(({ required }) => required);
  return (
    <section class="form-preview" aria-label="The form as people will see it">
      <div class="card">
        <h3 class="form-title">{design.title}</h3>
        {design.description.split("\n\n").map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {hasRequired ? <p class="star">* Required</p> : null}
      </div>
      <ul>
        {design.items.map((item) =>
          item.kind === "section" ? (
            <li key={item.key} class="section">
              <h4>{item.title}</h4>
            </li>
          ) : (
            <li key={item.key} class="card">
              <p class="question">
                {item.title}
                {item.required ? <Star /> : null}
              </p>
              {item.help === "" ? null : <p class="help">{item.help}</p>}
              <Answer item={item} />
            </li>
          ),
        )}
      </ul>
      <p class="card">
        <span class="help">Once it is sent:</span> {design.confirmation}
      </p>
    </section>
  );
}

const Star = () => (
  <>
    <span class="star" aria-hidden="true">
      {" *"}
    </span>
    <span class="unseen"> (required)</span>
  </>
);

const WRITTEN = { "short-text": "Short answer", "long-text": "Long answer", date: "Date" } as const;

/** What people are given to answer with. */
function Answer({ item }: { readonly item: Item }) {
  const { kind } = item;
  if (kind === "choice" || kind === "checkboxes") return <Options {...item} />;
  if (kind === "scale") return <Scale {...item} />;
  if (kind === "grid") return <Grid {...item} />;
  return kind === "section" ? null : <p class={`blank ${kind}`}>{WRITTEN[kind]}</p>;
}

function Options({ kind, choices, other }: Item) {
  return (
    <>
      <p class="unseen">{kind === "choice" ? "One of:" : "Any of:"}</p>
      <ul class={`options ${kind === "choice" ? "round" : "square"}`}>
        {choices.map((choice) => (
          <li key={choice}>{choice}</li>
        ))}
        {other ? <li>Other: …</li> : null}
      </ul>
    </>
  );
}

function Scale({ choices, labels: [low, high] }: Item) {
  return (
    <div class="scale">
      {low === "" ? null : <span>{low}</span>}
      <ol class="options round">
        {choices.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {high === "" ? null : <span>{high}</span>}
    </div>
  );
}

function Grid({ title, choices, gridRows }: Item) {
  return (
    <WideTable label={title}>
      <table>
        <thead>
          <tr>
            <td />
            {choices.map((choice) => (
              <th key={choice} scope="col">
                {choice}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {gridRows.map((row) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {choices.map((choice) => (
                <td key={choice} class="mark" />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
