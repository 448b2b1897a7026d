// A roster as a party keeps it: the first as pinned, a change in force 24 hours after it was first seen here, stopped by a
// standing officer meanwhile, and refused with its code when anything about it is wrong.
// Invented officers, the keeper alone, and the officers alone change nothing.
import { join } from "node:path";
import { Context, Effect, Layer, type Scope } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { policyNumbers } from "../../../impl/generated/policy.ts";
import { makePartyClock } from "../../../impl/lifecycle/partyclock.ts";
import { TransparencyLog } from "../../../impl/log/transparencylog.ts";
import { drawSigningSeed, importSigningKey } from "../../../impl/protocol/ed25519.ts";
import { decodeEntry } from "../../../impl/protocol/logentries.ts";
import { generateOfficer, rosterEntryOf, type Officer } from "../../../impl/protocol/officers.ts";
import {
  draftRoster,
  encodeSignedRoster,
  signRosterAsKeeper,
  signRosterAsOfficer,
  stopRoster,
  type RosterDocument,
  type SignedRoster,
} from "../../../impl/protocol/roster.ts";
import { openRoster } from "../../../impl/roster/keptroster.ts";
import { firstRoster, nextRoster } from "../../../impl/roster/pinnedroster.ts";
import type { StandingRoster } from "../../../impl/roster/standing.ts";
import { storeLayer } from "../../../impl/store/sqlite.ts";
import { Store } from "../../../impl/store/store.ts";
import { defaultPolicy } from "../../../models/policy.ts";
import { makePaperLog } from "../log/paperlog.ts";
import { present, toHex } from "../protocol/hex.ts";
import { freshFolder } from "../store/freshfolder.ts";

const noonMs = Date.UTC(2020, 6, 1, 3);
const dayMs = 86_400_000;
const newKey = () => present(importSigningKey(drawSigningSeed()));
const keeper = newKey();
const officers = await Promise.all(
  [1, 2, 3, 4].map(async (number) => (await generateOfficer(number)).officer),
);
const [first, second, third, fourth] = officers.map(present);
const entries = (...listed: readonly (Officer | undefined)[]) => listed.map(present).map(rosterEntryOf);
const pinned = firstRoster(keeper, entries(first, second, third), noonMs);
const log = makePaperLog("entrylog/custodian");

interface Place {
  readonly file: string;
  readonly pinned?: Uint8Array;
  readonly officersRequired?: number;
}

const place = (): Place => ({ file: join(freshFolder(), "party.sqlite") });

/** Opens the roster in a place, as a party does at its start. */
const opened = ({ file, officersRequired = 2, ...given }: Place) =>
  Effect.gen(function* () {
    const built = yield* Layer.build(Layer.provideMerge(log.layer, storeLayer({ file })));
    const store = Context.get(built, Store);
    const policy = { ...policyNumbers(defaultPolicy), officersRequired };
    const roster = yield* openRoster({
      store,
      clock: yield* makePartyClock(store),
      keeperKey: keeper.verifyingKey,
      pinned: given.pinned ?? pinned,
      policy,
      log: Context.get(built, TransparencyLog),
    });
    const entriesLogged = Effect.map(store.values("SELECT entry FROM log_entry ORDER BY place"), (rows) =>
      rows.map(([entry]) => (entry instanceof Uint8Array ? decodeEntry(entry) : undefined)),
    );
    return { roster, entriesLogged };
  });

const running = <A, E>(
  effect: Effect.Effect<A, E, Scope.Scope>,
  atMs = noonMs,
): Promise<A> =>
  Effect.runPromise(
    TestClock.setTime(atMs).pipe(Effect.andThen(Effect.scoped(effect)), Effect.provide(TestClock.layer())),
  );

const standingIn = (roster: StandingRoster, atMs: number) => roster.at(atMs).map(({ officer }) => officer);

const change = (roster: StandingRoster, listed = entries(first, second, fourth), atMs = noonMs) =>
  nextRoster(roster.view(atMs).standing, listed, atMs);

const signedBy = (draft: SignedRoster, ...by: readonly (Officer | undefined)[]): SignedRoster =>
  by.map(present).reduce(signRosterAsOfficer, signRosterAsKeeper(draft, keeper));

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
        expect(yield* Effect.flip(stop(third))).toMatchObject({ code: "roster-unknown" });
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

const invented = await Promise.all([1, 2].map(async (number) => (await generateOfficer(number)).officer));
const newcomers = await Promise.all([8, 9].map(async (number) => (await generateOfficer(number)).officer));

