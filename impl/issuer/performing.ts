/**
 * Performs one batch of requests: decides it in one transaction, and carries out what the law let through.
 * Batches of one issuer follow one another, and one that has begun is not broken off between its commit and its answers.
 * What cannot be carried out is said in the reply of each request concerned; what was stored for the others stands.
 */
import { Effect, Result } from "effect";
import type { StoreService } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import { decideAll } from "./deciding.ts";
import type { DecidingParts } from "./decidingparts.ts";
import { issueAll, type IssuingParts } from "./issuing.ts";
import type { Outcome } from "./outcome.ts";
import type { IssuerReply, IssuerRequest } from "./requests.ts";
import type { SmsMessage } from "./smsgateway.ts";

export interface PerformParts {
  readonly deciding: DecidingParts;
  readonly issuing: IssuingParts;
  /** Sends messages without waiting for the carrier: one that is lost is asked for again. */
  readonly post: (messages: readonly SmsMessage[]) => Effect.Effect<void>;
  readonly store: StoreService;
  /** Waits until no other batch is at work on the accounts. */
  readonly alone: <A, E>(body: Effect.Effect<A, E>) => Effect.Effect<A, E>;
}

const noPasses: ReadonlyMap<number, Uint8Array> = new Map();

/** The passes and the failures of a batch, by the place of their request. */
interface CarriedOut {
  readonly passes: ReadonlyMap<number, Uint8Array>;
  readonly unavailable: ReadonlyMap<number, StoreUnavailable>;
}

export const makePerform = ({ deciding, issuing, post, store, alone }: PerformParts) => {
  /** Destroys what tied passes to those who withdrew, and empties the log of their numbers. */
  const destroy = Effect.andThen(
    deciding.forgetting.carryOut,
    // While somebody else reads the log it cannot be emptied: the next sweep does it.
    Effect.catch(store.checkpoint, (failure) =>
      failure.reason === "busy" ? Effect.void : Effect.fail(failure),
    ),
  );

  const carryOut = Effect.fnUntraced(function* ({ passes, messages, withdrawals }: Outcome) {
    const unavailable = new Map<number, StoreUnavailable>();
    if (withdrawals.length > 0) {
      const destroyed = yield* Effect.result(destroy);
      if (Result.isFailure(destroyed))
        for (const place of withdrawals) unavailable.set(place, destroyed.failure);
    }
    if (messages.length > 0) yield* post(messages);
    if (passes.length === 0) return { passes: noPasses, unavailable } satisfies CarriedOut;
    const made = yield* Effect.result(issueAll(issuing, passes));
    if (Result.isSuccess(made)) return { passes: made.success, unavailable } satisfies CarriedOut;
    for (const { place } of passes) unavailable.set(place, made.failure);
    return { passes: noPasses, unavailable } satisfies CarriedOut;
  });

  const performAlone = Effect.fnUntraced(function* (requests: readonly IssuerRequest[]) {
    const decided = yield* decideAll(deciding, requests);
    const { passes, unavailable } = yield* carryOut(decided);
    return Array.from(decided.answers, (answer, place): IssuerReply => {
      const pass = passes.get(place);
      const failure = unavailable.get(place);
      return {
        answer,
        ...(pass === undefined ? {} : { pass }),
        ...(failure === undefined ? {} : { unavailable: failure }),
      };
    });
  });

  return (requests: readonly IssuerRequest[]): Effect.Effect<readonly IssuerReply[], StoreUnavailable> =>
    alone(Effect.uninterruptible(performAlone(requests)));
};
