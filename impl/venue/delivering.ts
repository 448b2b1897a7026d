/**
 * Delivers the scans that waited, as late ones: the custodian judges them at the instant they were signed.
 * What it refuses is over and not kept. Only a scan of too many in a minute waits for another turn, and for a while one whose
 * epoch the custodian does not know yet: after an outage an issuer may deliver its epochs a little later than a venue its scans.
 * What can no longer be delivered is erased, whether or not the custodian answers. A turn that was cut short is taken again.
 */
import { Effect } from "effect";
import type { PolicyNumbers } from "../generated/policy.ts";
import type { RefusalCode } from "../generated/law.ts";
import { isRefusal, refusalCode } from "../lifecycle/refused.ts";
import type { CustodianPort } from "../protocol/contracts.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { LateDeliveries } from "./latedeliveries.ts";
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
  readonly patience: Patience;
  readonly lateDeliveries: LateDeliveries;
}

/**
 * For how long scans of unknown epochs are kept, counted from the first that was told after an outage and not for each, so that
 * somebody who shows made-up passes cannot keep a venue waiting, during which it admits unchecked.
 */
export interface Patience {
  /** When the first was told; undefined while there is none. */
  sinceMs: number | undefined;
}

const patienceMs = 600_000;

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
const answersOf = (
  custodian: CustodianPort["Service"],
  scans: readonly Uint8Array[],
  receivedAtMs: number,
  withinMs: number,
) =>
  custodian.record(scans.map((bytes) => ({ bytes, receivedAtMs, late: true }))).pipe(
    Effect.interruptible,
    Effect.timeout(withinMs),
    Effect.catch(({ message }): Effect.Effect<string> => Effect.succeed(message)),
  );

const nothing: Turn = { goesOn: false, upTo: 0, admitted: 0, refused: [] };

const isOver = (patience: Patience, nowMs: number): boolean => {
  patience.sinceMs ??= nowMs;
  return nowMs >= patience.sinceMs + patienceMs;
};

/** One turn: the oldest that wait behind a place, as many as go at once. */
export const makeTurn = ({ waiting, custodian, now, patience, lateDeliveries }: DeliveringParts) =>
  Effect.fnUntraced(function* (after: number, withinMs?: number): Effect.fn.Return<Turn, StoreUnavailable> {
    const scans = yield* waiting.oldest(scansAtOnce, after);
    if (scans.length === 0) return nothing;
    const nowMs = yield* now;
    const answers = yield* answersOf(
      custodian,
      scans.map(({ bytes }) => bytes),
      nowMs,
      withinMs ?? answerWithinMs,
    );
    if (typeof answers === "string") return { ...nothing, unanswered: answers };
    const refused: RefusalCode[] = [];
    const done: number[] = [];
    let tooMany = false;
    for (const [place, { sequence }] of scans.entries()) {
      const answer = answers[place] ?? 0;
      const code = isRefusal(answer) ? refusalCode(answer) : undefined;
      if (code === "scans-exceeded") tooMany = true;
      if (code === "scans-exceeded" || (code === "epoch-unknown" && !isOver(patience, nowMs))) continue;
      done.push(sequence);
      if (code !== undefined) refused.push(code);
    }
    yield* waiting.remove(done);
    const came = { admitted: done.length - refused.length, refused };
    lateDeliveries.count(came);
    // What was too much for a minute goes first in the next turn; those of unknown epochs hold nobody up.
    const upTo = scans.at(-1)?.sequence ?? after;
    return { goesOn: !tooMany, upTo, ...came };
  });

/** Turn after turn until nothing waits, or the custodian does not answer or has had enough; each turn as `alone` runs it. */
export const makeDelivering = (
  parts: DeliveringParts,
  alone: <A, E>(turn: Effect.Effect<A, E>) => Effect.Effect<A, E> = (turn) => turn,
) => {
  const { waiting, policy, now, patience, lateDeliveries } = parts;
  const turn = makeTurn(parts);
  let told: string | undefined;
  return Effect.gen(function* (): Effect.fn.Return<Delivery, StoreUnavailable> {
    const over = yield* waiting.removeUntil((yield* now) - policy.lateDelivery);
    lateDeliveries.countOver(over);
    const refused: Partial<Record<RefusalCode, number>> = {};
    let admitted = 0;
    let last = 0;
    for (;;) {
      const came = yield* alone(turn(last));
      admitted += came.admitted;
      for (const code of came.refused) refused[code] = (refused[code] ?? 0) + 1;
      // Said when it begins and when its reason changes, not at every turn of an outage.
      if (came.unanswered !== undefined && came.unanswered !== told)
        yield* Effect.logWarning(`What waits could not be delivered: ${came.unanswered}`);
      told = came.unanswered;
      if (!came.goesOn) break;
      last = came.upTo;
    }
    const left = yield* waiting.count;
    if (left === 0) patience.sinceMs = undefined;
    return { admitted, refused, over, waiting: left };
  });
};
