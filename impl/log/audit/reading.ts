// Reads what everybody may read of the audited parties: each log from its checkpoints down to every entry, what each party has
// witnessed, and the custodian's counts. What cannot be read becomes a part of the copy and not a failure, so that one party
// that is away hides nothing of the others. It checks forms and nothing else.
import { Clock, Effect, Option, Schema } from "effect";
import type { Card } from "../../protocol/card.ts";
import { FieldReader } from "../../protocol/fields.ts";
import { CheckpointPage, WitnessedLogs } from "../../protocol/http/log.ts";
import { parseCheckpoint } from "../checkpoint.ts";
import { pinnedLogOf, witnessOfCard } from "../pinning.ts";
import { tilePath, tilesOfSize, type TilePlace } from "../tilepath.ts";
import { treeHashBytes } from "../treehash.ts";
import type { AuditedCopies, CountsCopy, LogCopy, WitnessCopy } from "./copies.ts";
import { SourceUnreadable, type AuditSource } from "./source.ts";

export interface AuditedParty {
  readonly card: Card;
  readonly source: AuditSource;
}

/** More entries than these are not read: a checkpoint may claim any number. */
const entriesMost = 10_000_000;
const pagesMost = 10_000;

const counts = { recorded: Schema.Int, live: Schema.Int, erased: Schema.Int };
const Counts = Schema.Struct({
  ...counts,
  days: Schema.Array(Schema.Struct({ date: Schema.String, ...counts })),
});

const jsonAt = Effect.fnUntraced(function* <A, I>(
  source: AuditSource,
  path: string,
  schema: Schema.Codec<A, I>,
): Effect.fn.Return<A, SourceUnreadable> {
  const text = Buffer.from(yield* source.read(path)).toString();
  const decoded = Schema.decodeUnknownOption(Schema.fromJsonString(schema))(text);
  return yield* Option.match(decoded, {
    onNone: () => Effect.fail(new SourceUnreadable({ detail: "it has another form than the contract's" })),
    onSome: (value) => Effect.succeed(value),
  });
});

/** The entries of a bundle: each behind its length in two bytes. */
const entriesIn = (bundle: Uint8Array): readonly Uint8Array[] => {
  const reader = new FieldReader(bundle);
  const entries: Uint8Array[] = [];
  while (reader.left > 0) entries.push(reader.bytes(reader.number(2)));
  return reader.complete ? entries : entries.slice(0, -1);
};

const hashesIn = (tile: Uint8Array): readonly Uint8Array[] =>
  Array.from({ length: Math.floor(tile.length / treeHashBytes) }, (_, place) =>
    tile.subarray(place * treeHashBytes, (place + 1) * treeHashBytes),
  );

/** Every cosigned checkpoint before the latest. */
const readHistory = Effect.fnUntraced(function* (source: AuditSource) {
  const checkpoints: string[] = [];
  let after = 0;
  for (let page = 0; page < pagesMost; page += 1) {
    const read = yield* jsonAt(source, `/log/checkpoints?after=${String(after)}`, CheckpointPage);
    checkpoints.push(...read.checkpoints);
    const last = parseCheckpoint(read.checkpoints.at(-1) ?? "")?.checkpoint.size ?? 0;
    // A page that does not go on would be read for ever.
    if (!(last > after)) break;
    after = last;
  }
  return checkpoints;
});

const readLog = Effect.fnUntraced(function* ({ card, source }: AuditedParty, cards: readonly Card[]) {
  const pinned = pinnedLogOf(card, cards);
  if (pinned === undefined) return undefined;
  const unreadable: string[] = [];
  /** What is read, or nothing and the reason among what is unreadable. */
  const orNothing = <A>(path: string, reading: Effect.Effect<A, SourceUnreadable>, nothing: A) =>
    Effect.catch(reading, ({ detail }) =>
      Effect.sync(() => {
        unreadable.push(`${source.place}${path} cannot be read: ${detail}.`);
        return nothing;
      }),
    );
  const tiles = (places: readonly TilePlace[], read: (bytes: Uint8Array) => readonly Uint8Array[]) =>
    Effect.map(
      Effect.forEach(places, (place) => {
        const path = `/log/tile/${tilePath(place)}`;
        return orNothing(path, Effect.map(source.read(path), read), []);
      }),
      (parts) => parts.flat(),
    );

  const latest = yield* orNothing(
    "/log/checkpoint",
    Effect.map(source.read("/log/checkpoint"), (bytes) => Buffer.from(bytes).toString()),
    undefined,
  );
  const history = yield* orNothing("/log/checkpoints", readHistory(source), []);
  const claimed = parseCheckpoint(latest ?? "")?.checkpoint.size ?? 0;
  if (claimed > entriesMost)
    unreadable.push(`${source.place} claims ${String(claimed)} entries, more than an audit reads.`);
  const size = Math.min(claimed, entriesMost);
  return {
    card,
    pinned,
    checkpoints: [...history.filter((note) => note !== latest), ...(latest === undefined ? [] : [latest])],
    entries: yield* tiles(tilesOfSize("entries", size), entriesIn),
    leafHashes: yield* tiles(tilesOfSize(0, size), hashesIn),
    unreadable,
  } satisfies LogCopy;
});

const readWitness = ({ card, source }: AuditedParty): Effect.Effect<WitnessCopy> =>
  jsonAt(source, "/log/witnessed", WitnessedLogs).pipe(
    Effect.map(({ logs }) => ({ card, logs, unreadable: [] })),
    Effect.catch(({ detail }) =>
      Effect.succeed({
        card,
        logs: [],
        unreadable: [`${source.place}/log/witnessed cannot be read: ${detail}.`],
      }),
    ),
  );

const readCounts = (parties: readonly AuditedParty[]): Effect.Effect<CountsCopy | undefined> => {
  const custodian = parties.find(({ card }) => card.kind === "custodian");
  return custodian === undefined
    ? Effect.undefined
    : Effect.catch(jsonAt(custodian.source, "/v1/counts", Counts), () => Effect.undefined);
};

const erasedIn = (counts: CountsCopy | undefined): number | undefined => counts?.erased;

/** A day that ends while the logs are read is seen in one place and not in the other: then all of it is read again. */
const attemptsMost = 3;

/** `cards` are all that the auditor has pinned; `savedAtMs` is when the copies were saved, unless they are read from the parties. */
export const readParties = Effect.fnUntraced(function* (
  parties: readonly AuditedParty[],
  cards: readonly Card[],
  savedAtMs?: number,
): Effect.fn.Return<AuditedCopies> {
  for (let attempt = 1; ; attempt += 1) {
    const before = yield* readCounts(parties);
    // Witnesses first: what they have cosigned by then, a log that is read later must show.
    const witnesses = yield* Effect.forEach(
      parties.filter(({ card }) => witnessOfCard(card) !== undefined),
      readWitness,
    );
    const logs = yield* Effect.forEach(parties, (party) => readLog(party, cards));
    const counted = yield* readCounts(parties);
    const readAtMs = savedAtMs ?? (yield* Clock.currentTimeMillis);
    if (erasedIn(before) === erasedIn(counted) || attempt === attemptsMost)
      return { readAtMs, logs: logs.flatMap((log) => log ?? []), witnesses, counts: counted };
  }
});
