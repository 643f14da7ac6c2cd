/**
 * Sets the clock of pages and their frames to an instant from which it goes on: the dialogs take the day from the
 * browser. (Playwright's own clock takes the browser's `performance` away, and a clock that stands still stops
 * animations.) Workers keep the real time.
 *
 * @param {import("playwright-core").BrowserContext} context
 * @param {string} instant ISO
 */
export async function setClock(context, instant) {
  await context.addInitScript((ahead) => {
    const Real = Date;
    const now = () => Real.now() + ahead;
    globalThis.Date = new Proxy(Real, {
      construct: (target, given, made) =>
        Reflect.construct(target, given.length === 0 ? [now()] : given, made === globalThis.Date ? target : made),
      get: (target, key) => (key === "now" ? now : Reflect.get(target, key)),
    });
  }, Date.parse(instant) - Date.now());
}
