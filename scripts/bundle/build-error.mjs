/** What the person who builds must mend, a line each. */
export class BuildError extends Error {
  /** @param {readonly string[]} problems */
  constructor(problems) {
    super(problems.join("\n"));
    this.name = "BuildError";
    this.problems = problems;
  }
}

/**
 * esbuild's own complaints as ours.
 *
 * @param {unknown} error
 */
export function problemsOf(error) {
  if (error instanceof BuildError) return error.problems;
  if (!(error instanceof Error) || !("errors" in error) || !Array.isArray(error.errors)) return undefined;
  return error.errors.map(
    /** @param {import("esbuild").Message} message */
    ({ text, location }) => (location ? `${location.file}:${location.line}:${location.column + 1}: ${text}` : text),
  );
}
