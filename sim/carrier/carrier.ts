// A small phone network for local use: takes messages from issuers that know its secret, and shows each phone's inbox over HTTP.
// `entrylog carrier` and `serve all` start it beside the parties; whoever wants to type a code reads it there as on a phone.
// It is told how long to keep an issuer waiting, so that a slow carrier can be tried. It checks nothing but the secret and its own name:
// a foreign page could lead a name of its own to this machine, and read the codes under it.
import { timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Clock, Effect, Option, Schema, type Scope } from "effect";
import { phoneNumberOf } from "../../impl/issuer/phonenumber.ts";
import { makeInboxes, type Inboxes } from "./inboxes.ts";

export interface CarrierOptions {
  readonly host: string;
  /** 0 is any free one. */
  readonly port: number;
  readonly secret: string;
  /** How long each message keeps its issuer waiting. */
  readonly slowMs: number;
}

/** The port is taken, or not this machine's. */
export class CarrierNotStarted extends Schema.TaggedError<CarrierNotStarted>()("CarrierNotStarted", {
  detail: Schema.String,
}) {}

const bodyBytesMost = 8_192;
const decode = Schema.decodeUnknownOption(
  Schema.fromJsonString(Schema.Struct({ to: Schema.String, text: Schema.String })),
);

const answer = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
};
const problem = (response: ServerResponse, status: number, code: string): void => {
  answer(response, status, { code });
};

const bodyOf = (request: IncomingMessage): Effect.Effect<string | undefined> =>
  Effect.callback((resume) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= bodyBytesMost) chunks.push(chunk);
    });
    request.on("error", () => resume(Effect.undefined));
    request.on("end", () =>
      resume(Effect.succeed(size > bodyBytesMost ? undefined : Buffer.concat(chunks).toString())),
    );
  });

const knows = (secret: string, request: IncomingMessage): boolean => {
  const shown = Buffer.from(request.headers.authorization ?? "");
  const right = Buffer.from(`Bearer ${secret}`);
  return shown.length === right.length && timingSafeEqual(shown, right);
};

const take = Effect.fnUntraced(function* (
  { secret, slowMs }: CarrierOptions,
  inboxes: Inboxes,
  request: IncomingMessage,
  response: ServerResponse,
) {
  if (!knows(secret, request)) {
    problem(response, 401, "secret-wrong");
    return;
  }
  const message = decode((yield* bodyOf(request)) ?? "");
  if (Option.isNone(message)) {
    problem(response, 400, "message-unreadable");
    return;
  }
  yield* Effect.sleep(slowMs);
  const { to, text } = message.value;
  inboxes.put(to, { text, receivedAtMs: yield* Clock.currentTimeMillis });
  answer(response, 202, { taken: true });
});

/** Where whoever asks meant to be, as they wrote it. */
const isOwnName = (host: string, { headers, socket }: IncomingMessage): boolean =>
  [host, "localhost"].some((name) => headers.host === `${name}:${String(socket.localPort)}`);

const shown = (inboxes: Inboxes, path: string, response: ServerResponse): void => {
  const typed = /^\/phones\/([\d+-]{1,40})$/.exec(path.replaceAll("%2B", "+"))?.[1];
  const number = phoneNumberOf(typed ?? "");
  if (path === "/phones") answer(response, 200, { phones: inboxes.numbers() });
  else if (typed === undefined) problem(response, 404, "not-found");
  else if (!number.ok) problem(response, 400, number.reason);
  else answer(response, 200, { phone: number.value, messages: inboxes.of(number.value) });
};

const closed = (server: ReturnType<typeof createServer>) =>
  Effect.callback((resume: (done: Effect.Effect<void>) => void) => {
    server.closeAllConnections();
    server.close(() => resume(Effect.void));
  });

/** Listens until the scope ends; answers where. */
export const openCarrier = Effect.fnUntraced(function* (
  options: CarrierOptions,
): Effect.fn.Return<string, CarrierNotStarted, Scope.Scope> {
  const inboxes = makeInboxes();
  const context = yield* Effect.context<Scope.Scope>();
  const run = Effect.runForkWith(context);
  const server = createServer((request, response) => {
    if (!isOwnName(options.host, request)) {
      problem(response, 421, "host-unknown");
      return;
    }
    const path = (request.url ?? "").split("?")[0] ?? "";
    if (request.method === "POST" && path === "/messages") {
      run(take(options, inboxes, request, response));
      return;
    }
    if (request.method === "GET") shown(inboxes, path, response);
    else problem(response, 405, "method-not-allowed");
  });
  yield* Effect.callback((resume: (started: Effect.Effect<void, CarrierNotStarted>) => void) => {
    server.once("error", ({ message }) => resume(Effect.fail(new CarrierNotStarted({ detail: message }))));
    server.listen(options.port, options.host, () => resume(Effect.void));
  });
  yield* Effect.addFinalizer(() => closed(server));
  const address = server.address();
  const port = address === null || typeof address === "string" ? options.port : address.port;
  return `http://${options.host}:${String(port)}`;
});
