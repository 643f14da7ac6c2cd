export interface Figure {
  readonly label: string;
  readonly value: number;
  /** What the number counts, or is a share of. */
  readonly note?: string;
}

/** Numbers with their words. */
export function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <dl class="figures">
      {figures.map(({ label, value, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <strong>{value.toLocaleString("en-US")}</strong>
            {note === undefined ? null : <span class="help">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
