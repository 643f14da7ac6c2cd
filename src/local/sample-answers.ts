import { randomNumbers } from "./random-numbers";

/** A question with a scale of five steps, and where most of the answers lie: 0 all at the lowest step, 1 at the highest. */
interface ScaleQuestion {
  readonly title: string;
  readonly level: number;
}

/** Asked in the baseline and again at the end. */
export const RECORDING = "How comfortable are you with recording video?";

/** Questions of the baseline besides those that the sample always had, in the question bank's words. */
export const BASELINE_SCALES: readonly ScaleQuestion[] = [
  { title: "How comfortable are you with finding your way around websites?", level: 0.82 },
  { title: "How comfortable are you with uploading files?", level: 0.68 },
  { title: "How comfortable are you with the idea of micro-credentials?", level: 0.5 },
];

export const END_SCALES: readonly ScaleQuestion[] = [
  { title: RECORDING, level: 0.7 },
  { title: "How well does the evidence asked for prove the skill?", level: 0.72 },
  { title: "How did it compare with other professional learning?", level: 0.78 },
  { title: "Was it worth the effort?", level: 0.66 },
  { title: "How clear were the guidelines?", level: 0.45 },
  { title: "How much effort was it to compile the evidence?", level: 0.85 },
];

/** One person's answers to scales, "1" to "5"; the same seed always gives the same ones. */
export function scaleAnswers(seed: number): (questions: readonly ScaleQuestion[]) => readonly string[] {
  const random = randomNumbers(seed);
  const step = (level: number): string => {
    const ups = Array.from({ length: 4 }, () => random() < level);
    return String(1 + ups.filter(Boolean).length);
  };
  return (questions) => questions.map(({ level }) => step(level));
}
