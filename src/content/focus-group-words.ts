/** The words of the focus group: of its invitation, and of the sheet that its facilitator holds. `{…}` is filled in. */
export const focusGroupWords = {
  /** The document's name and title. */
  title: "{program}: focus group",
  subtitle: "Facilitator's sheet",
  details: ["Date", "Time", "Place or link", "Length", "Facilitator"],
  minutes: "{minutes} minutes",
  unsettled: "Not settled yet",
  opening: {
    heading: "Opening",
    lead: "Have paper, a clock and the recorder at hand. Then say in your own words:",
    points: [
      "Welcome, and thank you for your time. I am {facilitator}. We are here to learn how the program went for you, and what to do better.",
      "Being here is voluntary. You may pass on any question, and leave whenever you want to, without giving a reason.",
      "We would like to record this, so that nothing gets lost. Only the program's team listens to it, and it is deleted when the notes are written. May we? If anybody would rather not, we take notes only. (Wait for everybody's answer, then note that all agreed.)",
      "What we write about this names nobody. Please treat what others say here the same way.",
    ],
  },
  rules: {
    heading: "Ground rules",
    points: [
      "One person speaks at a time.",
      "There are no wrong answers. Where you see things differently, say so: that helps most.",
      "Speak of your own experience, and leave out the names of students and colleagues.",
      "I keep an eye on the clock and may move us on.",
    ],
  },
  questions: {
    heading: "Questions",
    lead: "Ask them in this order, about {minutes} minutes each. Wait in silence before you help. Ask those who have said little.",
    leadOpen: "Ask them in this order. Wait in silence before you help. Ask those who have said little.",
    notes: ["Notes", "Words worth quoting"],
    /** What to ask on with, by the question's group in the question bank. */
    probe: "To go deeper: {probe}",
    probes: {
      General: "What happened that makes you say so? Did anybody here live through it differently?",
      Process: "At which step was that? What would have made it easier?",
      Content: "Where in your work do you meet this? Who else needs it?",
      Application: "What do you do differently now? What would a visitor to your classroom see?",
      "Check-in": "What would help most right now? Who could give it?",
      Baseline: "Where does that come from? What would change it?",
    },
    otherProbe: "Can you tell us about one time when that was so? How was it for the others?",
  },
  closing: {
    heading: "Closing",
    points: [
      "Say in three sentences what you heard, and ask what you got wrong or left out.",
      "What should we have asked, and did not?",
      "Say what happens next: the team reads the notes beside the survey answers, and the final report tells what was learned.",
      "Thank you. What you told us will shape the next round.",
    ],
  },
  afterwards: {
    heading: "Afterwards",
    points: [
      "Write the notes on the same day, into the tab Focus group, beside their questions. Leave out names.",
      "Give each note a theme or two, in the words that are used for written survey answers.",
      "Delete the recording when that is done.",
    ],
  },
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
