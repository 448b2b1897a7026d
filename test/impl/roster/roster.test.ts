// A roster as a party keeps it: the first as pinned, a change in force 24 hours after it was first seen here, and stopped by a
// standing officer meanwhile. What is refused stands in refusals.test.ts.
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import type { Officer } from "../../../impl/protocol/officers.ts";
import { encodeSignedRoster, stopRoster } from "../../../impl/protocol/roster.ts";
import { nextRoster } from "../../../impl/roster/pinnedroster.ts";
import { present, toHex } from "../protocol/hex.ts";
import {
  change,
  dayMs,
  entries,
  first,
  fourth,
  noonMs,
  opened,
  place,
  running,
  second,
  signedBy,
  standingIn,
  third,
} from "./keeping.ts";

describe("a change of the roster", () => {
  it("is in force 24 hours after this party first saw it, and not a millisecond earlier, over a restart too", async () => {
    const where = place();
    const inForceAtMs = noonMs + dayMs;
    await running(
      Effect.gen(function* () {
        const { roster, entriesLogged } = yield* opened(where);
        const next = signedBy(change(roster), first, second);
        expect((yield* roster.announce(encodeSignedRoster(next))).inForceAtMs).toBe(inForceAtMs);
        expect(standingIn(roster, inForceAtMs - 1)).toEqual([1, 2, 3]);
        expect(yield* entriesLogged).toEqual([
          {
            kind: "roster.changed",
            announcedAtMs: noonMs,
            inForceAtMs,
            sequence: 2,
            rosterHash: toHex(next.hash),
            officers: 3,
          },
        ]);
        // Announced again it is the same change, first seen when it was.
        yield* TestClock.adjust("1 hour");
        expect((yield* roster.announce(encodeSignedRoster(next))).inForceAtMs).toBe(inForceAtMs);
        expect(yield* entriesLogged).toHaveLength(1);
      }),
    );
    await running(
      Effect.gen(function* () {
        const { roster } = yield* opened(where);
        expect(standingIn(roster, inForceAtMs - 1)).toEqual([1, 2, 3]);
        expect(standingIn(roster, inForceAtMs)).toEqual([1, 2, 4]);
        // A clock that steps back brings nobody back.
        expect(standingIn(roster, noonMs)).toEqual([1, 2, 4]);
      }),
      inForceAtMs - 1,
    );
  });

  it("is in force no earlier than it says itself", () =>
    running(
      Effect.gen(function* () {
        const { roster } = yield* opened(place());
        const { standing } = roster.view(noonMs);
        const later = nextRoster(standing, entries(first, second), noonMs + 9 * dayMs);
        const told = yield* roster.announce(encodeSignedRoster(signedBy(later, first, third)));
        expect(told.inForceAtMs).toBe(noonMs + 9 * dayMs);
      }),
    ));

  it("lets shares go to those who stand, stood and will stand, so that two parties never refuse each other", () =>
    running(
      Effect.gen(function* () {
        const { roster } = yield* opened(place());
        yield* roster.announce(encodeSignedRoster(signedBy(change(roster), first, second)));
        const sharers = (atMs: number) =>
          roster
            .sharers(atMs)
            .map(({ officer }) => officer)
            .sort();
        expect(sharers(noonMs)).toEqual([1, 2, 3, 4]);
        expect(sharers(noonMs + dayMs)).toEqual([1, 2, 3, 4]);
        const third3 = nextRoster(roster.view(noonMs + dayMs).standing, entries(first, second), noonMs);
        yield* TestClock.setTime(noonMs + dayMs);
        yield* roster.announce(encodeSignedRoster(signedBy(third3, first, fourth)));
        expect(sharers(noonMs + 2 * dayMs)).toEqual([1, 2, 4]);
      }),
    ));

  it("is stopped by a standing officer until it is in force, and never announced again", () =>
    running(
      Effect.gen(function* () {
        const { roster } = yield* opened(place());
        const next = signedBy(change(roster), first, second);
        yield* roster.announce(encodeSignedRoster(next));
        const stop = (officer: Officer | undefined) =>
          roster.stop(next.hash, stopRoster(present(officer), next.hash));
        // Who will be an officer is none yet, and nobody speaks in another's name.
        expect((yield* Effect.flip(stop(fourth))).message).toContain("No standing officer signed");
        const forged = { ...stopRoster(present(fourth), next.hash), officer: 3 };
        expect(yield* Effect.flip(roster.stop(next.hash, forged))).toMatchObject({
          code: "roster-stop-forged",
        });
        yield* stop(third);
        expect(standingIn(roster, noonMs + 30 * dayMs)).toEqual([1, 2, 3]);
        // Said again it is stopped all the same, and still only by who stands.
        yield* stop(third);
        expect(yield* Effect.flip(stop(fourth))).toMatchObject({ code: "roster-stop-forged" });
        expect(yield* Effect.flip(roster.announce(encodeSignedRoster(next)))).toMatchObject({
          code: "roster-stopped",
        });
        // Another one takes its place and its number.
        const other = nextRoster(roster.view(noonMs).standing, entries(first, third), noonMs + 1);
        const told = yield* roster.announce(encodeSignedRoster(signedBy(other, first, third)));
        expect(told.roster.document.sequence).toBe(2);
      }),
    ));

  it("can be stopped at its last moment and not afterwards", () =>
    running(
      Effect.gen(function* () {
        const { roster } = yield* opened(place());
        const next = signedBy(change(roster), first, second);
        const { inForceAtMs } = yield* roster.announce(encodeSignedRoster(next));
        yield* TestClock.setTime(inForceAtMs);
        const stop = roster.stop(next.hash, stopRoster(present(third), next.hash));
        expect(yield* Effect.flip(stop)).toMatchObject({ code: "roster-unknown" });
        expect(standingIn(roster, inForceAtMs)).toEqual([1, 2, 4]);
      }),
    ));
});
