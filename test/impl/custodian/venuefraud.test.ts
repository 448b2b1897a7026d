// A venue that keeps a pass and lets another venue's device send it: what comes of it with a challenge and without.
// Without one the pass is stored for whichever venue sends it first, within its seconds, and both are marked disputed when both do.
// With one it is stored for the venue that showed the challenge, or not at all.
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { challengeNotShown, drawChallenge } from "../../../impl/protocol/challenge.ts";
import type { CustodianService } from "../../../impl/custodian/custodian.ts";
import type { StoreUnavailable } from "../../../impl/store/unavailable.ts";
import { present } from "../protocol/hex.ts";
import { boundPass, codesOf, openGate, passes, register, scanned } from "./gate.ts";
import { newKey, type OpenedEpoch } from "./issuer.ts";
import { makePlace } from "./place.ts";
import { ask, atNoon, inCustodian, noonMs, type Place, visitsIn, claimsIn } from "./rooms.ts";

const honest = 17;
const fraud = 99;
const fraudKey = newKey();

const withFraud = (
  use: (
    custodian: CustodianService,
    place: Place,
    opened: OpenedEpoch,
  ) => Effect.Effect<void, StoreUnavailable>,
) => {
  const place = makePlace();
  return atNoon(
    inCustodian(place, (custodian) =>
      Effect.gen(function* () {
        const opened = yield* openGate(custodian, place);
        yield* register(custodian, fraud, fraudKey);
        yield* use(custodian, place, opened);
      }),
    ),
  );
};

const byFraud = (pass: Uint8Array, atMs: number, challenge?: Uint8Array) =>
  scanned(pass, atMs, { venue: fraud, key: fraudKey, ...(challenge === undefined ? {} : { challenge }) });

describe("without a challenge", () => {
  it("a pass that was kept and sent through another venue's device within its seconds is stored for that venue: nothing stops it", () =>
    withFraud((custodian, place, opened) =>
      Effect.gen(function* () {
        const [kept] = yield* passes(place, opened, noonMs, 1);
        expect(codesOf(yield* custodian.record([byFraud(present(kept), noonMs + 5_000)]))).toEqual([""]);
        expect(visitsIn(place).map((visit) => visit.venue)).toEqual([fraud]);
      }),
    ));

  it("the honest venue that sends it too is refused, and the pass is noted as disputed", () =>
    withFraud((custodian, place, opened) =>
      Effect.gen(function* () {
        const [kept] = yield* passes(place, opened, noonMs, 1);
        yield* custodian.record([byFraud(present(kept), noonMs + 5_000)]);
        expect(codesOf(yield* custodian.record([scanned(present(kept), noonMs + 6_000)]))).toEqual([
          "pass-replayed",
        ]);
        expect(claimsIn(place)).toEqual([{ venue: honest, scannedAtMs: noonMs + 6_000 }]);
      }),
    ));

  it("after its seconds it is worth nothing", () =>
    withFraud((custodian, place, opened) =>
      Effect.gen(function* () {
        const [kept] = yield* passes(place, opened, noonMs, 1);
        expect(codesOf(yield* custodian.record([byFraud(present(kept), noonMs + 17_000)]))).toEqual([
          "pass-expired",
        ]);
        expect(ask(place, "SELECT count(*) FROM visit")).toEqual([[0]]);
      }),
    ));
});

describe("with a challenge", () => {
  it("the venue that showed it stores the visit", () =>
    withFraud((custodian, place, opened) =>
      Effect.gen(function* () {
        const challenge = drawChallenge();
        const pass = yield* boundPass(place, opened, noonMs, { venue: honest, challenge });
        expect(codesOf(yield* custodian.record([scanned(pass, noonMs + 1_000, { challenge })]))).toEqual([
          "",
        ]);
        expect(visitsIn(place).map((visit) => visit.venue)).toEqual([honest]);
      }),
    ));

  it("another venue's device cannot send the pass, whatever challenge it claims, on time or late", () =>
    withFraud((custodian, place, opened) =>
      Effect.gen(function* () {
        const challenge = drawChallenge();
        const pass = yield* boundPass(place, opened, noonMs, { venue: honest, challenge });
        const tries = [
          byFraud(pass, noonMs + 1_000),
          byFraud(pass, noonMs + 1_000, challenge),
          byFraud(pass, noonMs + 1_000, drawChallenge()),
          { ...byFraud(pass, noonMs + 1_000, challenge), late: true },
        ];
        expect(codesOf(yield* custodian.record(tries))).toEqual([
          "challenge-mismatch",
          "challenge-mismatch",
          "challenge-mismatch",
          "challenge-mismatch",
        ]);
        expect(ask(place, "SELECT count(*) FROM visit")).toEqual([[0]]);
        expect(ask(place, "SELECT count(*) FROM dispute")).toEqual([[0]]);
        // The pass is still good where it was made for.
        expect(codesOf(yield* custodian.record([scanned(pass, noonMs + 2_000, { challenge })]))).toEqual([
          "",
        ]);
      }),
    ));

  it("the honest device itself cannot leave the challenge out or change it behind its signature", () =>
    withFraud((custodian, place, opened) =>
      Effect.gen(function* () {
        const challenge = drawChallenge();
        const pass = yield* boundPass(place, opened, noonMs, { venue: honest, challenge });
        const whole = scanned(pass, noonMs + 1_000, { challenge: challengeNotShown });
        const changed = Uint8Array.from(whole.bytes);
        changed.set(challenge, 132);
        expect(codesOf(yield* custodian.record([whole, { ...whole, bytes: changed }]))).toEqual([
          "challenge-mismatch",
          "scan-forged",
        ]);
      }),
    ));
});
