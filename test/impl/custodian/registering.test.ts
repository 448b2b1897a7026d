// What issuers and venues register with the custodian: what it refuses, with its code and not one byte changed, and what it takes.
// An epoch's id is taken once, a day that is over is never opened again, and a venue's number cannot be taken over.
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { decodeDeposit, encodeDeposit } from "../../../impl/protocol/deposit.ts";
import { flipped, present } from "../protocol/hex.ts";
import { codesOf, deposit, device, register, venue } from "./gate.ts";
import { newKey, type OpenedEpoch } from "./issuer.ts";
import { makePlace, roster } from "./place.ts";
import { ask, atNoon, dayMs, everythingStored, inCustodian, noonMs, type Place } from "./rooms.ts";

describe("a deposit is refused, and nothing is stored", () => {
  const refusesDeposit = (
    name: string,
    bytes: (place: Place, opened: OpenedEpoch) => Promise<Uint8Array>,
    atMs = noonMs,
    code = "not-allowed",
  ) =>
    it(name, () => {
      const place = makePlace();
      return atNoon(
        inCustodian(place, (custodian) =>
          Effect.gen(function* () {
            const opened = yield* deposit(custodian, place);
            const sent = yield* Effect.promise(() => bytes(place, opened));
            const before = everythingStored(place);
            expect(codesOf(yield* custodian.deposit([sent], atMs))).toEqual([code]);
            expect(everythingStored(place)).toEqual(before);
          }),
        ),
      );
    });

  for (const [what, changed] of [
    ["another start", { startedAtMs: noonMs + 1 }],
    ["another key for its passes", { passKey: newKey().publicKey }],
    ["shares in another order", {}],
  ] as const)
    refusesDeposit(`an epoch that is registered already, with ${what}`, async (place, opened) => {
      const issuer = present(place.issuers[0]);
      const terms = { version: 1, issuerKey: issuer.deposits.verifyingKey, roster, officersNeeded: 2 };
      const known = decodeDeposit(opened.deposit, terms);
      if (!known.ok) throw new Error(known.reason);
      const { shares } = known.value;
      const turned = what === "shares in another order" ? [...shares].reverse() : shares;
      return encodeDeposit(issuer.deposits, { ...known.value, ...changed, shares: turned });
    });

  it("the same again is no mistake, and changes nothing", () => {
    const place = makePlace();
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          const opened = yield* deposit(custodian, place);
          const before = everythingStored(place);
          expect(codesOf(yield* custodian.deposit([opened.deposit], noonMs))).toEqual([""]);
          expect(everythingStored(place)).toEqual(before);
        }),
      ),
    );
  });

  refusesDeposit(
    "signed by another key",
    async (place) => (await present(place.issuers[0]).open(noonMs, newKey())).deposit,
  );
  refusesDeposit(
    "signed by another issuer",
    async (place) =>
      (await present(place.issuers[0]).open(noonMs, present(place.issuers[1]).deposits)).deposit,
  );
  refusesDeposit("nothing at all", async () => new Uint8Array(0));
  refusesDeposit("without shares for officers", async (place, { epoch }) => {
    const issuer = present(place.issuers[0]);
    return encodeDeposit(issuer.deposits, {
      version: 1,
      issuer: 1,
      epochId: Uint8Array.from(epoch.id, (byte) => byte ^ 1),
      day: epoch.day,
      startedAtMs: noonMs,
      passKey: issuer.passes.publicKey,
      shares: [],
    });
  });
  refusesDeposit(
    "of a day that is over",
    async (place) => (await present(place.issuers[0]).open(noonMs - dayMs)).deposit,
    noonMs + 27 * dayMs,
    "epoch-over",
  );
  refusesDeposit(
    "of a day that has not come",
    async (place) => (await present(place.issuers[0]).open(noonMs + dayMs)).deposit,
    noonMs,
    "epoch-ahead",
  );

  it("one of a batch does not spoil the others", () => {
    const place = makePlace();
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          const issuer = present(place.issuers[0]);
          const [one, two] = yield* Effect.promise(() =>
            Promise.all([issuer.open(noonMs), issuer.open(noonMs)]),
          );
          const answers = yield* custodian.deposit(
            [one.deposit, flipped(two.deposit, 90), two.deposit, one.deposit],
            noonMs,
          );
          expect(codesOf(answers)).toEqual(["", "not-allowed", "", ""]);
        }),
      ),
    );
  });
});

describe("a venue's registration", () => {
  it("is taken once, may be repeated as it was, and cannot be taken over", () => {
    const place = makePlace();
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          yield* register(custodian);
          yield* register(custodian);
          const before = everythingStored(place);
          const others = [
            { venue, kind: "karaoke", deviceKey: newKey().publicKey },
            { venue, kind: "buffet", deviceKey: device.publicKey },
            { venue: 18, kind: "Two Words", deviceKey: device.publicKey },
            { venue: 19, kind: "karaoke", deviceKey: new Uint8Array(31) },
            { venue: -1, kind: "karaoke", deviceKey: device.publicKey },
          ];
          for (const other of others) {
            const refused = yield* Effect.flip(custodian.registerVenue(other));
            expect(refused._tag === "Refused" && refused.code).toBe("not-allowed");
          }
          expect(everythingStored(place)).toEqual(before);
        }),
      ),
    );
  });

  it("has a whole number of four bytes, a kind that is one plain word, and a key of 32 bytes, and no more", () => {
    const place = makePlace();
    const deviceKey = device.publicKey;
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          const answers = yield* custodian.registerVenues([
            { venue: 0, kind: "a", deviceKey },
            { venue: 4_294_967_295, kind: `a${"-9".repeat(19)}z`, deviceKey },
            { venue: 4_294_967_296, kind: "karaoke", deviceKey },
            { venue: 1.5, kind: "karaoke", deviceKey },
            { venue: 1, kind: `a${"b".repeat(40)}`, deviceKey },
            { venue: 2, kind: "", deviceKey },
            { venue: 3, kind: "9a", deviceKey },
            { venue: 4, kind: "karaoke!", deviceKey },
            { venue: 5, kind: "karaoke", deviceKey: new Uint8Array(33) },
          ]);
          expect(codesOf(answers)).toEqual(["", "", ...Array.from({ length: 7 }, () => "not-allowed")]);
          expect(ask(place, "SELECT venue FROM venue ORDER BY 1")).toEqual([[0], [4_294_967_295]]);
        }),
      ),
    );
  });
});
