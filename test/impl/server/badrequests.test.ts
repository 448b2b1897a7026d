// Every bad request is answered with a problem document: a stable code, one sentence and what to do, never an empty body.
// Each kind of mistake is made over a real socket, because a client library would not make most of them.
// What was sent is never repeated in the answer.
import type { Socket } from "node:net";
import { assert, describe, it } from "@effect/vitest";
import { Effect } from "effect";
import { office, openSmallServer } from "./listening.ts";
import { onWire, problemIn, type Answer } from "./wire.ts";

const figures = '{"confirmed":1,"inTreatment":2,"released":3,"deceased":4,"tested":5}';

const request = (line: string, body = "", headers: readonly string[] = ["content-type: application/json"]) =>
  [
    `${line} HTTP/1.1`,
    "host: board",
    ...headers,
    `content-length: ${String(Buffer.byteLength(body))}`,
    "",
    body,
  ].join("\r\n");

const put = (body: string, headers?: readonly string[]) =>
  request("PUT /v1/figures/2020-07-01", body, headers);

interface Mistake {
  readonly name: string;
  readonly send: string | ((socket: Socket) => void);
  readonly status: number;
  readonly code: string;
  /** Places of the mistakes, where there are any. */
  readonly places?: readonly string[];
  readonly header?: readonly [string, string];
}

const secret = "010-5555-1234";

const mistakes: readonly Mistake[] = [
  {
    name: "no JSON",
    send: put(`{"confirmed": ${secret}`),
    status: 400,
    code: "input-invalid",
    places: ["body"],
  },
  { name: "an empty body", send: put(""), status: 400, code: "input-invalid", places: ["body"] },
  {
    name: "wrong types",
    send: put(figures.replace("1", `"${secret}"`).replace("5", "-5")),
    status: 400,
    code: "input-invalid",
    places: ["body.confirmed"],
  },
  {
    name: "a missing key",
    send: put('{"confirmed":1,"inTreatment":2,"released":3,"deceased":4}'),
    status: 400,
    code: "input-invalid",
    places: ["body.tested"],
  },
  {
    name: "a wrong path parameter",
    send: request(`PUT /v1/figures/${secret}`, figures),
    status: 400,
    code: "input-invalid",
    places: ["path.date"],
  },
  { name: "an unknown path", send: request(`GET /v2/${secret}`), status: 404, code: "not-found" },
  { name: "a path of slashes", send: request("GET //////"), status: 404, code: "not-found" },
  {
    name: "a path that is no encoding",
    send: request("PUT /v1/figures/%E0%A4%A", figures),
    status: 404,
    code: "not-found",
  },
  {
    name: "a wrong method",
    send: request("DELETE /v1/figures"),
    status: 405,
    code: "method-not-allowed",
    header: ["allow", "GET"],
  },
  {
    name: "a method nobody knows",
    send: request("BREW /v1/figures"),
    status: 400,
    code: "request-malformed",
  },
  {
    name: "a wrong content type",
    send: put(figures, ["content-type: text/csv"]),
    status: 415,
    code: "media-type-unsupported",
  },
  {
    name: "a body said to be too large",
    send: (socket) => socket.write(put("").replace("content-length: 0", "content-length: 2000000")),
    status: 413,
    code: "body-too-large",
  },
  {
    name: "a body that grows too large without saying so",
    send: (socket) => {
      socket.write(
        "PUT /v1/figures/2020-07-01 HTTP/1.1\r\nhost: board\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n",
      );
      for (let sent = 0; sent < 20; sent += 1) socket.write(`400\r\n${" ".repeat(1024)}\r\n`);
    },
    status: 413,
    code: "body-too-large",
  },
  {
    name: "headers too large",
    send: request("GET /v1/figures", "", [`x-long: ${"x".repeat(20_000)}`]),
    status: 431,
    code: "headers-too-large",
  },
  {
    name: "no HTTP at all",
    send: "\u0016\u0003\u0001 hello\r\n\r\n",
    status: 400,
    code: "request-malformed",
  },
  {
    name: "headers that stop half-way",
    send: "GET /v1/figures HTTP/1.1\r\nhost: bo",
    status: 408,
    code: "request-slow",
  },
  {
    name: "a body that stops half-way",
    send: put(figures).slice(0, -10),
    status: 408,
    code: "request-slow",
  },
  {
    name: "a wish for another protocol",
    send: request("GET /v1/nothing", "", ["connection: upgrade", "upgrade: websocket"]),
    status: 404,
    code: "not-found",
  },
];

const sent = (port: number, send: Mistake["send"]): Promise<Answer> =>
  onWire(port, (socket) => {
    if (typeof send === "string") socket.write(send);
    else send(socket);
  });

describe("a bad request", () => {
  it.live.each(mistakes)("with $name is answered $status $code", ({ send, status, code, places, header }) =>
    Effect.gen(function* () {
      const server = yield* openSmallServer({
        everybodyPuttingIs: office,
        limits: { bodyBytesMost: 10_000, headersWithinMs: 200, requestWithinMs: 400 },
      });
      const answer = yield* Effect.promise(() => sent(server.public.port, send));
      const stated = problemIn(answer);
      assert.strictEqual(answer.status, status);
      assert.strictEqual(stated.code, code);
      assert.isFalse(answer.body.includes(secret));
      if (places !== undefined) {
        assert.deepStrictEqual(
          (stated.errors ?? []).map(({ path }) => path.join(".")),
          places,
        );
      }
      if (header !== undefined) assert.strictEqual(answer.headers.get(header[0]), header[1]);
      assert.deepStrictEqual(server.published, []);
    }),
  );

  it.live("with the same body sent rightly is no bad request", () =>
    Effect.gen(function* () {
      const server = yield* openSmallServer({ everybodyPuttingIs: office });
      const answer = yield* Effect.promise(() => sent(server.public.port, put(figures)));
      assert.strictEqual(answer.status, 200);
      assert.strictEqual(server.published.length, 1);
    }),
  );

  it.live("that meets a fault of ours is answered fault, and nothing of the fault is told", () =>
    Effect.gen(function* () {
      const server = yield* openSmallServer({
        everybodyPuttingIs: office,
        before: Effect.die(new Error(`a defect about ${secret}`)),
      });
      const answer = yield* Effect.promise(() => sent(server.public.port, put(figures)));
      assert.strictEqual(problemIn(answer).code, "fault");
      assert.strictEqual(answer.status, 500);
      assert.isFalse(answer.body.includes(secret));
      assert.isFalse(answer.body.includes(".ts"));
    }),
  );
});
