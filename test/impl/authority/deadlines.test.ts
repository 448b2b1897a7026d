// Both sides of each deadline of a case: a millisecond before it and at it, by being looked at and by the sweep. What
// a case learned is then in no file any more, neither in the store, its log nor the vault.
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import type { AuthorityService } from "../../../impl/authority/authority.ts";
import { dayMs, hourMs, makeCountry, noonMs } from "./country.ts";
import {
  answered,
  atNoon,
  inOffice,
  keyEndsAtMs,
  makeOffice,
  released,
  requested,
  sealedBytesIn,
  type Office,
} from "./office.ts";

import { expectErased, expectKept } from "./erased.ts";
const country = await makeCountry([3]);
await country.record(3, 17, noonMs - 2 * hourMs, "01012345678");
const oldMs = noonMs - 20 * dayMs;
await country.record(3, 18, oldMs, "01087654321");
const oldWindow = { venue: 18, fromMs: oldMs - hourMs, untilMs: oldMs + hourMs };
/** Start of the old record's Seoul day plus 28 days: eight days after this noon, at midnight. */
const oldEndsAtMs = noonMs + 8 * dayMs - 12 * hourMs;

const stateOf = (authority: AuthorityService, caseId: string) =>
  Effect.map(authority.read(caseId), ({ state }) => state);

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

it("the key of a case ends with the case or with its first record, whichever is earlier", () => {
  const office = makeOffice(country);
  return atNoon(
    inOffice(office, (authority) =>
      Effect.gen(function* () {
        yield* released(authority, office);
        expect(keyEndsAtMs(office, "case-1")).toBe(noonMs + 72 * hourMs);
        yield* answered(authority, office);
        expect(keyEndsAtMs(office, "case-2")).toBe(noonMs + 14 * dayMs);
        yield* answered(authority, office, [oldWindow]);
        expect(keyEndsAtMs(office, "case-3")).toBe(oldEndsAtMs);
        yield* TestClock.setTime(oldEndsAtMs - hourMs);
        yield* released(authority, office, [oldWindow]);
        expect(keyEndsAtMs(office, "case-4")).toBe(oldEndsAtMs);
      }),
    ),
  );
});
