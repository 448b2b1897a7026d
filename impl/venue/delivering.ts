/**
 * Delivers the scans that waited, as late ones: the custodian judges them at the instant they were signed.
 * What it refuses is over and not kept; only a scan refused because too many came in a minute waits for another turn.
 * What can no longer be delivered is erased, whether or not the custodian answers. A turn that was cut short is taken again.
 */
import { Effect } from "effect";
import type { PolicyNumbers } from "../generated/policy.ts";
import type { RefusalCode } from "../generated/law.ts";
import { isRefusal, refusalCode } from "../lifecycle/refused.ts";
import type { CustodianPort } from "../protocol/contracts.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { Waiting } from "./waiting.ts";

export interface Delivery {
  readonly admitted: number;
  /** How many were refused, by code; they do not wait any more. */
  readonly refused: Readonly<Partial<Record<RefusalCode, number>>>;
  /** How many had waited too long and were erased undelivered. */
  readonly over: number;
  readonly waiting: number;
}

export interface DeliveringParts {
  readonly waiting: Waiting;
  readonly custodian: CustodianPort["Service"];
  readonly policy: PolicyNumbers;
  readonly now: Effect.Effect<number>;
}

/** What came of one turn: whether another one may follow at once. */
export interface Turn {
  readonly goesOn: boolean;
  readonly admitted: number;
  readonly refused: readonly RefusalCode[];
}

export const scansAtOnce = 500;
/** Longer than a custodian that can be reached ever takes; then a turn is over and comes again. */
const answerWithinMs = 10_000;

/** The answers of the custodian, or undefined when it cannot be reached. */
const answersOf = (custodian: CustodianPort["Service"], scans: readonly Uint8Array[], receivedAtMs: number) =>
  custodian.record(scans.map((bytes) => ({ bytes, receivedAtMs, late: true }))).pipe(
    Effect.timeout(answerWithinMs),
    Effect.catch((): Effect.Effect<undefined> => Effect.succeed(undefined)),
  );

/** One turn: the oldest that wait, as many as go at once. */
export const makeTurn = ({ waiting, custodian, now }: DeliveringParts) =>
  Effect.gen(function* (): Effect.fn.Return<Turn, StoreUnavailable> {
    const scans = yield* waiting.oldest(scansAtOnce);
    const bytes = scans.map((scan) => scan.bytes);
    const answers = bytes.length === 0 ? undefined : yield* answersOf(custodian, bytes, yield* now);
    const refused: RefusalCode[] = [];
    const done: number[] = [];
    let admitted = 0;
    for (const [place, { sequence }] of answers === undefined ? [] : scans.entries()) {
      const answer = answers?.[place] ?? 0;
      const code = isRefusal(answer) ? refusalCode(answer) : undefined;
      if (code === "scans-exceeded") continue;
      done.push(sequence);
      if (code === undefined) admitted += 1;
      else refused.push(code);
    }
    yield* waiting.remove(done);
    // None is left behind and passed over: what was too much for a minute goes first in the next turn.
    return { goesOn: done.length > 0 && done.length === scans.length, admitted, refused };
  });

/** Turn after turn until nothing waits, or the custodian does not answer or has had enough; each turn as `alone` runs it. */
export const makeDelivering = (
  parts: DeliveringParts,
  alone: <A, E>(turn: Effect.Effect<A, E>) => Effect.Effect<A, E> = (turn) => turn,
) => {
  const { waiting, policy, now } = parts;
  const turn = alone(makeTurn(parts));
  return Effect.gen(function* (): Effect.fn.Return<Delivery, StoreUnavailable> {
    const over = yield* waiting.removeUntil((yield* now) - policy.lateDelivery);
    const refused: Partial<Record<RefusalCode, number>> = {};
    let admitted = 0;
    for (;;) {
      const came = yield* turn;
      admitted += came.admitted;
      for (const code of came.refused) refused[code] = (refused[code] ?? 0) + 1;
      if (!came.goesOn) break;
    }
    return { admitted, refused, over, waiting: yield* waiting.count };
  });
};
