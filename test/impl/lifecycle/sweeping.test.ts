// Sweeping by itself: at once, then twice within the lateness that the policy allows, and on after a failure, which is told.
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { expect, it } from "vitest";
import { policyNumbers } from "../../../impl/generated/policy.ts";
import { sweepingByItself } from "../../../impl/lifecycle/sweeping.ts";
import { defaultPolicy } from "../../../models/policy.ts";

const { sweepLateness } = policyNumbers(defaultPolicy);

it("goes on for as long as its scope is open, whatever fails", () =>
  Effect.runPromise(
    Effect.gen(function* () {
      let swept = 0;
      const told: string[] = [];
      const sweep = Effect.suspend(() => {
        swept += 1;
        return swept % 2 === 0 ? Effect.fail(`the ${String(swept)}. failed`) : Effect.void;
      });
      const seen: number[] = [];
      const look = Effect.sync(() => void seen.push(swept));
      yield* Effect.gen(function* () {
        yield* sweepingByItself(sweep, (failure) => Effect.sync(() => void told.push(failure)));
        for (const waitMs of [0, sweepLateness / 2 - 1, 1, sweepLateness / 2, sweepLateness / 2]) {
          yield* TestClock.adjust(waitMs);
          yield* look;
        }
      }).pipe(Effect.scoped);
      expect(seen).toEqual([1, 1, 2, 3, 4]);
      expect(told).toEqual(["the 2. failed", "the 4. failed"]);
      yield* TestClock.adjust(sweepLateness * 3);
      expect(swept).toBe(4);
    }).pipe(Effect.provide(TestClock.layer())),
  ));
