import type { LocalServices } from "../appsscript/create-services";
import { isBlank, isComplete, legalAnswer } from "../appsscript/form-answer";
import type { TriggeredRun } from "../appsscript/trigger-desk";
import { type FormAnswer, type FormFileData, type FormItemData, type FormQuestion, isQuestion } from "../form-data";
import type { FormAnswers, FormView, FormViewItem } from "./protocol";

type Problems = Readonly<Record<string, string>>;

/** What came of a submission; the runs are the caller's to carry out. */
type Submission =
  | { readonly kind: "sent"; readonly confirmationMessage: string; readonly runs: readonly TriggeredRun[] }
  /** A message by entry, by `email`, or by `form` where the form takes no answers at all. */
  | { readonly kind: "refused"; readonly problems: Problems };

const cellLength = 50_000;

/** A form as respondents see it; null where there is none of that id. */
export function formView({ forms }: Pick<LocalServices, "forms">, id: string): FormView | null {
  const form = forms.find(id);
  if (!form) return null;
  return {
    id,
    title: form.title || form.fileName,
    description: form.description,
    confirmationMessage: form.confirmationMessage || "Your answers have been recorded.",
    isOpen: form.published && form.acceptsResponses,
    closedMessage: closedMessage(form),
    collectsEmail: form.collectsEmail,
    items: form.items.map(viewOfItem),
  };
}

/**
 * Takes the answers to a form: keeps them in the form and writes them into its response tab. Refused answers leave no
 * trace.
 *
 * @returns what to tell the respondent, and what to run now
 */
export function submitForm(
  services: Pick<LocalServices, "forms" | "triggers">,
  id: string,
  answers: FormAnswers,
): Submission {
  const form = services.forms.find(id);
  const view = formView(services, id);
  if (!form || !view) return refused({ form: "This form is not there any more." });
  if (!view.isOpen) return refused({ form: view.closedMessage });

  const questions = form.items
    .filter(isQuestion)
    .map((item) => ({ item, answer: tidied(item, answers.entries[item.entry]) }));
  const email = (answers.email ?? "").trim();
  const problems = problemsOf(form, questions, email);
  if (Object.keys(problems).length > 0) return refused(problems);

  const landed = services.forms.receive(id, {
    email: form.collectsEmail ? email : "",
    answers: questions.flatMap(({ item, answer }) => (isBlank(answer) ? [] : [{ itemId: item.id, answer }])),
  });
  const runs = landed ? services.triggers.runsFor(landed) : [];
  return { kind: "sent", confirmationMessage: view.confirmationMessage, runs };
}

function refused(problems: Problems): Submission {
  return { kind: "refused", problems };
}

function closedMessage(form: FormFileData): string {
  if (!form.published) return "This form is not open to answers yet.";
  return form.closedMessage || "This form takes no more answers.";
}

function viewOfItem({ id: _, ...item }: FormItemData): FormViewItem {
  return item;
}

/** As it is kept: without blanks around it, without ticks of an empty "other", a picked text for a grid's row. */
function tidied(item: FormQuestion, answer: FormAnswer = ""): FormAnswer {
  const parts = typeof answer === "string" ? [answer] : answer;
  const ticked = (part: string | readonly string[] = []) => [part].flat().filter((text) => text !== "");
  switch (item.kind) {
    case "checkboxes":
      return parts.flatMap(ticked);
    case "grid":
      return item.rows.map((_, row) => ticked(parts[row]).join());
    case "checkbox-grid":
      return item.rows.map((_, row) => ticked(parts[row]));
    default:
      return parts.flat().join(", ").trim();
  }
}

function problemsOf(
  form: FormFileData,
  questions: readonly { readonly item: FormQuestion; readonly answer: FormAnswer }[],
  email: string,
): Problems {
  const problems: [string, string][] = [];
  if (form.collectsEmail && !/^[^\s@<>,]+@[^\s@<>,]+\.[^\s@<>,]+$/.test(email)) {
    problems.push(["email", "Please give an e-mail address, such as ada@example.org."]);
  }
  for (const { item, answer } of questions) {
    const problem = problemOf(item, answer);
    if (problem !== null) problems.push([item.entry, problem]);
  }
  return Object.fromEntries(problems);
}

function problemOf(item: FormQuestion, answer: FormAnswer): string | null {
  if (legalAnswer(item, answer) === null) return illegal[item.kind];
  if ([answer].flat(2).join(", ").length > cellLength) return "Please shorten this answer to 50,000 characters.";
  if (item.required && !isComplete(item, answer)) {
    return item.kind === "grid" || item.kind === "checkbox-grid"
      ? "Please answer in every row."
      : "Please answer this question.";
  }
  return null;
}

const illegal: Readonly<Record<FormQuestion["kind"], string>> = {
  text: "Please answer with a text.",
  paragraph: "Please answer with a text.",
  date: "Please give a date, such as 2026-09-02.",
  time: "Please give a time, such as 14:30.",
  choice: "Please choose one of the answers offered.",
  list: "Please choose one of the answers offered.",
  checkboxes: "Please choose among the answers offered.",
  scale: "Please choose one of the numbers offered.",
  grid: "Please choose among the answers offered in each row.",
  "checkbox-grid": "Please choose among the answers offered in each row.",
};
