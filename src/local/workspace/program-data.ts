import * as z from "zod/mini";
import type { OutsideData } from "../outside-data";
import type { WorkbookData } from "../workbook-data";
import { outsideSchema } from "./outside-schema";
import type { WorkspaceProblem } from "./protocol";
import { inconsistencyOf, workbookSchema } from "./workbook-schema";

export const PROGRAM_FORMAT = "micro-credential-planner";
/** Goes up when an older planner could no longer read what a newer one wrote; stored programs are counted by it too. */
export const PROGRAM_VERSION = 1;

/** A whole program: its workbook, and what stands outside of that. */
export interface ProgramData {
  readonly format: typeof PROGRAM_FORMAT;
  readonly version: typeof PROGRAM_VERSION;
  readonly workbook: WorkbookData;
  readonly outside: OutsideData;
}

export type ReadProgram =
  | { readonly ok: true; readonly data: ProgramData }
  | { readonly ok: false; readonly problem: WorkspaceProblem };

export function programOf(workbook: WorkbookData, outside: OutsideData): ProgramData {
  return { format: PROGRAM_FORMAT, version: PROGRAM_VERSION, workbook, outside };
}

const envelope = z.object({ format: z.literal(PROGRAM_FORMAT), version: z.int().check(z.minimum(1)) });
const contents = z.object({ workbook: workbookSchema, outside: outsideSchema });

/**
 * Takes what came out of a file or out of storage for a program, if it is one that the services can work on.
 *
 * @example readProgram(JSON.parse("[]")) // { ok: false, problem: { code: "not-a-program" } }
 */
export function readProgram(found: unknown): ReadProgram {
  const head = envelope.safeParse(found);
  if (!head.success) return { ok: false, problem: { code: "not-a-program" } };
  const { version } = head.data;
  if (version > PROGRAM_VERSION) {
    return { ok: false, problem: { code: "newer-program", found: version, supported: PROGRAM_VERSION } };
  }
  const read = contents.safeParse(found);
  if (!read.success) return damaged(read.error.issues[0]?.path ?? []);
  const wrong = inconsistencyOf(read.data.workbook);
  if (wrong) return damaged(["workbook", ...wrong]);
  return { ok: true, data: programOf(read.data.workbook, read.data.outside) };
}

/** @example damaged(["workbook", "sheets", 2]).problem.place // "workbook.sheets[2]" */
function damaged(path: readonly PropertyKey[]): ReadProgram {
  const place = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`)).join("");
  return { ok: false, problem: { code: "damaged-program", place: place.replace(/^\./, "") } };
}
