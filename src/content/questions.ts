/** The question bank. Coordinators switch questions on and off, reword them and add their own. */
import type { SurveyMoment } from "./labels";
import { educatorTypes, gradeLevels, locations, yearsOfService } from "./locations";

export type QuestionType = "scale" | "choice" | "checkboxes" | "short-text" | "long-text" | "date" | "grid";

export interface Question {
  readonly key: string;
  readonly moments: readonly SurveyMoment[];
  readonly group: "General" | "Process" | "Content" | "Application" | "Check-in" | "Baseline";
  readonly type: QuestionType;
  readonly text: string;
  readonly choices?: readonly string[];
  /** The choices are the catalogue's micro-credentials, or the Roster's support groups (with none there, ask for short text). */
  readonly choicesFrom?: "catalogue" | "support-groups";
  /** Scales run from 1 to 5. */
  readonly lowLabel?: string;
  readonly highLabel?: string;
  /** In the bank, but switched off until somebody wants it, so that surveys stay short. */
  readonly off?: true;
}

type Options = Partial<Question>;

const labels = (choices: readonly { readonly label: string }[]) => choices.map(({ label }) => label);
const yesNo = { type: "choice", choices: ["Yes", "Not sure", "No"] } as const;
const pick = (...choices: readonly string[]): Options => ({ type: "choice", choices });
const tick = (...choices: readonly string[]): Options => ({ type: "checkboxes", choices });
const scale = (lowLabel: string, highLabel: string): Options => ({ type: "scale", lowLabel, highLabel });
const short: Options = { type: "short-text" };
const fromCatalogue: Options = { type: "choice", choicesFrom: "catalogue" };
const fromGroups: Options = { type: "choice", choicesFrom: "support-groups" };
const off: Options = { off: true };
const talk: Options = { moments: ["end", "focus-group"] };
/** Asked at the end too, so that what the same people say can be compared. */
const again: Options = { moments: ["baseline", "end"] };

const bank =
  (group: Question["group"], moment: SurveyMoment) =>
  (key: string, text: string, ...options: Options[]) =>
    Object.assign({ key, moments: [moment], group, type: "long-text", text }, ...options) as Question;

const baseline = bank("Baseline", "baseline");
const checkIn = bank("Check-in", "check-in");
const general = bank("General", "end");
const process = bank("Process", "end");
const content = bank("Content", "end");
const application = bank("Application", "end");

const comfort = scale("Not at all comfortable", "Very comfortable");
const supports = tick(
  "Face-to-face meeting",
  "E-mail tips",
  "Office hours",
  "Individual coaching",
  "Release time",
  "Online community",
  "None",
);

export const questions: readonly Question[] = [
  baseline("base-years", "How many years have you worked in education?", pick(...labels(yearsOfService))),
  baseline("base-grade", "Which grade level do you work with most?", pick(...labels(gradeLevels))),
  baseline("base-subject", "Which subject area do you work in?", short),
  baseline("base-type", "What kind of educator are you?", pick(...labels(educatorTypes))),
  baseline("base-location", "Where is your school?", pick(...labels(locations.slice(1)))),
  baseline(
    "base-experience",
    "What is your experience with micro-credentials?",
    pick("New to me", "I have heard of them", "I have started one", "I have earned one or more"),
  ),
  baseline("base-websites", "How comfortable are you with finding your way around websites?", comfort),
  baseline("base-recording", "How comfortable are you with recording audio or video?", comfort, again),
  baseline("base-uploading", "How comfortable are you with uploading files?", comfort, again),
  baseline("base-idea", "How comfortable are you with the idea of micro-credentials?", comfort, again),
  baseline("base-gain", "What do you hope to gain?"),
  baseline(
    "base-currency",
    "Which forms of recognition matter to you?",
    tick(
      "An honor from my association",
      "District PD credit",
      "Licence renewal",
      "Graduate credit",
      "Pay or a stipend",
      "An advisory role",
      "Less assigned PD",
      "Learning itself",
    ),
  ),
  baseline(
    "base-reach",
    "How do you like us to reach you?",
    tick("E-mail", "Text message", "Phone", "Online community"),
  ),
  baseline("base-expertise", "What are you experienced in and glad to help others with?", off),

  // By it anonymous answers can be told apart by group.
  general("group", "Which support group are you in?", fromGroups, off, {
    moments: ["baseline", "check-in", "reviewer-poll", "end"],
  }),

  checkIn("check-aim", "What is your aim in this program?"),
  checkIn("check-mc", "Which micro-credential have you chosen, or are you considering?", fromCatalogue),
  checkIn("check-comfort", "How comfortable are you with its subject?", comfort),
  checkIn(
    "check-stage",
    "How far are you?",
    pick("Still choosing", "Studying the guidelines", "Collecting evidence", "Writing", "Submitted"),
  ),
  checkIn("check-obstacles", "What stands in your way?"),
  checkIn("check-support", "What support would you like?", supports),

  bank("General", "reviewer-poll")("poll-mc", "Which micro-credential will you submit?", fromCatalogue),
  bank("General", "reviewer-poll")(
    "poll-when",
    "When do you expect to submit it?",
    pick("Before the deadline", "By the deadline", "I need more time", "I will not submit"),
  ),

  general("gen-mc", "Which micro-credential did you submit?", fromCatalogue),
  general("gen-evidence", "How well does the evidence asked for prove the skill?", scale("Not at all", "Fully")),
  general("gen-suits", "Who else would this micro-credential suit?", off),
  general("gen-why", "Why did you choose it?"),
  general("gen-compare", "How did it compare with other professional learning?", scale("Much worse", "Much better")),
  general("gen-compare-why", "Why did it compare so, and what would improve it?", talk),
  general("gen-support", "Which support did you need?", supports),
  general("gen-support-given", "Was the support that you needed given?", pick("Yes", "In part", "No", "I needed none")),
  general("gen-worth", "Was it worth the effort?", scale("Not at all", "Very much")),
  general("gen-again", "Would you do another one?", yesNo),
  general("gen-again-why", "Why would you, or would you not, do another one?", talk),
  general("gen-name", "May we name you when we celebrate earners?", pick("Yes", "No")),

  process("proc-clarity", "How clear were the guidelines?", scale("Not clear", "Very clear")),
  process("proc-effort", "How much effort was it to compile the evidence?", scale("Very little", "Very much")),
  process(
    "proc-others",
    "Who else had to be involved?",
    tick("Students", "Colleagues", "School leaders", "Families", "Nobody"),
  ),
  process("proc-words", "Were the word limits workable?", pick("Yes", "Too tight", "Too generous")),
  process("proc-prompts", "Did the prompts help you to show your competence?", scale("Not at all", "Very much")),

  content("cont-what", "What is this micro-credential about, in your words?", off),
  content("cont-need", "How much is its content needed here?", scale("Not at all", "Very much")),
  content("cont-where", "Where is it needed most?", tick("My school", "My district", "My affiliate"), off),
  content("cont-expertise", "What expertise does it take?", off),

  application("app-skills", "Which skills does it build?", tick("Leadership", "Collaboration", "Teaching", "Other")),
  application("app-benefit", "Who benefits first, who second, and who else?", talk),
  application("app-know", "How do you know that they benefit?", talk),
  application("app-other", "Which other skills did you develop?", off),
  application("app-recommend", "Would you recommend it to a colleague?", yesNo),
  application("app-recommend-why", "Why would you, or would you not, recommend it?", talk, off),
];
