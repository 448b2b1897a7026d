// Around midnight in Seoul a visit belongs to the day of its pass and not to that of its scan, on either side.
// A lookup finds it by when it was scanned.
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import type { CustodianService } from "../../../impl/custodian/custodian.ts";
import { present } from "../protocol/hex.ts";
import { codesOf, deposit, passes, register, scanned, venue } from "./gate.ts";
import { makePlace } from "./place.ts";
import { ask, atNoon, dayMs, hourMs, inCustodian, type Place, visitsIn } from "./rooms.ts";

const midnight = Date.UTC(2020, 6, 1, 15);
const lastDay = 18_444;
const nextDay = 18_445;

/** A custodian that collects, with the venue registered. */
const collecting = <A, E>(body: (custodian: CustodianService, place: Place) => Effect.Effect<A, E>) => {
  const place = makePlace();
  return atNoon(
    inCustodian(place, (custodian) =>
      Effect.gen(function* () {
        yield* custodian.announceLevel("alert");
        yield* register(custodian);
        return yield* body(custodian, place);
      }),
    ),
  );
};

/** One pass of an epoch that begins at one instant, issued at another. */
const passOf = (custodian: CustodianService, place: Place, epochAtMs: number, issuedAtMs: number) =>
  Effect.gen(function* () {
    const opened = yield* deposit(custodian, place, epochAtMs);
    const [pass] = yield* passes(place, opened, issuedAtMs, 1);
    return present(pass);
  });

/** How many visits of which day were scanned at the venue in the window. */
const foundIn = (custodian: CustodianService, fromMs: number, untilMs: number) =>
  Effect.map(custodian.lookup(venue, fromMs, untilMs), (found) =>
    found.map(({ day, positions }) => [day, positions.length]),
  );

describe("around midnight", () => {
  it("a pass shown before midnight and scanned after it belongs to the day of the pass, and is found", () =>
    collecting((custodian, place) =>
      Effect.gen(function* () {
        const old = yield* passOf(custodian, place, midnight - 5_000, midnight - 5_000);
        const young = yield* passOf(custodian, place, midnight, midnight);
        yield* TestClock.setTime(midnight + 3_000);
        const scans = [scanned(old, midnight + 2_000), scanned(young, midnight + 3_000)];
        expect(codesOf(yield* custodian.record(scans))).toEqual(["", ""]);
        const end = (midnightMs: number) => midnightMs + 28 * dayMs;
        expect(ask(place, 'SELECT day, "eraseAt" FROM visit ORDER BY day')).toEqual([
          ["20200701", end(midnight - dayMs)],
          ["20200702", end(midnight)],
        ]);
        expect(visitsIn(place).map(({ date, scannedAtMs }) => [date, scannedAtMs])).toEqual([
          ["20200701", midnight + 2_000],
          ["20200702", midnight + 3_000],
        ]);
        expect(yield* foundIn(custodian, midnight, midnight + hourMs)).toEqual([
          [lastDay, 1],
          [nextDay, 1],
        ]);
      }),
    ));

  it("a pass of an issuer whose clock is ahead belongs to the next day, and is found in a window of this one", () =>
    collecting((custodian, place) =>
      Effect.gen(function* () {
        const pass = yield* passOf(custodian, place, midnight, midnight + 500);
        yield* TestClock.setTime(midnight - 1_000);
        expect(codesOf(yield* custodian.record([scanned(pass, midnight - 1_000)]))).toEqual([""]);
        expect(yield* foundIn(custodian, midnight - hourMs, midnight - 999)).toEqual([[nextDay, 1]]);
      }),
    ));

  it("a pass of the last millisecond is found where it was scanned, at the end of its lifetime and the skew", () =>
    collecting((custodian, place) =>
      Effect.gen(function* () {
        const pass = yield* passOf(custodian, place, midnight - 1, midnight - 1);
        yield* TestClock.setTime(midnight + 16_998);
        expect(codesOf(yield* custodian.record([scanned(pass, midnight + 16_998)]))).toEqual([""]);
        expect(yield* foundIn(custodian, midnight + 16_998, midnight + hourMs)).toEqual([[lastDay, 1]]);
      }),
    ));
});
