// A store that somebody altered or that failed in the midst: what does not belong together any more is not released, positions are not
// used twice, and of two cases at once the second counts what the first released.
import { Effect, Exit } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { present } from "../protocol/hex.ts";
import { approved, caseOf, windowOf, requestOf } from "./cases.ts";
import { codesOf, openGate, passes, scanned, venue } from "./gate.ts";
import { newKey } from "./issuer.ts";
import { makePlace } from "./place.ts";
import { ask, atNoon, fileOf, hourMs, inCustodian, noonMs, type Place } from "./rooms.ts";
import { alterFromOutside, letGoFromOutside, stuckFromOutside } from "../store/partystore.ts";

/** Writes in the file from outside, as nobody may. */
const alter = (place: Place, text: string): void => {
  alterFromOutside(fileOf(place), text);
};

describe("an epoch that somebody altered in the store", () => {
  for (const [what, text] of [
    ["given to another issuer", "UPDATE epoch SET issuer = 2"],
    ["given to another day", "UPDATE epoch SET day = day + 1"],
    ["taken away", "DELETE FROM epoch"],
  ] as const)
    it(`${what}: its records are left out and counted`, () => {
      const place = makePlace();
      return atNoon(
        Effect.gen(function* () {
          yield* inCustodian(place, (custodian) =>
            Effect.gen(function* () {
              const opened = yield* openGate(custodian, place);
              const shown = yield* passes(place, opened, noonMs, 3);
              yield* custodian.record(shown.map((pass) => scanned(pass, noonMs)));
            }),
          );
          alter(place, text);
          yield* TestClock.setTime(noonMs + hourMs);
          yield* inCustodian(place, (custodian) =>
            Effect.gen(function* () {
              const asked = caseOf([windowOf(venue)]);
              const released = yield* custodian.release(
                requestOf(asked, approved(asked, undefined, noonMs + hourMs)),
              );
              expect([released.records, released.tampered]).toEqual([0, 3]);
            }),
          );
        }),
      );
    });
});

describe("a batch that failed", () => {
  it("leaves no position to be used again, in the same process", () => {
    const place = makePlace();
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          const opened = yield* openGate(custodian, place);
          const [first, second, third] = yield* passes(place, opened, noonMs, 3);
          yield* custodian.record([scanned(present(first), noonMs)]);
          stuckFromOutside(fileOf(place), "epoch", "UPDATE");
          const failed = yield* Effect.exit(custodian.record([scanned(present(second), noonMs)]));
          expect(Exit.isFailure(failed)).toBe(true);
          letGoFromOutside(fileOf(place), "epoch", "UPDATE");
          const again = [scanned(present(second), noonMs), scanned(present(third), noonMs)];
          expect(codesOf(yield* custodian.record(again))).toEqual(["", ""]);
          const [before, after, next] = ask(place, "SELECT position FROM visit ORDER BY 1").map(Number);
          expect(present(after)).toBeGreaterThan(present(before) + 1_000);
          expect(next).toBe(present(after) + 1);
        }),
      ),
    );
  });
});

describe("two at once", () => {
  it("cases share what the nation may release in a day", () => {
    const place = makePlace({ nationRecordsPerDay: 3 });
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          const opened = yield* openGate(custodian, place);
          const shown = yield* passes(place, opened, noonMs, 3);
          yield* custodian.record(shown.map((pass) => scanned(pass, noonMs)));
          yield* TestClock.setTime(noonMs + hourMs);
          const exits = yield* Effect.forEach(
            ["case-1", "case-2"],
            (name) => {
              const text = caseOf([windowOf(venue)], name);
              return Effect.exit(
                custodian.release(requestOf(text, approved(text, undefined, noonMs + hourMs))),
              );
            },
            { concurrency: "unbounded" },
          );
          expect(exits.map(({ _tag }) => _tag).toSorted()).toEqual(["Failure", "Success"]);
          expect(ask(place, "SELECT sum(records) FROM release")).toEqual([[3]]);
        }),
      ),
    );
  });

  it("nobody uses up another venue's minute with scans that its device did not sign", () => {
    const place = makePlace({ scansPerMinute: 1 });
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          const opened = yield* openGate(custodian, place);
          const [stolen, own] = yield* passes(place, opened, noonMs, 2);
          const answers = yield* custodian.record([
            scanned(present(stolen), noonMs, { key: newKey() }),
            scanned(present(own), noonMs),
          ]);
          expect(codesOf(answers)).toEqual(["scan-forged", ""]);
        }),
      ),
    );
  });
});
