import * as z from "zod/mini";
import { isIsoDate } from "./dates";

/**
 * What the short set-up form asks: who runs the program, when it starts, and which support its groups get. Everything
 * else in the workbook is proposed from it and can be changed there.
 */
export const programSetupSchema = z.object({
  program: z.string().check(z.refine((name) => name.trim() !== "")),
  affiliate: z.string(),
  cohort: z.string(),
  /** `2026-09-01`. */
  launch: z.string().check(z.refine(isIsoDate)),
  /** From launch to submission deadline. */
  weeks: z.number().check(z.refine((weeks) => Number.isInteger(weeks) && weeks >= 1 && weeks <= 104)),
  groups: z.array(z.object({ name: z.string(), model: z.string() })),
  /** Ids of domain.md section 5. */
  location: z.string(),
  currency: z.array(z.string()),
  goals: z.string(),
  /** Keys of the optional tabs that are switched on. */
  optionalTabs: z.array(z.string()),
});

export type ProgramSetup = z.infer<typeof programSetupSchema>;
