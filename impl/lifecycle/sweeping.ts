/**
 * Lets a party sweep by itself for as long as its scope is open: at once, and then at half the lateness that the policy allows,
 * so that one sweep that fails still leaves time for the next. What to say of a failure is the party's; sweeping never ends for it.
 */
import { Effect, Schedule, type Scope } from "effect";
import { policyNumbers } from "../generated/policy.ts";
import { PolicyInForce } from "./desk.ts";

export const sweepingByItself = Effect.fnUntraced(function* <E, R>(
  sweep: Effect.Effect<unknown, E, R>,
  failed: (failure: E) => Effect.Effect<void>,
): Effect.fn.Return<void, never, R | Scope.Scope> {
  const { sweepLateness } = policyNumbers(yield* PolicyInForce);
  yield* Effect.forkScoped(Effect.repeat(Effect.catch(sweep, failed), Schedule.spaced(sweepLateness / 2)));
});
