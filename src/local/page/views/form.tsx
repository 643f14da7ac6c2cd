import { useEffect, useId, useRef, useState } from "preact/hooks";
import { prefilledAnswers } from "../../workspace/form-links";
import type { FormAnswers, FormView, FormViewItem } from "../../workspace/protocol";
import type { Session } from "../session";
import { PageView } from "./page-view";
import { hashOf } from "./view";

type Question = Extract<FormViewItem, { readonly entry: string }>;
type Answer = FormAnswers["entries"][string];

/** The forms that the add-on made. */
export function FormsView({ session }: { readonly session: Session }) {
  const forms = session.state.outline?.forms ?? [];
  return (
    <PageView title="Forms">
      {forms.length === 0 && (
        <p>
          No form yet. <strong>Create survey</strong> in Extensions › Micro-credential Planner makes one.
        </p>
      )}
      <ul class="list">
        {forms.map(({ id, title, answers }) => (
          <li key={id}>
            <a href={hashOf({ kind: "form", id, query: "" })}>{title}</a> · {answers}{" "}
            {answers === 1 ? "answer" : "answers"}
          </li>
        ))}
      </ul>
    </PageView>
  );
}

/** A form as a participant sees it. */
export function FormPage(props: { readonly session: Session; readonly id: string; readonly query: string }) {
  const { session, id, query } = props;
  const [form, setForm] = useState<FormView | null | "loading">("loading");
  useEffect(() => {
    void session.api.form(id).then(setForm);
  }, [session, id]);
  if (form === "loading") return <PageView title="Form">Opening …</PageView>;
  if (form === null) {
    return (
      <PageView title="Form">
        <p>This form is not there any more. The Surveys tab says what to do next.</p>
      </PageView>
    );
  }
  if (!form.isOpen) {
    return (
      <PageView title={form.title}>
        <p>{form.closedMessage}</p>
      </PageView>
    );
  }
  return <OpenForm key={`${id}?${query}`} session={session} form={form} query={query} />;
}

function OpenForm({ session, form, query }: { session: Session; form: FormView; query: string }) {
  const [entries, setEntries] = useState<Readonly<Record<string, Answer>>>(() => prefilled(form, query));
  const [email, setEmail] = useState("");
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [sent, setSent] = useState<string | null>(null);
  const body = useRef<HTMLFormElement>(null);
  const set = (entry: string, answer: Answer) => setEntries((before) => ({ ...before, [entry]: answer }));

  const send = async () => {
    const outcome = await session
      .working(session.api.submitForm(form.id, { ...(form.collectsEmail && { email }), entries }))
      .catch(() => null);
    if (outcome === null) {
      setProblems({ form: "Your answers could not be taken. Reload the page and send them again." });
      return;
    }
    if (outcome.kind === "sent") {
      session.take(outcome.outline);
      setSent(outcome.confirmationMessage);
      return;
    }
    setProblems(outcome.problems);
    const first = Object.keys(outcome.problems)[0];
    body.current?.querySelector<HTMLElement>(`[data-entry="${first}"] :is(input, select, textarea)`)?.focus();
  };

  if (sent !== null) {
    return (
      <PageView title={form.title}>
        <p role="status">{sent}</p>
        <p>
          <button type="button" onClick={() => setSent(null)}>
            Send another answer
          </button>
        </p>
      </PageView>
    );
  }
  return (
    <PageView title={form.title}>
      <form
        ref={body}
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {form.description && <p class="message">{form.description}</p>}
        {Object.keys(problems).length > 0 && (
          <p role="alert" class="problem">
            {problems.form ?? "Some questions need another look; nothing was sent yet."}
          </p>
        )}
        {form.collectsEmail && (
          <div class="question" data-entry="email">
            <label>
              E-mail
              <input
                type="email"
                autocomplete="email"
                value={email}
                onInput={(event) => setEmail(event.currentTarget.value)}
              />
            </label>
            {problems.email && <p class="problem">{problems.email}</p>}
          </div>
        )}
        {form.items.map((item, index) =>
          "entry" in item ? (
            <QuestionField
              key={item.entry}
              question={item}
              answer={entries[item.entry]}
              problem={problems[item.entry]}
              onAnswer={(answer) => set(item.entry, answer)}
            />
          ) : (
            <div key={`${String(index)} ${item.title}`} class="form-section">
              <h2>{item.title}</h2>
              {item.helpText && <p class="message">{item.helpText}</p>}
            </div>
          ),
        )}
        <div class="buttons">
          <button type="submit" class="is-main">
            Send
          </button>
        </div>
      </form>
    </PageView>
  );
}

