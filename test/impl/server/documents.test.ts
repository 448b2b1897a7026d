// Each listener tells what it is: /openapi.json is OpenAPI 3.1 with the problem answers, /docs is a page that works
// without a network. Strangers may read both, at the parties' listener too, for they say nothing about anybody.
// The page is searched for anything that a browser would fetch by itself.
import { assert, describe, it } from "@effect/vitest";
import { Effect, Schema } from "effect";
import { ask } from "../serve/asks.ts";
import { newIdentity, openSmallServer } from "./listening.ts";

const Answers = Schema.Record(
  Schema.String,
  Schema.Struct({ content: Schema.optionalKey(Schema.Record(Schema.String, Schema.Unknown)) }),
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
        "413",
        "415",
        "500",
        "503",
      ]);
      for (const [status, { content }] of Object.entries(put?.responses ?? {})) {
        const mediaType = status === "200" ? "application/json" : "application/problem+json";
        assert.deepStrictEqual(Object.keys(content ?? {}), [mediaType]);
      }
    }),
  );

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
