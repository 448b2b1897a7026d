/**
 * What an issuer answered under a case, kept until the case is over, so that an authority that lost the answer can ask for it again
 * and nothing is opened twice. It is sealed to the two officers already; here it lies under a key of its own in the vault besides,
 * which ends with the case or with the first day of its records, so that no copy of it outlives them.
 * It is handed only to a request of the same officers for the same records of the same release.
 */
import { createHash } from "node:crypto";
import { Effect } from "effect";
import type { JoinAnswer } from "../protocol/contracts.ts";
import type { CheckedJoin, JoinRequest } from "../protocol/disclosure.ts";
import { FieldReader, hexOf, joinFields, numberField } from "../protocol/fields.ts";
import { randomBytes } from "../protocol/randomness.ts";
import { recordHash } from "../protocol/release.ts";
import { lengthed, readEach, readLengthed } from "../protocol/releasedpart.ts";
import { importSealKey, keyBytes, openBytes, sealBytes } from "../store/sealedbytes.ts";
import type { StoreService } from "../store/store.ts";
import { StoreUnavailable } from "../store/unavailable.ts";
import type { VaultService } from "../store/vault.ts";

export const answeredSql = `CREATE TABLE IF NOT EXISTS answered (
  release TEXT PRIMARY KEY,
  case_id TEXT NOT NULL,
  answered_at INTEGER NOT NULL,
  lapses_at INTEGER NOT NULL,
  records INTEGER NOT NULL,
  asked TEXT NOT NULL,
  sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS answered_on (
  day INTEGER PRIMARY KEY,
  records INTEGER NOT NULL CHECK (records >= 0)
) STRICT;
`;

export interface AnswerBefore {
  /** What was asked, and by whom. */
  readonly asked: string;
  readonly sealed: Uint8Array;
}

export interface AnswerCopies {
  readonly find: (release: string) => Effect.Effect<AnswerBefore | undefined, StoreUnavailable>;
  /** Undefined when its key has come to its end. */
  readonly open: (
    release: string,
    before: AnswerBefore,
    nowMs: number,
  ) => Effect.Effect<JoinAnswer | undefined, StoreUnavailable>;
  /** Records answered on a Seoul day so far (clause C7). */
  readonly answeredOn: (day: number) => Effect.Effect<number, StoreUnavailable>;
  /** Inside the transaction of the answer. */
  readonly keep: (kept: {
    readonly release: string;
    readonly join: CheckedJoin;
    readonly asked: string;
    readonly records: number;
    readonly answer: JoinAnswer;
    readonly day: number;
    readonly nowMs: number;
    readonly endsAtMs: number;
  }) => Effect.Effect<void, StoreUnavailable>;
}

/** The same officers and the same records, whatever their order and however the shares were sealed this time. */
export const askedOf = ({ records }: JoinRequest, officers: readonly number[]): string => {
  const hash = createHash("sha256");
  for (const name of records.map((record) => hexOf(recordHash(record))).sort()) hash.update(name);
  return `${[...officers].sort((one, other) => one - other).join(" ")} ${hash.digest("hex")}`;
};

const encodeAnswers = ({ answers, people }: JoinAnswer): Uint8Array =>
  joinFields([
    numberField(people, 4),
    numberField(answers.length, 1),
    ...answers.flatMap(({ officer, bytes }) => [numberField(officer, 2), ...lengthed(bytes)]),
  ]);

const decodeAnswers = (bytes: Uint8Array): JoinAnswer | undefined => {
  const reader = new FieldReader(bytes);
  const people = reader.number(4);
  const answers = readEach(reader, reader.number(1), () => ({
    officer: reader.number(2),
    bytes: readLengthed(reader),
  }));
  return reader.complete ? { answers, people } : undefined;
};

const keyName = (release: string): string => `answer-${release.slice(0, 32)}`;

export const makeAnswerCopies = (store: StoreService, vault: VaultService): AnswerCopies => ({
  find: (release) =>
    Effect.map(store.values("SELECT asked, sealed FROM answered WHERE release = ?1", [release]), ([row]) =>
      row === undefined
        ? undefined
        : { asked: String(row[0]), sealed: row[1] instanceof Uint8Array ? row[1] : new Uint8Array(0) },
    ),
  open: Effect.fnUntraced(function* (release, { sealed }, nowMs) {
    const secret = yield* vault.get(keyName(release));
    if (secret === undefined || nowMs >= secret.endsAtMs) return undefined;
    const plain = openBytes(importSealKey(secret.bytes), sealed, Buffer.from(release));
    const answer = plain === undefined ? undefined : decodeAnswers(plain);
    return answer ?? (yield* new StoreUnavailable({ reason: "damaged", detail: "an answer does not open" }));
  }),
  answeredOn: (day) =>
    Effect.map(store.values("SELECT records FROM answered_on WHERE day = ?1", [day]), ([row]) =>
      Number(row?.[0] ?? 0),
    ),
  keep: Effect.fnUntraced(function* ({ release, join, asked, records, answer, day, nowMs, endsAtMs }) {
    const bytes = randomBytes(keyBytes);
    yield* vault.put(keyName(release), bytes, endsAtMs);
    const plain = encodeAnswers(answer);
    const sealed = sealBytes(importSealKey(bytes), plain, Buffer.from(release), randomBytes);
    bytes.fill(0);
    yield* store.run(
      `INSERT INTO answered (release, case_id, answered_at, lapses_at, records, asked, sealed)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)`,
      [release, join.release.caseId, nowMs, join.release.lapsesAtMs, records, asked, sealed],
    );
    yield* store.run("DELETE FROM answered_on WHERE day < ?1", [day]);
    yield* store.run(
      `INSERT INTO answered_on (day, records) VALUES (?1, ?2)
        ON CONFLICT (day) DO UPDATE SET records = answered_on.records + excluded.records`,
      [day, records],
    );
  }),
});