interface QuestionProps {
  readonly question: Question;
  readonly answer: Answer | undefined;
  readonly problem: string | undefined;
  readonly onAnswer: (answer: Answer) => void;
}

function QuestionField({ question, answer, problem, onAnswer }: QuestionProps) {
  const id = useId();
  const title = (
    <>
      {question.title}
      {question.required && (
        <span class="required" title="Required">
          {" "}
          *
        </span>
      )}
    </>
  );
  const described = [question.helpText && `${id}-help`, problem && `${id}-problem`].filter(Boolean).join(" ");
  const below = (
    <>
      {question.helpText && (
        <p class="soft" id={`${id}-help`}>
          {question.helpText}
        </p>
      )}
      {problem && (
        <p class="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </>
  );
  const one = typeof answer === "string" ? answer : "";
  const common = {
    id,
    "aria-describedby": described || undefined,
    "aria-invalid": problem ? true : undefined,
    "aria-required": question.required,
  } as const;
  switch (question.kind) {
    case "text":
    case "date":
    case "time":
    case "paragraph":
    case "list":
      return (
        <div class="question" data-entry={question.entry}>
          <label for={id}>{title}</label>
          {question.kind === "paragraph" ? (
            <textarea {...common} rows={4} value={one} onInput={(event) => onAnswer(event.currentTarget.value)} />
          ) : question.kind === "list" ? (
            <select {...common} value={one} onChange={(event) => onAnswer(event.currentTarget.value)}>
              <option value="">Choose</option>
              {question.choices.map((choice) => (
                <option key={choice}>{choice}</option>
              ))}
            </select>
          ) : question.kind === "text" ? (
            <input {...common} value={one} onInput={(event) => onAnswer(event.currentTarget.value)} />
          ) : (
            <input
              {...common}
              type={question.kind}
              value={one}
              onInput={(event) => onAnswer(event.currentTarget.value)}
            />
          )}
          {below}
        </div>
      );
    case "grid":
    case "checkbox-grid":
      return <GridQuestion question={question} answer={answer} title={title} below={below} onAnswer={onAnswer} />;
    case "choice":
    case "checkboxes":
    case "scale":
      return (
        <fieldset class="question" data-entry={question.entry} aria-describedby={described || undefined}>
          <legend>{title}</legend>
          <Options question={question} answer={answer} name={id} onAnswer={onAnswer} />
          {below}
        </fieldset>
      );
  }
}

type ChoiceQuestion = Extract<Question, { choices: readonly string[] } | { kind: "scale" }>;

function Options(props: {
  readonly question: ChoiceQuestion;
  readonly answer: Answer | undefined;
  readonly name: string;
  readonly onAnswer: (answer: Answer) => void;
}) {
  const { question, answer, name, onAnswer } = props;
  const [other, setOther] = useState(() =>
    question.kind === "scale" ? "" : (texts(answer).find((text) => !question.choices.includes(text)) ?? ""),
  );
  if (question.kind === "scale") {
    const points = Array.from({ length: question.to - question.from + 1 }, (_, at) => String(question.from + at));
    return (
      <div class="scale">
        <span>{question.fromLabel}</span>
        {points.map((point) => (
          <label key={point}>
            <span>{point}</span>
            <input type="radio" name={name} checked={answer === point} onChange={() => onAnswer(point)} />
          </label>
        ))}
        <span>{question.toLabel}</span>
      </div>
    );
  }
  const isMany = question.kind === "checkboxes";
  const ticked = texts(answer);
  const isOther = (text: string) => !question.choices.includes(text);
  const set = (text: string, isTicked: boolean) => {
    if (!isMany) onAnswer(text);
    else onAnswer(isTicked ? [...ticked, text] : ticked.filter((each) => each !== text));
  };
  const type = isMany ? "checkbox" : "radio";
  return (
    <div class="options">
      {question.choices.map((choice) => (
        <label key={choice}>
          <input
            type={type}
            name={name}
            checked={ticked.includes(choice)}
            onChange={(event) => set(choice, event.currentTarget.checked)}
          />
          {choice}
        </label>
      ))}
      {question.other && (
        <label>
          <input
            type={type}
            name={name}
            checked={ticked.some(isOther)}
            onChange={(event) => {
              const known = ticked.filter((text) => !isOther(text));
              if (!isMany) onAnswer(other);
              else onAnswer(event.currentTarget.checked ? [...known, other] : known);
            }}
          />
          Other:
          <input
            type="text"
            aria-label="Other answer"
            value={other}
            onInput={(event) => {
              const text = event.currentTarget.value;
              setOther(text);
              onAnswer(isMany ? [...ticked.filter((each) => !isOther(each)), text] : text);
            }}
          />
        </label>
      )}
    </div>
  );
}

function GridQuestion(props: {
  readonly question: Extract<Question, { rows: readonly string[] }>;
  readonly answer: Answer | undefined;
  readonly title: preact.ComponentChildren;
  readonly below: preact.ComponentChildren;
  readonly onAnswer: (answer: Answer) => void;
}) {
  const { question, answer, title, below, onAnswer } = props;
  const id = useId();
  const isMany = question.kind === "checkbox-grid";
  const rows = question.rows.map((_, at) => {
    const given = Array.isArray(answer) ? answer[at] : undefined;
    return typeof given === "string" ? (given === "" ? [] : [given]) : [...(given ?? [])];
  });
  const set = (row: number, column: string, isTicked: boolean) => {
    const next = rows.map((ticked, at) => {
      if (at !== row) return ticked;
      if (!isMany) return [column];
      return isTicked ? [...ticked, column] : ticked.filter((each) => each !== column);
    });
    onAnswer(isMany ? next : next.map((ticked) => ticked[0] ?? ""));
  };
  return (
    <fieldset class="question" data-entry={question.entry}>
      <legend>{title}</legend>
      <div class="table-scroll">
        <table>
          <thead>
            <tr>
              <td />
              {question.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {question.rows.map((row, at) => (
              <tr key={row}>
                <th scope="row">{row}</th>
                {question.columns.map((column) => (
                  <td key={column}>
                    <input
                      type={isMany ? "checkbox" : "radio"}
                      name={`${id}-${String(at)}`}
                      aria-label={`${row}: ${column}`}
                      checked={rows[at]?.includes(column) ?? false}
                      onChange={(event) => set(at, column, event.currentTarget.checked)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {below}
    </fieldset>
  );
}

function texts(answer: Answer | undefined): string[] {
  if (typeof answer === "string") return answer === "" ? [] : [answer];
  return (answer ?? []).filter((each): each is string => typeof each === "string");
}

/** What a prefilled link already answers. */
function prefilled(form: FormView, query: string): Record<string, Answer> {
  const given = prefilledAnswers(query);
  const answers: Record<string, Answer> = {};
  for (const item of form.items) {
    const texts = "entry" in item ? given[item.entry] : undefined;
    if (!("entry" in item) || !texts || texts.length === 0) continue;
    answers[item.entry] = item.kind === "checkboxes" ? texts : (texts[0] ?? "");
  }
  return answers;
}
