/**
 * The custodian's sweep, running by itself so often that nothing outlives its end by more than the policy says (clause C13).
 * A sweep that fails is told and tried again at the next turn; it never stops.
 */
import { Effect, Layer } from "effect";
import { sweepingByItself } from "../lifecycle/sweeping.ts";
import { Custodian } from "./custodian.ts";

export const custodianSweeperLayer: Layer.Layer<never, never, Custodian> = Layer.effectDiscard(
  Effect.flatMap(Custodian, ({ sweep }) =>
    sweepingByItself(sweep, (unavailable) => Effect.logError(unavailable.message)),
  ),
);
