// How a log lies in a party's store: its entries, the hash of every complete subtree, and the checkpoints that were cosigned.
// Appending writes two hashes on the average and reads one, a proof reads as many as the tree is high, whatever its size.
// Only keptlog.ts uses it. Nothing here is ever changed or deleted.
import { Effect } from "effect";
import type { StoreService } from "../store/store.ts";
import { StoreUnavailable } from "../store/unavailable.ts";
import { completedBy, hashOfRange, subtreesOf, type LeafRange, type Subtree } from "./subtrees.ts";
import { hashLeaf, hashNode } from "./treehash.ts";

export const logSql = `
CREATE TABLE IF NOT EXISTS log_entry (
  place INTEGER PRIMARY KEY CHECK (place >= 0),
  entry BLOB NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS log_hash (
  -- Level and place of a complete subtree in one number: see nodeOf.
  node INTEGER PRIMARY KEY,
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE TABLE IF NOT EXISTS log_checkpoint (
  size INTEGER PRIMARY KEY,
  note TEXT NOT NULL
) STRICT;
`;

/** Room for a place, so that a level's hashes lie side by side and a number holds both. */
const placesOfLevel = 2 ** 44;
const nodeOf = ({ level, index }: Subtree): number => level * placesOfLevel + index;

const damaged = new StoreUnavailable({ reason: "damaged", detail: "a hash of the log is missing" });

const bytesIn = (value: unknown): Uint8Array => (value instanceof Uint8Array ? value : new Uint8Array());

export interface LogTables {
  readonly size: Effect.Effect<number, StoreUnavailable>;
  /** Inside a transaction; answers the place. */
  readonly append: (entry: Uint8Array) => Effect.Effect<number, StoreUnavailable>;
  readonly entry: (place: number) => Effect.Effect<Uint8Array | undefined, StoreUnavailable>;
  readonly entries: (from: number, until: number) => Effect.Effect<readonly Uint8Array[], StoreUnavailable>;
  /** The hashes of ranges of leaves, read at once. */
  readonly hashes: (ranges: readonly LeafRange[]) => Effect.Effect<readonly Uint8Array[], StoreUnavailable>;
  /** Neighbouring subtrees of one level. */
  readonly row: (
    level: number,
    from: number,
    until: number,
  ) => Effect.Effect<readonly Uint8Array[], StoreUnavailable>;
  readonly keepCheckpoint: (size: number, note: string) => Effect.Effect<void, StoreUnavailable>;
  readonly lastCheckpoint: Effect.Effect<
    { readonly size: number; readonly note: string } | undefined,
    StoreUnavailable
  >;
  readonly checkpointsAfter: (
    size: number,
    most: number,
  ) => Effect.Effect<readonly string[], StoreUnavailable>;
}

export const makeLogTables = (store: StoreService): LogTables => {
  const size = Effect.map(store.values("SELECT place FROM log_entry ORDER BY place DESC LIMIT 1"), ([row]) =>
    row === undefined ? 0 : Number(row[0]) + 1,
  );

  const readNodes = Effect.fnUntraced(function* (subtrees: readonly Subtree[]) {
    const nodes = [...new Set(subtrees.map(nodeOf))];
    const rows = yield* store.values(
      `SELECT node, hash FROM log_hash WHERE ${store.dialect.isOneOf("node", "?1")}`,
      [JSON.stringify(nodes)],
    );
    const found = new Map(rows.map(([node, hash]) => [Number(node), bytesIn(hash)]));
    return (subtree: Subtree) => found.get(nodeOf(subtree));
  });

  return {
    size,
    append: Effect.fnUntraced(function* (entry) {
      const place = yield* size;
      let hash = hashLeaf(entry);
      const written: [number, Uint8Array][] = [[nodeOf({ level: 0, index: place }), hash]];
      const completed = completedBy(place);
      const read = yield* readNodes(
        completed.map(({ level, index }) => ({ level: level - 1, index: index * 2 })),
      );
      for (const subtree of completed) {
        const left = read({ level: subtree.level - 1, index: subtree.index * 2 });
        if (left === undefined) return yield* damaged;
        hash = hashNode(left, hash);
        written.push([nodeOf(subtree), hash]);
      }
      yield* store.run("INSERT INTO log_entry (place, entry) VALUES (?1, ?2)", [place, entry]);
      yield* store.runEach("INSERT INTO log_hash (node, hash) VALUES (?1, ?2)", written);
      return place;
    }),
    entry: (place) =>
      Effect.map(store.values("SELECT entry FROM log_entry WHERE place = ?1", [place]), ([row]) =>
        row === undefined ? undefined : bytesIn(row[0]),
      ),
    entries: (from, until) =>
      Effect.map(
        store.values("SELECT entry FROM log_entry WHERE place >= ?1 AND place < ?2 ORDER BY place", [
          from,
          until,
        ]),
        (rows) => rows.map(([entry]) => bytesIn(entry)),
      ),
    hashes: Effect.fnUntraced(function* (ranges) {
      const read = yield* readNodes(ranges.flatMap(subtreesOf));
      const hashes = ranges.flatMap((range) => hashOfRange(range, read) ?? []);
      return hashes.length === ranges.length ? hashes : yield* damaged;
    }),
    row: (level, from, until) =>
      Effect.map(
        store.values("SELECT hash FROM log_hash WHERE node >= ?1 AND node < ?2 ORDER BY node", [
          nodeOf({ level, index: from }),
          nodeOf({ level, index: until }),
        ]),
        (rows) => rows.map(([hash]) => bytesIn(hash)),
      ),
    keepCheckpoint: (ofSize, note) =>
      Effect.asVoid(
        store.run(
          "INSERT INTO log_checkpoint (size, note) VALUES (?1, ?2) ON CONFLICT (size) DO UPDATE SET note = excluded.note",
          [ofSize, note],
        ),
      ),
    lastCheckpoint: Effect.map(
      store.values("SELECT size, note FROM log_checkpoint ORDER BY size DESC LIMIT 1"),
      ([row]) => (row === undefined ? undefined : { size: Number(row[0]), note: String(row[1]) }),
    ),
    checkpointsAfter: (ofSize, most) =>
      Effect.map(
        store.values("SELECT note FROM log_checkpoint WHERE size > ?1 ORDER BY size LIMIT ?2", [
          ofSize,
          most,
        ]),
        (rows) => rows.map(([note]) => String(note)),
      ),
  };
};
