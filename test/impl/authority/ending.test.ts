// How cases end otherwise: by being closed, by a sweep that needs nobody, by a late start. That a case was stays on
// record and nothing of what it learned; a clock that is set back lengthens nothing.
import { Effect, Layer } from "effect";
import { TestClock } from "effect/testing";
import { expect, it } from "vitest";
import { Authority, type AuthorityService } from "../../../impl/authority/authority.ts";
import { authoritySweeper } from "../../../impl/authority/sweeper.ts";
import { filesHolding } from "../store/freshfolder.ts";
import { present } from "../protocol/hex.ts";
import { dayMs, hourMs, makeCountry, noonMs } from "./country.ts";
import {
  answered,
  approved,
  atNoon,
  inOffice,
  makeOffice,
  officeLayer,
  released,
  requested,
  sealedBytesIn,
} from "./office.ts";

import { expectErased, expectKept } from "./erased.ts";
const country = await makeCountry([3]);
await country.record(3, 17, noonMs - 2 * hourMs, "01012345678");

const stateOf = (authority: AuthorityService, caseId: string) =>
  Effect.map(authority.read(caseId), ({ state }) => state);

it("closing erases at once, and for good", () => {
  const office = makeOffice(country);
  return atNoon(
    inOffice(office, (authority) =>
      Effect.gen(function* () {
        const { caseId } = yield* answered(authority, office);
        const sealed = sealedBytesIn(office);
        yield* authority.close(caseId);
        expectErased(office, sealed);
        expect(yield* Effect.flip(authority.close(caseId))).toMatchObject({ code: "not-allowed" });
      }),
    ),
  );
});

it("a release is taken out of the store as soon as its issuer has answered", () => {
  const office = makeOffice(country);
  return atNoon(
    inOffice(office, (authority) =>
      Effect.gen(function* () {
        yield* answered(authority, office);
        expect(sealedBytesIn(office)).toHaveLength(1);
        expect(yield* Effect.flip(authority.releaseOf("case-1"))).toMatchObject({ code: "not-allowed" });
      }),
    ),
  );
});

it("ends what is long over at the first sweep after a start, and leaves others alone", async () => {
  const office = makeOffice(country);
  await atNoon(
    Effect.gen(function* () {
      yield* inOffice(office, (authority) =>
        Effect.gen(function* () {
          yield* answered(authority, office);
          yield* released(authority, office);
          yield* requested(authority, office);
        }),
      );
      const sealed = sealedBytesIn(office);
      yield* TestClock.setTime(noonMs + 30 * dayMs - 4 * hourMs);
      const recent = yield* inOffice(office, (authority) =>
        Effect.gen(function* () {
          const { caseId } = yield* Effect.orDie(
            authority.request({
              officer: 1,
              ground: "investigation",
              windows: [{ venue: 17, fromMs: noonMs + 29 * dayMs, untilMs: noonMs + 29 * dayMs + 1 }],
            }),
          );
          expect(yield* authority.sweep).toEqual({ ended: 3, erased: 2 });
          expectErased(office, sealed);
          return caseId;
        }),
      );
      const states = yield* inOffice(office, (authority) =>
        Effect.forEach(["case-1", "case-2", "case-3", recent], (caseId) => stateOf(authority, caseId)),
      );
      expect(states).toEqual(["closed", "lapsed", "lapsed", "requested"]);
    }),
  );
});

it("sweeps by itself within the lateness that the policy allows (C13)", () => {
  const office = makeOffice(country);
  const layer = Layer.provideMerge(authoritySweeper, officeLayer(office));
  return atNoon(
    Effect.gen(function* () {
      const authority = yield* Authority;
      // Not at a time at which every sweep, however rare, would come round.
      yield* TestClock.adjust("7 minutes");
      yield* answered(authority, office);
      const sealed = sealedBytesIn(office);
      yield* TestClock.adjust(14 * dayMs - 1);
      expectKept(office, sealed);
      yield* TestClock.adjust("10 minutes");
      expectErased(office, sealed);
    }).pipe(Effect.provide(layer)),
  );
});

it("goes by the last instant it stored when the clock is set back, over a restart too", async () => {
  const office = makeOffice(country);
  await atNoon(
    Effect.gen(function* () {
      const { caseId } = yield* inOffice(office, (authority) => approved(authority, office));
      const laterMs = noonMs + 71 * hourMs;
      yield* TestClock.setTime(laterMs);
      yield* inOffice(office, (authority) => requested(authority, office));
      yield* TestClock.setTime(noonMs + hourMs);
      const view = yield* inOffice(office, (authority) =>
        Effect.gen(function* () {
          const opened = yield* requested(authority, office);
          expect(yield* stateOf(authority, caseId)).toBe("approved");
          return yield* authority.read(opened.caseId);
        }),
      );
      expect(view.requestedAtMs).toBe(laterMs);
      expect(view.lapsesAtMs).toBe(laterMs + 72 * hourMs);
    }),
  );
});

it("keeps no more of an ended case than that it was", () => {
  const office = makeOffice(country);
  return atNoon(
    inOffice(office, (authority) =>
      Effect.gen(function* () {
        const { caseId } = yield* answered(authority, office);
        const [answer] = yield* authority.answerFor(caseId, 1);
        yield* authority.close(caseId);
        const { release, places } = present(answer);
        expect(filesHolding(office.folder, release.subarray(0, 40))).toEqual([]);
        expect(filesHolding(office.folder, present(places[0]).recordHash)).toEqual([]);
      }),
    ),
  );
});
