/**
 * The venue's line to the custodian: first in, first out. What waits is delivered before anything new is sent on time, because a
 * device that delivers on time has shown that it was not silent; while something waits, a new scan joins it.
 * A custodian that cannot be reached is left in peace for a moment, so that nobody stands at the door for each try.
 * Scans that come while others are under way go together. It decides nothing about a pass.
 */
import { Clock, Effect, Fiber, Option, Semaphore, type Scope } from "effect";
import { isRefusal, refusalCode } from "../lifecycle/refused.ts";
import { makeGroupCommit } from "../store/groupcommit.ts";
import { StoreUnavailable } from "../store/unavailable.ts";
import { makeDelivering, makeTurn, scansAtOnce, type Delivery, type DeliveringParts } from "./delivering.ts";
import type { Instants } from "./instants.ts";
import type { SignedScan } from "./waiting.ts";

export interface Sending {
  /** The custodian's answer; undefined when the scan waits to be delivered later. */
  readonly send: (scan: SignedScan) => Effect.Effect<number | undefined, StoreUnavailable>;
  /** Lets scans wait that were made a while ago: the next delivery takes them, before anything new. */
  readonly wait: (scans: readonly SignedScan[]) => Effect.Effect<void, StoreUnavailable>;
  readonly deliver: Effect.Effect<Delivery, StoreUnavailable>;
}

/** Within this time a person at the door is told something. */
const answerWithinMs = 5_000;
/** What waited is delivered before, within a part of that time. */
const caughtUpWithinMs = 2_000;
/** And a moment for the disk. Whatever holds it up, as a delivery that is under way, nobody stands there for longer. */
const standsMostMs = 5_500;
const leftInPeaceMs = 2_000;

export const makeSending = (
  given: Omit<DeliveringParts, "patience">,
  instants: Instants,
): Effect.Effect<Sending, never, Scope.Scope> =>
  Effect.gen(function* () {
    const parts: DeliveringParts = { ...given, patience: { sinceMs: undefined } };
    const { waiting, custodian } = parts;
    const turn = makeTurn(parts);
    const alone = Semaphore.makeUnsafe(1);
    const scope = yield* Effect.scope;
    let peaceUntilMs = 0;
    let delivering = false;

    // A clock that stepped back makes the peace no longer than it is.
    const isLeftInPeace = Effect.map(
      Clock.currentTimeMillis,
      (nowMs) => !(nowMs >= peaceUntilMs) && nowMs + leftInPeaceMs >= peaceUntilMs,
    );
    const leaveInPeace = Effect.map(Clock.currentTimeMillis, (nowMs) => {
      peaceUntilMs = nowMs + leftInPeaceMs;
    });

    /** Whether nothing waits any more, after one turn at the most. */
    const isEmptied = Effect.fnUntraced(function* (before: number) {
      // More than one turn can take come with the next delivery, and not while somebody stands at the door.
      if (before === 0 || before > scansAtOnce) return before === 0;
      yield* turn(0, caughtUpWithinMs);
      const isEmpty = (yield* waiting.count) === 0;
      if (isEmpty) parts.patience.sinceMs = undefined;
      return isEmpty;
    });

    // A batch is finished once it has begun, but its wait for an answer may be given up.
    const onTime = (scans: readonly SignedScan[], withinMs: number) =>
      custodian
        .record(scans.map(({ bytes, scannedAtMs }) => ({ bytes, receivedAtMs: scannedAtMs, late: false })))
        .pipe(
          Effect.interruptible,
          Effect.timeout(withinMs),
          Effect.catch((): Effect.Effect<undefined> => Effect.succeed(undefined)),
        );

    const sendAll = Effect.fnUntraced(function* (
      scans: readonly SignedScan[],
    ): Effect.fn.Return<readonly (number | undefined)[], StoreUnavailable> {
      const before = yield* waiting.count;
      const withinMs = before === 0 ? answerWithinMs : answerWithinMs - caughtUpWithinMs;
      // Those that stood behind one for whom the custodian did not answer do not try it again.
      const isTried = !(yield* isLeftInPeace) && (yield* isEmptied(before));
      const answers = isTried ? yield* onTime(scans, withinMs) : undefined;
      if (answers === undefined) {
        yield* leaveInPeace;
        yield* waiting.add(scans);
        return scans.map(() => undefined);
      }
      for (const [place, { scannedAtMs }] of scans.entries())
        if (!isRefusal(answers[place] ?? 0)) instants.admitted(scannedAtMs);
      return scans.map((_, place) => answers[place] ?? 0);
    });

    const { ask } = yield* makeGroupCommit({
      batchMax: scansAtOnce,
      perform: (scans: readonly SignedScan[]) => alone.withPermit(sendAll(scans)),
    });

    const deliverAll = makeDelivering(parts, alone.withPermit);

    return {
      send: Effect.fnUntraced(function* (scan) {
        if (delivering || (yield* isLeftInPeace)) {
          yield* waiting.add([scan]);
          return undefined;
        }
        let isGone = false;
        const asked = yield* Effect.catchTag(ask(scan), "Overloaded", () =>
          Effect.fail(new StoreUnavailable({ reason: "too-many-waiting", detail: "scans at the door" })),
        ).pipe(
          Effect.tap((answer) =>
            Effect.sync(() => {
              if (isGone && answer !== undefined && isRefusal(answer))
                parts.lateDeliveries.count({ admitted: 0, refused: [refusalCode(answer)] });
            }),
          ),
          Effect.forkIn(scope),
        );
        const answer = yield* Fiber.join(asked).pipe(
          Effect.interruptible,
          Effect.timeoutOption(standsMostMs),
        );
        isGone = Option.isNone(answer);
        return Option.getOrUndefined(answer);
      }),
      // Not between the last that waited and a new one on time, which would show that the device was not silent.
      wait: (scans) => alone.withPermit(waiting.add(scans)),
      deliver: Effect.gen(function* () {
        delivering = (yield* waiting.count) > 0;
        const delivery = yield* deliverAll;
        if (delivery.waiting === 0) peaceUntilMs = 0;
        else yield* leaveInPeace;
        return delivery;
      }).pipe(
        Effect.ensuring(
          Effect.sync(() => {
            delivering = false;
          }),
        ),
      ),
    };
  });
