// What a store says about itself: the version of its tables, and the law under which it was made.
// Both stores ask it as they open, before anyone else. A store of an older version is brought forward in one transaction;
// one of a newer version is refused; one of another law goes on erasing and takes nothing new, until it is migrated.
// effect/sql's Migrator is not used: it lets a newer store pass in silence, and writes down the server's time of day.
import { Effect } from "effect";
import { modelHash } from "../generated/stamp.ts";
import { erasingOnly } from "./erasingonly.ts";
import type { StoreService } from "./store.ts";
import { StoreUnavailable } from "./unavailable.ts";

export interface StoreMigration {
  /** The version that the store has afterwards. */
  readonly to: number;
  readonly what: string;
  readonly carryOut: (store: StoreService) => Effect.Effect<void, StoreUnavailable>;
}

/** Every step that a store of an earlier version needs, in order; the last one is this program's version. */
export const storeMigrations: ReadonlyArray<StoreMigration> = [
  {
    to: 1,
    what: "a key of tables with one row was named in a word that PostgreSQL keeps for itself",
    carryOut: Effect.fnUntraced(function* (store) {
      for (const table of ["last_instant", "registration"]) {
        if ((yield* store.values(store.dialect.hasTable, [table])).length > 0)
          yield* store.script(`ALTER TABLE ${table} RENAME COLUMN "only" TO single`);
      }
    }),
  },
  {
    to: 2,
    what: "a visit's venue and instants went from columns of their own into its encrypted payload",
    carryOut: Effect.fnUntraced(function* (store) {
      // Only with the keys of the days could they be taken over, and those no store may see.
      const [visits] = yield* store.values(store.dialect.tablesNumbered("visit_"));
      if (visits !== undefined)
        return yield* new StoreUnavailable({ reason: "older", detail: `the table ${String(visits[0])}` });
      yield* store.script("DROP TABLE IF EXISTS dispute");
      const columns = (yield* store.values(store.dialect.columns, ["day_count"])).map(([name]) => name);
      if (columns.length > 0 && !columns.includes("last_position"))
        yield* store.script("ALTER TABLE day_count ADD COLUMN last_position INTEGER NOT NULL DEFAULT 0");
    }),
  },
];

export interface VersionOptions {
  readonly migrations: ReadonlyArray<StoreMigration>;
  readonly law: string;
}

const thisProgram: VersionOptions = { migrations: storeMigrations, law: modelHash };

const createSql = `CREATE TABLE IF NOT EXISTS store_version (
  single INTEGER PRIMARY KEY CHECK (single = 1),
  version INTEGER NOT NULL CHECK (version >= 0),
  law TEXT NOT NULL
) STRICT;`;

const unknownLaw = "unknown";

/** What the store says; what it was before it said anything is version 0, of an unknown law. */
const spoken = Effect.fnUntraced(function* (store: StoreService, { migrations, law }: VersionOptions) {
  const newest = migrations.at(-1)?.to ?? 0;
  const isNew = (yield* store.values(store.dialect.tables)).length === 0;
  yield* store.script(createSql);
  const [row] = yield* store.values("SELECT version, law FROM store_version");
  if (row !== undefined) return { version: Number(row[0]), law: String(row[1]), newest };
  const made = isNew ? { version: newest, law } : { version: 0, law: unknownLaw };
  yield* store.run("INSERT INTO store_version VALUES (1, ?1, ?2)", [made.version, made.law]);
  return { ...made, newest };
});

/** The store as this program may use it. */
export const openVersion = (
  store: StoreService,
  options: VersionOptions = thisProgram,
): Effect.Effect<StoreService, StoreUnavailable> =>
  store.transaction(
    Effect.gen(function* () {
      const { version, newest, law } = yield* spoken(store, options);
      if (version > newest)
        return yield* new StoreUnavailable({
          reason: "newer",
          detail: `the store has version ${String(version)}, this program knows ${String(newest)}`,
        });
      for (const migration of options.migrations) {
        if (migration.to <= version) continue;
        yield* migration.carryOut(store);
        yield* store.run("UPDATE store_version SET version = ?1", [migration.to]);
      }
      return law === options.law ? store : erasingOnly(store);
    }),
  );
