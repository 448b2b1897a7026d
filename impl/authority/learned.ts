// What a case learned: released parts until their issuer has answered, and then the sealed answers with their places.
// Officers' re-sealed shares wait beside it for the last of them. All of it is sealed under the key of its case, which lies in the vault and ends with the case or with the first
// of the records, whichever is earlier. Erasing takes the key first, then the rows, then the store's log.
// What remains for good says how many records were released and when, and that the release stands in the custodian's log.
import { Effect } from "effect";
import { decodeProof, encodeProof, type LogProof } from "../log/logproof.ts";
import type { ReleasedPart } from "../protocol/contracts.ts";
import { randomBytes } from "../protocol/randomness.ts";
import { decodeReleasedPart, encodeReleasedPart } from "../protocol/releasedpart.ts";
import { importSealKey, keyBytes, openBytes, sealBytes, type SealKey } from "../store/sealedbytes.ts";
import type { StoreService } from "../store/store.ts";
import { StoreUnavailable } from "../store/unavailable.ts";
import type { VaultService } from "../store/vault.ts";
import { decodeAnsweredPart, encodeAnsweredPart, type AnsweredPart } from "./partbytes.ts";

/** What stays on record of a release. */
export interface ReleaseNote {
  readonly records: number;
  /** The earliest end of any record released, in ms. */
  readonly recordsEndAtMs: number;
  readonly refusedClaims: number;
  /** That the release stands in the custodian's log; issuers ask for it. */
  readonly logged: LogProof;
}

export interface LearnedParts {
  /** Parts whose issuer has not answered yet. */
  readonly released: readonly ReleasedPart[];
  readonly answered: readonly AnsweredPart[];
}

export interface Learned {
  readonly note: (caseId: string) => Effect.Effect<ReleaseNote | undefined, StoreUnavailable>;
  /** Undefined when the key has come to its end: then nothing can be read any more. */
  readonly parts: (caseId: string, atMs: number) => Effect.Effect<LearnedParts | undefined, StoreUnavailable>;
  /** Keeps a release under a new key; inside the transaction of the decision. */
  readonly keepRelease: (
    caseId: string,
    note: ReleaseNote,
    parts: readonly ReleasedPart[],
    atMs: number,
    endsAtMs: number,
  ) => Effect.Effect<void, StoreUnavailable>;
  /** Puts an answered part in the place of the released one; inside a transaction. */
  readonly keepAnswer: (
    caseId: string,
    part: AnsweredPart,
    people: number,
  ) => Effect.Effect<void, StoreUnavailable>;
  /** Keeps one officer's re-sealed shares for an issuer, until that issuer has answered; inside a transaction. */
  readonly keepShares: (
    caseId: string,
    issuer: number,
    officer: number,
    resealed: Uint8Array,
  ) => Effect.Effect<void, StoreUnavailable>;
  /** What officers have re-sealed for issuers that have not answered yet, by issuer. */
  readonly shares: (
    caseId: string,
    atMs: number,
  ) => Effect.Effect<ReadonlyMap<number, readonly Uint8Array[]>, StoreUnavailable>;
  /** Gives the key of a case another end. */
  readonly moveEnd: (caseId: string, endsAtMs: number) => Effect.Effect<void, StoreUnavailable>;
  /** Erases all that cases over by now have learned, or these among them; inside a transaction. Answers which. */
  readonly eraseOver: (
    atMs: number,
    caseId?: string,
  ) => Effect.Effect<ReadonlyArray<string>, StoreUnavailable>;
}

