/** The words of survey forms, and of the messages that bring their links. `{…}` is filled in. */
import type { SurveyMoment } from "./labels";

/** The usual surveys that a form is made for (the focus group's questions are for talking), and those of the team's own. */
type FormSurvey = Exclude<SurveyMoment, "focus-group"> | "own";

interface Message {
  readonly subject: string;
  readonly text: string;
}

const PURPOSES: Readonly<Record<FormSurvey, string>> = {
  baseline: "Before we start, we would like to know where you stand and what you hope for.",
  "check-in": "We would like to know how it is going, and what would help.",
  "reviewer-poll": "So that reviewers are at hand in time, we would like to know what you are going to submit.",
  end: "Now that it is done, we would like to know how it went, and what to do better.",
  own: "We would like to know how it is going for you.",
};

const invitation = (what: string, survey: FormSurvey): Message => ({
  subject: `{program}: ${what}`,
  text: [
    "Hello {first name},",
    `${PURPOSES[survey]} Please answer a few questions here:`,
    "{link}",
    "The link is your own: please do not pass it on. Whoever can edit the program's spreadsheet can read single answers; reports show groups only.",
    "Thank you!",
  ].join("\n\n"),
});

export const surveyWords = {
  formTitle: "{program}: {survey}",
  /** Of a form in named mode. */
  description: [
    "Answering is voluntary, and questions without a star may be left out.",
    "So that nobody has to ask who you are, your answers come with a random participant code. Whoever can edit the program's spreadsheet can read single answers, with their time and this code. Reports show groups of five or more only, and no names.",
    "By sending the form you agree to that.",
  ].join("\n\n"),
  purposes: PURPOSES,
  confirmation: "Thank you! Your answers have arrived.",
  codeTitle: "Participant code",
  codeHelp: "Please leave this as it is.",
  invitations: {
    baseline: invitation("some questions before we start", "baseline"),
    "check-in": invitation("how is it going?", "check-in"),
    "reviewer-poll": invitation("what will you submit?", "reviewer-poll"),
    end: invitation("how did it go?", "end"),
    own: invitation("some questions", "own"),
  } satisfies Readonly<Record<FormSurvey, Message>>,
  testSubject: "[Test] {subject}",
} as const;
