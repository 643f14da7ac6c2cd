/**
 * Keeps one build of the site for use without a network. A new build is fetched as a whole, checked file by file, and
 * takes over at the next load of the page; until then the old one is served. The build before stays as long as it is
 * the last, for a browser tab that is still open with it.
 */
export {};

declare const self: ServiceWorkerGlobalScope;

/** Put in by the build: its folder, and of each file the digest, as in `integrity`. */
declare const BUILD: { readonly name: string; readonly files: Readonly<Record<string, string>> };

/** Caches belong to the origin, which may serve other sites under other paths. */
const OURS = `planner ${self.registration.scope} `;
const THIS = OURS + BUILD.name;

/** The page is kept under the folder's address: some servers answer `index.html` with a redirection. */
const PAGE = new URL("./", self.registration.scope).href;

self.addEventListener("install", (event) => {
  event.waitUntil(keep().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(tidy());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(PAGE)) event.respondWith(answer(request));
});

async function keep(): Promise<void> {
  const cache = await caches.open(THIS);
  const requests = Object.entries(BUILD.files).map(
    // The page's address is the same in every build: what the browser has stored of it may be of another.
    ([path, integrity]) => new Request(path, { integrity, cache: path === "./" ? "no-cache" : "default" }),
  );
  await cache.addAll(requests).catch(async (problem: unknown) => {
    await caches.delete(THIS);
    throw problem;
  });
}

async function tidy(): Promise<void> {
  const others = (await ourCaches()).filter((name) => name !== THIS);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}

async function answer(request: Request): Promise<Response> {
  const address = new URL(request.url);
  address.search = "";
  address.hash = "";
  const wanted = address.href === `${PAGE}index.html` ? PAGE : address.href;
  for (const name of [THIS, ...(await ourCaches())]) {
    const kept = await caches.match(wanted, { cacheName: name });
    if (kept) return kept;
  }
  return fetch(request);
}

/** Oldest first. */
async function ourCaches(): Promise<readonly string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(OURS));
}
