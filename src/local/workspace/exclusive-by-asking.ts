const ANSWER_MS = 400;
const ASK_AGAIN_MS = 2000;

type Message =
  | { readonly kind: "I want it" | "I look on"; readonly from: string }
  | { readonly kind: "not for you"; readonly to: string };

/** Turns without Web Locks: the tab that has the program says so when another one comes. */
export function askedTurns(name: string) {
  const self = `${Date.now()} ${Math.random()}`;
  const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(name);
  let state: "looking on" | "asking" | "editing" = "looking on";
  const waiting = new Set<() => void>();
  const say = (message: Message) => channel?.postMessage(message);
  const answered = () => {
    for (const hear of waiting) hear();
  };

  channel?.addEventListener("message", ({ data }: MessageEvent<Message>) => {
    if (data.kind === "not for you") {
      if (data.to === self) answered();
    } else if (state === "editing") {
      say({ kind: "not for you", to: data.from });
    } else if (state === "asking" && data.kind === "I want it") {
      // Of those who ask at once, the one that came first has it.
      if (self < data.from) say({ kind: "not for you", to: data.from });
      else answered();
    }
  });

  const isTaken = (why: "I want it" | "I look on"): Promise<boolean> =>
    new Promise((resolve) => {
      const end = (taken: boolean) => {
        waiting.delete(hear);
        resolve(taken);
      };
      const hear = () => end(true);
      waiting.add(hear);
      setTimeout(() => end(false), ANSWER_MS);
      say({ kind: why, from: self });
    });

  return {
    takeTurn: async (): Promise<"editing" | "read-only"> => {
      if (state === "editing" || !channel) return "editing";
      state = "asking";
      state = (await isTaken("I want it")) ? "looking on" : "editing";
      return state === "looking on" ? "read-only" : state;
    },
    onFree: (callback: () => void): void => {
      const look = async () => {
        if (await isTaken("I look on")) setTimeout(look, ASK_AGAIN_MS);
        else callback();
      };
      void look();
    },
  };
}
