import type { PlannerFacts } from "../../commands/planner-facts";

type Standing = NonNullable<PlannerFacts["standing"]>;

/** How ready the program is, phase by phase. */
export function Phases({ phases, currentPhase }: Pick<Standing, "phases" | "currentPhase">) {
  if (!phases) return null;
  return (
    <section aria-labelledby="phases">
      <h2 id="phases">Checklist</h2>
      <ul class="phases">
        {phases.map(({ id, label, done, total }) => (
          <li key={id} aria-current={id === currentPhase ? "step" : undefined}>
            <span id={`phase-${id}`}>
              {label}
              {id === currentPhase ? <strong> – now</strong> : null}
            </span>
            <span class="amount">{total === 0 ? "No items" : `${done} of ${total} done`}</span>
            {total === 0 ? null : <progress aria-labelledby={`phase-${id}`} value={done} max={total} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
