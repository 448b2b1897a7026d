// Around midnight in Seoul a visit belongs to the day of its pass and not to that of its scan, on either side.
// A lookup finds it by when it was scanned.
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { codesOf, deposit, passes, register, scanned, venue } from "./gate.ts";
import { makePlace } from "./place.ts";
import { ask, atNoon, hourMs, inCustodian } from "./rooms.ts";

describe("around midnight", () => {
  it("a pass shown before midnight and scanned after it belongs to the day of the pass, and is found", () => {
    const place = makePlace();
    const midnight = Date.UTC(2020, 6, 1, 15);
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          yield* custodian.announceLevel("alert");
          yield* register(custodian);
          const before = yield* deposit(custodian, place, midnight - 5_000);
          const after = yield* deposit(custodian, place, midnight);
          const [old] = yield* passes(place, before, midnight - 5_000, 1);
          const [young] = yield* passes(place, after, midnight, 1);
          if (old === undefined || young === undefined) return yield* Effect.die("no passes");
          yield* TestClock.setTime(midnight + 3_000);
          const answers = yield* custodian.record([
            scanned(old, midnight + 2_000),
            scanned(young, midnight + 3_000),
          ]);
          expect(codesOf(answers)).toEqual(["", ""]);
          expect(ask(place, "SELECT day, scanned_at FROM visit ORDER BY day")).toEqual([
            ["20200701", midnight + 2_000],
            ["20200702", midnight + 3_000],
          ]);
          const found = yield* custodian.lookup(venue, midnight, midnight + hourMs);
          expect(found.map(({ day, positions }) => [day, positions.length])).toEqual([
            [18_444, 1],
            [18_445, 1],
          ]);
        }),
      ),
    );
  });

  it("a pass of an issuer whose clock is ahead belongs to the next day, and is found in a window of this one", () => {
    const place = makePlace();
    const midnight = Date.UTC(2020, 6, 1, 15);
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          yield* custodian.announceLevel("alert");
          yield* register(custodian);
          const ahead = yield* deposit(custodian, place, midnight);
          const [pass] = yield* passes(place, ahead, midnight + 500, 1);
          if (pass === undefined) return yield* Effect.die("no passes");
          yield* TestClock.setTime(midnight - 1_000);
          const scan = scanned(pass, midnight - 1_000);
          expect(codesOf(yield* custodian.record([scan]))).toEqual([""]);
          const found = yield* custodian.lookup(venue, midnight - hourMs, midnight - 999);
          expect(found.map(({ day, positions }) => [day, positions.length])).toEqual([[18_445, 1]]);
        }),
      ),
    );
  });

  it("a pass of the last millisecond is found where it was scanned, at the end of its lifetime and the skew", () => {
    const place = makePlace();
    const midnight = Date.UTC(2020, 6, 1, 15);
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          yield* custodian.announceLevel("alert");
          yield* register(custodian);
          const epoch = yield* deposit(custodian, place, midnight - 1);
          const [pass] = yield* passes(place, epoch, midnight - 1, 1);
          if (pass === undefined) return yield* Effect.die("no passes");
          yield* TestClock.setTime(midnight + 16_998);
          expect(codesOf(yield* custodian.record([scanned(pass, midnight + 16_998)]))).toEqual([""]);
          const found = yield* custodian.lookup(venue, midnight + 16_998, midnight + hourMs);
          expect(found.map(({ day, positions }) => [day, positions.length])).toEqual([[18_444, 1]]);
        }),
      ),
    );
  });
});
