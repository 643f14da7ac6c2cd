/** What the local server gives out, and to whom. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request as ask } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type StaticServer, startStaticServer } from "../../src/local/static-server";

const PAGE = `<!doctype html>${"<p>page</p>".repeat(100)}`;

let home: string;
let site: string;
let server: StaticServer;

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), "planner-server-"));
  site = join(home, "site");
  mkdirSync(join(site, "build-1/addon"), { recursive: true });
  writeFileSync(join(site, "index.html"), PAGE);
  writeFileSync(join(site, "build-1/engine.wasm"), "wasm");
  writeFileSync(join(site, "build-1/addon/Code.js"), "code");
  writeFileSync(join(home, "secret.txt"), "secret");
  symlinkSync(join(home, "secret.txt"), join(site, "link.txt"));
  server = await startStaticServer({ folder: site, port: 0 });
});
afterEach(async () => {
  await server.close();
  rmSync(home, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** With the path as it is written: `fetch` would tidy it up. */
function get(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  const { hostname, port } = new URL(server.address);
  return new Promise((resolve, reject) => {
    ask({ hostname, port, path, headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
      });
    })
      .on("error", reject)
      .end();
  });
}

describe("a file", () => {
  it.each([
    ["/", "text/html; charset=utf-8"],
    ["/index.html?clock=2026", "text/html; charset=utf-8"],
    ["/build-1/engine.wasm", "application/wasm"],
    ["/build-1/addon/Code.js", "text/javascript; charset=utf-8"],
  ])("%s comes as %s", async (path, type) => {
    const { status, headers } = await get(path);
    expect([status, headers["content-type"]]).toEqual([200, type]);
  });

  it("is compressed for those who can read it so, and not for others", async () => {
    const zipped = await get("/", { "Accept-Encoding": "br, gzip" });
    expect(zipped.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(zipped.body).toString()).toBe(PAGE);
    const plain = await get("/");
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(plain.body.toString()).toBe(PAGE);
  });

  it("is not sent again as long as it is the same", async () => {
    const { headers } = await get("/");
    expect(headers["cache-control"]).toBe("no-cache");
    const etag = String(headers.etag);
    const again = await get("/", { "If-None-Match": etag });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    writeFileSync(join(site, "index.html"), "another page");
    const changed = await get("/", { "If-None-Match": etag });
    expect([changed.status, changed.body.toString()]).toEqual([200, "another page"]);
  });

  it("can be asked about without its content", async () => {
    const { status, headers, body } = await get("/", {}, "HEAD");
    expect([status, headers["content-length"], body.length]).toEqual([200, String(PAGE.length), 0]);
  });
});

describe("nothing else is given out", () => {
  it.each([
    "/../secret.txt",
    "/build-1/../../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/..%5csecret.txt",
    "//secret.txt",
    "/link.txt",
    "/build-1",
    "/build-1/",
    "/gone.txt",
    "/%00",
    "/%zz",
  ])("%s", async (path) => {
    const { status, body } = await get(path);
    expect(status).toBe(404);
    expect(body.toString()).not.toContain("secret");
  });

  it.each(["evil.example", "127.0.0.1.evil.example:80", "localhost@evil.example", "[::1]:80"])(
    "nor to a site that calls this computer %s",
    async (Host) => {
      const { status, body } = await get("/", { Host });
      expect([status, body.length]).toEqual([421, 0]);
    },
  );

  it("but to this computer by both of its names", async () => {
    for (const Host of ["localhost:4173", "LOCALHOST", "127.0.0.1"])
      expect((await get("/", { Host })).status).toBe(200);
  });

  it("and nothing is taken", async () => {
    expect((await get("/", {}, "POST")).status).toBe(405);
  });
});

it("serves under a path of its own", async () => {
  const under = await startStaticServer({ folder: site, port: 0, under: "/tools/planner/" });
  try {
    expect((await fetch(under.address)).status).toBe(200);
    expect((await fetch(new URL("build-1/addon/Code.js", under.address))).status).toBe(200);
    expect((await fetch(new URL("/index.html", under.address))).status).toBe(404);
  } finally {
    await under.close();
  }
});

it("says which port is taken", async () => {
  const port = Number(new URL(server.address).port);
  await expect(startStaticServer({ folder: site, port })).rejects.toMatchObject({ code: "EADDRINUSE" });
});
