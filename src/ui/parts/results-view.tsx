import type { DialogFacts } from "../../commands/dialog-facts";
import type { Results } from "../../workbook/outcome/results";
import { ComparisonTable } from "./comparison-table";
import { Figures } from "./figures";
import { SurveyFigures } from "./survey-figures";

interface ResultsViewProps {
  readonly results: Results;
  readonly facts: DialogFacts;
}

const phases = [
  { id: "plan", label: "Ready to plan" },
  { id: "launch", label: "Ready to launch" },
  { id: "implement", label: "Ready to implement" },
] as const;

/** The results in short; all of them stand in the tab Results. */
export function ResultsView({ results, facts }: ResultsViewProps) {
  const { funnel, readiness, supportModels, reference } = results;
  const shareOf = (n: number, of: number, whom: string): string =>
    of === 0 ? `nobody ${whom} yet` : `${Math.round((n / of) * 100)}% of ${of} ${whom}`;
  return (
    <>
      <Figures
        figures={[
          { label: "Enrolled", value: funnel.enrolled, note: "people who have not withdrawn" },
          { label: "Submitted", value: funnel.submitted, note: shareOf(funnel.submitted, funnel.enrolled, "enrolled") },
          { label: "Decided", value: funnel.decided, note: shareOf(funnel.decided, funnel.submitted, "submitted") },
          { label: "Awarded", value: funnel.awarded, note: shareOf(funnel.awarded, funnel.decided, "decided") },
        ]}
      />
      <h3>Support models compared</h3>
      {supportModels.length === 0 ? (
        <p>Nobody in the Roster has a support model yet, so there is nothing to compare.</p>
      ) : (
        <>
          <ComparisonTable
            models={supportModels}
            reference={reference}
            labelOf={(model) => facts.supportModels.find(({ id }) => id === model)?.label ?? model}
          />
          <p class="help">
            Of participants with a decision. A comparison of volunteers is not an experiment: the figures do not say
            that the support made the difference.
          </p>
        </>
      )}
      <SurveyFigures surveys={results.surveys} changes={results.changes} />
      <h3>Checklist</h3>
      <ul>
        {phases.map(({ id, label }) => (
          <li key={id}>
            {label}: {readiness[id].done} of {readiness[id].total} done
          </li>
        ))}
      </ul>
    </>
  );
}
