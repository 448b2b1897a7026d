// A transparency log over a party's store: entries appended in the party's own transactions, checkpoints signed under its log
// key, cosigned by the other parties, and kept once enough have. After a crash it goes on from what the store holds: an entry
// is there exactly when what it tells has happened. A checkpoint that too few have cosigned is never shown to anyone else.
import { Effect, Layer, Semaphore } from "effect";
import type { SigningKey } from "../protocol/ed25519.ts";
import { joinFields, numberField } from "../protocol/fields.ts";
import { encodeEntry } from "../protocol/logentries.ts";
import { Store } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import { signCheckpoint } from "./checkpoint.ts";
import { cosignersOf } from "./cosignature.ts";
import { gather } from "./gathering.ts";
import type { LogProof } from "./logproof.ts";
import { logSql, makeLogTables } from "./logtables.ts";
import { formatNote, parseNote } from "./note.ts";
import { consistencyRanges, inclusionRanges } from "./subtrees.ts";
import { ProofUnavailable, TransparencyLog } from "./transparencylog.ts";
import { emptyTreeRoot } from "./treehash.ts";
import type { WitnessPort } from "./witnesses.ts";

export interface LogOptions {
  /** Its name, unique among all logs: `entrylog/custodian`. */
  readonly origin: string;
  /** Signs its checkpoints. */
  readonly key: SigningKey;
  /** The other parties that cosign. */
  readonly witnesses: readonly WitnessPort[];
  /** How many of them must, before anything rests on a checkpoint. */
  readonly witnessesRequired: number;
}

/** How many checkpoints are handed out at once. */
export const checkpointsMost = 256;
export const tileWidthMost = 256;
const tileHeight = 8;

interface Published {
  readonly size: number;
  readonly note: string;
}

export const makeKeptLog = Effect.fnUntraced(function* (
  options: LogOptions,
): Effect.fn.Return<TransparencyLog["Service"], StoreUnavailable, Store> {
  const { origin, key, witnesses, witnessesRequired } = options;
  const store = yield* Store;
  yield* store.script(logSql);
  const tables = makeLogTables(store);
  const oneAtATime = (yield* Semaphore.make(1)).withPermit;
  const seen = new Map<string, number>();
  const pinnedWitnesses = witnesses.map(({ pinned }) => pinned);

  /** A note kept when other witnesses were required counts only if it has enough of those required now. */
  const suffices = (note: string): boolean => {
    const parsed = parseNote(note);
    return parsed !== undefined && cosignersOf(parsed, pinnedWitnesses).length >= witnessesRequired;
  };
  const published = Effect.map(tables.lastCheckpoint, (last) =>
    last !== undefined && suffices(last.note) ? last : undefined,
  );

  const rootOf = (size: number) =>
    Effect.map(tables.hashes([{ from: 0, until: size }]), ([root = emptyTreeRoot]) => root);

  /** Has the whole tree of now cosigned, unless a checkpoint beyond `index` has been already. */
  const publishBeyond = (index: number): Effect.Effect<Published, ProofUnavailable | StoreUnavailable> =>
    Effect.gen(function* () {
      const before = yield* published;
      if (before !== undefined && before.size > index) return before;
      const size = yield* tables.size;
      const gathered = yield* gather({
        note: signCheckpoint({ origin, size, root: yield* rootOf(size) }, key),
        size,
        witnesses,
        enough: witnessesRequired,
        proofFrom: (oldSize) => tables.hashes(consistencyRanges(oldSize, size)),
        seen,
      });
      if (gathered.cosigners < witnessesRequired)
        return yield* new ProofUnavailable({
          cosigners: gathered.cosigners,
          required: witnessesRequired,
          detail: gathered.detail,
        });
      const note = formatNote(gathered.note);
      yield* tables.keepCheckpoint(size, note);
      return { size, note };
    }).pipe(oneAtATime);

  const proofOf = Effect.fnUntraced(function* (
    index: number,
  ): Effect.fn.Return<LogProof, ProofUnavailable | StoreUnavailable> {
    const entry = yield* tables.entry(index);
    if (entry === undefined)
      return yield* Effect.die(new Error("a proof was asked of an entry that is not there"));
    const { size, note } = yield* publishBeyond(index);
    return { entry, index, path: yield* tables.hashes(inclusionRanges(index, size)), checkpoint: note };
  });

  const publish = Effect.gen(function* () {
    const size = yield* tables.size;
    if (size > 0) yield* publishBeyond(size - 1);
  });

  /** Whether the published tree has a tile's first so many subtrees. */
  const isPublished = (level: number, until: number) =>
    Effect.map(published, (last) => last !== undefined && until * 2 ** (level * tileHeight) <= last.size);

  return TransparencyLog.of({
    pinned: { name: origin, publicKey: key.publicKey },
    append: (entry) => store.transaction(tables.append(encodeEntry(entry))),
    proofOf,
    publish,
    reading: {
      checkpoint: Effect.map(
        published,
        (last) => last?.note ?? formatNote(signCheckpoint({ origin, size: 0, root: emptyTreeRoot }, key)),
      ),
      checkpointsAfter: (size) => tables.checkpointsAfter(size, checkpointsMost),
      tile: Effect.fnUntraced(function* (level, index, width) {
        const from = index * tileWidthMost;
        if (!(yield* isPublished(level, from + width))) return undefined;
        return joinFields(yield* tables.row(level * tileHeight, from, from + width));
      }),
      entries: Effect.fnUntraced(function* (index, width) {
        const from = index * tileWidthMost;
        if (!(yield* isPublished(0, from + width))) return undefined;
        const entries = yield* tables.entries(from, from + width);
        return joinFields(entries.flatMap((entry) => [numberField(entry.length, 2), entry]));
      }),
    },
  });
});

export const keptLogLayer = (options: LogOptions): Layer.Layer<TransparencyLog, StoreUnavailable, Store> =>
  Layer.effect(TransparencyLog, makeKeptLog(options));
