// What happens around every request of a listener: a bound on what is under way, a bound on the body, and one form
// for every answer that is no success. Beyond the bound a request is refused at once, so that the rest stays fast;
// the question whether the process runs is answered all the same. It decides nothing about who may ask.
import { Cause, Context, Effect } from "effect";
import { htmlMediaType } from "../page/mediatypes.ts";
import {
  HttpRouter,
  HttpServerError,
  HttpServerRequest,
  HttpServerResponse,
} from "../protocol/http/effecthttp.ts";
import { problem, problemMediaType, problemResponse } from "../protocol/http/problem.ts";
import type { ProblemCode } from "../protocol/http/problemcodes.ts";
import { sizeMediaType } from "../protocol/http/witness.ts";
import { makeNothingHere, pathOf } from "./addresses.ts";
import { answerOf } from "./failing.ts";
import { guarded } from "./guarding.ts";
import type { ListenerLimits } from "./limits.ts";
import { countRequest } from "./metrics.ts";
import type { Address } from "./routes.ts";

const codeOfStatus: Readonly<Record<number, ProblemCode>> = {
  400: "request-malformed",
  404: "not-found",
  405: "method-not-allowed",
  413: "body-too-large",
  415: "media-type-unsupported",
  426: "upgrade-refused",
  503: "stopping",
};

const refusals = {
  overloaded: problemResponse(problem("overloaded")),
  stopping: HttpServerResponse.setHeader(problemResponse(problem("stopping")), "connection", "close"),
  tooLarge: problemResponse(problem("body-too-large")),
};

/** Problem documents, pages for people, and the one answer whose form others have published: a witness's size. */
const saidAsMeant: ReadonlySet<string | undefined> = new Set([
  problemMediaType,
  htmlMediaType,
  sizeMediaType,
]);

/** Whatever a library answered in its own words is said again as a problem document. */
const asProblem = (response: HttpServerResponse.HttpServerResponse): HttpServerResponse.HttpServerResponse =>
  response.status < 400 || saidAsMeant.has(response.headers["content-type"])
    ? response
    : problemResponse(problem(codeOfStatus[response.status] ?? "fault"));

const isRouteNotFound = (failure: unknown): boolean =>
  failure instanceof HttpServerError.HttpServerError && failure.reason._tag === "RouteNotFound";

/** The template of the route that was found, for counting; nothing of the path itself. */
const routeIn = (context: Context.Context<never>): string => {
  const found = Context.getOrUndefined(context, HttpRouter.RouteContext);
  return found === undefined ? "none" : found.route.path;
};

export interface Answering {
  /** How many requests are under way. */
  readonly underWay: () => number;
  /** From now on everything new is refused with `stopping`. */
  readonly stop: () => void;
  readonly around: <E, R>(
    handled: Effect.Effect<HttpServerResponse.HttpServerResponse, E, R>,
  ) => Effect.Effect<HttpServerResponse.HttpServerResponse, E, R | HttpServerRequest.HttpServerRequest>;
}

export const makeAnswering = (addresses: ReadonlyArray<Address>, limits: ListenerLimits): Answering => {
  const nothingHere = makeNothingHere(addresses);
  let underWay = 0;
  let stopping = false;
  const leave = Effect.sync(() => {
    underWay -= 1;
  });
  return {
    underWay: () => underWay,
    stop: () => {
      stopping = true;
    },
    around: (handled) =>
      Effect.flatMap(HttpServerRequest.HttpServerRequest, (request) => {
        if (pathOf(request.url) !== "/health") {
          if (stopping) return Effect.succeed(refusals.stopping);
          if (underWay >= limits.underWayMost) return Effect.succeed(refusals.overloaded);
        }
        if (Number(request.headers["content-length"] ?? 0) > limits.bodyBytesMost) {
          return Effect.succeed(refusals.tooLarge);
        }
        underWay += 1;
        return handled.pipe(
          Effect.map(asProblem),
          Effect.catchCause((cause) => {
            if (Cause.hasInterruptsOnly(cause)) return Effect.failCause(cause);
            return isRouteNotFound(Cause.squash(cause))
              ? Effect.succeed(nothingHere(request.method, request.url))
              : answerOf(cause, "none");
          }),
          Effect.tap(({ status }) =>
            Effect.contextWith((context: Context.Context<never>) =>
              countRequest(request.method, routeIn(context), status),
            ),
          ),
          Effect.ensuring(leave),
        );
      }).pipe(Effect.map(guarded)),
  };
};
