/**
 * The venue's handlers at its own door: registration, challenges, scans, those that a page held, and how many wait.
 * They answer admitted or why not, and nothing about whoever stands there.
 */
import { Effect } from "effect";
import { HttpApiBuilder } from "../protocol/http/effecthttp.ts";
import { problem, problemOf, type Problem } from "../protocol/http/problem.ts";
import { doorApi } from "../protocol/http/venuedoor.ts";
import { StoreUnavailable } from "../store/unavailable.ts";
import { Venue } from "./venue.ts";
import { waitingMost } from "./waiting.ts";

/** What the people at the door are told: whether it is their own disk, too many that wait, or the custodian. */
const doorProblem = (failure: { readonly code: string }): Problem => {
  if (!(failure instanceof StoreUnavailable)) return problemOf(failure);
  if (failure.reason === "away") return problem("peer-unavailable");
  const { sentence, advice } = failure;
  return failure.reason === "too-many-waiting"
    ? problem("overloaded", { detail: sentence, advice })
    : problemOf(failure);
};

export const doorHandlers = HttpApiBuilder.group(
  doorApi,
  "door",
  Effect.fnUntraced(function* (handlers) {
    const venue = yield* Venue;
    const { deviceKey, terms } = venue;
    return handlers
      .handle("registration", () =>
        venue.registered.pipe(
          Effect.map((registration) => ({ registration: registration ?? null, terms, deviceKey })),
          Effect.mapError(doorProblem),
        ),
      )
      .handle("register", ({ payload }) =>
        venue
          .register(payload)
          .pipe(Effect.as({ registration: payload, deviceKey }), Effect.mapError(doorProblem)),
      )
      .handle("challenge", () => Effect.mapError(venue.challenge, doorProblem))
      .handle("scan", ({ payload: { text, id } }) =>
        venue.scan(text, id).pipe(
          Effect.map((admission) => ({ admission })),
          Effect.mapError(doorProblem),
        ),
      )
      .handle("lateScans", ({ payload: { scans } }) =>
        venue.takeHeld(scans).pipe(
          Effect.map((refused) => ({ refused })),
          Effect.mapError(doorProblem),
        ),
      )
      .handle("waiting", () =>
        Effect.all([venue.waiting, venue.now]).pipe(
          Effect.map(([waiting, nowMs]) => ({ waiting, waitingMost, delivered: venue.delivered(), nowMs })),
          Effect.mapError(doorProblem),
        ),
      );
  }),
);
