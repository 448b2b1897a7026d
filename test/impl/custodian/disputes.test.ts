// One pass from two venues: the second is refused and noted, a release marks the record and tells how many claims were refused,
// and nothing of it outlives the day or says which pass it was.
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { present } from "../protocol/hex.ts";
import { filesHolding } from "../store/freshfolder.ts";
import { caseOf, requestOf, windowOf } from "./cases.ts";
import { codesOf, openGate, passes, register, scanned } from "./gate.ts";
import { makePlace } from "./place.ts";
import { ask, atNoon, dayMs, hourMs, inCustodian, noonMs, claimsIn } from "./rooms.ts";

describe("one pass from two venues", () => {
  it("is stored for the first and marked for both: in the release of one, and as a refused claim of the other", () => {
    const place = makePlace();
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          const opened = yield* openGate(custodian, place);
          yield* register(custodian, 18);
          const [shared, own] = (yield* passes(place, opened, noonMs, 2)).map(present);
          const codes = codesOf(
            yield* custodian.record([
              scanned(present(shared), noonMs + 1_000),
              scanned(present(own), noonMs + 1_500),
              scanned(present(shared), noonMs + 2_000, { venue: 18 }),
            ]),
          );
          expect(codes).toEqual(["", "", "pass-replayed"]);
          expect(claimsIn(place)).toEqual([{ venue: 18, scannedAtMs: noonMs + 2_000 }]);

          yield* TestClock.setTime(noonMs + hourMs);
          const first = yield* custodian.release(requestOf(caseOf([windowOf(17)])));
          const marks = first.parts
            .flatMap(({ places }) => places)
            .sort((a, b) => a.scannedAtMs - b.scannedAtMs);
          expect(marks.map(({ scannedAtMs, disputed }) => [scannedAtMs, disputed])).toEqual([
            [noonMs + 1_000, true],
            [noonMs + 1_500, false],
          ]);
          expect(first.refusedClaims).toBe(0);
          const second = yield* custodian.release(requestOf(caseOf([windowOf(18)], "case-2")));
          expect([second.records, second.refusedClaims]).toEqual([0, 1]);
        }),
      ),
    );
  });

  it("is noted when both had no network and deliver late, whichever comes first", () => {
    const place = makePlace();
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          const opened = yield* openGate(custodian, place);
          yield* register(custodian, 18);
          const [pass] = (yield* passes(place, opened, noonMs, 1)).map(present);
          const late = { late: true, receivedAtMs: noonMs + hourMs };
          yield* custodian.record([scanned(present(pass), noonMs + 3_000, { ...late, venue: 18 })]);
          const second = [scanned(present(pass), noonMs + 1_000, late)];
          expect(codesOf(yield* custodian.record(second))).toEqual(["pass-replayed"]);
          // Again and again it is one claim.
          expect(codesOf(yield* custodian.record([...second, ...second]))).toEqual([
            "pass-replayed",
            "pass-replayed",
          ]);
          expect(claimsIn(place)).toEqual([{ venue: 17, scannedAtMs: noonMs + 1_000 }]);
        }),
      ),
    );
  });

  it("is no dispute when one venue shows it twice, or when the second claim is forged", () => {
    const place = makePlace();
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          const opened = yield* openGate(custodian, place);
          const [pass] = (yield* passes(place, opened, noonMs, 1)).map(present);
          yield* custodian.record([scanned(present(pass), noonMs + 1_000)]);
          const codes = codesOf(
            yield* custodian.record([
              scanned(present(pass), noonMs + 2_000),
              scanned(present(pass), noonMs + 2_000, { venue: 99 }),
            ]),
          );
          expect(codes).toEqual(["pass-replayed", "venue-unknown"]);
          expect(claimsIn(place)).toEqual([]);
        }),
      ),
    );
  });

  it("leaves nothing that names the pass, and nothing at all once the day is erased", () => {
    const place = makePlace();
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          const opened = yield* openGate(custodian, place);
          yield* register(custodian, 18);
          const [pass] = (yield* passes(place, opened, noonMs, 1)).map(present);
          yield* custodian.record([
            scanned(present(pass), noonMs + 1_000),
            scanned(present(pass), noonMs + 2_000, { venue: 18 }),
          ]);
          const [[tag] = []] = ask(place, "SELECT tag FROM dispute");
          // Neither its epoch with its number nor what is sealed in it stands in any file.
          expect(filesHolding(place.folder, present(pass).subarray(2, 12))).toEqual([]);
          expect(filesHolding(place.folder, present(pass).subarray(26, 58))).toEqual([]);
          yield* TestClock.setTime(Date.UTC(2020, 5, 30, 15) + 28 * dayMs);
          yield* custodian.sweep;
          expect(claimsIn(place)).toEqual([]);
          // A server's files are looked into where PostgreSQL itself is tested.
          if (tag instanceof Uint8Array) expect(filesHolding(place.folder, tag)).toEqual([]);
        }),
      ),
    );
  });
});
