import type { ToldProblem } from "../../commands/run";

interface ProblemsProps {
  readonly problems: readonly Pick<ToldProblem, "severity" | "message">[];
}

/** Errors first, then what to check, then what is only good to know. */
const groups = [
  { severity: "error", heading: "To fix", most: 10 },
  { severity: "warning", heading: "To check", most: 5 },
  { severity: "note", heading: "Good to know", most: 0 },
] as const;

export function Problems({ problems }: ProblemsProps) {
  return (
    <>
      {groups.map(({ severity, heading, most }) => {
        const messages = problems.filter((each) => each.severity === severity).map(({ message }) => message);
        if (messages.length === 0) return null;
        return (
          <section key={severity} class={`problems ${severity}`}>
            <h3>
              {heading} ({messages.length})
            </h3>
            <Sentences messages={messages.slice(0, most)} />
            {messages.length > most ? (
              <details>
                <summary>{most === 0 ? "Show" : `Show ${messages.length - most} more`}</summary>
                <Sentences messages={messages.slice(most)} />
              </details>
            ) : null}
          </section>
        );
      })}
    </>
  );
}

function Sentences({ messages }: { readonly messages: readonly string[] }) {
  if (messages.length === 0) return null;
  return (
    <ul>
      {messages.map((message) => (
        <li key={message}>{message}</li>
      ))}
    </ul>
  );
}
