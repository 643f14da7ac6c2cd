/** The Worker in which the workspace runs: engine, services and the add-on, apart from the page that shows them. */
import { expose } from "comlink";
import { startEngine } from "../appsscript/engine-model";
import { createTurns } from "./exclusive";
import type { WorkerBirth } from "./protocol";
import { siteName } from "./site-name";
import { createProgramStore } from "./store";
import { Workspace } from "./workspace";

const birth: WorkerBirth = JSON.parse(self.name);
const beside = (path: string) => new URL(path, import.meta.url);
const now = () => (birth.clock === null ? new Date() : new Date(birth.clock));

const load = async (path: string): Promise<Response> => {
  const response = await fetch(beside(path));
  if (!response.ok) throw new Error(`${path} could not be loaded (${response.status})`);
  return response;
};

/** Scripts want a file at once; a Worker may wait for it. */
const pages = new Map<string, string>();
const htmlFiles = (name: string): string => {
  const known = pages.get(name);
  if (known !== undefined) return known;
  const request = new XMLHttpRequest();
  request.open("GET", beside(`addon/${name}.html`), false);
  request.send();
  if (request.status !== 200) throw new Error(`No HTML file named ${name} was found.`);
  pages.set(name, request.responseText);
  return request.responseText;
};

const started = Promise.all([
  load("engine.wasm").then((response) => WebAssembly.compileStreaming(response)),
  load("addon/Code.js").then((response) => response.text()),
]).then(([engine, code]) => {
  startEngine(engine);
  const name = siteName(birth.page);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return new Workspace({
    code,
    htmlFiles,
    now,
    userLocale: navigator.language.slice(0, 2),
    timeZone,
    locale: "en_US",
    turns: createTurns(name),
    store: (program) => createProgramStore(name, program),
  });
});

/** Calls that come while the engine is loading wait for it. */
const waiting = new Proxy(
  {},
  {
    get:
      (_, method) =>
      async (...args: readonly unknown[]) => {
        const workspace = await started;
        const found: unknown = Reflect.get(workspace, method);
        if (typeof found !== "function") throw new Error(`the workspace has no ${String(method)}`);
        return Reflect.apply(found, workspace, args);
      },
  },
);

expose(waiting);
