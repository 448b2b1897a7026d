/**
 * The custodian's sweep, running by itself so often that nothing outlives its end by more than the policy says (clause C13).
 * A sweep that fails is told and tried again at the next turn; it never stops.
 */
import { Effect, Layer, Schedule } from "effect";
import { policyNumbers } from "../generated/policy.ts";
import { PolicyInForce } from "../lifecycle/desk.ts";
import { Custodian } from "./custodian.ts";

export const custodianSweeperLayer: Layer.Layer<never, never, Custodian> = Layer.effectDiscard(
  Effect.gen(function* () {
    const { sweep } = yield* Custodian;
    const { sweepLateness } = policyNumbers(yield* PolicyInForce);
    const turn = Effect.catch(sweep, (unavailable) => Effect.logError(unavailable.message));
    yield* Effect.forkScoped(Effect.repeat(turn, Schedule.spaced(sweepLateness / 2)));
  }),
);
