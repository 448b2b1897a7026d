// Late deliveries: only from a device that was silent since the scan, each stored once however often it is delivered, and known again
// after a restart. What may be late and what not is said here in literal instants.
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import type { DeliveredScan } from "../../../impl/protocol/contracts.ts";
import { present } from "../protocol/hex.ts";
import { codesOf, openGate, passes, register, scanned } from "./gate.ts";
import { makePlace } from "./place.ts";
import { ask, atNoon, everythingStored, hourMs, inCustodian, noonMs, visitsIn } from "./rooms.ts";

const late = (pass: Uint8Array, atMs: number, venue = 17): DeliveredScan =>
  scanned(pass, atMs, { venue, late: true, receivedAtMs: noonMs + hourMs });

describe("a device that was silent", () => {
  it("delivers late what it scanned before; one that delivered on time at or after that instant does not (C3)", () => {
    const place = makePlace();
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          const opened = yield* openGate(custodian, place);
          const [onTime, before, same, next] = (yield* passes(place, opened, noonMs, 4)).map(present);
          yield* custodian.record([scanned(present(onTime), noonMs + 1_000)]);
          const codes = codesOf(
            yield* custodian.record([
              late(present(before), noonMs + 999),
              late(present(same), noonMs + 1_000),
              late(present(next), noonMs + 1_001),
            ]),
          );
          expect(codes).toEqual(["venue-not-silent", "venue-not-silent", ""]);
          expect(visitsIn(place).map(({ scannedAtMs, late }) => [scannedAtMs, late])).toEqual([
            [noonMs + 1_000, false],
            [noonMs + 1_001, true],
          ]);
        }),
      ),
    );
  });

  it("is another for each venue, and late deliveries break no silence", () => {
    const place = makePlace();
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          const opened = yield* openGate(custodian, place);
          yield* register(custodian, 18);
          const [first, second, third] = (yield* passes(place, opened, noonMs, 3)).map(present);
          yield* custodian.record([scanned(present(first), noonMs + 9_000)]);
          const codes = codesOf(
            yield* custodian.record([
              late(present(second), noonMs + 5_000, 18),
              late(present(third), noonMs + 4_000, 18),
            ]),
          );
          expect(codes).toEqual(["", ""]);
        }),
      ),
    );
  });

  it("is known again after a restart, and within one batch too", () => {
    const place = makePlace();
    return atNoon(
      Effect.gen(function* () {
        const [opened, waiting, other] = yield* inCustodian(place, (custodian) =>
          Effect.gen(function* () {
            const epoch = yield* openGate(custodian, place);
            const [onTime, one, two] = (yield* passes(place, epoch, noonMs, 3)).map(present);
            yield* custodian.record([scanned(present(onTime), noonMs + 1_000)]);
            return [epoch, present(one), present(two)] as const;
          }),
        );
        yield* inCustodian(place, (custodian) =>
          Effect.gen(function* () {
            expect(codesOf(yield* custodian.record([late(waiting, noonMs + 500)]))).toEqual([
              "venue-not-silent",
            ]);
            const [now] = (yield* passes(place, opened, noonMs + 2_000, 1)).map(present);
            const codes = codesOf(
              yield* custodian.record([
                scanned(present(now), noonMs + 3_000),
                late(waiting, noonMs + 2_500),
                late(other, noonMs + 3_001),
              ]),
            );
            expect(codes).toEqual(["", "venue-not-silent", ""]);
          }),
        );
      }),
    );
  });
});

describe("a delivery that comes twice", () => {
  it("is answered the same and stored once, in one batch, in two, and after a restart", () => {
    const place = makePlace();
    return atNoon(
      Effect.gen(function* () {
        const batch = yield* inCustodian(place, (custodian) =>
          Effect.gen(function* () {
            const opened = yield* openGate(custodian, place);
            const [one, two] = (yield* passes(place, opened, noonMs, 2)).map(present);
            const scans = [late(present(one), noonMs + 100), late(present(two), noonMs + 200)];
            expect(codesOf(yield* custodian.record([...scans, ...scans]))).toEqual(["", "", "", ""]);
            const before = everythingStored(place);
            expect(codesOf(yield* custodian.record(scans.toReversed()))).toEqual(["", ""]);
            expect(everythingStored(place)).toEqual(before);
            return scans;
          }),
        );
        const before = everythingStored(place);
        yield* inCustodian(place, (custodian) =>
          Effect.gen(function* () {
            expect(codesOf(yield* custodian.record(batch))).toEqual(["", ""]);
          }),
        );
        expect(everythingStored(place)).toEqual(before);
        expect(ask(place, "SELECT count(*) FROM visit")).toEqual([[2]]);
        expect(ask(place, "SELECT count(*) FROM dispute")).toEqual([[0]]);
      }),
    );
  });

  it("of a scan whose answer on time was lost is answered as admitted, and stays on time", () => {
    const place = makePlace();
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          const opened = yield* openGate(custodian, place);
          const [pass] = (yield* passes(place, opened, noonMs, 1)).map(present);
          const sent = scanned(present(pass), noonMs + 100);
          yield* custodian.record([sent]);
          expect(
            codesOf(yield* custodian.record([{ ...sent, late: true, receivedAtMs: noonMs + hourMs }])),
          ).toEqual([""]);
          expect(ask(place, 'SELECT "late" FROM visit')).toEqual([[0]]);
        }),
      ),
    );
  });

  it("of the same pass in another scan is a replay, and so is the same scan claimed to be on time", () => {
    const place = makePlace();
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          const opened = yield* openGate(custodian, place);
          const [pass] = (yield* passes(place, opened, noonMs, 1)).map(present);
          const once = late(present(pass), noonMs + 100);
          yield* custodian.record([once]);
          const codes = codesOf(
            yield* custodian.record([
              late(present(pass), noonMs + 101),
              { ...once, late: false, receivedAtMs: noonMs + 200 },
            ]),
          );
          expect(codes).toEqual(["pass-replayed", "pass-replayed"]);
        }),
      ),
    );
  });
});
