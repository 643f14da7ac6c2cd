import * as z from "zod/mini";
import { isIsoDate } from "./dates";

/**
 * What the short set-up form asks: who runs the program, when it starts, and which support its groups get. Everything
 * else in the workbook is proposed from it and can be changed there.
 */
export const programSetupSchema = z.object({
  program: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  affiliate: z.string().check(z.trim(), z.maxLength(200)),
  cohort: z.string().check(z.trim(), z.maxLength(200)),
  /** `2026-09-01`. */
  launch: z.string().check(z.refine(isIsoDate)),
  /** From launch to submission deadline. */
  weeks: z.int().check(z.minimum(1), z.maximum(104)),
  groups: z.array(z.object({ name: z.string().check(z.trim(), z.minLength(1)), model: z.string() })),
  /** Ids of domain.md section 5. */
  location: z.string(),
  currency: z.array(z.string()),
  goals: z.string().check(z.maxLength(10_000)),
  /** Keys of the optional tabs that are switched on. */
  optionalTabs: z.array(z.string()),
});

export type ProgramSetup = z.infer<typeof programSetupSchema>;
