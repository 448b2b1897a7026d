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
  /** The last that was sent in it. */
  readonly upTo: number;
  /** Why the custodian did not answer. */
  readonly unanswered?: string;
  readonly admitted: number;
  readonly refused: readonly RefusalCode[];
}

export const scansAtOnce = 500;
/** Longer than a custodian that can be reached ever takes; then a turn is over and comes again. */
const answerWithinMs = 10_000;

/** The answers of the custodian, or why there are none. */
const answersOf = (custodian: CustodianPort["Service"], scans: readonly Uint8Array[], receivedAtMs: number) =>
  custodian.record(scans.map((bytes) => ({ bytes, receivedAtMs, late: true }))).pipe(
    Effect.interruptible,
    Effect.timeout(answerWithinMs),
    Effect.catch(({ message }): Effect.Effect<string> => Effect.succeed(message)),
  );

const nothing: Turn = { goesOn: false, upTo: 0, admitted: 0, refused: [] };

/** One turn: the oldest that wait, as many as go at once. */
export const makeTurn = ({ waiting, custodian, now }: DeliveringParts) =>
  Effect.gen(function* (): Effect.fn.Return<Turn, StoreUnavailable> {
    const scans = yield* waiting.oldest(scansAtOnce);
    if (scans.length === 0) return nothing;
    const answers = yield* answersOf(
      custodian,
      scans.map(({ bytes }) => bytes),
      yield* now,
    );
    if (typeof answers === "string") return { ...nothing, unanswered: answers };
    const refused: RefusalCode[] = [];
    const done: number[] = [];
    for (const [place, { sequence }] of scans.entries()) {
      const answer = answers[place] ?? 0;
      const code = isRefusal(answer) ? refusalCode(answer) : undefined;
      if (code === "scans-exceeded") continue;
      done.push(sequence);
      if (code !== undefined) refused.push(code);
    }
    yield* waiting.remove(done);
    // None is left behind and passed over: what was too much for a minute goes first in the next turn.
    const goesOn = done.length === scans.length;
    return { goesOn, upTo: done.at(-1) ?? 0, admitted: done.length - refused.length, refused };
  });

/** Turn after turn until nothing waits, or the custodian does not answer or has had enough; each turn as `alone` runs it. */
export const makeDelivering = (
  parts: DeliveringParts,
  alone: <A, E>(turn: Effect.Effect<A, E>) => Effect.Effect<A, E> = (turn) => turn,
) => {
  const { waiting, policy, now } = parts;
  const turn = alone(makeTurn(parts));
  let told: string | undefined;
  return Effect.gen(function* (): Effect.fn.Return<Delivery, StoreUnavailable> {
    const over = yield* waiting.removeUntil((yield* now) - policy.lateDelivery);
    const refused: Partial<Record<RefusalCode, number>> = {};
    let admitted = 0;
    let last = 0;
    for (;;) {
      const came = yield* turn;
      admitted += came.admitted;
      for (const code of came.refused) refused[code] = (refused[code] ?? 0) + 1;
      // Said when it begins and when its reason changes, not at every turn of an outage.
      if (came.unanswered !== undefined && came.unanswered !== told)
        yield* Effect.logWarning(`What waits could not be delivered: ${came.unanswered}`);
      told = came.unanswered;
      if (!came.goesOn || came.upTo <= last) break;
      last = came.upTo;
    }
    return { admitted, refused, over, waiting: yield* waiting.count };
  });
};
