import { type FormAnswer, type FormQuestion, type FormResponseData, isQuestion } from "../form-data";
import { signatureError } from "./arguments";
import { isBlank } from "./form-answer";
import type { FormDesk, ItemAnswer } from "./form-desk";
import { publishedUrl } from "./form-urls";
import { loud } from "./loud";

type FormResponse = GoogleAppsScript.Forms.FormResponse;
type ItemResponse = GoogleAppsScript.Forms.ItemResponse;

const answersBehind = new WeakMap<object, ItemAnswer>();

export function createItemResponse(desk: FormDesk, place: ItemAnswer): ItemResponse {
  const { formId, itemId, answer } = place;
  const self = loud<ItemResponse>(desk.execution, "ItemResponse", {
    getItem: () => desk.item(formId, itemId),
    getResponse: () => copied(answer),
  });
  answersBehind.set(self, place);
  return self;
}

/** A response that a script puts together to prefill the form. Nobody sends it. */
export function createDraftResponse(desk: FormDesk, formId: string): FormResponse {
  const answers = new Map<number, FormAnswer>();
  const self: FormResponse = loud<FormResponse>(desk.execution, "FormResponse", {
    withItemResponse: (response: unknown) => {
      const behind = typeof response === "object" && response !== null ? answersBehind.get(response) : undefined;
      if (behind?.formId !== formId) throw signatureError("FormApp.FormResponse.withItemResponse", [response]);
      if (answers.has(behind.itemId)) throw new Error("Cannot add more than one response for the same item.");
      answers.set(behind.itemId, behind.answer);
      return self;
    },
    toPrefilledUrl: () => {
      const parts = desk.store.form(formId).items.flatMap((item) => {
        const answer = answers.get(item.id);
        return answer === undefined || !isQuestion(item) ? [] : prefilledParts(item, answer);
      });
      return [`${publishedUrl(formId)}?usp=pp_url`, ...parts].join("&");
    },
  });
  return self;
}

export function createSentResponse(desk: FormDesk, formId: string, data: FormResponseData): FormResponse {
  return loud<FormResponse>(desk.execution, "FormResponse", {
    getId: () => data.id,
    getTimestamp: () => desk.makeDate(Date.parse(data.submittedAt)),
    getRespondentEmail: () => data.email,
    getItemResponses: () =>
      desk.store.form(formId).items.flatMap(({ id: itemId, kind }) => {
        const given = data.answers.find((each) => each.itemId === itemId)?.answer;
        const answer = given ?? (givesEmptyText.has(kind) ? "" : null);
        return answer === null ? [] : [desk.itemResponse({ formId, itemId, answer })];
      }),
  });
}

/** Unanswered, these are there with an empty text; the others are left out. */
const givesEmptyText: ReadonlySet<string> = new Set(["text", "paragraph", "date", "time"]);

function prefilledParts(item: FormQuestion, answer: FormAnswer): string[] {
  if (item.kind === "grid" || item.kind === "checkbox-grid") {
    throw new Error("not in the local workspace: FormResponse.toPrefilledUrl with a grid");
  }
  if (isBlank(answer)) return [];
  const name = `entry.${item.entry}`;
  return [answer].flat(2).flatMap((text) => {
    if (!("choices" in item) || item.choices.includes(text)) return [`${name}=${encoded(text)}`];
    return [`${name}=__other_option__`, `${name}.other_option_response=${encoded(text)}`];
  });
}

function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll("%20", "+");
}

/** A script gets lists of its own, to do with as it likes. */
function copied(answer: FormAnswer): ReturnType<ItemResponse["getResponse"]> {
  if (typeof answer === "string") return answer;
  const rows = answer.map((part) => (typeof part === "string" ? part : [...part]));
  return rows.every((row) => typeof row === "string") ? rows : rows.map((row) => [row].flat());
}
