import type { Host } from "../../src/local/host";
import { randomNumbers } from "../../src/local/random-numbers";
import { type SendingCut, sendCutOff } from "../helpers/cut-sending";
import { timed } from "./run-steps";
import { createForm, must, openWithRoster, SURVEY } from "./survey-host";

export interface SendingRun {
  readonly messages: number;
  readonly milliseconds: number;
  /** For each message, beyond what a run takes in which nothing is sent. */
  readonly callsPerMessage: number;
  readonly cuts: number;
  readonly twice: number;
  readonly forgotten: number;
  readonly unsure: number;
  /** The most that one cut left. */
  readonly unsureByOneCut: number;
}

/** Sends a survey to everybody in one run, and in a second workbook in runs that are cut off anywhere. */
export function sendToAll(people: number, dist: string): SendingRun {
  const whole = openWithRoster(people, dist, { mailQuota: people });
  createForm(whole);
  const [uncut, milliseconds] = timed(() => whole.call("sendSurvey", MESSAGE));
  must(uncut);
  const everybody = whole.services.mail.map(({ to }) => to);
  const calls = callsOf(whole);
  whole.call("sendSurvey", MESSAGE);
  const callsPerMessage = (calls - callsOf(whole)) / everybody.length;

  const host = openWithRoster(people, dist, { mailQuota: people });
  createForm(host);
  const { cuts, reached, unsure } = sendCutOff(host, MESSAGE, cutsFor(people, callsPerMessage));
  const distinct = new Set(reached);
  const left = unsure[unsure.length - 1] ?? 0;
  return {
    messages: everybody.length,
    milliseconds,
    callsPerMessage,
    cuts,
    twice: reached.length - distinct.size,
    // Those whose message may have gone or not are not forgotten: a person is told of them.
    forgotten: Math.max(0, everybody.filter((email) => !distinct.has(email)).length - left),
    unsure: left,
    unsureByOneCut: Math.max(...unsure.map((now, at) => now - (unsure[at - 1] ?? 0))),
  };
}

const CUTS = 60;

/** Anywhere, by a fixed seed; every third between what is written and what is sent, one way or the other. */
function cutsFor(people: number, callsPerMessage: number): readonly SendingCut[] {
  const random = randomNumbers(4);
  const messages = () => 1 + Math.floor((random() * people) / CUTS);
  return Array.from({ length: CUTS }, (_, at): SendingCut => {
    const waiting = random() < 0.5 ? "settle" : "drop";
    if (at % 3 === 0) return { before: at % 2 ? "message" : "word of it", at: messages(), waiting };
    return { before: "call", at: 1 + Math.floor(random() * (people / CUTS) * callsPerMessage * 2), waiting };
  });
}

const MESSAGE = { survey: SURVEY, subject: "Your check-in", text: "Hello {first name},\n{link}" };

const callsOf = ({ services }: Host): number => {
  const { read, write, other } = services.calls.byMember();
  return [read, write, other].flatMap((members) => Object.values(members)).reduce((sum, count) => sum + count, 0);
};
