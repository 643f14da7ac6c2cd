const MOST_AGAINST = ["strongly disagree", "completely disagree"];
const UNDECIDED = ["neither agree nor disagree", "neutral", "undecided", "neither"];
const MOST_FOR = ["strongly agree", "completely agree"];

/**
 * Wordings of answer scales that surveys everywhere use, each from low to high, so that "Strongly agree" can be
 * averaged like a 5. Steps may be missing from the answers; each step may go by one of several names.
 */
const SCALES: readonly (readonly (readonly string[])[])[] = [
  [MOST_AGAINST, ["disagree"], UNDECIDED, ["agree"], MOST_FOR],
  [
    MOST_AGAINST,
    ["disagree"],
    ["somewhat disagree", "slightly disagree"],
    UNDECIDED,
    ["somewhat agree", "slightly agree"],
    ["agree"],
    MOST_FOR,
  ],
  [
    ["never", "none of the time"],
    ["rarely", "seldom", "almost never"],
    ["sometimes", "occasionally", "some of the time"],
    ["often", "frequently", "usually", "most of the time"],
    ["always", "all of the time", "almost always"],
  ],
  [["very dissatisfied"], ["dissatisfied"], ["neutral"], ["satisfied"], ["very satisfied"]],
  [["very unlikely", "extremely unlikely"], ["unlikely"], ["neutral"], ["likely"], ["very likely", "extremely likely"]],
  [["very difficult"], ["difficult"], ["neutral"], ["easy"], ["very easy"]],
  [["very poor"], ["poor"], ["average", "acceptable"], ["good"], ["very good", "excellent"]],
  [["poor"], ["fair"], ["good"], ["very good"], ["excellent"]],
];

/** Steps of "not at all clear … extremely clear", whatever the last word is. */
const DEGREES: readonly (readonly string[])[] = [
  ["not at all"],
  ["slightly", "a little", "not very"],
  ["moderately", "somewhat"],
  ["very", "quite"],
  ["extremely", "completely"],
];

/**
 * The known scale that answers come from.
 *
 * @param answers the different answers that were given, in any order
 * @returns the scale's steps from low to high, each as it was answered, or in its usual words where nobody chose it;
 *   null when the answers do not all come from one known scale, or two of them are names of one step
 * @see domain.md section 7: questions of the type scale
 * @example likertStepsOf(["Agree", "Strongly agree"])
 *   // ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"]
 */
export function likertStepsOf(answers: readonly string[]): readonly string[] | null {
  if (answers.length === 0) return null;
  const named = answers.map((answer) => ({ answer, name: plain(answer) }));
  for (const scale of [...SCALES, degreesOf(named.map(({ name }) => name))]) {
    const places = named.map(({ name }) => scale.findIndex((names) => names.includes(name)));
    if (places.includes(-1) || new Set(places).size < places.length) continue;
    return scale.map((names, place) => named[places.indexOf(place)]?.answer ?? capitalized(names[0] ?? ""));
  }
  return null;
}

/** The degrees with the words that all answers end in, such as "able" or "of a barrier". */
function degreesOf(names: readonly string[]): readonly (readonly string[])[] {
  const adverbs = DEGREES.flat();
  const tails = names.flatMap((name) => {
    const adverb = adverbs.find((word) => name.startsWith(`${word} `));
    return adverb === undefined ? [] : [name.slice(adverb.length)];
  });
  const tail = tails[0] ?? "";
  return DEGREES.map((step) => step.map((word) => word + tail));
}

function plain(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, " ").replace(/[.!]$/, "");
}

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
