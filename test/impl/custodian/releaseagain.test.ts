// A released case asked for again, as by an authority that lost the answer: the same release, byte for byte, until the case is
// over or the first of its records ends, over restarts too; nothing is marked, logged or counted twice. What is kept for it ends
// with its key. And who stands behind a case is asked of the roster as it is now.
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import type { CustodianService } from "../../../impl/custodian/custodian.ts";
import { decodeEntry } from "../../../impl/protocol/logentries.ts";
import { commitToScope, releaseHash } from "../../../impl/protocol/release.ts";
import { present, toHex } from "../protocol/hex.ts";
import { approved, caseOf, requestOf, windowOf } from "./cases.ts";
import { deposit, openGate, passes, register, scanned, venue } from "./gate.ts";
import { makePlace, officers } from "./place.ts";
import { ask, atNoon, dayMs, hourMs, inCustodian, noonMs, type Place } from "./rooms.ts";

const text = caseOf([windowOf(venue)]);

const threeVisits = (custodian: CustodianService, place: Place, atMs = noonMs) =>
  Effect.gen(function* () {
    const opened = yield* openGate(custodian, place);
    yield* custodian.record((yield* passes(place, opened, atMs, 3)).map((pass) => scanned(pass, atMs)));
    yield* TestClock.setTime(noonMs + hourMs);
  });

const count = (place: Place, table: string) => Number(ask(place, `SELECT count(*) FROM ${table}`)[0]?.[0]);

describe("the same request again", () => {
  it("gets the same release until the case is over, over restarts too, and nothing happens twice", () => {
    const place = makePlace();
    const request = requestOf(text, approved(text, undefined, noonMs + hourMs));
    const lapsesAtMs = noonMs + hourMs + 72 * hourMs;
    return atNoon(
      Effect.gen(function* () {
        const first = yield* inCustodian(place, (custodian) =>
          Effect.andThen(threeVisits(custodian, place), custodian.release(request)),
        );
        expect(first.records).toBe(3);
        yield* TestClock.setTime(lapsesAtMs - 1);
        yield* inCustodian(place, (custodian) =>
          Effect.gen(function* () {
            const { logged, ...again } = yield* custodian.release(request);
            const { logged: before, ...same } = first;
            expect(again).toEqual(same);
            expect(toHex(logged.entry)).toBe(toHex(before.entry));
            expect([count(place, "release"), count(place, "log_entry")]).toEqual([1, 1]);
          }),
        );
        yield* TestClock.setTime(lapsesAtMs);
        yield* inCustodian(place, (custodian) =>
          Effect.gen(function* () {
            const refused = yield* Effect.flip(custodian.release(request));
            expect(refused._tag === "Refused" && refused.code).toBe("case-over");
            yield* custodian.sweep;
            expect(count(place, "released_copy")).toBe(0);
          }),
        );
      }),
    );
  });

  it("twice at once is one release", () => {
    const place = makePlace();
    const request = requestOf(text, approved(text, undefined, noonMs + hourMs));
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          yield* threeVisits(custodian, place);
          const [one, other] = yield* Effect.all([custodian.release(request), custodian.release(request)], {
            concurrency: 2,
          });
          expect(present(other).parts).toEqual(present(one).parts);
          expect(count(place, "log_entry")).toBe(1);
        }),
      ),
    );
  });

  it("gets nothing any more when the first of the records has ended, though the case still lives", () => {
    const place = makePlace();
    const endMs = Date.UTC(2020, 5, 30, 15) + 28 * dayMs;
    const late = caseOf([windowOf(venue)], "case-1", "investigation", endMs - hourMs);
    const request = requestOf(late, approved(late, undefined, endMs - hourMs));
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          yield* threeVisits(custodian, place);
          yield* TestClock.setTime(endMs - 1);
          expect((yield* custodian.release(request)).records).toBe(3);
          expect((yield* custodian.release(request)).records).toBe(3);
          yield* TestClock.setTime(endMs);
          const refused = yield* Effect.flip(custodian.release(request));
          expect(refused._tag === "Refused" && refused.code).toBe("case-window-erased");
        }),
      ),
    );
  });

  it("of other officers, or under another salt, is another request and refused", () => {
    const place = makePlace();
    const request = requestOf(text, approved(text, undefined, noonMs + hourMs));
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          yield* threeVisits(custodian, place);
          yield* custodian.release(request);
          const others = [present(officers[0]), present(officers[2])];
          for (const other of [requestOf(text), requestOf(text, approved(text, others))]) {
            const refused = yield* Effect.flip(custodian.release(other));
            expect(refused._tag === "Refused" && refused.code).toBe("not-allowed");
          }
        }),
      ),
    );
  });
});

