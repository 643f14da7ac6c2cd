/** Accessibility, as far as a program can tell. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Frame, Page } from "playwright-core";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Every rule that is on by default, and the one of WCAG 2.2 AA that is not. */
const OPTIONS = { rules: { "target-size": { enabled: true } } };

/**
 * What axe finds on a page and in its frames, a line each: `color-contrast: #outbox .date — …`.
 *
 * @param part a selector, to look at one part of the page alone
 */
export async function axeProblems(page: Page, part?: string): Promise<readonly string[]> {
  const partials = await partialResults(page.mainFrame(), {
    include: part === undefined ? [] : [[part]],
    exclude: [],
  });
  const { violations } = await page.evaluate(([found, options]) => window.axe.finishRun(found, options), [
    partials,
    OPTIONS,
  ] as const);
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

/** Frames are sandboxed and cannot talk to each other, so each is looked at by itself and axe puts the pieces together. */
async function partialResults(frame: Frame, context: Part): Promise<readonly unknown[]> {
  await frame.evaluate(SOURCE);
  const inner = await frame.evaluate((given) => window.axe.utils.getFrameContexts(given), context);
  const own = await frame.evaluate(([given, options]) => window.axe.runPartial(given, options), [
    context,
    OPTIONS,
  ] as const);
  const results: unknown[] = [own];
  for (const { frameSelector, frameContext } of inner) {
    const element = await frame.evaluateHandle((selector) => window.axe.utils.shadowSelect(selector), frameSelector);
    const child = await element.asElement()?.contentFrame();
    results.push(...(child ? await partialResults(child, frameContext) : [null]));
  }
  return results;
}

/** What of a document is looked at. */
interface Part {
  readonly include: readonly unknown[];
  readonly exclude: readonly unknown[];
}

/** As much of axe's own interface as is used, since its types are too deep to pass into a page. */
interface AxeInPage {
  readonly utils: {
    getFrameContexts(part: Part): readonly { readonly frameSelector: unknown; readonly frameContext: Part }[];
    shadowSelect(selector: unknown): Element | null;
  };
  runPartial(part: Part, options: typeof OPTIONS): Promise<unknown>;
  finishRun(
    partials: readonly unknown[],
    options: typeof OPTIONS,
  ): Promise<{
    readonly violations: readonly {
      readonly id: string;
      readonly nodes: readonly {
        readonly target: readonly (string | readonly string[])[];
        readonly failureSummary?: string;
      }[];
    }[];
  }>;
}

declare global {
  interface Window {
    readonly axe: AxeInPage;
  }
}
