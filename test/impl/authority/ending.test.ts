// How cases end: at each deadline, a millisecond before it and at it, by being looked at, by the sweep or by a late
// start. What a case learned is then in no file any more, neither in the store, its log nor the vault; that it was
// stays on record. A clock that is set back lengthens nothing.
import { Effect, Layer } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
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
  vaultNames,
  type Office,
} from "./office.ts";

const country = await makeCountry([3]);
await country.record(3, 17, noonMs - 2 * hourMs, "01012345678");
const oldMs = noonMs - 20 * dayMs;
await country.record(3, 18, oldMs, "01087654321");
const oldWindow = { venue: 18, fromMs: oldMs - hourMs, untilMs: oldMs + hourMs };
/** Start of the old record's Seoul day plus 28 days: eight days after this noon, at midnight. */
const oldEndsAtMs = noonMs + 8 * dayMs - 12 * hourMs;

const stateOf = (authority: AuthorityService, caseId: string) =>
  Effect.map(authority.read(caseId), ({ state }) => state);

/** Nothing of what was learned is left: no row, no key, none of its bytes in any file. */
const expectErased = (office: Office, sealed: readonly Uint8Array[]) => {
  expect(sealed.length).toBeGreaterThan(0);
  expect(sealedBytesIn(office)).toEqual([]);
  expect(vaultNames(office)).toEqual([]);
  for (const bytes of sealed) {
    for (const piece of [bytes.subarray(0, 40), bytes.subarray(-40)]) {
      expect(filesHolding(office.folder, piece)).toEqual([]);
    }
  }
};

const expectKept = (office: Office, sealed: readonly Uint8Array[]) => {
  expect(sealedBytesIn(office)).toEqual(sealed);
  expect(vaultNames(office)).toEqual(["case-1.key"]);
};

describe("both sides of each deadline", () => {
  const lapsing = <E>(
    prepare: (authority: AuthorityService, office: Office) => Effect.Effect<{ readonly caseId: string }, E>,
    state: string,
    deadlineMs: number,
  ) => {
    const office = makeOffice(country);
    return atNoon(
      inOffice(office, (authority) =>
        Effect.gen(function* () {
          const { caseId } = yield* prepare(authority, office);
          yield* TestClock.setTime(deadlineMs - 1);
          expect(yield* stateOf(authority, caseId)).toBe(state);
          yield* TestClock.setTime(deadlineMs);
          expect(yield* stateOf(authority, caseId)).toBe("lapsed");
        }),
      ),
    );
  };

  it("a case nobody decides lapses after 72 hours", () =>
    lapsing(requested, "requested", noonMs + 72 * hourMs));

  it("an approved case lapses 72 hours after its approval, not after its request", () =>
    lapsing(
      Effect.fnUntraced(function* (authority: AuthorityService, office: Office) {
        const opened = yield* requested(authority, office);
        yield* TestClock.setTime(noonMs + 10 * hourMs);
        const approval = yield* office.second.approve(opened.caseText);
        yield* authority.approve({ caseId: opened.caseId, approval });
        return opened;
      }),
      "approved",
      noonMs + 82 * hourMs,
    ));

  it("a released case lapses after 72 hours, and what was released is gone, by being looked at", () => {
    const office = makeOffice(country);
    return atNoon(
      inOffice(office, (authority) =>
        Effect.gen(function* () {
          const { caseId } = yield* released(authority, office);
          const sealed = sealedBytesIn(office);
          yield* TestClock.setTime(noonMs + 72 * hourMs - 1);
          expect((yield* authority.releaseOf(caseId)).parts).toHaveLength(1);
          expectKept(office, sealed);
          yield* TestClock.setTime(noonMs + 72 * hourMs);
          expect(yield* Effect.flip(authority.releaseOf(caseId))).toMatchObject({ code: "not-allowed" });
          expectErased(office, sealed);
          expect(yield* stateOf(authority, caseId)).toBe("lapsed");
        }),
      ),
    );
  });

  it.each([
    ["14 days after the answer", undefined, noonMs + 14 * dayMs],
    ["with the first of its records, when that is earlier", [oldWindow], oldEndsAtMs],
  ])("an answer is gone %s", (_when, windows, endsAtMs) => {
    const office = makeOffice(country);
    return atNoon(
      inOffice(office, (authority) =>
        Effect.gen(function* () {
          const { caseId } = yield* answered(authority, office, windows);
          const sealed = sealedBytesIn(office);
          yield* TestClock.setTime(endsAtMs - 1);
          expect(yield* authority.sweep).toEqual({ ended: 0, erased: 0 });
          expect(yield* authority.answerFor(caseId, 1)).toHaveLength(1);
          expectKept(office, sealed);
          yield* TestClock.setTime(endsAtMs);
          expect(yield* authority.sweep).toEqual({ ended: 1, erased: 1 });
          expectErased(office, sealed);
          expect(yield* Effect.flip(authority.answerFor(caseId, 1))).toMatchObject({ code: "not-allowed" });
          expect(yield* authority.read(caseId)).toMatchObject({
            state: "closed",
            signedBy: [1, 2],
            records: 1,
          });
        }),
      ),
    );
  });

  it("what was released and not yet answered is gone with the first of its records, before the case is over", () => {
    const office = makeOffice(country);
    return atNoon(
      inOffice(office, (authority) =>
        Effect.gen(function* () {
          yield* TestClock.setTime(oldEndsAtMs - hourMs);
          const { caseId } = yield* released(authority, office, [oldWindow]);
          const sealed = sealedBytesIn(office);
          yield* TestClock.setTime(oldEndsAtMs - 1);
          expect((yield* authority.releaseOf(caseId)).parts).toHaveLength(1);
          yield* TestClock.setTime(oldEndsAtMs);
          expect(yield* Effect.flip(authority.releaseOf(caseId))).toMatchObject({
            code: "case-window-erased",
          });
          expectErased(office, sealed);
          expect(yield* Effect.flip(authority.join(caseId, new Map([[3, []]])))).toMatchObject({
            code: "case-window-erased",
          });
          expect(yield* stateOf(authority, caseId)).toBe("released");
        }),
      ),
    );
  });
});

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

it("sweeps by itself within the lateness that the policy allows", () => {
  const office = makeOffice(country);
  const layer = Layer.provideMerge(authoritySweeper, officeLayer(office));
  return atNoon(
    Effect.gen(function* () {
      const authority = yield* Authority;
      yield* answered(authority, office);
      const sealed = sealedBytesIn(office);
      yield* TestClock.setTime(noonMs + 14 * dayMs - 1);
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
