/** The words of the focus group: of its invitation, and of the sheet that its facilitator holds. `{…}` is filled in. */

/** A part of the sheet. */
type Part =
  | { readonly kind: "heading"; readonly level: 1; readonly text: string }
  | { readonly kind: "paragraph" | "list-item"; readonly text: string };

const heading = (words: string): Part => ({ kind: "heading", level: 1, text: words });
const text = (words: string): Part => ({ kind: "paragraph", text: words });
const point = (words: string): Part => ({ kind: "list-item", text: words });

export const focusGroupWords = {
  /** The document's name and title. */
  title: "{program}: focus group",
  subtitle: "Facilitator's sheet",
  details: ["Date", "Time", "Place or link", "Length", "Facilitator"],
  minutes: "{minutes} minutes",
  unsettled: "Not settled yet",
  /** Where no facilitator is named. */
  somebody: "(your name)",
  before: [
    heading("Opening"),
    text("Have paper, a clock and the recorder at hand. Then say in your own words:"),
    point(
      "Welcome, and thank you for your time. I am {facilitator}. We are here to learn how the program went for you, and what to do better.",
    ),
    point(
      "Being here is voluntary. You may pass on any question, and leave whenever you want to, without giving a reason.",
    ),
    point(
      "We would like to record this, so that nothing gets lost. Only the program's team listens to it, and it is deleted when the notes are written. May we? If anybody would rather not, we take notes only. (Wait for everybody's answer, then note that all agreed.)",
    ),
    point("What we write about this names nobody. Please treat what others say here the same way."),
    heading("Ground rules"),
    point("One person speaks at a time."),
    point("There are no wrong answers. Where you see things differently, say so: that helps most."),
    point("Speak of your own experience, and leave out the names of students and colleagues."),
    point("I keep an eye on the clock and may move us on."),
    heading("Questions"),
    text("Ask them in this order{each}. Wait in silence before you help. Ask those who have said little."),
  ],
  each: ", about {minutes} minutes each",
  notes: ["Notes", "Words worth quoting"],
  /** What to ask on with, by the question's group in the question bank. */
  probes: {
    General: "To go deeper: What happened that makes you say so? Did anybody here live through it differently?",
    Process: "To go deeper: At which step was that? What would have made it easier?",
    Content: "To go deeper: Where in your work do you meet this? Who else needs it?",
    Application: "To go deeper: What do you do differently now? What would a visitor to your classroom see?",
    "Check-in": "To go deeper: What would help most right now? Who could give it?",
    Baseline: "To go deeper: Where does that come from? What would change it?",
    "": "To go deeper: Can you tell us about one time when that was so? How was it for the others?",
  },
  after: [
    heading("Closing"),
    point("Say in three sentences what you heard, and ask what you got wrong or left out."),
    point("What should we have asked, and did not?"),
    point(
      "Say what happens next: the team reads the notes beside the survey answers, and the final report tells what was learned.",
    ),
    point("Thank you. What you told us will shape the next round."),
    heading("Afterwards"),
    point("Write the notes on the same day, into the tab Focus group, beside their questions. Leave out names."),
    point("Give each note a theme or two, in the words that are used for written survey answers."),
    point("Delete the recording when that is done."),
  ],
  invitation: {
    subject: "{program}: come and talk with us on {date}",
    text: [
      "Hello {first name},",
      "We would like to hear in your own words how the program went for you, and invite you to a talk in a small group.",
      "When: {date}, {time}\nWhere: {place}",
      "So that you can think about it beforehand, this is what we will ask:",
      "{questions}",
      "Coming is voluntary, and you may pass on any question. We would like to record the talk so that our notes are right; we ask everybody first, and report nobody's name.",
      "Please answer this message to say whether you can come. Thank you!",
    ].join("\n\n"),
  },
} as const;