describe("the log of a release", () => {
  it("says which case, by whom, under which commitment, and what each issuer may open; and no place", () => {
    const place = makePlace();
    const request = requestOf(text, approved(text, undefined, noonMs + hourMs));
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          yield* threeVisits(custodian, place);
          const second = yield* deposit(custodian, place, noonMs + hourMs, 1);
          yield* register(custodian, 18);
          yield* passes(place, second, noonMs + hourMs, 1, 1);
          const { logged, parts } = yield* custodian.release(request);
          expect(decodeEntry(logged.entry)).toEqual({
            kind: "case.released",
            caseId: "case-1",
            releasedAtMs: noonMs + hourMs,
            officers: [1, 2],
            commitment: toHex(commitToScope(request.scopeSalt, text)),
            parts: [{ issuer: 1, releaseHash: toHex(releaseHash(present(parts[0]).release)), records: 3 }],
          });
        }),
      ),
    );
  });

  it("names no officer whom the authority's log did not name", () => {
    const place = makePlace();
    const three = approved(text, officers, noonMs + hourMs);
    const namedTwo = requestOf(text, three.slice(0, 2));
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          yield* threeVisits(custodian, place);
          const { logged } = yield* custodian.release({ ...namedTwo, approvals: three });
          expect(decodeEntry(logged.entry)).toMatchObject({ officers: [1, 2] });
        }),
      ),
    );
  });
});

describe("a case that the log does not show", () => {
  const refuses = (name: string, changed: (request: ReturnType<typeof requestOf>) => typeof request) =>
    it(name, () => {
      const place = makePlace();
      return atNoon(
        inCustodian(place, (custodian) =>
          Effect.gen(function* () {
            yield* threeVisits(custodian, place);
            const request = changed(requestOf(text, approved(text, undefined, noonMs + hourMs)));
            const refused = yield* Effect.flip(custodian.release(request));
            expect(refused._tag === "Refused" && refused.code).toBe("case-unlogged");
            expect([count(place, "release"), count(place, "log_entry")]).toEqual([0, 0]);
          }),
        ),
      );
    });

  refuses("is refused when the salt opens another commitment", (request) => ({
    ...request,
    scopeSalt: request.scopeSalt.with(0, (request.scopeSalt[0] ?? 0) ^ 1),
  }));
  refuses("is refused when the log shows another case", (request) => ({
    ...request,
    logged: requestOf(caseOf([windowOf(venue)], "case-2")).logged,
  }));
  refuses("is refused when the log shows a narrower text", (request) => ({
    ...request,
    logged: requestOf(caseOf([windowOf(18)])).logged,
  }));
  refuses("is refused when the entry was altered", ({ logged, ...request }) => ({
    ...request,
    logged: { ...logged, entry: logged.entry.with(20, (logged.entry[20] ?? 0) ^ 1) },
  }));
});

describe("an officer who was removed", () => {
  it("no longer counts, from the instant at which the roster without them stands", () => {
    const place = makePlace();
    const request = requestOf(text, approved(text, undefined, noonMs + hourMs));
    const without = { ...place, roster: place.roster.slice(1) };
    return atNoon(
      Effect.gen(function* () {
        yield* inCustodian(place, (custodian) => threeVisits(custodian, place));
        yield* inCustodian(without, (custodian) =>
          Effect.gen(function* () {
            const refused = yield* Effect.flip(custodian.release(request));
            expect(refused._tag === "Refused" && refused.code).toBe("officers-too-few");
          }),
        );
        expect((yield* inCustodian(place, (custodian) => custodian.release(request))).records).toBe(3);
      }),
    );
  });
});
