// Decides at every endpoint, before the body is read, whether the one who asks may: the implementation of
// KnownCaller over the table in impl/protocol/http/callers.ts. Each listener has its own way to find out who asks.
// An endpoint without a row is answered to nobody.
import type { IncomingMessage } from "node:http";
import { Cause, Effect, Layer } from "effect";
import { CurrentCaller, KnownCaller, type Caller } from "../protocol/http/caller.ts";
import { allowedCallers } from "../protocol/http/callers.ts";
import { HttpServerRequest, HttpServerResponse } from "../protocol/http/effecthttp.ts";
import { problem, problemResponse, type Problem } from "../protocol/http/problem.ts";
import { answerOf } from "./failing.ts";
import { nodeRequest } from "./noderequest.ts";
import { spanned } from "./spans.ts";

/** How a listener finds out who asks. It fails with a problem when what was shown is wrong (an ended session). */
export type Identify = (request: IncomingMessage) => Effect.Effect<Caller, Problem>;

const unknown = HttpServerResponse.setHeader(
  problemResponse(problem("caller-unknown")),
  "www-authenticate",
  'Bearer realm="entrylog"',
);
const notAllowed = problemResponse(problem("caller-not-allowed"));

/** Those who have not said who they are may still do so; the others may not, whoever they are. */
const refusalTo = (caller: Caller) =>
  caller.kind === "anyone" || caller.kind === "stranger" ? unknown : notAllowed;

export const knownCallerLayer = (identify: Identify): Layer.Layer<KnownCaller> =>
  Layer.succeed(KnownCaller, (handled, { endpoint, group }) => {
    const route = `${endpoint.method} ${endpoint.path}`;
    const allowed = new Set(allowedCallers(group.identifier, route));
    return Effect.flatMap(HttpServerRequest.HttpServerRequest, (request) =>
      Effect.flatMap(identify(nodeRequest(request)), (caller) =>
        allowed.has(caller.kind)
          ? Effect.provideService(handled, CurrentCaller, caller)
          : Effect.succeed(refusalTo(caller)),
      ),
    ).pipe(
      Effect.catchCause((cause) =>
        Cause.hasInterruptsOnly(cause) ? Effect.failCause(cause) : answerOf(cause, route),
      ),
      spanned(route, endpoint.method, endpoint.path),
    );
  });
