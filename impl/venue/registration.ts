/**
 * The venue's own registration (clauses S2, F10): its number and kind, kept once the custodian has taken it.
 * A venue registers once; the same registration again is no mistake, another one is.
 */
import { Effect } from "effect";
import { Refused } from "../lifecycle/refused.ts";
import type { CustodianPort } from "../protocol/contracts.ts";
import type { StoreService } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";

export const registrationSql = `CREATE TABLE IF NOT EXISTS registration (
  single INTEGER PRIMARY KEY CHECK (single = 1),
  venue INTEGER NOT NULL,
  kind TEXT NOT NULL,
  registered_at INTEGER NOT NULL
) STRICT;
`;

export interface Registered {
  readonly venue: number;
  readonly kind: string;
}

export interface Registration {
  readonly current: Effect.Effect<Registered | undefined, StoreUnavailable>;
  readonly register: (wanted: Registered) => Effect.Effect<void, Refused | StoreUnavailable>;
}

export const makeRegistration = (
  store: StoreService,
  custodian: CustodianPort["Service"],
  deviceKey: Uint8Array,
  now: Effect.Effect<number>,
): Registration => {
  const current = Effect.map(
    store.values("SELECT venue, kind FROM registration"),
    ([row]): Registered | undefined =>
      row === undefined ? undefined : { venue: Number(row[0]), kind: String(row[1]) },
  );
  return {
    current,
    register: Effect.fnUntraced(function* ({ venue, kind }) {
      const before = yield* current;
      if (before !== undefined && (before.venue !== venue || before.kind !== kind))
        return yield* new Refused({ code: "not-allowed" });
      yield* custodian.registerVenue({ venue, kind, deviceKey });
      yield* store.run("INSERT INTO registration VALUES (1, ?1, ?2, ?3) ON CONFLICT DO NOTHING", [
        venue,
        kind,
        yield* now,
      ]);
    }),
  };
};