const createSql = `
CREATE TABLE IF NOT EXISTS release_note (
  case_id TEXT PRIMARY KEY REFERENCES case_file (case_id),
  at INTEGER NOT NULL,
  records INTEGER NOT NULL CHECK (records >= 0),
  records_end_at INTEGER NOT NULL,
  people INTEGER NOT NULL DEFAULT 0 CHECK (people >= 0),
  refused_claims INTEGER NOT NULL CHECK (refused_claims >= 0),
  logged BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS learned (
  case_id TEXT NOT NULL REFERENCES release_note (case_id),
  issuer INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('released', 'answered')),
  sealed BLOB NOT NULL,
  PRIMARY KEY (case_id, issuer)
) STRICT;
CREATE TABLE IF NOT EXISTS share_given (
  case_id TEXT NOT NULL REFERENCES release_note (case_id),
  issuer INTEGER NOT NULL,
  officer INTEGER NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY (case_id, issuer, officer)
) STRICT;`;

const overSql = `SELECT DISTINCT learned.case_id FROM learned
  JOIN disclosure ON disclosure.key = learned.case_id
  JOIN release_note ON release_note.case_id = learned.case_id
  WHERE (disclosure.state IN ('closed', 'denied', 'lapsed') OR release_note.records_end_at <= ?)`;

type Kind = "released" | "answered";
const associated = (caseId: string, issuer: number, kind: Kind | `share ${number}`): Uint8Array =>
  Buffer.from(`${caseId} ${issuer} ${kind}`);

const damaged = (caseId: string) =>
  new StoreUnavailable({ reason: "damaged", detail: `what ${caseId} has learned does not open` });

