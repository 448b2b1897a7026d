// What a failed request is answered: typed problems as they are, mistakes in the input with their places, and
// everything unforeseen as a fault whose reason only the operator sees, without any value of the request.
// Both listeners and the middleware of every endpoint use it; it never answers with an empty body.
import { Cause, Effect, Predicate } from "effect";
import { HttpApiError, HttpServerError, type HttpServerResponse } from "../protocol/http/effecthttp.ts";
import { mistakesIn } from "../protocol/mistakes.ts";
import { Problem, problem, problemOf, problemResponse } from "../protocol/http/problem.ts";

const slots = { Params: "path", Query: "query", Headers: "headers", Payload: "body" } as const;

const inputProblem = (error: HttpApiError.HttpApiSchemaError): Problem => {
  const { kind } = error;
  if (kind === "Body" || kind === "ResponseHeaders") return problem("fault");
  const errors = mistakesIn(error.cause.issue).map(({ path, message }) => ({
    path: [slots[kind], ...path],
    message,
  }));
  return problem("input-invalid", { errors });
};

const serverProblem = (error: HttpServerError.HttpServerError): Problem => {
  const { reason } = error;
  switch (reason._tag) {
    case "RouteNotFound":
      return problem("not-found");
    case "RequestParseError":
      return problem(reason.reason === "BodyTooLarge" ? "body-too-large" : "request-malformed");
    default:
      return problem("fault");
  }
};

/** The place in the program, without the message, which may hold what was sent. */
const placeOf = (defect: unknown): string => {
  if (!(defect instanceof Error)) return typeof defect;
  const frames = (defect.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return [defect.name, ...frames.slice(0, 8).map((line) => line.trim())].join(" < ");
};

const problemOfFailure = (failure: unknown): Problem | undefined => {
  if (failure instanceof Problem) return failure;
  if (HttpApiError.HttpApiSchemaError.is(failure)) return inputProblem(failure);
  if (failure instanceof HttpServerError.HttpServerError) return serverProblem(failure);
  if (Predicate.hasProperty(failure, "code") && typeof failure.code === "string") {
    return problemOf({ code: failure.code });
  }
  return undefined;
};

/** The answer to a request that ended in this cause; a fault is told to the operator, with the route's template. */
export const answerOf = (
  cause: Cause.Cause<unknown>,
  route: string,
): Effect.Effect<HttpServerResponse.HttpServerResponse> => {
  const squashed = Cause.squash(cause);
  const stated = problemOfFailure(squashed);
  if (stated !== undefined && stated.code !== "fault") return Effect.succeed(problemResponse(stated));
  return Effect.as(
    Effect.logError("fault").pipe(Effect.annotateLogs({ route, place: placeOf(squashed) })),
    problemResponse(stated ?? problem("fault")),
  );
};
