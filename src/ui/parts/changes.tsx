/** What would be done, or was: one line each. */
export function Changes({ changes, none }: { readonly changes: readonly string[]; readonly none: string }) {
  if (changes.length === 0) return <p>{none}</p>;
  return (
    <ul class="changes">
      {changes.map((change) => (
        <li key={change}>{change}</li>
      ))}
    </ul>
  );
}
