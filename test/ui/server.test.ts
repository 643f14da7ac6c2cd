import { afterEach, describe, expect, it, vi } from "vitest";
import { server } from "../../src/ui/server";

type Handler = (given: unknown) => void;

/** Google's side of a page: answers every call by name, as google.script.run does. */
function standIn(answer: (name: string, sent: readonly unknown[]) => unknown): void {
  const run = (resolve: Handler, reject: Handler): unknown =>
    new Proxy(
      {},
      {
        get(_, name) {
          if (name === "withSuccessHandler") return (handler: Handler) => run(handler, reject);
          if (name === "withFailureHandler") return (handler: Handler) => run(resolve, handler);
          return (...sent: unknown[]) => {
            try {
              resolve(answer(String(name), sent));
            } catch (thrown) {
              reject(thrown);
            }
          };
        },
      },
    );
  const nothing = (): void => {};
  vi.stubGlobal("google", { script: { run: run(nothing, nothing), host: { close: nothing } } });
}

afterEach(() => vi.unstubAllGlobals());

describe("the page's client of the server", () => {
  it("calls by name and gives the answer back", async () => {
    const calls: unknown[] = [];
    standIn((...call) => {
      calls.push(call);
      return { ok: true };
    });
    expect(await server.refreshResults({ asOf: "2026-09-01" })).toEqual({ ok: true });
    await server.readDialogFacts();
    expect(calls).toEqual([
      ["refreshResults", [{ asOf: "2026-09-01" }]],
      ["readDialogFacts", []],
    ]);
  });

  it("turns a refusal into a plain sentence", async () => {
    standIn(() => {
      throw new Error("PERMISSION_DENIED");
    });
    await expect(server.readDialogFacts()).rejects.toThrow("several Google accounts");
  });
});
