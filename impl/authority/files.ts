// The file of a case: its number, ground, scope, the officers' signed approvals or the reason of a denial. It stays after the case is over,
// because that a case was, and what it asked for, is on record for good; what it learned is kept apart in learned.ts.
// The text that officers sign is not stored: it has one form only, and is written from these facts whenever needed.
// It decides nothing; all writing happens inside the transaction of a decision.
import { Effect, Option, Schema } from "effect";
import type { Approval, CaseFacts } from "../protocol/casetext.ts";
import { Denial } from "../protocol/denial.ts";
import type { StoreService } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";

export interface CaseFile {
  readonly facts: CaseFacts;
  readonly requestedBy: number;
  readonly approvals: readonly Approval[];
  /** Who denied it, and why; a store of older programs does not say. */
  readonly denial: Denial | null;
}

export interface CaseFiles {
  readonly nextNumber: Effect.Effect<number, StoreUnavailable>;
  readonly open: (
    number: number,
    requestedBy: number,
    facts: CaseFacts,
  ) => Effect.Effect<void, StoreUnavailable>;
  readonly read: (caseId: string) => Effect.Effect<CaseFile | undefined, StoreUnavailable>;
  /** Every case, the newest first, so many at most. */
  readonly latest: (most: number) => Effect.Effect<readonly string[], StoreUnavailable>;
  readonly addApproval: (caseId: string, approval: Approval) => Effect.Effect<void, StoreUnavailable>;
  readonly addDenial: (caseId: string, denial: Denial) => Effect.Effect<void, StoreUnavailable>;
}

const createSql = `
CREATE TABLE IF NOT EXISTS case_file (
  case_id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE CHECK (number >= 1),
  requested_by INTEGER NOT NULL,
  requested_at INTEGER NOT NULL,
  ground TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS scope (
  case_id TEXT NOT NULL REFERENCES case_file (case_id),
  position INTEGER NOT NULL,
  venue INTEGER NOT NULL,
  from_ms INTEGER NOT NULL,
  until_ms INTEGER NOT NULL CHECK (until_ms > from_ms),
  PRIMARY KEY (case_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS approval (
  case_id TEXT NOT NULL REFERENCES case_file (case_id),
  officer INTEGER NOT NULL,
  -- As the officer signed it, by the officer's own clock.
  approved_at INTEGER NOT NULL,
  signature BLOB NOT NULL,
  PRIMARY KEY (case_id, officer)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS denial (
  case_id TEXT PRIMARY KEY REFERENCES case_file (case_id),
  officer INTEGER NOT NULL,
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;`;

const decodeDenial = Schema.decodeUnknownOption(Denial);

export const openCaseFiles = Effect.fnUntraced(function* (store: StoreService) {
  yield* store.script(createSql);

  const open: CaseFiles["open"] = Effect.fnUntraced(function* (number, requestedBy, facts) {
    const { caseId, ground, requestedAtMs, windows } = facts;
    yield* store.run(
      "INSERT INTO case_file (case_id, number, requested_by, requested_at, ground) VALUES (?, ?, ?, ?, ?)",
      [caseId, number, requestedBy, requestedAtMs, ground],
    );
    yield* store.runEach(
      "INSERT INTO scope (case_id, position, venue, from_ms, until_ms) VALUES (?, ?, ?, ?, ?)",
      windows.map(({ venue, fromMs, untilMs }, position) => [caseId, position, venue, fromMs, untilMs]),
    );
  });

  const read: CaseFiles["read"] = Effect.fnUntraced(function* (caseId) {
    const [file] = yield* store.values(
      "SELECT ground, requested_at, requested_by FROM case_file WHERE case_id = ?",
      [caseId],
    );
    if (file === undefined) return undefined;
    const windows = yield* store.values(
      "SELECT venue, from_ms, until_ms FROM scope WHERE case_id = ? ORDER BY position",
      [caseId],
    );
    const approvals = yield* store.values(
      "SELECT officer, approved_at, signature FROM approval WHERE case_id = ? ORDER BY approved_at, officer",
      [caseId],
    );
    const [denial] = yield* store.values("SELECT officer, reason FROM denial WHERE case_id = ?", [caseId]);
    return {
      facts: {
        caseId,
        ground: String(file[0]),
        requestedAtMs: Number(file[1]),
        windows: windows.map(([venue, fromMs, untilMs]) => ({
          venue: Number(venue),
          fromMs: Number(fromMs),
          untilMs: Number(untilMs),
        })),
      },
      requestedBy: Number(file[2]),
      approvals: approvals.map(([officer, approvedAt, signature]) => ({
        officer: Number(officer),
        approvedAtMs: Number(approvedAt),
        signature: signature instanceof Uint8Array ? signature : new Uint8Array(0),
      })),
      denial:
        denial === undefined
          ? null
          : Option.getOrNull(decodeDenial({ officer: Number(denial[0]), reason: denial[1] })),
    };
  });

  return {
    nextNumber: Effect.map(
      store.values("SELECT max(number) FROM case_file"),
      ([row]) => Number(row?.[0] ?? 0) + 1,
    ),
    open,
    read,
    latest: (most) =>
      Effect.map(store.values("SELECT case_id FROM case_file ORDER BY number DESC LIMIT ?", [most]), (rows) =>
        rows.map(([caseId]) => String(caseId)),
      ),
    addApproval: (caseId, { officer, approvedAtMs, signature }) =>
      Effect.asVoid(
        store.run(
          `INSERT INTO approval (case_id, officer, approved_at, signature) VALUES (?, ?, ?, ?)
           ON CONFLICT (case_id, officer)
           DO UPDATE SET approved_at = excluded.approved_at, signature = excluded.signature`,
          [caseId, officer, approvedAtMs, signature],
        ),
      ),
    addDenial: (caseId, { officer, reason }) =>
      Effect.asVoid(
        store.run("INSERT INTO denial (case_id, officer, reason) VALUES (?, ?, ?)", [
          caseId,
          officer,
          reason,
        ]),
      ),
  } satisfies CaseFiles;
});
