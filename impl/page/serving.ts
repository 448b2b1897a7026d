// The routes of a page: its HTML in the reader's language and its files, with the headers that shut everybody else out.
// A party joins them to the routes of its public listener, so that page and answers come from one origin.
// It writes no log and sets no cookie: who a reader is stands in no file of a page.
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { Effect, Layer } from "effect";
import { h } from "preact";
import type { HttpServerRequest } from "../protocol/http/effecthttp.ts";
import { HttpRouter, HttpServerResponse } from "../protocol/http/effecthttp.ts";
import type { Routes } from "../server/listener.ts";
import type { Address } from "../server/routes.ts";
import { bundled } from "./bundled.ts";
import { tell } from "./client/told.ts";
import { documentOf } from "./document.ts";
import { pageHeaders } from "./headers.ts";
import { readerAsking, tagsIn, type Reader } from "./language.ts";
import { mediaTypeOf } from "./mediatypes.ts";
import type { Page } from "./page.ts";

interface Served {
  readonly text: Uint8Array;
  readonly packed: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
  readonly contentType: string;
}

type Headers = Readonly<Record<string, string>>;

const served = (text: string, kind: string, headers: Headers): Served => ({
  text: Buffer.from(text),
  packed: gzipSync(text),
  contentType: mediaTypeOf(kind),
  headers: {
    ...headers,
    // Asked about each time, and sent again only where it has changed.
    "cache-control": "no-cache",
    // Weak, because packed and unpacked are one text.
    etag: `W/"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`,
  },
});

const answered = (file: Served, { headers: asked }: HttpServerRequest.HttpServerRequest, status = 200) => {
  const known = (asked["if-none-match"] ?? "").split(",").map((tag) => tag.trim());
  const { etag = "" } = file.headers;
  if (known.includes(etag)) return HttpServerResponse.empty({ status: 304, headers: file.headers });
  const takesGzip = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(asked["accept-encoding"] ?? "");
  return HttpServerResponse.uint8Array(takesGzip ? file.packed : file.text, {
    status,
    contentType: file.contentType,
    headers: takesGzip ? { ...file.headers, "content-encoding": "gzip" } : file.headers,
  });
};

/** What stands on the page at once, or in words why it cannot be had. */
const drawnFor = ({ first }: Page, reader: Reader) =>
  first === undefined
    ? Effect.succeed({ status: 200, drawn: undefined })
    : Effect.match(first(reader), {
        onSuccess: (drawn) => ({ status: 200, drawn }),
        onFailure: ({ code }) => {
          const { sentence, advice } = tell({ code }, reader);
          return { status: 503, drawn: h("p", { class: "note warning" }, `${sentence} ${advice}`) };
        },
      });

const htmlRoute = (page: Page, headers: Headers) =>
  HttpRouter.add("GET", page.at, (request) => {
    const reader = readerAsking(tagsIn(request.headers["accept-language"]));
    const { title } = page.words[reader.language];
    const varies = { "content-language": reader.language, vary: "accept-encoding, accept-language" };
    return Effect.map(drawnFor(page, reader), ({ status, drawn }) => {
      const html = documentOf({ title, at: page.at, first: drawn }, reader);
      return answered(served(html, "html", { ...headers, ...varies }), request, status);
    });
  });

const fileRoute = (path: `/${string}`, text: string, headers: Headers) => {
  const file = served(text, path.split(".").at(-1) ?? "", { ...headers, vary: "accept-encoding" });
  return HttpRouter.add("GET", path, (request) => Effect.succeed(answered(file, request)));
};

const addressOf = (path: string): Address => ({ group: "page", method: "GET", path });

/** The routes of a page; its files are made now, if they were not made before. */
export const pageRoutes = Effect.fnUntraced(function* (page: Page) {
  const headers = pageHeaders(page.devices ?? []);
  const files = Object.entries(yield* bundled(page.folder)).map(([name, text]) => ({
    path: `${page.at}${name}` as const,
    text,
  }));
  return {
    addresses: [page.at, ...files.map(({ path }) => path)].map(addressOf),
    layer: Layer.mergeAll(
      htmlRoute(page, headers),
      ...files.map(({ path, text }) => fileRoute(path, text, headers)),
    ),
  };
});

/** What a listener answers with its pages. */
export const withPages = (
  routes: Routes,
  ...pages: ReadonlyArray<Effect.Success<ReturnType<typeof pageRoutes>>>
): Routes => ({
  addresses: [...routes.addresses, ...pages.flatMap(({ addresses }) => addresses)],
  layer: pages.reduce((all, { layer }) => Layer.merge(all, layer), routes.layer),
});
