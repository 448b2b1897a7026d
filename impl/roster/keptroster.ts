// The roster as one party keeps it over its own store: the first as pinned, and every change with the instant at which
// this party first saw it. A change is in force when the policy's delay has passed on this party's clock, and not
// before its own instant; until then a standing officer may stop it. Each change is noted in the party's log when it
// is announced, in the same transaction. It answers who stands from memory, so that asking costs nothing.
import { Effect } from "effect";
import type { PolicyNumbers } from "../generated/policy.ts";
import type { PartyClock } from "../lifecycle/partyclock.ts";
import type { TransparencyLog } from "../log/transparencylog.ts";
import type { VerifyingKey } from "../protocol/ed25519.ts";
import { hexOf } from "../protocol/fields.ts";
import { decodeSignedRoster, isStopOf, type SignedRoster } from "../protocol/roster.ts";
import { RosterRefused, type RosterRefusalCode } from "../protocol/rosterrefused.ts";
import { inOneBatch } from "../store/batch.ts";
import type { StoreService } from "../store/store.ts";
import { StoreUnavailable } from "../store/unavailable.ts";
import { firstRosterFault, nextRosterFault } from "./checkroster.ts";
import { joinRosters, type RosterView, type StandingRoster, type WaitingRoster } from "./standing.ts";

export interface RosterParts {
  readonly store: StoreService;
  readonly clock: PartyClock;
  readonly keeperKey: VerifyingKey;
  /** The signed roster that whoever started this party has pinned. */
  readonly pinned: Uint8Array;
  readonly policy: PolicyNumbers;
  /** The party's own log: a change is noted there when it is announced. */
  readonly log: TransparencyLog["Service"];
}

interface KeptRoster extends WaitingRoster {
  readonly stopped: boolean;
}

const createSql = `
CREATE TABLE IF NOT EXISTS roster (
  hash TEXT PRIMARY KEY,
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  signed BLOB NOT NULL,
  seen_at INTEGER NOT NULL,
  in_force_at INTEGER NOT NULL,
  stopped_by INTEGER
) STRICT;`;

const refusal = (code: RosterRefusalCode) => new RosterRefused({ code });
const damaged = new StoreUnavailable({ reason: "damaged", detail: "a roster that was kept cannot be read" });

/** A roster over a store; what another process of the party has stored counts from the next time it is read. */
export interface KeptStandingRoster extends StandingRoster {
  readonly readAgain: Effect.Effect<void, StoreUnavailable>;
}

