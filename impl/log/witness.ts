// A party as the witness of the others' logs, over its own store: it remembers the last checkpoint of each log that it cosigned,
// in the same transaction in which it decides about the next, and keeps what a log signed against itself.
// What it has cosigned and kept everybody may read, so that an audit can lay the views of all parties side by side.
import { Clock, Context, Effect, Layer } from "effect";
import type { SigningKey } from "../protocol/ed25519.ts";
import { Store } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import { cosign } from "./cosignature.ts";
import { signatureLine, type NoteKey } from "./note.ts";
import type { WitnessAnswer } from "./witnesses.ts";
import { judge, originOf } from "./witnessing.ts";

export interface WitnessOptions {
  /** Its name in cosignatures: `entrylog/board`. */
  readonly name: string;
  /** Cosigns. */
  readonly key: SigningKey;
  /** The logs that it knows, each by the key it has pinned. */
  readonly logs: readonly NoteKey[];
}

/** What a witness has seen of one log. */
export interface WitnessedLog {
  readonly origin: string;
  /** The last checkpoint it cosigned, as the log signed it. */
  readonly checkpoint: string;
  /** Checkpoints under the log's signature that do not continue it, or were not shown to. */
  readonly evidence: readonly string[];
}

export class LogWitness extends Context.Service<
  LogWitness,
  {
    readonly pinned: NoteKey;
    /** Decides about a request as witnessrequest.ts writes it, and cosigns only what continues what it knows. */
    readonly addCheckpoint: (body: string) => Effect.Effect<WitnessAnswer, StoreUnavailable>;
    readonly witnessed: Effect.Effect<readonly WitnessedLog[], StoreUnavailable>;
  }
>()("entrylog/impl/log/LogWitness") {}

const sql = `
CREATE TABLE IF NOT EXISTS witnessed_log (
  origin TEXT PRIMARY KEY,
  note TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS witnessed_evidence (
  origin TEXT NOT NULL,
  note TEXT NOT NULL,
  seen_at INTEGER NOT NULL,
  PRIMARY KEY (origin, note)
) STRICT;
`;

/** More than enough to convict a log; the rest would only fill the disk. */
const evidenceMost = 16;

export const makeLogWitness = Effect.fnUntraced(function* (
  options: WitnessOptions,
): Effect.fn.Return<LogWitness["Service"], StoreUnavailable, Store> {
  const { name, key } = options;
  const store = yield* Store;
  yield* store.script(sql);
  const logs = new Map(options.logs.map((log) => [log.name, log]));

  const lastOf = (origin: string) =>
    Effect.map(store.values("SELECT note FROM witnessed_log WHERE origin = ?1", [origin]), ([row]) =>
      row === undefined ? undefined : String(row[0]),
    );

  const keepEvidence = Effect.fnUntraced(function* (origin: string, note: string, nowMs: number) {
    const rows = yield* store.values("SELECT count(*) FROM witnessed_evidence WHERE origin = ?1", [origin]);
    if (Number(rows[0]?.[0] ?? 0) >= evidenceMost) return;
    yield* store.run(
      "INSERT INTO witnessed_evidence (origin, note, seen_at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
      [origin, note, nowMs],
    );
  });

  const decide = Effect.fnUntraced(function* (body: string, origin: string) {
    const nowMs = yield* Clock.currentTimeMillis;
    const judgement = judge(body, logs.get(origin), yield* lastOf(origin));
    if (judgement.kind === "answer") {
      if (judgement.evidence !== undefined) yield* keepEvidence(origin, judgement.evidence, nowMs);
      return judgement.answer;
    }
    yield* store.run(
      "INSERT INTO witnessed_log (origin, note) VALUES (?1, ?2) ON CONFLICT (origin) DO UPDATE SET note = excluded.note",
      [origin, judgement.note],
    );
    return {
      kind: "cosigned",
      lines: signatureLine(cosign(judgement.text, nowMs, name, key)),
    } satisfies WitnessAnswer;
  });

  return LogWitness.of({
    pinned: { name, publicKey: key.publicKey },
    addCheckpoint: (body): Effect.Effect<WitnessAnswer, StoreUnavailable> => {
      const origin = originOf(body);
      return origin === undefined
        ? Effect.succeed({ kind: "refused", reason: "malformed" })
        : store.transaction(decide(body, origin));
    },
    witnessed: Effect.gen(function* () {
      const rows = yield* store.values("SELECT origin, note FROM witnessed_log ORDER BY origin");
      return yield* Effect.forEach(rows, ([origin, note]) =>
        Effect.map(
          store.values("SELECT note FROM witnessed_evidence WHERE origin = ?1 ORDER BY seen_at, note", [
            String(origin),
          ]),
          (evidence): WitnessedLog => ({
            origin: String(origin),
            checkpoint: String(note),
            evidence: evidence.map(([kept]) => String(kept)),
          }),
        ),
      );
    }),
  });
});

export const logWitnessLayer = (options: WitnessOptions): Layer.Layer<LogWitness, StoreUnavailable, Store> =>
  Layer.effect(LogWitness, makeLogWitness(options));