describe("a roster is refused, and the standing one stands", () => {
  const refuses = (name: string, code: string, make: (roster: StandingRoster) => SignedRoster | Uint8Array) =>
    it(`${name}: ${code}`, () =>
      running(
        Effect.gen(function* () {
          const { roster, entriesLogged } = yield* opened(place());
          const made = make(roster);
          const bytes = made instanceof Uint8Array ? made : encodeSignedRoster(made);
          expect(yield* Effect.flip(roster.announce(bytes))).toMatchObject({ code });
          expect(standingIn(roster, noonMs + 30 * dayMs)).toEqual([1, 2, 3]);
          expect(roster.view(noonMs).waiting).toBeUndefined();
          expect(yield* entriesLogged).toEqual([]);
        }),
      ));
  const altered = (roster: StandingRoster, changed: Partial<RosterDocument>) =>
    signedBy(draftRoster({ ...change(roster).document, ...changed }), first, second);

  refuses("signed by the keeper alone", "roster-officers-too-few", (roster) => signedBy(change(roster)));
  refuses("signed by one officer and the keeper", "roster-officers-too-few", (roster) =>
    signedBy(change(roster), first),
  );
  refuses("signed by officers and not by the keeper", "roster-keeper-missing", (roster) => {
    const draft = change(roster);
    return [first, second].map(present).reduce(signRosterAsOfficer, draft);
  });
  refuses("signed by another keeper", "roster-keeper-missing", (roster) => {
    const draft = signRosterAsKeeper(change(roster), newKey());
    return [first, second].map(present).reduce(signRosterAsOfficer, draft);
  });
  refuses("signed by two invented officers under standing numbers", "roster-officers-too-few", (roster) =>
    signedBy(change(roster), ...invented),
  );
  refuses("signed by the newcomers whom it lists", "roster-officers-too-few", (roster) =>
    signedBy(change(roster, entries(first, ...newcomers)), ...newcomers),
  );
  refuses("that skips a sequence number", "roster-out-of-turn", (roster) => altered(roster, { sequence: 3 }));
  refuses("that repeats a sequence number", "roster-out-of-turn", (roster) =>
    altered(roster, { sequence: 1 }),
  );
  refuses("that follows another roster", "roster-out-of-turn", (roster) =>
    altered(roster, { follows: new Uint8Array(32).fill(7) }),
  );
  refuses("altered after it was signed", "roster-keeper-missing", (roster) => ({
    ...signedBy(change(roster), first, second),
    message: altered(roster, { officers: entries(first, ...newcomers) }).message,
  }));
  refuses("with one key under two numbers", "roster-key-twice", (roster) => {
    const [one] = entries(first);
    const twice = [present(one), { ...present(one), officer: 5, sealingKey: new Uint8Array(32).fill(1) }];
    return signedBy(change(roster, twice), first, second);
  });
  refuses("that gives a number to other keys", "roster-number-reused", (roster) =>
    signedBy(change(roster, entries(first, invented[1])), first, second),
  );
  refuses("cut short", "roster-unreadable", (roster) =>
    encodeSignedRoster(signedBy(change(roster), first, second)).slice(0, -1),
  );

  it("while another waits: roster-pending", () =>
    running(
      Effect.gen(function* () {
        const { roster } = yield* opened(place());
        yield* roster.announce(encodeSignedRoster(signedBy(change(roster), first, second)));
        const other = signedBy(change(roster, entries(first, second)), first, second);
        expect(yield* Effect.flip(roster.announce(encodeSignedRoster(other)))).toMatchObject({
          code: "roster-pending",
        });
      }),
    ));
});

describe("a party does not start", () => {
  const fails = (name: string, code: string, how: Omit<Place, "file">) =>
    it(`${name}: ${code}`, () =>
      running(
        Effect.gen(function* () {
          expect(yield* Effect.flip(opened({ ...place(), ...how }))).toMatchObject({ code });
        }),
      ));
  fails("with a roster of another keeper", "roster-keeper-missing", {
    pinned: firstRoster(newKey(), entries(first, second), noonMs),
  });
  fails("with fewer officers than the policy asks for", "roster-too-small", { officersRequired: 4 });
  fails(
    "with a policy that asks for one officer, because one share would be the secret",
    "roster-too-small",
    {
      officersRequired: 1,
    },
  );
  fails("with no roster at all", "roster-unreadable", { pinned: new Uint8Array(0) });

  it("with another roster than it began with: roster-not-pinned", async () => {
    const where = place();
    await running(opened(where));
    const other = firstRoster(keeper, entries(first, second), noonMs);
    await running(
      Effect.gen(function* () {
        expect(yield* Effect.flip(opened({ ...where, pinned: other }))).toMatchObject({
          code: "roster-not-pinned",
        });
      }),
    );
  });
});
