/**
 * What stays on record of a release at the custodian: which case, when, how many records, who signed, under which commitment,
 * and its place in the log. It counts a day's releases against the limit of the nation (clause C7).
 * It holds no record and no hash of one; what may be handed out again lies in releasedcopies.ts until it ends.
 */
import { Effect } from "effect";
import { encodeApproval, type Approval } from "../protocol/casetext.ts";
import { hexOf, joinFields } from "../protocol/fields.ts";
import type { StoreService } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";

export interface ReleaseNote {
  readonly caseId: string;
  /** The Seoul day of the release. */
  readonly day: number;
  readonly releasedAtMs: number;
  readonly lapsesAtMs: number;
  readonly records: number;
  readonly tampered: number;
  readonly recordsEndAtMs: number;
  readonly refusedClaims: number;
  readonly logIndex: number;
  /** What was asked and who stood behind it: only the same may be answered again. */
  readonly asked: string;
}

export const releaseNoteSql = `
CREATE TABLE IF NOT EXISTS release (
  case_id TEXT PRIMARY KEY,
  day INTEGER NOT NULL,
  released_at INTEGER NOT NULL,
  lapses_at INTEGER NOT NULL,
  records INTEGER NOT NULL CHECK (records >= 0),
  tampered INTEGER NOT NULL CHECK (tampered >= 0),
  records_end_at INTEGER NOT NULL,
  refused_claims INTEGER NOT NULL CHECK (refused_claims >= 0),
  log_index INTEGER NOT NULL,
  asked TEXT NOT NULL,
  commitment BLOB NOT NULL,
  approvals BLOB NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS release_day ON release (day);
`;

export interface ReleaseNotes {
  readonly find: (caseId: string) => Effect.Effect<ReleaseNote | undefined, StoreUnavailable>;
  readonly releasedOn: (day: number) => Effect.Effect<number, StoreUnavailable>;
  readonly askedBy: (commitment: Uint8Array, officers: readonly number[]) => string;
  readonly keep: (
    note: ReleaseNote,
    commitment: Uint8Array,
    approvals: readonly Approval[],
  ) => Effect.Effect<void, StoreUnavailable>;
}

export const makeReleaseNotes = (store: StoreService): ReleaseNotes => ({
  find: (caseId) =>
    Effect.map(
      store.values(
        `SELECT day, released_at, lapses_at, records, tampered, records_end_at, refused_claims, log_index, asked
          FROM release WHERE case_id = ?1`,
        [caseId],
      ),
      ([row]) =>
        row === undefined
          ? undefined
          : {
              caseId,
              day: Number(row[0]),
              releasedAtMs: Number(row[1]),
              lapsesAtMs: Number(row[2]),
              records: Number(row[3]),
              tampered: Number(row[4]),
              recordsEndAtMs: Number(row[5]),
              refusedClaims: Number(row[6]),
              logIndex: Number(row[7]),
              asked: String(row[8]),
            },
    ),
  releasedOn: (day) =>
    Effect.map(store.values("SELECT coalesce(sum(records), 0) FROM release WHERE day = ?1", [day]), ([row]) =>
      Number(row?.[0] ?? 0),
    ),
  askedBy: (commitment, officers) =>
    `${hexOf(commitment)} ${[...officers].sort((one, other) => one - other).join(" ")}`,
  keep: (note, commitment, approvals) =>
    Effect.asVoid(
      store.run(
        `INSERT INTO release (case_id, day, released_at, lapses_at, records, tampered, records_end_at,
            refused_claims, log_index, asked, commitment, approvals)
          VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)`,
        [
          note.caseId,
          note.day,
          note.releasedAtMs,
          note.lapsesAtMs,
          note.records,
          note.tampered,
          note.recordsEndAtMs,
          note.refusedClaims,
          note.logIndex,
          note.asked,
          commitment,
          joinFields(approvals.map(encodeApproval)),
        ],
      ),
    ),
});
