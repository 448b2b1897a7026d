/**
 * The registry of notices: every version that was in force at this issuer, with its text, its hash and since when.
 * The one in force is the policy's; older ones stay, so that a consent of then can be read. A notice is public and names nobody.
 * It is written when the issuer starts; a version that came back with another text is another notice with another hash.
 */
import { Effect, Option } from "effect";
import type { PolicyNumbers } from "../generated/policy.ts";
import type { NoticeText } from "../protocol/notice.ts";
import { noticeHash, noticeLine, noticeOfLine } from "../protocol/noticehash.ts";
import { unlessOtherLaw } from "../store/erasingonly.ts";
import type { StoreService } from "../store/store.ts";
import { StoreUnavailable } from "../store/unavailable.ts";
import type { NoticeAgreedTo } from "./consentrecords.ts";
import { noticeText } from "./noticetext.ts";

export const noticeSql = `CREATE TABLE IF NOT EXISTS notice (
  hash TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  line TEXT NOT NULL,
  since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;

export interface RegisteredNotice extends NoticeAgreedTo {
  readonly text: NoticeText;
}

export interface Notices {
  readonly inForce: RegisteredNotice;
  /** A notice by its hash; undefined when it never was in force here. */
  readonly byHash: (hash: string) => Effect.Effect<NoticeText | undefined, StoreUnavailable>;
}

const damaged = new StoreUnavailable({ reason: "damaged", detail: "a notice of the registry" });

export const openNotices = Effect.fnUntraced(function* (
  store: StoreService,
  policy: PolicyNumbers,
  nowMs: number,
) {
  const text = noticeText(policy.noticeVersion, policy);
  const hash = noticeHash(text);
  // Where no consent is taken, no notice is needed either.
  yield* unlessOtherLaw(
    store.run("INSERT INTO notice (hash, version, line, since) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", [
      hash,
      text.version,
      noticeLine(text),
      nowMs,
    ]),
  );
  return {
    inForce: { hash, version: text.version, purposes: text.purposes.map(({ id }) => id), text },
    byHash: Effect.fnUntraced(function* (wanted) {
      if (wanted === hash) return text;
      const [row] = yield* store.values("SELECT line FROM notice WHERE hash = ?1", [wanted]);
      if (row === undefined) return undefined;
      const read = noticeOfLine(String(row[0]));
      return Option.isSome(read) ? read.value : yield* damaged;
    }),
  } satisfies Notices;
});
