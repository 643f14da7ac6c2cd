/** Seven newsletters from the facilitator, and the other messages. The last three newsletters are our own words. */

export const recruitmentArgument =
  "Many teachers see the usual professional development as compliance with little choice (a 2015 Gates study); micro-credentials offer choice, fit the working day and value informal learning.";

export interface Newsletter {
  readonly key: string;
  readonly title: string;
  readonly tips: readonly string[];
}

export const newsletters = [
  {
    key: "choosing",
    title: "Choosing a micro-credential",
    tips: [
      "Write your criteria down before you search: a new skill or shown expertise? topic? growth goals? a team?",
      "Shortlist two, three or five. Let the list rest, and notice which themes fill your work lately.",
      "Ask a colleague, leader or mentor who knows your work.",
      "Tell someone what you chose: it makes you accountable, and it stays changeable.",
      "Decide what the finished portfolio must show, then work back.",
    ],
  },
  {
    key: "studying",
    title: "Studying the guidelines",
    tips: [
      "Print the guidelines and go line by line as if they were new.",
      "Use three marks: circle what is unclear, underline what you understand, highlight what evidence at hand covers.",
      "Mark the rubric too: the award depends on evidence that meets it.",
      "Ask about every circle.",
    ],
  },
  {
    key: "preparing-1",
    title: "Preparing your submission, part one",
    tips: [
      "Give each personal milestone a date: research, practice, draft context, collect evidence, write reflection, revise, peer input.",
      "Draft the context first: it pins down the skill. Revise it later.",
      "Collect spare evidence: several recordings, never one.",
      "Keep to the question put: word limits are tight.",
    ],
  },
  {
    key: "preparing-2",
    title: "Preparing your submission, part two",
    tips: [
      "Pair up with a critical reader. Ask about sections, grammar, evidence against the rubric.",
      "Volunteer to read theirs, and thank them in some special way.",
      "Put it away for some days, then reread.",
    ],
  },
  {
    key: "resources",
    title: "Resources worth a look",
    tips: [
      "Watch or read one thing this week: the list below has videos, infographics and papers.",
      "Look for one idea to use in your own evidence, and share it with the group.",
      "Stuck? Say so today. Somebody here has been there.",
    ],
  },
  {
    key: "making-meaning",
    title: "Making meaning",
    tips: [
      "Which skills have you built, and where do they show in your work?",
      "Who benefits first, who second, and how do you know?",
      "What would you tell a colleague who thinks of trying one?",
    ],
  },
  {
    key: "next-steps",
    title: "Next steps",
    tips: [
      "Celebrate: tell your colleagues and your principal what you did.",
      "Not yet awarded? The feedback says what to add, and you may send it again.",
      "Pick what comes next: another micro-credential, the rest of the stack, or helping the next cohort.",
    ],
  },
] as const satisfies readonly Newsletter[];

/** The last message depends on how far its reader is. */
export const lastMessages = {
  "not-submitted":
    "There is still a way to finish: go back to the earlier tips, pick one step, and ask for help with it.",
  submitted: "Congratulations on sending in your portfolio! Take a moment with these questions.",
} as const;

export const resubmissionTips = [
  "Work through the feedback and list the improvements wanted.",
  "Go back over the tips: was a step skipped?",
  "Read a successful portfolio, and get its author's view before sending yours again.",
] as const;

export interface Message {
  readonly key: string;
  readonly title: string;
  readonly text: string;
}

export const otherMessages = [
  {
    key: "invitation",
    title: "Invitation",
    text: `You are invited to earn a micro-credential. ${recruitmentArgument}`,
  },
  {
    key: "deadline",
    title: "Deadline reminder",
    text: "The submission deadline is near. Reread the rubric once more, and send what you have finished.",
  },
  {
    key: "resubmission",
    title: "Resubmission encouragement",
    text: "Not yet is not no: use the feedback, add evidence, and send it again.",
  },
  {
    key: "testimonial",
    title: "Testimonial",
    text: "Here is what one earner says about it, with consent to share it.",
  },
  { key: "thanks", title: "Thanks", text: "Thank you for your time, your work and your answers." },
  { key: "congratulations", title: "Congratulations", text: "Congratulations on your micro-credential!" },
] as const satisfies readonly Message[];
