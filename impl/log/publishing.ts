// Has what a party appended cosigned when nobody waits for a proof of it: after a sweep that erased a day, and at a start.
// Other parties may be away then; that is said and tried again at the next turn, and keeps nothing from being erased.
import { Effect } from "effect";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { TransparencyLog } from "./transparencylog.ts";

export const publishAppended = (log: TransparencyLog["Service"]): Effect.Effect<void, StoreUnavailable> =>
  Effect.catchTag(log.publish, "ProofUnavailable", ({ message }) => Effect.logWarning(message));
