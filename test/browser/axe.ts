/** Accessibility, as far as a program can tell. */
import { source } from "axe-core";
import type { Frame, Page } from "playwright-core";

/** Every rule that is on by default, and the one of WCAG 2.2 AA that is not. */
const ALL_RULES: Options = { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } };

interface Options {
  readonly resultTypes: readonly string[];
  readonly rules: Readonly<Record<string, { readonly enabled: boolean }>>;
  readonly runOnly?: readonly string[];
}

/**
 * What axe finds on a page and in its frames, a line each: `color-contrast: #outbox .date — …`.
 *
 * @param part a selector, to look at one part of the page alone
 * @param only the rules to go by; all of them, if left out
 */
export async function axeProblems(page: Page, part?: string, only?: readonly string[]): Promise<readonly string[]> {
  const context = { include: part === undefined ? [] : [[part]], exclude: [] };
  const options = only ? { ...ALL_RULES, runOnly: only } : ALL_RULES;
  const look = page.frames().length === 1 ? wholeResults : inPieces;
  const { violations } = await look(page, context, options);
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
async function wholeResults(page: Page, context: Part, options: Options): Promise<Results> {
  await bring(page.mainFrame());
  const { violations } = await page.evaluate(([given, options]) => window.axe.run(given, options), [
    context,
    options,
  ] as const);
  return { violations };
}

/**
 * Frames are sandboxed and cannot talk to each other, so each is looked at by itself and axe puts the pieces together:
 * pieces as text, since Playwright takes seconds over large objects.
 */
async function inPieces(page: Page, context: Part, options: Options): Promise<Results> {
  const pieces = await partialResults(page.mainFrame(), context, options);
  return page.evaluate(
    async ([found, options]) => {
      const { violations } = await window.axe.finishRun(
        found.map((each) => JSON.parse(each)),
        options,
      );
      return { violations };
    },
    [pieces, options] as const,
  );
}

async function partialResults(frame: Frame, context: Part, options: Options): Promise<readonly string[]> {
  await bring(frame);
  const inner = await frame.evaluate((given) => window.axe.utils.getFrameContexts(given), context);
  const own = await frame.evaluate(
    async ([given, options]) => JSON.stringify(await window.axe.runPartial(given, options)),
    [context, options] as const,
  );
  const results = [own];
  for (const { frameSelector, frameContext } of inner) {
    const element = await frame.evaluateHandle((selector) => window.axe.utils.shadowSelect(selector), frameSelector);
    const child = await element.asElement()?.contentFrame();
    results.push(...(child ? await partialResults(child, frameContext, options) : ["null"]));
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
  run(part: Part, options: Options): Promise<Results>;
  runPartial(part: Part, options: Options): Promise<unknown>;
  finishRun(partials: readonly unknown[], options: Options): Promise<Results>;
}

declare global {
  interface Window {
    readonly axe: AxeInPage;
  }
}
