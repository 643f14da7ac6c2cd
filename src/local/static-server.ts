import { createHash } from "node:crypto";
import { readFile, realpath, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join, sep } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

export interface StaticServer {
  /** Where the folder's `index.html` is, with a slash at the end. */
  readonly address: string;
  /** Ends connections that are still open, too. */
  close(): Promise<void>;
}

export interface StaticServerOptions {
  /** What is served: everything in it, and nothing else. */
  readonly folder: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** The path under which it is served, "/" or such as "/tools/planner/". */
  readonly under?: string;
}

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

const SAFE = {
  "Cache-Control": "no-cache",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/** A Worker goes by the policy of its own script: it evaluates the add-on's bundle and reaches nothing else. */
const SCRIPT_POLICY = "default-src 'none'; script-src 'self' 'unsafe-eval'; connect-src 'self'";

const PAGE_POLICY = "frame-ancestors 'none'";

/**
 * Serves a folder to this computer alone. Fails with `EADDRINUSE` where the port is taken.
 *
 * @example await startStaticServer({ folder: "site", port: 4173 }) // address: "http://127.0.0.1:4173/"
 */
export async function startStaticServer({ folder, port, under = "/" }: StaticServerOptions): Promise<StaticServer> {
  const files = new Files(await realpath(folder));
  const server = createServer((request, response) => {
    answer(files, under, request, response).catch(() => refuse(response, 500));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  return { address: `http://127.0.0.1:${portOf(server)}${under}`, close: () => close(server) };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server listens on no port");
  return address.port;
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  await new Promise<void>((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}

async function answer(files: Files, under: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isOwnName(request.headers.host ?? "")) return refuse(response, 421);
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405);
  const path = pathOf(request.url ?? "", under);
  const file = path === null ? null : await files.file(path);
  if (!file) return refuse(response, 404);
  const zips = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "") && file.zipped !== null;
  const headers = {
    ...SAFE,
    ...policyOf(file.type),
    "Content-Type": file.type,
    ETag: file.etag,
    Vary: "Accept-Encoding",
  };
  if (request.headers["if-none-match"] === file.etag) {
    response.writeHead(304, headers).end();
    return;
  }
  const body = zips && file.zipped ? file.zipped : file.content;
  response.writeHead(200, {
    ...headers,
    ...(zips && { "Content-Encoding": "gzip" }),
    "Content-Length": body.length,
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** A site elsewhere may have its own name lead here, to read and keep what is this computer's as if it were its own. */
function isOwnName(host: string): boolean {
  return /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/i.test(host);
}

function policyOf(type: string): { readonly "Content-Security-Policy"?: string } {
  if (type === TYPES[".js"]) return { "Content-Security-Policy": SCRIPT_POLICY };
  return type === TYPES[".html"] ? { "Content-Security-Policy": PAGE_POLICY } : {};
}

function refuse(response: ServerResponse, status: number): void {
  if (!response.headersSent) response.writeHead(status, { ...SAFE, "Content-Type": TYPES[".txt"] });
  response.end(status === 404 ? "There is no such file.\n" : "");
}

/** The path inside the folder that an address asks for, or null where it can be none. */
function pathOf(url: string, under: string): string | null {
  const [asked = ""] = url.split("?");
  if (!asked.startsWith(under)) return null;
  const parts = asked.slice(under.length).split("/");
  if (parts.at(-1) === "") parts.splice(-1, 1, "index.html");
  try {
    const names = parts.map(decodeURIComponent);
    return names.every((name) => /^[^/\\\0]+$/.test(name) && name !== "." && name !== "..") ? names.join("/") : null;
  } catch {
    return null;
  }
}

interface ServedFile {
  readonly type: string;
  readonly etag: string;
  readonly content: Buffer;
  /** Null where it would not be smaller. */
  readonly zipped: Buffer | null;
}

/** The files of a folder as they are sent, each read and compressed once as long as it stays the same. */
class Files {
  private readonly known = new Map<string, { readonly version: string; readonly file: ServedFile }>();

  constructor(private readonly folder: string) {}

  async file(path: string): Promise<ServedFile | null> {
    const place = await realpath(join(this.folder, path)).catch(() => null);
    // A link may point out of the folder.
    if (!place?.startsWith(this.folder + sep)) return null;
    const found = await stat(place);
    if (!found.isFile()) return null;
    const version = `${found.mtimeMs} ${found.size}`;
    const known = this.known.get(place);
    if (known?.version === version) return known.file;
    const file = await readServed(place);
    this.known.set(place, { version, file });
    return file;
  }
}

async function readServed(place: string): Promise<ServedFile> {
  const content = await readFile(place);
  const zipped = await promisify(gzip)(content);
  return {
    type: TYPES[extname(place)] ?? "application/octet-stream",
    etag: `"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`,
    content,
    zipped: zipped.length < content.length ? zipped : null,
  };
}
