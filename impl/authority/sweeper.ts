// The authority's sweep, run by nobody: it begins with the party and comes round at half the lateness that the
// policy allows, so that one that fails still leaves time for the next.
// A store that cannot serve is reported and tried again; the sweep itself never gives up.
import { Effect, Layer } from "effect";
import { sweepingByItself } from "../lifecycle/sweeping.ts";
import { Authority } from "./authority.ts";

export const authoritySweeper = Layer.effectDiscard(
  Effect.flatMap(Authority, ({ sweep }) =>
    sweepingByItself(sweep, (unavailable) =>
      Effect.logWarning(`The authority's sweep was put off: ${unavailable.message}`),
    ),
  ),
);
