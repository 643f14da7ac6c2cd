import { benchmarks } from "../content/report-words";

/**
 * The eight support models and five support categories of domain.md section 5, by their stable ids, and the check of
 * a chosen model against the categories ticked. Facts only: the sentences about them live with the other words.
 */

/** Ids of the support models, in the order in which they are always listed. */
export const SUPPORT_MODEL_IDS = [
  "independent",
  "basic",
  "standard",
  "ultimate",
  "plc",
  "reallocated",
  "allocated",
  "other",
] as const;

export type SupportModelId = (typeof SUPPORT_MODEL_IDS)[number];

/** What each support model is called on screen and in files. */
export const SUPPORT_MODEL_LABELS: Readonly<Record<SupportModelId, string>> = {
  independent: "Independent",
  basic: "Basic support",
  standard: "Standard support",
  ultimate: "Ultimate support",
  plc: "Online learning lab / PLC",
  reallocated: "Support reallocation",
  allocated: "Support allocated",
  other: "Other",
};

/** Ids of the support categories: meeting, e-mail tips, office hours, individual coaching, release time. */
export const SUPPORT_CATEGORY_IDS = ["f2f", "email", "office-hours", "coaching", "release"] as const;

export type SupportCategoryId = (typeof SUPPORT_CATEGORY_IDS)[number];

/** What each support category is called on screen and in files. */
export const SUPPORT_CATEGORY_LABELS: Readonly<Record<SupportCategoryId, string>> = {
  f2f: "Face-to-face meeting",
  email: "E-mail reminders with tips",
  "office-hours": "Open office hours",
  coaching: "Individual coaching",
  release: "Release time",
};

/** Wordings seen in lists, beside ids and labels, as `normalized` leaves them. */
const OTHER_WORDINGS: Readonly<Record<SupportModelId, readonly string[]>> = {
  independent: ["independent support", "independently", "no support"],
  basic: [],
  standard: [],
  ultimate: [],
  plc: ["online learning lab", "online lab", "learning lab", "online plc", "professional learning community"],
  reallocated: ["support reallocated", "reallocated support", "reallocation"],
  allocated: ["allocated support", "support allocation", "allocation"],
  other: ["other support"],
};

/**
 * The award rate that NEA published for programs without support (53 %) and with support (87 %). Two bare
 * percentages, with no counts, no denominator and no kind of support: say so wherever they are shown.
 *
 * @param model a support model
 * @returns the published share, 0 to 1
 * @see domain.md section 1
 * @example publishedBenchmark("plc") // 0.87
 */
export function publishedBenchmark(model: SupportModelId): number {
  return (model === "independent" ? benchmarks.independent : benchmarks.supported).value;
}

/**
 * The support model that a text names, whether by id, by label or by a common wording. Case, spaces and punctuation do
 * not matter.
 *
 * @param text what a person or a file says
 * @returns the id, or null when the text is blank or names none of the eight
 * @see domain.md section 5
 * @example supportModelOf(" standard SUPPORT ") // "standard"
 */
export function supportModelOf(text: string): SupportModelId | null {
  const wanted = normalized(text);
  if (wanted === "") return null;
  return SUPPORT_MODEL_IDS.find((id) => wordingsOf(id).includes(wanted)) ?? null;
}

/** What the ticks say about the label: it fits, they mean another model, or they fit none of the levels. */
export type LabelCheck =
  | { readonly code: "fits"; readonly chosen: SupportModelId; readonly categories: readonly SupportCategoryId[] }
  | {
      readonly code: "means-another";
      readonly chosen: SupportModelId;
      readonly categories: readonly SupportCategoryId[];
      readonly meant: SupportModelId;
    }
  | {
      readonly code: "coaching-alone";
      readonly chosen: SupportModelId;
      readonly categories: readonly SupportCategoryId[];
      /** What it would be with one category more. */
      readonly withOneMore: SupportModelId;
    };

/**
 * Holds a chosen support model against the support categories ticked for it. A remark, never a refusal: the sources
 * say "generally".
 *
 * Independent means none of the five; Basic exactly one, but not coaching; Standard two; Ultimate three to five (our
 * reading of "all or most"). Coaching alone fits no level. PLC, reallocated, allocated and other go with any.
 *
 * @param chosen the model that the team chose
 * @param categories the categories ticked; a double is counted once
 * @returns what the ticks mean, with the categories in their usual order
 * @see domain.md section 5
 * @example labelCheck("basic", ["f2f", "email"])
 *   // { code: "means-another", chosen: "basic", categories: ["f2f", "email"], meant: "standard" }
 */
export function labelCheck(chosen: SupportModelId, categories: readonly SupportCategoryId[]): LabelCheck {
  const ticked = SUPPORT_CATEGORY_IDS.filter((id) => categories.includes(id));
  const facts = { chosen, categories: ticked };
  if (!isSupportLevel(chosen)) return { code: "fits", ...facts };
  if (ticked.length === 1 && ticked[0] === "coaching") {
    return { code: "coaching-alone", ...facts, withOneMore: "standard" };
  }
  const meant = levelOf(ticked.length);
  return meant === chosen ? { code: "fits", ...facts } : { code: "means-another", ...facts, meant };
}

/** Whether a model says how much support there is, so that the number of categories can contradict it. */
function isSupportLevel(model: SupportModelId): boolean {
  return model === "independent" || model === "basic" || model === "standard" || model === "ultimate";
}

function levelOf(categoryCount: number): SupportModelId {
  if (categoryCount === 0) return "independent";
  if (categoryCount === 1) return "basic";
  return categoryCount === 2 ? "standard" : "ultimate";
}

function wordingsOf(id: SupportModelId): readonly string[] {
  const label = normalized(SUPPORT_MODEL_LABELS[id]);
  return [id, label, label.replace(/ support$/, ""), ...OTHER_WORDINGS[id]];
}

function normalized(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
