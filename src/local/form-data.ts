/** A form as plain data: what the local FormApp holds, and what is saved with the program. */
export interface FormFileData {
  readonly id: string;
  /** The file's name in Drive; what respondents see is the title. */
  readonly fileName: string;
  readonly title: string;
  readonly description: string;
  readonly confirmationMessage: string;
  readonly closedMessage: string;
  readonly published: boolean;
  readonly acceptsResponses: boolean;
  readonly collectsEmail: boolean;
  readonly showsProgress: boolean;
  readonly offersAnotherResponse: boolean;
  readonly allowsResponseEdits: boolean;
  readonly limitsToOneResponse: boolean;
  readonly items: readonly FormItemData[];
  /** `hasTab`: its response tab has been made (Google takes a moment); a person may have deleted it since. */
  readonly destination: { readonly spreadsheetId: string; readonly hasTab: boolean } | null;
  /** In the order in which they came. */
  readonly responses: readonly FormResponseData[];
  /** Why the user cannot edit it: it is in Drive's bin, or its owner shares it no more. Left out where they can. */
  readonly away?: "trashed" | "not-shared";
}

export type FormItemData = LayoutItem | FormQuestion;

export type FormQuestion = PlainQuestion | ChoiceQuestion | ScaleQuestion | GridQuestion;

export function isQuestion(item: FormItemData): item is FormQuestion {
  return item.kind !== "section" && item.kind !== "page-break";
}

interface ItemCore {
  readonly id: number;
  readonly title: string;
  readonly helpText: string;
}

interface QuestionCore extends ItemCore {
  /** As in `entry.<number>` of a prefilled link; another number than the item's id. */
  readonly entry: string;
  readonly required: boolean;
}

export interface LayoutItem extends ItemCore {
  readonly kind: "section" | "page-break";
}

export interface PlainQuestion extends QuestionCore {
  readonly kind: "text" | "paragraph" | "date" | "time";
}

export interface ChoiceQuestion extends QuestionCore {
  readonly kind: "choice" | "list" | "checkboxes";
  readonly choices: readonly string[];
  readonly other: boolean;
}

export interface ScaleQuestion extends QuestionCore {
  readonly kind: "scale";
  readonly from: number;
  readonly to: number;
  readonly fromLabel: string;
  readonly toLabel: string;
}

export interface GridQuestion extends QuestionCore {
  readonly kind: "grid" | "checkbox-grid";
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

/** A text (a date as `2026-09-02`, a time as `14:30`), the texts ticked, or for a grid a text (or texts) a row. */
export type FormAnswer = string | readonly string[] | readonly (readonly string[])[];

export interface FormResponseData {
  readonly id: string;
  /** ISO instant. */
  readonly submittedAt: string;
  /** Empty where the form does not collect it. */
  readonly email: string;
  /** Answered questions only, by item. */
  readonly answers: readonly { readonly itemId: number; readonly answer: FormAnswer }[];
}
