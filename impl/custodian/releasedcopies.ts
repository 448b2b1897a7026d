/**
 * What was released under a case, kept until the case is over, so that an authority that lost the answer can ask for it again
 * and nothing has to be released twice. It lies sealed under a key of its own in the vault, which ends with the case or with
 * the first of its records, whichever is earlier; the rows follow. A copy is handed only to whom it was released.
 */
import { createHash } from "node:crypto";
import { Effect } from "effect";
import type { ReleasedPart } from "../protocol/contracts.ts";
import { FieldReader, joinFields, numberField } from "../protocol/fields.ts";
import { randomBytes } from "../protocol/randomness.ts";
import { decodeReleasedPart, encodeReleasedPart, lengthed, readLengthed } from "../protocol/releasedpart.ts";
import { importSealKey, keyBytes, openBytes, sealBytes } from "../store/sealedbytes.ts";
import type { StoreService } from "../store/store.ts";
import { StoreUnavailable } from "../store/unavailable.ts";
import type { VaultService } from "../store/vault.ts";

export const releasedCopySql = `
CREATE TABLE IF NOT EXISTS released_copy (
  case_id TEXT PRIMARY KEY,
  ends_at INTEGER NOT NULL,
  sealed BLOB NOT NULL
) STRICT;
`;

export interface ReleasedCopies {
  /** Inside the transaction of the release. */
  readonly keep: (
    caseId: string,
    parts: readonly ReleasedPart[],
    endsAtMs: number,
  ) => Effect.Effect<void, StoreUnavailable>;
  /** Undefined when it has come to its end. */
  readonly read: (
    caseId: string,
    nowMs: number,
  ) => Effect.Effect<readonly ReleasedPart[] | undefined, StoreUnavailable>;
  /** Erases the rows of copies that are over; their keys end in the vault by themselves. Answers how many. */
  readonly endDue: (nowMs: number) => Effect.Effect<number, StoreUnavailable>;
}

// A case's id may have letters that no name in a vault has.
const keyName = (caseId: string): string =>
  `release-${createHash("sha256").update(caseId).digest("hex").slice(0, 32)}`;

const encodeParts = (parts: readonly ReleasedPart[]): Uint8Array =>
  joinFields([numberField(parts.length, 2), ...parts.flatMap((part) => lengthed(encodeReleasedPart(part)))]);

const decodeParts = (bytes: Uint8Array): readonly ReleasedPart[] | undefined => {
  const reader = new FieldReader(bytes);
  const count = reader.number(2);
  const parts: ReleasedPart[] = [];
  while (parts.length < count && reader.left > 0) {
    const part = decodeReleasedPart(readLengthed(reader));
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return reader.complete && parts.length === count ? parts : undefined;
};

export const makeReleasedCopies = (store: StoreService, vault: VaultService): ReleasedCopies => ({
  keep: Effect.fnUntraced(function* (caseId, parts, endsAtMs) {
    const bytes = randomBytes(keyBytes);
    yield* vault.put(keyName(caseId), bytes, endsAtMs);
    const plain = encodeParts(parts);
    const sealed = sealBytes(importSealKey(bytes), plain, Buffer.from(caseId), randomBytes);
    bytes.fill(0);
    plain.fill(0);
    yield* store.run("INSERT INTO released_copy (case_id, ends_at, sealed) VALUES (?1, ?2, ?3)", [
      caseId,
      endsAtMs,
      sealed,
    ]);
  }),
  read: Effect.fnUntraced(function* (caseId, nowMs) {
    const [row] = yield* store.values("SELECT sealed FROM released_copy WHERE case_id = ?1", [caseId]);
    const secret = yield* vault.get(keyName(caseId));
    if (row === undefined || secret === undefined || nowMs >= secret.endsAtMs) return undefined;
    const plain =
      row[0] instanceof Uint8Array
        ? openBytes(importSealKey(secret.bytes), row[0], Buffer.from(caseId))
        : undefined;
    const parts = plain === undefined ? undefined : decodeParts(plain);
    plain?.fill(0);
    return parts ?? (yield* new StoreUnavailable({ reason: "damaged", detail: `the release of ${caseId}` }));
  }),
  endDue: (nowMs) => store.run("DELETE FROM released_copy WHERE ?1 >= ends_at", [nowMs]),
});
