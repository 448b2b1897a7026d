// Has what a party appended cosigned when nobody waits for a proof of it: after a sweep that erased a day, and by itself, so that a log
// shows what its party did although the party died, or the others were away, before a checkpoint was kept.
// Other parties may be away then; that is said and tried again at the next turn, and keeps nothing from being erased.
import { Effect, type Scope } from "effect";
import { erasing } from "../store/erasingonly.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { TransparencyLog } from "./transparencylog.ts";

export const publishAppended = (log: TransparencyLog["Service"]): Effect.Effect<void, StoreUnavailable> =>
  Effect.catchTag(log.publish, "ProofUnavailable", ({ message }) => Effect.logWarning(message));

const everyMs = 2_000;

/** Again and again, for as long as the scope is open; why it cannot be done is said once, until it can or the reason changes. */
export const publishingByItself = (
  log: Pick<TransparencyLog["Service"], "publish">,
): Effect.Effect<void, never, Scope.Scope> =>
  Effect.suspend(() => {
    let told = "";
    const turn = Effect.matchEffect(erasing(log.publish), {
      onSuccess: () =>
        Effect.sync(() => {
          told = "";
        }),
      onFailure: ({ code, message }) => {
        const isNews = code !== told;
        told = code;
        return isNews ? Effect.logWarning(`The log could not be published: ${message}`) : Effect.void;
      },
    });
    return Effect.asVoid(
      Effect.forkScoped(Effect.forever(Effect.andThen(turn, Effect.sleep(everyMs))), {
        startImmediately: true,
      }),
    );
  });
