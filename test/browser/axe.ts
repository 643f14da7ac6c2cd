/** Accessibility, as far as a program can tell. */
import { source } from "axe-core";
import type { Frame, Page } from "playwright-core";

/** Every rule that is on by default, and the one of WCAG 2.2 AA that is not. */
const OPTIONS = { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } };

/**
 * What axe finds on a page and in its frames, a line each: `color-contrast: #outbox .date — …`.
 *
 * @param part a selector, to look at one part of the page alone
 */
export async function axeProblems(page: Page, part?: string): Promise<readonly string[]> {
  const context = { include: part === undefined ? [] : [[part]], exclude: [] };
  const { violations } = page.frames().length === 1 ? await wholeResults(page, context) : await inPieces(page, context);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const why = (failureSummary ?? "")
        .split("\n")
        .slice(1)
        .map((line) => line.trim());
      return `${id}: ${target.flat().join(" › ")} — ${why.join("; ")}`;
    }),
  );
}

/** Without frames axe has it all, in a fifth of the time. */
async function wholeResults(page: Page, context: Part): Promise<Results> {
  await bring(page.mainFrame());
  const { violations } = await page.evaluate(([given, options]) => window.axe.run(given, options), [
    context,
    OPTIONS,
  ] as const);
  return { violations };
}

/**
 * Frames are sandboxed and cannot talk to each other, so each is looked at by itself and axe puts the pieces together:
 * pieces as text, since Playwright takes seconds over large objects.
 */
async function inPieces(page: Page, context: Part): Promise<Results> {
  const pieces = await partialResults(page.mainFrame(), context);
  return page.evaluate(
    async ([found, options]) => {
      const { violations } = await window.axe.finishRun(
        found.map((each) => JSON.parse(each)),
        options,
      );
      return { violations };
    },
    [pieces, OPTIONS] as const,
  );
}

async function partialResults(frame: Frame, context: Part): Promise<readonly string[]> {
  await bring(frame);
  const inner = await frame.evaluate((given) => window.axe.utils.getFrameContexts(given), context);
  const own = await frame.evaluate(
    async ([given, options]) => JSON.stringify(await window.axe.runPartial(given, options)),
    [context, OPTIONS] as const,
  );
  const results = [own];
  for (const { frameSelector, frameContext } of inner) {
    const element = await frame.evaluateHandle((selector) => window.axe.utils.shadowSelect(selector), frameSelector);
    const child = await element.asElement()?.contentFrame();
    results.push(...(child ? await partialResults(child, frameContext) : ["null"]));
  }
  return results;
}

async function bring(frame: Frame): Promise<void> {
  if (!(await frame.evaluate(() => "axe" in window))) await frame.evaluate(source);
}

/** What of a document is looked at. */
interface Part {
  readonly include: readonly unknown[];
  readonly exclude: readonly unknown[];
}

/** What it has against a page. */
interface Results {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly {
      readonly target: readonly (string | readonly string[])[];
      readonly failureSummary?: string;
    }[];
  }[];
}

/** As much of axe's own interface as is used, since its types are too deep to pass into a page. */
interface AxeInPage {
  readonly utils: {
    getFrameContexts(part: Part): readonly { readonly frameSelector: unknown; readonly frameContext: Part }[];
    shadowSelect(selector: unknown): Element | null;
  };
  run(part: Part, options: typeof OPTIONS): Promise<Results>;
  runPartial(part: Part, options: typeof OPTIONS): Promise<unknown>;
  finishRun(partials: readonly unknown[], options: typeof OPTIONS): Promise<Results>;
}

declare global {
  interface Window {
    readonly axe: AxeInPage;
  }
}
