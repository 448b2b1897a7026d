// A party that keeps a roster, for tests: four officers, a keeper, and the real keeping over a real store and log, on a clock
// that the test moves. It can be closed and opened again in its place. It knows no rule of a roster.
import { join } from "node:path";
import { Context, Effect, Layer, type Scope } from "effect";
import { TestClock } from "effect/testing";
import { policyNumbers } from "../../../impl/generated/policy.ts";
import { makePartyClock } from "../../../impl/lifecycle/partyclock.ts";
import { TransparencyLog } from "../../../impl/log/transparencylog.ts";
import { drawSigningSeed, importSigningKey } from "../../../impl/protocol/ed25519.ts";
import { decodeEntry } from "../../../impl/protocol/logentries.ts";
import { generateOfficer, rosterEntryOf, type Officer } from "../../../impl/protocol/officers.ts";
import { signRosterAsKeeper, signRosterAsOfficer, type SignedRoster } from "../../../impl/protocol/roster.ts";
import { openRoster } from "../../../impl/roster/keptroster.ts";
import { firstRoster, nextRoster } from "../../../impl/roster/pinnedroster.ts";
import type { StandingRoster } from "../../../impl/roster/standing.ts";
import { storeLayer } from "../../../impl/store/sqlite.ts";
import { Store } from "../../../impl/store/store.ts";
import { defaultPolicy } from "../../../models/policy.ts";
import { makePaperLog } from "../log/paperlog.ts";
import { present } from "../protocol/hex.ts";
import { freshFolder } from "../store/freshfolder.ts";

export const noonMs = Date.UTC(2020, 6, 1, 3);
export const dayMs = 86_400_000;
export const newKey = () => present(importSigningKey(drawSigningSeed()));
export const keeper = newKey();
const officers = await Promise.all(
  [1, 2, 3, 4].map(async (number) => (await generateOfficer(number)).officer),
);
export const [first, second, third, fourth] = officers.map(present);
export const entries = (...listed: readonly (Officer | undefined)[]) =>
  listed.map(present).map(rosterEntryOf);
export const pinned = firstRoster(keeper, entries(first, second, third), noonMs);
const log = makePaperLog("entrylog/custodian");

export interface Place {
  readonly file: string;
  readonly pinned?: Uint8Array;
  readonly officersRequired?: number;
}

export const place = (): Place => ({ file: join(freshFolder(), "party.sqlite") });

/** Opens the roster in a place, as a party does at its start. */
export const opened = ({ file, officersRequired = 2, ...given }: Place) =>
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

export const running = <A, E>(effect: Effect.Effect<A, E, Scope.Scope>, atMs = noonMs): Promise<A> =>
  Effect.runPromise(
    TestClock.setTime(atMs).pipe(Effect.andThen(Effect.scoped(effect)), Effect.provide(TestClock.layer())),
  );

export const standingIn = (roster: StandingRoster, atMs: number) =>
  roster.at(atMs).map(({ officer }) => officer);

export const change = (roster: StandingRoster, listed = entries(first, second, fourth), atMs = noonMs) =>
  nextRoster(roster.view(atMs).standing, listed, atMs);

export const signedBy = (draft: SignedRoster, ...by: readonly (Officer | undefined)[]): SignedRoster =>
  by.map(present).reduce(signRosterAsOfficer, signRosterAsKeeper(draft, keeper));
