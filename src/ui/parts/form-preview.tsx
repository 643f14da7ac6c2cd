import type { SurveyForm } from "../../commands/create-survey";

type Item = SurveyForm["design"]["items"][number];

const KINDS: Readonly<Record<Item["kind"], string>> = {
  section: "",
  scale: "Scale 1 to 5",
  choice: "Choose one",
  checkboxes: "Choose any",
  "short-text": "Short text",
  "long-text": "Long text",
  date: "Date",
  grid: "Grid",
};

/** The questions of a form as people will be asked them. */
export function FormPreview({ design }: { readonly design: SurveyForm["design"] }) {
  return (
    <section class="form-preview">
      <h3>{design.title}</h3>
      {design.description.split("\n\n").map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <ol>
        {design.items.map((item) =>
          item.kind === "section" ? (
            <li key={item.key} class="section">
              <h4>{item.title}</h4>
            </li>
          ) : (
            <li key={item.key}>
              <strong>{item.title}</strong>
              {item.required ? " (required)" : null}
              <span class="help">{answerOf(item)}</span>
              {item.help === "" ? null : <span class="help">{item.help}</span>}
            </li>
          ),
        )}
      </ol>
    </section>
  );
}

/** @example answerOf(scale) // "Scale 1 to 5: 1 Not at all, 5 Very" */
function answerOf({ kind, choices, gridRows, labels: [low, high] }: Item): string {
  const ends = [low && `1 ${low}`, high && `5 ${high}`].filter(Boolean).join(", ");
  const offered = kind === "scale" ? ends : [choices.join(" · "), gridRows.join(" · ")].filter(Boolean).join(" for ");
  return offered === "" ? KINDS[kind] : `${KINDS[kind]}: ${offered}`;
}
