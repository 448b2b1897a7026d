// How a page's files come over the wire: types, headers, packing, and that an unchanged file is not sent twice.
// The board's page stands for every party's; all are served by the same routes.
// No answer of any kind names another origin, keeps a cookie or a copy, or says who was there.
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { pageHeaders } from "../../../impl/page/headers.ts";
import { owid } from "../board/feed/extracts.ts";
import { serveBoard } from "../board/served.ts";

const board = serveBoard(
  { feed: { form: "owid", file: "owid.csv", nation: "South Korea" } },
  { "owid.csv": owid },
);

const files = [
  ["/", "text/html; charset=utf-8"],
  ["/program.js", "text/javascript; charset=utf-8"],
  ["/style.css", "text/css; charset=utf-8"],
] as const;

describe.each(files)("the file %s", (path, contentType) => {
  it("comes as what it is, with headers that shut everybody else out", async () => {
    const { status, headers } = await board.ask(path);
    expect([status, headers["content-type"]]).toEqual([200, contentType]);
    const policy = String(headers["content-security-policy"]).split("; ");
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "connect-src 'self'",
      "img-src 'self' data: blob:",
      "frame-ancestors 'none'",
      "form-action 'none'",
      "base-uri 'none'",
    ])
      expect(policy).toContain(rule);
    expect(policy.join()).not.toMatch(/unsafe|https?:|\*/);
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "require-corp",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "no-cache",
    });
    expect(headers["permissions-policy"]).toContain("camera=()");
    expect(headers["set-cookie"]).toBe(undefined);
  });

  it("is sent once for as long as it does not change", async () => {
    const { headers, body } = await board.ask(path);
    const { etag = "" } = headers;
    const again = await board.ask(path, { headers: { "if-none-match": `"other", ${etag}` } });
    expect([again.status, again.body, again.headers.etag]).toEqual([304, "", etag]);
    const other = await board.ask(path, { headers: { "if-none-match": 'W/"other"' } });
    expect([other.status, other.body]).toEqual([200, body]);
  });

  it("is packed for whoever takes it so, and for nobody else", async () => {
    const whole = await (await fetch(`${board.url()}${path}`)).text();
    const plain = await board.ask(path, { headers: { "accept-encoding": "gzip;q=0, br" } });
    expect([plain.headers["content-encoding"], plain.body]).toEqual([undefined, whole]);
    const head = await board.ask(path, { method: "HEAD", headers: { "accept-encoding": "br, gzip" } });
    expect(head.headers["content-encoding"]).toBe("gzip");
    expect(Number(head.headers["content-length"])).toBeLessThan(Buffer.byteLength(whole) / 1.8);
    expect(gunzipSync(Buffer.from(await rawBytes(path))).toString()).toBe(whole);
  });

  it("is only asked for, and in no other way", async () => {
    const { status, headers } = await board.ask(path, { method: "POST", body: "{}" });
    expect([status, headers["allow"]]).toEqual([405, "GET"]);
  });
});

/** As they come over the wire: Node's own client unpacks nothing. */
const rawBytes = async (path: string): Promise<Uint8Array> => {
  const { get } = await import("node:http");
  return new Promise((resolve, reject) => {
    get(`${board.url()}${path}`, { headers: { "accept-encoding": "gzip" }, agent: false }, (response) => {
      const chunks: Uint8Array[] = [];
      response.on("data", (chunk: Uint8Array) => chunks.push(chunk));
      response.on("end", () => {
        resolve(Buffer.concat(chunks));
      });
    }).on("error", reject);
  });
};

describe("what is no file of the page", () => {
  it.each(["/v1/board", "/health", "/nowhere", "/v1/board?days=0"])(
    "%s is kept and embedded by nobody",
    async (path) => {
      const { headers } = await board.ask(path, { headers: { origin: "https://example.org" } });
      expect(headers).toMatchObject({
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
        "cross-origin-resource-policy": "same-origin",
        "content-security-policy": "frame-ancestors 'none'",
      });
      expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
    },
  );

  it.each(["/program.ts", "/words.ts", "/../package.json", "/%2e%2e/package.json", "/worker.js"])(
    "%s is nowhere",
    async (path) => {
      expect((await board.ask(path)).status).toBe(404);
    },
  );
});

it("a page that asks for the camera may use it, and nothing else", () => {
  expect(pageHeaders(["camera"])["permissions-policy"]).toBe(
    "camera=(self), geolocation=(), microphone=(), payment=(), usb=()",
  );
});
