import type { CollectedAnswers } from "../../commands/collect-answers";
import { WideTable } from "./wide-table";

/** How many answers each survey has, and how many are tied to somebody. */
export function AnswersTable({ surveys }: Pick<CollectedAnswers, "surveys">) {
  return (
    <WideTable label="Answers by survey">
      <table>
        <thead>
          <tr>
            <th scope="col">Survey</th>
            <th scope="col">Answers</th>
            <th scope="col">New</th>
            <th scope="col">Matched</th>
            <th scope="col">Not matched</th>
          </tr>
        </thead>
        <tbody>
          {surveys.map(({ id, label, answers, added, matched, unmatched, isAnonymous }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              <td>{answers}</td>
              {isAnonymous ? (
                <td colspan={3}>Anonymous</td>
              ) : (
                <>
                  <td>{added}</td>
                  <td>{matched}</td>
                  <td>{unmatched}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
