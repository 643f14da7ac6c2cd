import * as z from "zod/mini";
import { shortHash } from "../../program/hash";
import { type Settings, setting } from "../settings";
import type { FormDesign, FormItem } from "./form-design";
import { formSetting } from "./form-mode";

/** Why a form cannot do its work: it is gone, takes no answers, or they flow into another spreadsheet. */
export type FormTrouble = "" | "gone" | "closed" | "elsewhere";

const recordSchema = z.object({
  id: z.string(),
  /** Where people answer, and where the form is edited. */
  url: z.string(),
  edit: z.string(),
  /** The link with PLACEHOLDER_CODE in the participant code, or as it is where there is none; blank until the form is finished. */
  prefilled: z.string(),
  published: z.boolean(),
  /** How it was made: nobody's answers are tied to a person. */
  anonymous: z.boolean(),
  /** What was the matter with it when it was looked at last: a FormTrouble. */
  trouble: z.string(),
  /** Title, description and confirmation as they were written last. */
  head: z.string(),
  /** `title` and `content`: short names for what stood in the tab Questions when the item was written last. */
  items: z.array(
    z.object({ key: z.string(), id: z.number(), kind: z.string(), title: z.string(), content: z.string() }),
  ),
});

/** What is remembered of a survey's form: by it the form is found again, and every question in it. */
export type FormRecord = z.infer<typeof recordSchema>;

/** Stands for the participant code in the link that is got once for everybody. */
export const PLACEHOLDER_CODE = "PARTICIPANT-CODE";

/** Set while a form is being made or changed, and still there where that was cut off: the form's title. */
export const formIntent = (survey: string): string => `form.intent.${survey}`;

export const formRecord = (settings: Settings, survey: string): FormRecord | null =>
  setting(settings, formSetting(survey), z.nullable(recordSchema), null);

/** A short name for what an item asks besides its title: another one where anything of it was changed. */
export const contentOf = ({ key: _, title: __, ...content }: FormItem): string => shortHash(JSON.stringify(content));

export const titleOf = ({ title }: Pick<FormItem, "title">): string => shortHash(title);

export const headOf = ({ title, description, confirmation }: FormDesign): string =>
  shortHash(JSON.stringify([title, description, confirmation]));

/**
 * The link that a person gets.
 * @example personalLink({ prefilled: "https://…?entry.1=PARTICIPANT-CODE" }, "k7wq2m9x") // "https://…?entry.1=k7wq2m9x"
 */
export const personalLink = ({ prefilled }: Pick<FormRecord, "prefilled">, code: string): string =>
  prefilled.replace(PLACEHOLDER_CODE, encodeURIComponent(code));
