/**
 * The venue's handlers at its own door: registration, challenges, scans, and how many wait.
 * They answer admitted or why not, and nothing about whoever stands there.
 */
import { Effect } from "effect";
import { HttpApiBuilder } from "../protocol/http/effecthttp.ts";
import { problemOf } from "../protocol/http/problem.ts";
import { doorApi } from "../protocol/http/venuedoor.ts";
import { Venue } from "./venue.ts";
import { waitingMost } from "./waiting.ts";

export const doorHandlers = HttpApiBuilder.group(
  doorApi,
  "door",
  Effect.fnUntraced(function* (handlers) {
    const venue = yield* Venue;
    const { deviceKey } = venue;
    return handlers
      .handle("registration", () =>
        venue.registered.pipe(
          Effect.map((registration) => ({ registration: registration ?? null, deviceKey })),
          Effect.mapError(problemOf),
        ),
      )
      .handle("register", ({ payload }) =>
        venue
          .register(payload)
          .pipe(Effect.as({ registration: payload, deviceKey }), Effect.mapError(problemOf)),
      )
      .handle("challenge", () => Effect.mapError(venue.challenge, problemOf))
      .handle("scan", ({ payload: { text } }) =>
        venue.scan(text).pipe(
          Effect.map((admission) => ({ admission })),
          Effect.mapError(problemOf),
        ),
      )
      .handle("waiting", () =>
        venue.waiting.pipe(
          Effect.map((waiting) => ({ waiting, waitingMost })),
          Effect.mapError(problemOf),
        ),
      );
  }),
);
