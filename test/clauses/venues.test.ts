// Clauses about venues, at the real custodian with real passes and signatures: which venues register, and how much one may deliver.
// Written from the policy's sentences, in literal instants and counts.
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { codesOf, deposit, device, passes, register, scanned } from "../impl/custodian/gate.ts";
import { makePlace } from "../impl/custodian/place.ts";
import { ask, atNoon, inCustodian, noonMs, visitsIn } from "../impl/custodian/rooms.ts";
import { present } from "../impl/protocol/hex.ts";

/** Facilities with the duty since 10 June 2020, and those added on 23 June. */
const kinds = [
  "hunting-pub",
  "gamseong-bar",
  "entertainment-pub",
  "danran-pub",
  "colatec",
  "karaoke",
  "group-exercise",
  "standing-show",
  "door-to-door-sales",
  "logistics-centre",
  "large-academy",
  "buffet",
];

describe("venues", () => {
  it("F9: each of the 8 kinds of 10 June and the 4 of 23 June registers, and a bakery by choice", () => {
    const place = makePlace();
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          const all = [...kinds, "bakery"];
          for (const [venue, kind] of all.entries())
            yield* custodian.registerVenue({ venue, kind, deviceKey: device.publicKey });
          expect(ask(place, "SELECT kind FROM venue ORDER BY venue")).toEqual(all.map((kind) => [kind]));
        }),
      ),
    );
  });

  it("C6: 600 scans of one venue in a minute are taken and the 601st is not; another venue goes on", () => {
    const place = makePlace();
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          yield* custodian.announceLevel("serious");
          yield* register(custodian, 1);
          yield* register(custodian, 2);
          const opened = yield* deposit(custodian, place);
          const issued = yield* passes(place, opened, noonMs, 603);
          const scans = issued.slice(0, 601).map((pass) => scanned(pass, noonMs, { venue: 1 }));
          const codes = codesOf(yield* custodian.record(scans));
          expect(codes.slice(0, 600).filter((code) => code !== "")).toEqual([]);
          expect(codes[600]).toBe("scans-exceeded");
          const [other, again] = issued.slice(601).map(present);
          const beside = scanned(present(other), noonMs + 1, { venue: 2 });
          expect(codesOf(yield* custodian.record([beside]))).toEqual([""]);
          const before = scanned(present(again), noonMs + 10_000, { venue: 1 });
          expect(codesOf(yield* custodian.record([before]))).toEqual(["scans-exceeded"]);
          const stored = visitsIn(place).map((visit) => visit.venue);
          expect([stored.filter((venue) => venue === 1).length, stored.length]).toEqual([600, 601]);
          expect(stored).toContain(2);
        }),
      ),
    );
  });
});
