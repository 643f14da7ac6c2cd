/**
 * Has the browser keep the whole site, so that it opens without a network from now on. To be called once the page is
 * usable: it fetches what the first load did not need.
 *
 * @param onNewBuild a newer build was fetched; it is what the next load shows
 */
export async function keepOffline(onNewBuild: () => void): Promise<void> {
  // A private window or plain http on another machine has none: then only offline use is lost.
  const keeper: ServiceWorkerContainer | undefined = navigator.serviceWorker;
  if (keeper?.controller) keeper.addEventListener("controllerchange", onNewBuild, { once: true });
  await keeper?.register("service-worker.js").catch(() => undefined);
}
