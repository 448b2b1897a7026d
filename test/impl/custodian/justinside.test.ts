// The other side of each refusal of a scan: the last instant at which it is still taken, and the first at which it is taken again.
// Beside refusals.test.ts it shows that every limit stands where the policy puts it.
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { present } from "../protocol/hex.ts";
import { codesOf, openGate, passes, register, scanned } from "./gate.ts";
import { makePlace } from "./place.ts";
import { atNoon, hourMs, inCustodian, noonMs } from "./rooms.ts";

describe("just inside", () => {
  it("the last instant of a pass, the last of a late delivery, and the minute after too many scans", () => {
    const place = makePlace({ scansPerMinute: 2 });
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          const opened = yield* openGate(custodian, place);
          const [first, second] = yield* passes(place, opened, noonMs, 2);
          const [young] = yield* passes(place, opened, noonMs + hourMs, 1);
          // Of another venue, because this one delivers on time.
          yield* register(custodian, 18);
          const last = noonMs + 16_999;
          const answers = yield* custodian.record([
            scanned(present(first), last),
            scanned(present(second), last, { venue: 18, receivedAtMs: last + 6 * hourMs - 1, late: true }),
            scanned(present(young), noonMs + hourMs),
          ]);
          expect(codesOf(answers)).toEqual(["", "", ""]);
        }),
      ),
    );
  });

  it("a venue that delivered too much is heard again a minute later", () => {
    const place = makePlace({ scansPerMinute: 1 });
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          const opened = yield* openGate(custodian, place);
          const [first, second] = yield* passes(place, opened, noonMs, 2);
          const [young] = yield* passes(place, opened, noonMs + 60_000, 1);
          const answers = yield* custodian.record([
            scanned(present(first), noonMs),
            scanned(present(second), noonMs + 1),
            scanned(present(young), noonMs + 60_000),
          ]);
          expect(codesOf(answers)).toEqual(["", "scans-exceeded", ""]);
        }),
      ),
    );
  });

  it("collection goes on when the level allows it again", () => {
    const place = makePlace();
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          const opened = yield* openGate(custodian, place);
          const [pass] = yield* passes(place, opened, noonMs, 1);
          expect(yield* custodian.announceLevel("attention")).toBe("collection.stopped");
          expect(codesOf(yield* custodian.record([scanned(present(pass), noonMs)]))).toEqual([
            "collection-suspended",
          ]);
          expect(yield* custodian.announceLevel("alert")).toBe("collection.resumed");
          expect(codesOf(yield* custodian.record([scanned(present(pass), noonMs)]))).toEqual([""]);
        }),
      ),
    );
  });
});
