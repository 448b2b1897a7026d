// The authority's own clock: each decision that it stored keeps its instant, though the clock of the machine is set back, over a restart too.
// And a year of its statistics is a year in Seoul.
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import type { AuthorityService } from "../../../impl/authority/authority.ts";
import { dayMs, hourMs, makeCountry, noonMs } from "./country.ts";
import { approved, atNoon, inOffice, makeOffice, morning, requested, type Office } from "./office.ts";

const country = await makeCountry([3]);
const laterMs = noonMs + 2 * hourMs;

const onlyAsked = (authority: AuthorityService, { first }: Office) =>
  authority.request({ officer: first.officer, ground: "investigation", windows: [morning(17)] });

/** Prepares a case, does something later, sets the clock back, starts again; the next request says what time it is. */
const remembers = <A>(
  name: string,
  prepare: (authority: AuthorityService, office: Office) => Effect.Effect<A, unknown>,
  act: (authority: AuthorityService, office: Office, prepared: A) => Effect.Effect<unknown, unknown>,
  atMs = laterMs,
) =>
  it(name, () => {
    const office = makeOffice(country);
    return atNoon(
      Effect.gen(function* () {
        yield* inOffice(office, (authority) =>
          Effect.gen(function* () {
            const prepared = yield* prepare(authority, office);
            yield* TestClock.setTime(atMs);
            yield* act(authority, office, prepared);
          }),
        );
        yield* TestClock.setTime(noonMs);
        const seen = yield* inOffice(office, (authority) =>
          Effect.flatMap(onlyAsked(authority, office), ({ caseId }) => authority.read(caseId)),
        );
        expect(seen.requestedAtMs).toBe(atMs);
      }).pipe(Effect.orDie),
    );
  });

describe("an instant is remembered", () => {
  remembers("of a request", () => Effect.void, onlyAsked);
  remembers("of an officer's own signature", onlyAsked, (authority, { first }, { caseId, caseText }) =>
    Effect.flatMap(first.approve(caseText), (approval) => authority.signRequest({ caseId, approval })),
  );
  remembers("of an approval", requested, (authority, { second }, { caseId, caseText }) =>
    Effect.flatMap(second.approve(caseText), (approval) => authority.approve({ caseId, approval })),
  );
  remembers("of a denial", requested, (authority, { second }, { caseId }) =>
    authority.deny({ caseId, officer: second.officer, reason: "need-not-shown" }),
  );
  remembers("of a deadline that a sweep fired", approved, ({ sweep }) => sweep, noonMs + 73 * hourMs);
  remembers(
    "of a deadline that a look fired",
    approved,
    (authority, _, { caseId }) => authority.read(caseId),
    noonMs + 73 * hourMs,
  );
});

it("a year of the statistics begins at midnight in Seoul", () => {
  const office = makeOffice(country);
  const newYearMs = Date.UTC(2020, 11, 31, 15);
  const windows = [{ venue: 17, fromMs: newYearMs - dayMs, untilMs: newYearMs - dayMs + 1 }];
  return atNoon(
    inOffice(office, (authority) =>
      Effect.gen(function* () {
        for (const atMs of [newYearMs - 1, newYearMs]) {
          yield* TestClock.setTime(atMs);
          yield* requested(authority, office, windows);
          // What was never signed was not asked for.
          yield* authority.request({ officer: 1, ground: "investigation", windows });
        }
        expect((yield* authority.statistics(2020)).cases).toBe(1);
        expect((yield* authority.statistics(2021)).cases).toBe(1);
      }),
    ),
  );
});
