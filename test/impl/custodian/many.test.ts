// More visits than are written, read, verified or marked at once: each is stored once, found once, and released once.
// The numbers are those of the custodian's own portions and one more.
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { hexOf } from "../../../impl/protocol/fields.ts";
import { payloadBytes } from "../../../impl/custodian/payload.ts";
import { approved, caseOf, windowOf, requestOf } from "./cases.ts";
import { openGate, passes, register, scanned, venue } from "./gate.ts";
import { makePlace } from "./place.ts";
import { ask, atNoon, hourMs, inCustodian, noonMs, visitsIn } from "./rooms.ts";

const signedOf = (pass: Uint8Array): string => hexOf(pass.subarray(0, 58));

describe("more visits than fit in one portion", () => {
  it("are each stored once, whatever the size of their batch", () => {
    const place = makePlace({ scansPerMinute: 1_000_000 });
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          const opened = yield* openGate(custodian, place);
          const sizes = [1, 15, 16, 17, 31, 32, 33, 48];
          const shown = yield* passes(place, opened, noonMs, 193);
          let from = 0;
          for (const size of sizes) {
            const batch = shown.slice(from, from + size);
            const answers = yield* custodian.record(batch.map((pass) => scanned(pass, noonMs + from)));
            expect([...answers]).toEqual(batch.map(() => 0));
            from += size;
          }
          const [found] = yield* custodian.lookup(venue, noonMs, noonMs + hourMs);
          const payloads = found?.payloads ?? new Uint8Array(0);
          const stored = (found?.positions ?? []).map((_, index) =>
            signedOf(payloads.subarray(index * payloadBytes)),
          );
          expect(stored.toSorted()).toEqual(shown.map(signedOf).toSorted());
          expect(yield* custodian.counts).toMatchObject({ recorded: 193, live: 193, erased: 0 });
          expect(ask(place, "SELECT count(*), count(DISTINCT position) FROM visit")).toEqual([[193, 193]]);
        }),
      ),
    );
  });

  it("in one batch are each as late as they themselves were", () => {
    const place = makePlace();
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          const opened = yield* openGate(custodian, place);
          const shown = yield* passes(place, opened, noonMs, 4);
          const batch = shown.map((pass, index) => scanned(pass, noonMs + index, { late: index % 2 === 0 }));
          expect([...(yield* custodian.record(batch))]).toEqual([0, 0, 0, 0]);
          expect(visitsIn(place).map(({ late }) => late)).toEqual([true, false, true, false]);
        }),
      ),
    );
  });

  it("are each released once, and marked as disclosed", { timeout: 120_000 }, () => {
    const place = makePlace({ scansPerMinute: 1_000_000 });
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          const opened = yield* openGate(custodian, place);
          yield* register(custodian, 18);
          const shown = yield* passes(place, opened, noonMs, 2_003);
          const scans = shown.map((pass, index) =>
            scanned(pass, noonMs + index, index === 2_002 ? { venue: 18 } : {}),
          );
          yield* custodian.record(scans);
          yield* TestClock.setTime(noonMs + hourMs);
          const text = caseOf([windowOf(venue), windowOf(18)]);
          const released = yield* custodian.release(
            requestOf(text, approved(text, undefined, noonMs + hourMs)),
          );
          expect([released.records, released.tampered]).toEqual([2_003, 0]);
          const records = released.parts.flatMap((part) => part.records.map(hexOf));
          expect(records.toSorted()).toEqual(shown.map(signedOf).toSorted());
          expect(ask(place, "SELECT state, count(*) FROM visit GROUP BY 1")).toEqual([["disclosed", 2_003]]);
        }),
      ),
    );
  });
});
