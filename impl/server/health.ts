// The handlers of /health and /ready. A party gives its own question of readiness; without one it is always ready.
// A question that fails or takes too long is a party that is not ready, with the reason in words.
// The answer names what is missing and never who asked or what is stored.
import { Effect } from "effect";
import { HttpApiBuilder } from "../protocol/http/effecthttp.ts";
import { healthApi } from "../protocol/http/health.ts";
import { problem } from "../protocol/http/problem.ts";

/** What is missing, one sentence each; nothing when the party can serve. */
export type Readiness = Effect.Effect<ReadonlyArray<string>>;

const answerWithin = "2 seconds";

export const healthHandlers = (missing: Readiness) =>
  HttpApiBuilder.group(healthApi, "health", (handlers) =>
    handlers
      .handle("alive", () => Effect.succeed({ status: "alive" } as const))
      .handle("ready", () =>
        missing.pipe(
          Effect.timeoutOrElse({
            duration: answerWithin,
            orElse: () => Effect.succeed(["The party did not answer in time."]),
          }),
          Effect.flatMap((sentences) =>
            sentences.length === 0
              ? Effect.succeed({ status: "ready" } as const)
              : Effect.fail(problem("not-ready", { detail: sentences.join(" ") })),
          ),
        ),
      ),
  );

export const alwaysReady: Readiness = Effect.succeed([]);
