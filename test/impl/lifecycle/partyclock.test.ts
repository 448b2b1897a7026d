// The clock of a party: the later of the present and the last instant it stored, over restarts and clocks that step back.
// An instant of a transaction that failed is not stored.
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { expect, it } from "vitest";
import { makePartyClock } from "../../../impl/lifecycle/partyclock.ts";
import { Store } from "../../../impl/store/store.ts";
import { minute, newFile, noonMs, overStore, rowsOf } from "./overstore.ts";

const partyClock = Effect.flatMap(Store, makePartyClock);

it("never goes back behind what it stored, in this process or the next", async () => {
  const file = newFile();
  await overStore(
    Effect.gen(function* () {
      const clock = yield* partyClock;
      expect(yield* clock.now).toBe(noonMs);
      yield* clock.remember(noonMs + minute);
      expect(yield* clock.now).toBe(noonMs + minute);
      yield* clock.remember(noonMs);
      expect(yield* rowsOf("last_instant")).toEqual([[1, noonMs + minute]]);
      yield* TestClock.setTime(noonMs + minute + 1);
      expect(yield* clock.now).toBe(noonMs + minute + 1);
    }),
    file,
  );
  await overStore(
    Effect.gen(function* () {
      const clock = yield* partyClock;
      expect(yield* clock.now).toBe(noonMs + minute);
      yield* TestClock.setTime(noonMs + 2 * minute);
      expect(yield* clock.now).toBe(noonMs + 2 * minute);
    }),
    file,
  );
});

it("stores an instant again whose transaction failed", () =>
  overStore(
    Effect.gen(function* () {
      const store = yield* Store;
      const clock = yield* partyClock;
      yield* Effect.exit(store.transaction(Effect.andThen(clock.remember(noonMs + 1), Effect.fail("no"))));
      expect(yield* rowsOf("last_instant")).toEqual([[1, 0]]);
      yield* store.transaction(clock.remember(noonMs + 1));
      expect(yield* rowsOf("last_instant")).toEqual([[1, noonMs + 1]]);
    }),
  ));
