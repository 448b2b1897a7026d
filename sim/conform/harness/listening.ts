/**
 * Puts a system under test behind a URL on this machine, in the plain JSON form of wire.ts, until the scope ends.
 * `entrylog conform-server` uses it. It answers only posts, one operation each, and refuses bodies beyond its limit.
 */
import { createServer, type IncomingMessage } from "node:http";
import { Effect, type Scope } from "effect";
import { makeAnswering } from "../answering.ts";
import type { SystemUnderTest } from "../contract.ts";

const bodyLengthMost = 1_000_000;

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  request.setEncoding("utf8");
  let text = "";
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > bodyLengthMost) return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Listens on this port, 0 for any free one; answers its URL, or why it cannot. */
export const listenFor = Effect.fnUntraced(function* (
  system: SystemUnderTest,
  port: number,
): Effect.fn.Return<string, { readonly detail: string }, Scope.Scope> {
  const { answer } = makeAnswering(system);
  const run = Effect.runPromiseWith(yield* Effect.context());
  const server = createServer((request, response) => {
    const replied = bodyOf(request)
      .then((body) => run(answer((request.url ?? "").slice(1), body)))
      .catch((cause: unknown) => ({ fault: { reason: "failed", sentence: String(cause) } }));
    void replied.then((found) =>
      response.setHeader("content-type", "application/json").end(JSON.stringify(found)),
    );
  });
  yield* Effect.callback((resume: (started: Effect.Effect<void, { readonly detail: string }>) => void) => {
    server.once("error", ({ message }) => resume(Effect.fail({ detail: message })));
    server.listen(port, "127.0.0.1", () => resume(Effect.void));
  });
  yield* Effect.addFinalizer(() =>
    Effect.callback((resume: (done: Effect.Effect<void>) => void) => {
      server.closeAllConnections();
      server.close(() => resume(Effect.void));
    }),
  );
  const address = server.address();
  return `http://127.0.0.1:${String(typeof address === "object" ? (address?.port ?? port) : port)}`;
});
