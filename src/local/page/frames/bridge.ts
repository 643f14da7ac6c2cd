/**
 * Google's client side for a page of the add-on, run inside the page's sandboxed frame. It is put into the page as
 * text, so it uses nothing from outside itself. Calls go to the page around the frame as messages; what Google does
 * not let through (functions, elements, dates) is refused in Google's words.
 */
export function installBridge(): void {
  type Handler = ((value: unknown, userObject?: unknown) => void) | null;
  interface Waiting {
    readonly success: Handler;
    readonly failure: Handler;
    readonly userObject: unknown;
  }
  const waiting = new Map<number, Waiting>();
  let count = 0;
  const send = (message: object) => window.parent.postMessage({ source: "planner-frame", ...message }, "*");

  const isForm = (value: unknown): value is HTMLFormElement => value instanceof HTMLFormElement;
  const illegal = (value: unknown, place: string, above: readonly object[]): string | null => {
    if (value === null || value === undefined) return null;
    if (typeof value !== "object") {
      return typeof value === "function" || typeof value === "symbol" || typeof value === "bigint" ? place : null;
    }
    const isPlain = Array.isArray(value) || Object.prototype.toString.call(value) === "[object Object]";
    if (!isPlain || above.includes(value)) return place;
    for (const [key, inner] of Object.entries(value)) {
      const found = illegal(inner, key, [...above, value]);
      if (found !== null) return found;
    }
    return null;
  };

  const runner = (handlers: Waiting): object =>
    new Proxy(
      {},
      {
        get: (_, name) => {
          if (name === "withSuccessHandler") return (success: Handler) => runner({ ...handlers, success });
          if (name === "withFailureHandler") return (failure: Handler) => runner({ ...handlers, failure });
          if (name === "withUserObject") return (userObject: unknown) => runner({ ...handlers, userObject });
          if (typeof name !== "string") return undefined;
          return (...given: unknown[]) => {
            const args =
              given.length === 1 && isForm(given[0]) ? [Object.fromEntries(new FormData(given[0]).entries())] : given;
            args.forEach((arg, index) => {
              const place = illegal(arg, String(index), []);
              if (place !== null) throw new TypeError(`Failed due to illegal value in property: ${place}`);
            });
            const id = ++count;
            waiting.set(id, handlers);
            send({ kind: "run", id, name, args: JSON.parse(JSON.stringify(args)) });
          };
        },
      },
    );

  window.addEventListener("message", (event) => {
    if (event.source !== window.parent || event.data?.source !== "planner-page") return;
    const { id, ok, value, message } = event.data;
    const handlers = waiting.get(id);
    if (!handlers) return;
    waiting.delete(id);
    if (ok) handlers.success?.(value, handlers.userObject);
    else if (handlers.failure) handlers.failure(new Error(message), handlers.userObject);
    else console.warn(message);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) send({ kind: "escape" });
  });
  // What lies at Google's addresses may be a form or document of this program, which the page around knows.
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (event.defaultPrevented || !link?.href.startsWith("https://docs.google.com/")) return;
    event.preventDefault();
    send({ kind: "link", href: link.href });
  });
  // A page is there when it shows something: where its script failed, it stays empty.
  const look = (): void => {
    const content = document.createRange();
    content.selectNodeContents(document.body);
    if (content.getBoundingClientRect().height === 0) return;
    watch.disconnect();
    send({ kind: "ready" });
  };
  const watch = new MutationObserver(look);
  document.addEventListener("DOMContentLoaded", () => {
    watch.observe(document.body, { attributes: true, characterData: true, childList: true, subtree: true });
    look();
  });

  const host = {
    close: () => send({ kind: "close" }),
    setHeight: (height: number) => send({ kind: "size", height }),
    setWidth: (width: number) => send({ kind: "size", width }),
    editor: { focus: () => send({ kind: "focus-editor" }) },
    origin: "",
  };
  Object.assign(window, {
    google: { script: { run: runner({ success: null, failure: null, userObject: undefined }), host } },
  });
}