export const openLearned = Effect.fnUntraced(function* (store: StoreService, vault: VaultService) {
  yield* store.script(createSql);

  const write = (caseId: string, issuer: number, kind: Kind, key: SealKey, plain: Uint8Array) => {
    const sealed = sealBytes(key, plain, associated(caseId, issuer, kind), randomBytes);
    plain.fill(0);
    return store.run(
      `INSERT INTO learned (case_id, issuer, kind, sealed) VALUES (?, ?, ?, ?)
       ON CONFLICT (case_id, issuer) DO UPDATE SET kind = excluded.kind, sealed = excluded.sealed`,
      [caseId, issuer, kind, sealed],
    );
  };

  const keptKey = Effect.fnUntraced(function* (caseId: string) {
    const secret = yield* vault.get(caseId);
    return secret === undefined ? yield* damaged(caseId) : secret.bytes;
  });

  const note: Learned["note"] = Effect.fnUntraced(function* (caseId) {
    const [row] = yield* store.values(
      "SELECT records, records_end_at, refused_claims, logged FROM release_note WHERE case_id = ?",
      [caseId],
    );
    if (row === undefined) return undefined;
    const [records, recordsEndAt, refusedClaims, proof] = row;
    const logged = proof instanceof Uint8Array ? decodeProof(proof) : undefined;
    if (logged === undefined) return yield* damaged(caseId);
    return {
      records: Number(records),
      recordsEndAtMs: Number(recordsEndAt),
      refusedClaims: Number(refusedClaims),
      logged,
    };
  });

  const parts: Learned["parts"] = Effect.fnUntraced(function* (caseId, atMs) {
    const rows = yield* store.values("SELECT issuer, kind, sealed FROM learned WHERE case_id = ?", [caseId]);
    // A release without records has no key, because there is nothing to keep.
    if (rows.length === 0) {
      return (yield* note(caseId))?.records === 0 ? { released: [], answered: [] } : undefined;
    }
    const secret = yield* vault.get(caseId);
    if (secret === undefined || atMs >= secret.endsAtMs) return undefined;
    const key = importSealKey(secret.bytes);
    const released: ReleasedPart[] = [];
    const answered: AnsweredPart[] = [];
    for (const [issuer, kind, sealed] of rows) {
      const which = kind === "released" ? "released" : "answered";
      const bound = associated(caseId, Number(issuer), which);
      const plain = sealed instanceof Uint8Array ? openBytes(key, sealed, bound) : undefined;
      if (plain === undefined) return yield* damaged(caseId);
      const part = which === "released" ? decodeReleasedPart(plain) : decodeAnsweredPart(plain);
      plain.fill(0);
      if (part === undefined) return yield* damaged(caseId);
      if ("answers" in part) answered.push(part);
      else released.push(part);
    }
    return { released, answered };
  });

  return {
    note,
    parts,
    keepRelease: Effect.fnUntraced(function* (caseId, made, released, atMs, endsAtMs) {
      yield* store.run(
        `INSERT INTO release_note (case_id, at, records, records_end_at, refused_claims, logged)
          VALUES (?, ?, ?, ?, ?, ?)`,
        [caseId, atMs, made.records, made.recordsEndAtMs, made.refusedClaims, encodeProof(made.logged)],
      );
      if (released.length === 0) return;
      const bytes = randomBytes(keyBytes);
      yield* vault.put(caseId, bytes, endsAtMs);
      const key = importSealKey(bytes);
      bytes.fill(0);
      for (const part of released) {
        yield* write(caseId, part.issuer, "released", key, encodeReleasedPart(part));
      }
    }),
    keepAnswer: Effect.fnUntraced(function* (caseId, part, people) {
      const key = importSealKey(yield* keptKey(caseId));
      yield* write(caseId, part.issuer, "answered", key, encodeAnsweredPart(part));
      yield* store.run("DELETE FROM share_given WHERE case_id = ? AND issuer = ?", [caseId, part.issuer]);
      yield* store.run("UPDATE release_note SET people = people + ? WHERE case_id = ?", [people, caseId]);
    }),
    keepShares: Effect.fnUntraced(function* (caseId, issuer, officer, resealed) {
      const key = importSealKey(yield* keptKey(caseId));
      const bound = associated(caseId, issuer, `share ${officer}`);
      yield* store.run(
        `INSERT INTO share_given (case_id, issuer, officer, sealed) VALUES (?, ?, ?, ?)
          ON CONFLICT (case_id, issuer, officer) DO UPDATE SET sealed = excluded.sealed`,
        [caseId, issuer, officer, sealBytes(key, resealed, bound, randomBytes)],
      );
    }),
    shares: Effect.fnUntraced(function* (caseId, atMs) {
      const rows = yield* store.values(
        "SELECT issuer, officer, sealed FROM share_given WHERE case_id = ? ORDER BY issuer, officer",
        [caseId],
      );
      const given = new Map<number, Uint8Array[]>();
      const secret = rows.length === 0 ? undefined : yield* vault.get(caseId);
      if (secret === undefined || atMs >= secret.endsAtMs) return given;
      const key = importSealKey(secret.bytes);
      for (const [issuer, officer, sealed] of rows) {
        const bound = associated(caseId, Number(issuer), `share ${Number(officer)}`);
        const resealed = sealed instanceof Uint8Array ? openBytes(key, sealed, bound) : undefined;
        if (resealed === undefined) return yield* damaged(caseId);
        given.set(Number(issuer), [...(given.get(Number(issuer)) ?? []), resealed]);
      }
      return given;
    }),
    moveEnd: Effect.fnUntraced(function* (caseId, endsAtMs) {
      const secret = yield* vault.get(caseId);
      if (secret !== undefined) yield* vault.put(caseId, secret.bytes, endsAtMs);
    }),
    eraseOver: Effect.fnUntraced(function* (atMs, caseId) {
      const rows =
        caseId === undefined
          ? yield* store.values(overSql, [atMs])
          : yield* store.values(`${overSql} AND learned.case_id = ?`, [atMs, caseId]);
      const over = rows.map(([id]) => String(id));
      for (const id of over) yield* vault.erase(id);
      yield* store.runEach(
        "DELETE FROM share_given WHERE case_id = ?",
        over.map((id) => [id]),
      );
      yield* store.runEach(
        "DELETE FROM learned WHERE case_id = ?",
        over.map((id) => [id]),
      );
      return over;
    }),
  } satisfies Learned;
});
