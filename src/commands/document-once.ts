import * as z from "zod/mini";
import { type Problem, problem } from "../content/problems";
import { createDocument } from "../google/documents";
import { shortHash } from "../program/hash";
import type { ReportBlock } from "../workbook/outcome/report-blocks";
import { readSettings, remember, setting } from "../workbook/settings";
import type { Snapshot } from "../workbook/snapshot";
import { writeDown } from "./run";

/** Where a document is that was made. */
export interface MadeDocument {
  readonly id: string;
  readonly name: string;
  readonly url: string;
}

const madeSchema = z.nullable(z.object({ id: z.string(), name: z.string(), url: z.string(), content: z.string() }));

interface Wanted {
  /** What kind of document: `report`. */
  readonly kind: string;
  readonly name: string;
  readonly blocks: readonly ReportBlock[];
  /** Make another one although nothing has changed since the last. */
  readonly again: boolean;
  /** What else is to be remembered of it. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/**
 * A document that is made once for the same content. What is about to be made is written down first, so that a run that
 * was cut off is known and told.
 *
 * @returns `last`: the document that holds all this already; else what to write down first, and then to make
 */
export function documentOnce(snapshot: Snapshot, { kind, name, blocks, again, facts }: Wanted) {
  const [lastName, intent] = [lastDocument(kind), `${kind}.intent`];
  const content = shortHash(JSON.stringify(blocks));
  const remembered = readSettings(snapshot);
  const last = setting(remembered, lastName, madeSchema, null);
  if (last?.content === content && !again) return { last, changes: [], problems: [] };
  const unfinished = setting(remembered, intent, z.string(), "");
  return {
    last: null,
    // A place for both: what follows the document is then one update.
    changes: remember(snapshot, { [intent]: name, ...(remembered.has(lastName) ? {} : { [lastName]: null }) }),
    problems: unfinished ? [problem("document-left-over", { value: unfinished })] : [],
    make: (): { readonly made: MadeDocument; readonly problems: readonly Problem[] } => {
      const made = { ...createDocument(name, blocks), name };
      const done = { [lastName]: { ...made, content, ...facts }, [intent]: "" };
      return { made, problems: writeDown([], ({ snapshot: now }) => remember(now, done)) };
    },
  };
}

/** The setting under which the last document of a kind stands. */
export const lastDocument = (kind: string): string => `${kind}.last`;
