import * as z from "zod/mini";
import { keysSchema, type Settings, setting } from "../settings";
import { FOCUS_GROUP } from "../surveys/survey-list";

export const UNSETTLED: FocusDetails = { date: "", time: "", place: "", minutes: null, facilitator: "" };

/** When and where people meet, as the dialog asks it; blank where it is not settled yet. */
export const detailsSchema = z.object({
  /** `2026-10-06`. */
  date: z.string(),
  time: z.string(),
  place: z.string(),
  minutes: z.nullable(z.number()),
  facilitator: z.string(),
});

export type FocusDetails = Readonly<z.infer<typeof detailsSchema>>;

const rememberedSchema = z.nullable(z.object({ questions: keysSchema, details: detailsSchema }));

/** What was chosen the last time; null before that. */
export const rememberedFocusGroup = (settings: Settings): z.infer<typeof rememberedSchema> =>
  setting(settings, FOCUS_GROUP, rememberedSchema, null);
