// Each listener tells what it is: /openapi.json is OpenAPI 3.1 with the problem answers, /docs is a page that works
// without a network. Strangers may read both, at the parties' listener too, for they say nothing about anybody.
// The page is searched for anything that a browser would fetch by itself.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { assert, describe, it } from "@effect/vitest";
import { Effect, Schema } from "effect";
import { casesApi } from "../../../impl/protocol/http/authority.ts";
import { publishingApi } from "../../../impl/protocol/http/board.ts";
import { custodianApi } from "../../../impl/protocol/http/custodian.ts";
import { OpenApi } from "../../../impl/protocol/http/effecthttp.ts";
import { peopleApi } from "../../../impl/protocol/http/issuerpeople.ts";
import { logApi } from "../../../impl/protocol/http/log.ts";
import { doorApi } from "../../../impl/protocol/http/venuedoor.ts";
import { files, root } from "../../house/source-files.ts";
import { ask } from "../serve/asks.ts";
import { newIdentity, openSmallServer } from "./listening.ts";

const Answers = Schema.Record(
  Schema.String,
  Schema.Struct({
    content: Schema.optionalKey(Schema.Record(Schema.String, Schema.Unknown)),
    headers: Schema.optionalKey(Schema.Record(Schema.String, Schema.Struct({ required: Schema.Boolean }))),
  }),
);
const Document = Schema.fromJsonString(
  Schema.Struct({
    openapi: Schema.String,
    paths: Schema.Record(
      Schema.String,
      Schema.Record(Schema.String, Schema.Struct({ summary: Schema.String, responses: Answers })),
    ),
  }),
);
const decode = Schema.decodeUnknownSync(Document);

describe("a listener's documents", () => {
  it.live("list every address with its summary and its problem answers", () =>
    Effect.gen(function* () {
      const server = yield* openSmallServer();
      const answer = yield* Effect.promise(() => ask({ url: `${server.public.url}/openapi.json` }));
      const { openapi, paths } = decode(answer.body);
      assert.strictEqual(openapi, "3.1.0");
      assert.deepStrictEqual(Object.keys(paths).sort(), [
        "/health",
        "/ready",
        "/v1/figures",
        "/v1/figures/{date}",
      ]);
      const put = paths["/v1/figures/{date}"]?.["put"];
      assert.deepStrictEqual(Object.keys(put?.responses ?? {}), [
        "200",
        "400",
        "401",
        "403",
        "405",
        "408",
        "413",
        "415",
        "431",
        "500",
        "503",
      ]);
      for (const [status, { content }] of Object.entries(put?.responses ?? {})) {
        const mediaType = status === "200" ? "application/json" : "application/problem+json";
        assert.deepStrictEqual(Object.keys(content ?? {}), [mediaType]);
      }
    }),
  );

  it.live("say where Retry-After and Allow come with a problem, and what is answered has them", () =>
    Effect.gen(function* () {
      const server = yield* openSmallServer({ limits: { underWayMost: 0 } });
      const url = server.public.url;
      const documents = yield* openSmallServer();
      const answer = yield* Effect.promise(() => ask({ url: `${documents.public.url}/openapi.json` }));
      const put = decode(answer.body).paths["/v1/figures/{date}"]?.["put"];
      const headers = Object.entries(put?.responses ?? {}).flatMap(([status, response]) =>
        Object.entries(response.headers ?? {}).map(([name, { required }]) => [status, name, required]),
      );
      assert.deepStrictEqual(headers, [
        ["405", "allow", true],
        ["503", "retry-after", true],
      ]);
      const shed = yield* Effect.promise(() => ask({ url: `${url}/v1/figures` }));
      assert.strictEqual(shed.status, 503);
      assert.strictEqual(shed.headers["retry-after"], "1");
      const wrong = yield* Effect.promise(() =>
        ask({ url: `${documents.public.url}/v1/figures`, method: "DELETE" }),
      );
      assert.strictEqual(wrong.status, 405);
      assert.strictEqual(wrong.headers["allow"], "GET");
    }),
  );

  it("show the patterns that texts are held against, with nothing that OpenAPI could not", () => {
    const documents = [
      OpenApi.fromApi(peopleApi),
      OpenApi.fromApi(doorApi),
      OpenApi.fromApi(custodianApi),
      OpenApi.fromApi(casesApi),
      OpenApi.fromApi(publishingApi),
      OpenApi.fromApi(logApi),
    ];
    const shown = documents.flatMap((document) =>
      [...JSON.stringify(document).matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)].map(([, text = ""]) =>
        String(JSON.parse(text)),
      ),
    );
    assert.deepStrictEqual([...new Set(shown)].sort(), [
      "^20\\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$",
      "^[0-9A-Za-z-]{1,64}$",
      "^[0-9a-f]{64}$",
      "^[A-Za-z0-9_-]*$",
      "^[a-z][a-z0-9-]{0,39}$",
      "^\\d{1,12}$",
    ]);
    const code = OpenApi.fromApi(peopleApi).paths["/v1/verification"]?.post?.requestBody;
    assert.include(JSON.stringify(code), '"code":{"type":"string","pattern":"^\\\\d{1,12}$"}');
  });

  it("miss no pattern, because each of the wire is written with the flag u, without which none is shown", () => {
    const sources = files.filter((path) => path.startsWith("impl/protocol/"));
    const texts = sources.map((path) => [path, readFileSync(join(root, path), "utf8")] as const);
    const patterns = texts.flatMap(([path, text]) =>
      [...text.matchAll(/isPattern\(\s*(\/.*\/[a-z]*|[^/\s][^,)]*)/g)].map(([, pattern = ""]) => ({
        path,
        pattern,
      })),
    );
    assert.isAbove(patterns.length, 8);
    assert.deepStrictEqual(
      patterns.filter(({ pattern }) => !pattern.endsWith("/u")),
      [],
    );
  });

  it.live("are read by a stranger at the parties' listener", () =>
    Effect.gen(function* () {
      const server = yield* openSmallServer();
      const identity = yield* newIdentity("stranger");
      const answer = yield* Effect.promise(() =>
        ask({ url: `${server.parties.url}/openapi.json`, identity }),
      );
      assert.deepStrictEqual(Object.keys(decode(answer.body).paths), ["/v1/figures/{date}"]);
    }),
  );

  it.live("are shown by a page that fetches nothing", () =>
    Effect.gen(function* () {
      const server = yield* openSmallServer();
      const { status, body } = yield* Effect.promise(() => ask({ url: `${server.public.url}/docs` }));
      assert.strictEqual(status, 200);
      assert.match(body, /<title>/);
      assert.include(body, "/v1/figures/{date}");
      assert.notMatch(body, /<(script|link|img|iframe)[^>]+(src|href)=/i);
      assert.notMatch(body, /@import\s|url\(\s*["']?https?:/i);
    }),
  );
});
