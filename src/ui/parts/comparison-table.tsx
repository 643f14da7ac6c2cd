import type { ModelComparison, Verdict } from "../../program/comparison";
import { WideTable } from "./wide-table";

interface ComparisonTableProps {
  readonly models: readonly ModelComparison[];
  readonly reference: string | null;
  readonly labelOf: (model: string) => string;
}

const verdictWords: Readonly<Record<Verdict, string>> = {
  "too-few": "Too few people to tell",
  "clearly-higher": "Clearly higher",
  "probably-higher": "Probably higher",
  "no-clear-difference": "No clear difference",
  "probably-lower": "Probably lower",
  "clearly-lower": "Clearly lower",
};

/** The support models side by side: how many, which share was awarded, and what may be said of the difference. */
export function ComparisonTable({ models, reference, labelOf }: ComparisonTableProps) {
  return (
    <WideTable label="Support models compared">
      <table class="comparison">
        <thead>
          <tr>
            <th scope="col">Support model</th>
            <th scope="col">Awarded of decided</th>
            <th scope="col">Award rate (95% interval)</th>
            <th scope="col">{reference === null ? "Difference" : `Compared with ${labelOf(reference)}`}</th>
          </tr>
        </thead>
        <tbody>
          {models.map(({ model, awarded, decided, rate, difference }) => (
            <tr key={model}>
              <th scope="row">{labelOf(model)}</th>
              <td>
                {awarded} of {decided}
              </td>
              <td>{rate.estimate === null ? "–" : `${percent(rate.estimate)} ${range(rate, percent)}`}</td>
              <td>
                {difference === null ? (
                  model === reference ? (
                    "Reference"
                  ) : (
                    "No decisions yet"
                  )
                ) : (
                  <>
                    <strong>{verdictWords[difference.verdict]}</strong>
                    <span class="help">
                      {points(difference.estimate)} points {range(difference, points)}
                    </span>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** @example points(-0.204) // "−20" */
function points(share: number): string {
  const rounded = Math.round(share * 100);
  return rounded < 0 ? `−${-rounded}` : `${rounded > 0 ? "+" : ""}${Math.abs(rounded)}`;
}

const range = (
  { low, high }: { readonly low: number | null; readonly high: number | null },
  write: (share: number) => string,
): string => (low === null || high === null ? "" : `(${write(low)} to ${write(high)})`);
