// A listener that answers under one name alone: a request for any other is refused, because a foreign page could lead a name of its own
// to this machine. So is a request that a page of another origin makes. An officer's desk and the demonstration stand behind it.
// It knows nobody who asks.
import { Effect } from "effect";
import { HttpRouter, HttpServerRequest } from "../protocol/http/effecthttp.ts";
import { problem, problemResponse } from "../protocol/http/problem.ts";

export interface OwnName {
  /** As browsers write it: `http://localhost:4410`. */
  readonly origin: string;
  readonly host: string;
}

const refused = {
  host: problemResponse(problem("host-unknown")),
  origin: problemResponse(problem("caller-not-allowed")),
};

/** Stands before every route, files of the page included. */
export const ownNameOnly = (nameAt: (request: HttpServerRequest.HttpServerRequest) => OwnName) =>
  HttpRouter.middleware(
    (handled) =>
      Effect.flatMap(HttpServerRequest.HttpServerRequest, (request) => {
        const { host, origin } = nameAt(request);
        if (request.headers["host"] !== host) return Effect.succeed(refused.host);
        const from = request.headers["origin"];
        return from === undefined || from === origin ? handled : Effect.succeed(refused.origin);
      }),
    { global: true },
  );