export const openRoster = Effect.fnUntraced(function* (
  parts: RosterParts,
): Effect.fn.Return<KeptStandingRoster, RosterRefused | StoreUnavailable> {
  const { store, clock, policy, keeperKey, log } = parts;
  const terms = { keeperKey, officersRequired: policy.officersRequired };
  yield* store.script(createSql);
  const pinned = decodeSignedRoster(parts.pinned);
  if (!pinned.ok) return yield* refusal("roster-unreadable");
  const fault = firstRosterFault(pinned.value, terms);
  if (fault !== undefined) return yield* refusal(fault);

  const insert = (roster: SignedRoster, signed: Uint8Array, seenAtMs: number, inForceAtMs: number) =>
    store.run(
      "INSERT INTO roster (hash, sequence, signed, seen_at, in_force_at, stopped_by) VALUES (?, ?, ?, ?, ?, NULL)",
      [hexOf(roster.hash), roster.document.sequence, signed, seenAtMs, inForceAtMs],
    );

  const load = Effect.fnUntraced(function* () {
    const rows = yield* store.values(
      "SELECT signed, in_force_at, stopped_by FROM roster ORDER BY sequence, seen_at",
    );
    const loaded: KeptRoster[] = [];
    for (const [signed, inForceAt, stoppedBy] of rows) {
      const decoded = signed instanceof Uint8Array ? decodeSignedRoster(signed) : undefined;
      if (decoded?.ok !== true) return yield* damaged;
      loaded.push({ roster: decoded.value, inForceAtMs: Number(inForceAt), stopped: stoppedBy !== null });
    }
    return loaded;
  });

  let kept = yield* load();
  if (kept.length === 0) {
    const nowMs = yield* clock.now;
    const first = insert(pinned.value, parts.pinned, nowMs, nowMs);
    yield* inOneBatch(
      store,
      [],
      Effect.flatMap(load(), ({ length }) => (length === 0 ? first : Effect.void)),
    );
    kept = yield* load();
  }
  const isKept = kept.some(
    ({ roster, stopped }) => !stopped && hexOf(roster.hash) === hexOf(pinned.value.hash),
  );
  const [first] = kept;
  if (first === undefined || !isKept) return yield* refusal("roster-not-pinned");

  /** The latest instant asked about: a clock that steps back brings no roster back. */
  let latestMs = yield* clock.now;
  const lasting = (): readonly KeptRoster[] => kept.filter(({ stopped }) => !stopped);
  const view = (askedMs: number): RosterView => {
    latestMs = Math.max(latestMs, askedMs);
    const atMs = latestMs;
    // The first stands from the beginning: whoever pinned it said so, and a clock that steps back changes nothing.
    const inForce = lasting().filter((each, place) => place === 0 || atMs >= each.inForceAtMs);
    return {
      standing: (inForce.at(-1) ?? first).roster,
      waiting: lasting().find((each, place) => place > 0 && !(atMs >= each.inForceAtMs)),
    };
  };

  const announce: StandingRoster["announce"] = Effect.fnUntraced(function* (bytes) {
    const decoded = decodeSignedRoster(bytes);
    if (!decoded.ok) return yield* refusal("roster-unreadable");
    const roster = decoded.value;
    return yield* inOneBatch(
      store,
      [],
      Effect.gen(function* () {
        kept = yield* load();
        const atMs = yield* clock.now;
        const known = kept.find((each) => hexOf(each.roster.hash) === hexOf(roster.hash));
        if (known?.stopped === true) return yield* refusal("roster-stopped");
        if (known !== undefined) return { roster: known.roster, inForceAtMs: known.inForceAtMs };
        const { standing, waiting } = view(atMs);
        if (waiting !== undefined) return yield* refusal("roster-pending");
        const everKnown = joinRosters(kept.map((each) => each.roster.document.officers));
        const wrong = nextRosterFault(roster, standing, everKnown, terms);
        if (wrong !== undefined) return yield* refusal(wrong);
        const inForceAtMs = Math.max(atMs + policy.rosterDelay, roster.document.validFromMs);
        yield* insert(roster, bytes, atMs, inForceAtMs);
        yield* log.append({
          kind: "roster.changed",
          announcedAtMs: atMs,
          inForceAtMs,
          sequence: roster.document.sequence,
          rosterHash: hexOf(roster.hash),
          officers: roster.document.officers.length,
        });
        yield* clock.remember(atMs);
        return { roster, inForceAtMs };
      }),
    ).pipe(Effect.ensuring(reload));
  });

  /** What is remembered is what was committed, whether the change was taken or not. */
  const readAgain = Effect.map(load(), (loaded) => {
    kept = loaded;
  });
  const reload = Effect.ignore(readAgain);

  const stop: StandingRoster["stop"] = Effect.fnUntraced(function* (hash, word) {
    yield* inOneBatch(
      store,
      [],
      Effect.gen(function* () {
        const atMs = yield* clock.now;
        const { standing, waiting } = view(atMs);
        const isStopped = kept.some(({ roster, stopped }) => stopped && hexOf(roster.hash) === hexOf(hash));
        if (!isStopped && (waiting === undefined || hexOf(waiting.roster.hash) !== hexOf(hash)))
          return yield* refusal("roster-unknown");
        if (!isStopOf(word, hash, standing.document.officers)) return yield* refusal("roster-stop-forged");
        // Said again, because the answer was lost or another party had been away.
        if (isStopped) return;
        yield* store.run("UPDATE roster SET stopped_by = ? WHERE hash = ?", [word.officer, hexOf(hash)]);
        yield* clock.remember(atMs);
      }),
    ).pipe(Effect.ensuring(reload));
  });

  return {
    at: (atMs) => view(atMs).standing.document.officers,
    sharers: (atMs) => {
      const standing = view(atMs).standing.document.sequence;
      const near = lasting().filter(({ roster }) => roster.document.sequence >= standing - 1);
      return joinRosters(near.reverse().map(({ roster }) => roster.document.officers));
    },
    view,
    announce,
    stop,
    readAgain,
  };
});
