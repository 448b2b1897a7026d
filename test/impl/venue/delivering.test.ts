// What waits at a venue, beyond what a single evening shows: hundreds of scans, a custodian that has had enough, and a full store.
// The custodian here is a port that counts what it is given and answers as the test says; the waiting scans lie in a real file.
import { join } from "node:path";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { refusalCodes } from "../../../impl/generated/law.ts";
import { policyNumbers } from "../../../impl/generated/policy.ts";
import type { CustodianPort } from "../../../impl/protocol/contracts.ts";
import { makeBulkInsert } from "../../../impl/store/bulkinsert.ts";
import { Store, type StoreService } from "../../../impl/store/store.ts";
import { makeDelivering } from "../../../impl/venue/delivering.ts";
import { countLateDeliveries } from "../../../impl/venue/latedeliveries.ts";
import { makeWaiting, waitingSql, type Waiting } from "../../../impl/venue/waiting.ts";
import { defaultPolicy } from "../../../models/policy.ts";
import { freshFolder } from "../store/freshfolder.ts";
import { noonMs } from "../custodian/rooms.ts";
import { partyStore } from "../store/partystore.ts";

const withWaiting = <A, E>(use: (waiting: Waiting, store: StoreService) => Effect.Effect<A, E>) =>
  Effect.runPromise(
    Effect.gen(function* () {
      const store = yield* Store;
      yield* store.script(waitingSql);
      return yield* use(makeWaiting(store), store);
    }).pipe(Effect.provide(partyStore({ file: join(freshFolder(), "venue.sqlite") }))),
  );

/** Puts so many scans there at once. */
const fill = (store: StoreService, count: number) =>
  makeBulkInsert(store, "waiting", [
    { name: "scanned_at", kind: "whole" },
    { name: "scan", kind: "bytes", each: 8 },
  ])(count, [new Float64Array(count).fill(noonMs), new Uint8Array(count * 8)]);

const tooMany = refusalCodes.indexOf("scans-exceeded");

/** A custodian that takes so many of all that it is given, and says of the rest that they are too many in a minute. */
const takingOnly = (most: number) => {
  const given: number[] = [];
  let left = most;
  const custodian: CustodianPort["Service"] = {
    deposit: () => Effect.die("nobody deposits here"),
    registerVenue: () => Effect.die("nobody registers here"),
    release: () => Effect.die("nobody asks for a release here"),
    record: (scans) =>
      Effect.sync(() => {
        given.push(scans.length);
        return Int32Array.from(scans, () => {
          left -= 1;
          return left >= 0 ? 0 : tooMany;
        });
      }),
  };
  return { custodian, given };
};

const delivering = (waiting: Waiting, custodian: CustodianPort["Service"]) =>
  makeDelivering({
    waiting,
    custodian,
    policy: policyNumbers(defaultPolicy),
    now: Effect.succeed(noonMs),
    patience: { sinceMs: undefined },
    lateDeliveries: countLateDeliveries(),
  });

describe("scans that wait", () => {
  it("are all delivered in one turn, five hundred at a time", () =>
    withWaiting((waiting, store) =>
      Effect.gen(function* () {
        yield* fill(store, 1_100);
        const { custodian, given } = takingOnly(1_100);
        expect(yield* delivering(waiting, custodian)).toEqual({
          admitted: 1_100,
          refused: {},
          over: 0,
          waiting: 0,
        });
        expect(given).toEqual([500, 500, 100]);
      }),
    ));

  it("are not sent on once the custodian said that they are too many, and all still wait", () =>
    withWaiting((waiting, store) =>
      Effect.gen(function* () {
        yield* fill(store, 1_100);
        const { custodian, given } = takingOnly(300);
        expect(yield* delivering(waiting, custodian)).toEqual({
          admitted: 300,
          refused: {},
          over: 0,
          waiting: 800,
        });
        expect(given).toEqual([500]);
      }),
    ));

  it("are a hundred thousand at most; one more is refused, says so and changes nothing", () =>
    withWaiting((waiting, store) =>
      Effect.gen(function* () {
        yield* fill(store, 99_999);
        const scan = { bytes: new Uint8Array(8), scannedAtMs: noonMs };
        expect(yield* Effect.flip(waiting.add([scan, scan]))).toMatchObject({ reason: "too-many-waiting" });
        expect(yield* waiting.count).toBe(99_999);
        yield* waiting.add([scan]);
        expect(yield* Effect.flip(waiting.add([scan]))).toMatchObject({
          reason: "too-many-waiting",
          sentence: "As many wait as may wait, and one more would be too many.",
        });
        expect(yield* waiting.count).toBe(100_000);
      }),
    ));
});
