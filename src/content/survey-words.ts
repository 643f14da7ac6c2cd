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

/** What the link is, and who can read what is answered there: in named mode, and in anonymous mode. */
const LINK = {
  named:
    "The link is your own: please do not pass it on. Whoever can edit the program's spreadsheet can read single answers; reports show groups only.",
  anonymous:
    "The survey is anonymous, and the link is the same for everybody. Whoever can edit the program's spreadsheet can read single answers, with their time, but not who gave them.",
};

type Mode = keyof typeof LINK;

const invitation = (what: string, survey: FormSurvey, mode: Mode): Message => ({
  subject: `{program}: ${what}`,
  text: [
    "Hello {first name},",
    `${PURPOSES[survey]} Please answer a few questions here:`,
    "{link}",
    LINK[mode],
    "Thank you!",
  ].join("\n\n"),
});

const SILENCE = {
  named:
    "Some days ago we sent you a few questions, and have no answer from you yet. There is still time, and it helps:",
  anonymous:
    "Some days ago we sent you a few questions. If you have answered, thank you! We cannot see who has, so this goes to everybody. If you have not, there is still time, and it helps:",
};

const reminder = (what: string, mode: Mode): Message => ({
  subject: `{program}: ${what} (reminder)`,
  text: [
    "Hello {first name},",
    SILENCE[mode],
    "{link}",
    LINK[mode],
    "If you would rather not be written to about this, tell us by answering this message. Thank you!",
  ].join("\n\n"),
});

const SUBJECTS: Readonly<Record<FormSurvey, string>> = {
  baseline: "some questions before we start",
  "check-in": "how is it going?",
  "reviewer-poll": "what will you submit?",
  end: "how did it go?",
  own: "some questions",
};

const messages = (survey: FormSurvey) => ({
  named: { invitation: invitation(SUBJECTS[survey], survey, "named"), reminder: reminder(SUBJECTS[survey], "named") },
  anonymous: {
    invitation: invitation(SUBJECTS[survey], survey, "anonymous"),
    reminder: reminder(SUBJECTS[survey], "anonymous"),
  },
});

export const surveyWords = {
  formTitle: "{program}: {survey}",
  /** Of a form in named mode. */
  description: [
    "Answering is voluntary, and questions without a star may be left out.",
    "This survey is not anonymous: your answers come with a random participant code, by which the program's team can tell that they are yours. Whoever can edit the program's spreadsheet can read single answers, with their time and this code. Reports show groups of five or more only, and no names.",
    "By sending the form you agree to that.",
  ].join("\n\n"),
  /** Of a form in anonymous mode. */
  anonymousDescription: [
    "Answering is voluntary, and questions without a star may be left out.",
    "This survey is anonymous: it asks for no name, address or code. Whoever can edit the program's spreadsheet can read single answers, with their time. Results are shown from five answers up. Please write nothing by which you, or others, could be recognized.",
    "By sending the form you agree to that.",
  ].join("\n\n"),
  purposes: PURPOSES,
  confirmation: "Thank you! Your answers have arrived.",
  codeTitle: "Participant code",
  codeHelp: "Please leave this as it is.",
  /** The messages that bring a survey's link. */
  messages: {
    baseline: messages("baseline"),
    "check-in": messages("check-in"),
    "reviewer-poll": messages("reviewer-poll"),
    end: messages("end"),
    own: messages("own"),
  } satisfies Readonly<Record<FormSurvey, unknown>>,
  testSubject: "[Test] {subject}",
} as const;
