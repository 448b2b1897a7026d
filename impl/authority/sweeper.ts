// The authority's sweep, run by nobody: it begins with the party and comes round at half the lateness that the
// policy allows, so that one that fails still leaves time for the next.
// A store that cannot serve is reported and tried again; the sweep itself never gives up.
import { Effect, Layer, Schedule } from "effect";
import { policyNumbers } from "../generated/policy.ts";
import { PolicyInForce } from "../lifecycle/desk.ts";
import { Authority } from "./authority.ts";

export const authoritySweeper = Layer.effectDiscard(
  Effect.gen(function* () {
    const authority = yield* Authority;
    const { sweepLateness } = policyNumbers(yield* PolicyInForce);
    const once = Effect.catch(authority.sweep, (unavailable) =>
      Effect.logWarning(`The authority's sweep was put off: ${unavailable.message}`),
    );
    yield* Effect.forkScoped(Effect.repeat(once, Schedule.spaced(sweepLateness / 2)));
  }),
);
