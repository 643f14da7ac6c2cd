import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type StaticServer, startStaticServer } from "./static-server";

const USAGE = `usage: npm start -- [--port N] [--no-open]

Serves the planner's page to this computer (port 4173, or the next that is free) and opens it in the browser.
For the run without a page, see npm run demo -- --help.`;

const USUAL_PORT = 4173;
const PORTS_TRIED = 20;

const SITE = join(dirname(fileURLToPath(import.meta.url)), "../../site");

/** Serves the built page until somebody stops it. */
async function main(words: readonly string[]): Promise<number> {
  const options = readOptions(words);
  if (options === null) {
    console.error(USAGE);
    return 1;
  }
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  const server = await serve(options.port);
  if (!server) {
    console.error(
      options.port === null
        ? `Ports ${USUAL_PORT} to ${USUAL_PORT + PORTS_TRIED - 1} are all taken: choose another with --port.`
        : `Port ${options.port} is taken: choose another with --port.`,
    );
    return 1;
  }
  console.log(`Micro-credential Planner: ${server.address}\nStop it with Ctrl+C.`);
  if (options.port === null && !server.address.includes(`:${USUAL_PORT}/`))
    console.log(
      `Port ${USUAL_PORT} is taken. A browser keeps programs by address: those of the usual one are not here.`,
    );
  if (options.open && process.stdout.isTTY && !process.env.CI) openInBrowser(server.address);
  return 0;
}

function readOptions(words: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { port: { type: "string" }, "no-open": { type: "boolean" }, help: { type: "boolean" } },
    });
    const port = values.port === undefined ? null : Number(values.port);
    if (port !== null && !(/^\d+$/.test(values.port ?? "") && port <= 65_535)) return null;
    return { port, open: !values["no-open"], help: values.help === true };
  } catch {
    return null;
  }
}

/** On the port asked for, or on the first that is free; null where there is none. */
async function serve(asked: number | null): Promise<StaticServer | null> {
  const ports = asked === null ? Array.from({ length: PORTS_TRIED }, (_, at) => USUAL_PORT + at) : [asked];
  for (const port of ports) {
    try {
      return await startStaticServer({ folder: SITE, port });
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
  return null;
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "EADDRINUSE" || error.code === "EACCES");
}

/** By the platform's own command. Where there is none, the address stands in the terminal. */
function openInBrowser(address: string): void {
  const [command, args] =
    process.platform === "darwin"
      ? (["open", [address]] as const)
      : process.platform === "win32"
        ? (["cmd", ["/c", "start", "", address]] as const)
        : (["xdg-open", [address]] as const);
  const child = spawn(command, args, { detached: true, stdio: "ignore" });
  child.on("error", () => undefined);
  child.unref();
}

process.exitCode = await main(process.argv.slice(2));
