import * as z from "zod/mini";
import { type Settings, setting } from "../settings";

/** Under which a survey's form is remembered. */
export const formSetting = (survey: string): string => `form.${survey}`;

/** Whether a survey's form was made for answers that nobody is tied to; null where there is none. */
export const madeAnonymous = (settings: Settings, survey: string): boolean | null =>
  setting(settings, formSetting(survey), z.nullable(z.object({ anonymous: z.boolean() })), null)?.anonymous ?? null;
