/** What a person has to decide stands in a tab of its own. */
export function ToReview({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <p>
      {count === 1 ? "One row or cell waits" : `${count} rows or cells wait`} in the tab Review: decide there, then run
      the same import again.
    </p>
  );
}
