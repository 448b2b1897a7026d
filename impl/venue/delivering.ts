/**
 * Delivers the scans that waited, as late ones: the custodian judges them at the instant they were signed.
 * What it refuses is over and not kept; only a scan refused because too many came in a minute waits for another turn.
 * What can no longer be delivered is erased, whether or not the custodian answers.
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

const scansAtOnce = 500;

/** The answers of the custodian, or undefined when it cannot be reached. */
const answersOf = (custodian: CustodianPort["Service"], scans: readonly Uint8Array[], receivedAtMs: number) =>
  custodian
    .record(scans.map((bytes) => ({ bytes, receivedAtMs, late: true })))
    .pipe(Effect.catch((): Effect.Effect<undefined> => Effect.succeed(undefined)));

export const makeDelivering = ({ waiting, custodian, policy, now }: DeliveringParts) =>
  Effect.gen(function* (): Effect.fn.Return<Delivery, StoreUnavailable> {
    const over = yield* waiting.removeUntil((yield* now) - policy.lateDelivery);
    const refused: Partial<Record<RefusalCode, number>> = {};
    let admitted = 0;
    let after = 0;
    for (;;) {
      const scans = yield* waiting.oldest(scansAtOnce, after);
      if (scans.length === 0) break;
      const answers = yield* answersOf(
        custodian,
        scans.map(({ bytes }) => bytes),
        yield* now,
      );
      if (answers === undefined) break;
      const done: number[] = [];
      let tooMany = false;
      for (const [place, { sequence }] of scans.entries()) {
        const answer = answers[place] ?? 0;
        const code = isRefusal(answer) ? refusalCode(answer) : undefined;
        after = sequence;
        if (code === "scans-exceeded") {
          tooMany = true;
          continue;
        }
        done.push(sequence);
        if (code === undefined) admitted += 1;
        else refused[code] = (refused[code] ?? 0) + 1;
      }
      yield* waiting.remove(done);
      if (tooMany) break;
    }
    return { admitted, refused, over, waiting: yield* waiting.count };
  });
