// What both stores promise alike: all or nothing, one at a time, and mistakes of ours told apart from a place that is at fault.
// The project of the suites on both stores runs it a second time, over PostgreSQL.
import { join } from "node:path";
import { Cause, Effect, Exit, Fiber } from "effect";
import { describe, expect, it } from "vitest";
import { makeBulkInsert } from "../../../impl/store/bulkinsert.ts";
import { SqlClient, isSqlError } from "../../../impl/store/sql.ts";
import { Store, type StoreService } from "../../../impl/store/store.ts";
import { freshFolder } from "./freshfolder.ts";
import { partyStore } from "./partystore.ts";

const create = "CREATE TABLE IF NOT EXISTS visit (id INTEGER PRIMARY KEY, sealed TEXT NOT NULL) STRICT";

const withStore = <A, E>(file: string, use: (store: StoreService) => Effect.Effect<A, E>) =>
  Effect.runPromiseExit(
    Effect.gen(function* () {
      const store = yield* Store;
      yield* store.script(create);
      return yield* use(store);
    }).pipe(Effect.provide(partyStore({ file }))),
  );

const held = <A, E>(exit: Exit.Exit<A, E>): A => {
  if (Exit.isSuccess(exit)) return exit.value;
  throw new Error(Cause.pretty(exit.cause));
};

const insert = (store: StoreService, id: number, sealed = "x") =>
  store.run("INSERT INTO visit (id, sealed) VALUES (?, ?)", [id, sealed]);
const count = (store: StoreService) =>
  Effect.map(store.values("SELECT count(*) FROM visit"), ([row]) => row?.[0]);

describe("a store", () => {
  it("rolls back on a failure, a defect and an interruption", async () => {
    const file = join(freshFolder(), "a.sqlite");
    const left = await withStore(file, (store) =>
      Effect.gen(function* () {
        const failure = yield* Effect.exit(
          store.transaction(Effect.andThen(insert(store, 1), Effect.fail("no"))),
        );
        expect(failure).toEqual(Exit.fail("no"));
        yield* Effect.exit(store.transaction(Effect.andThen(insert(store, 2), Effect.die("mistake"))));
        const fiber = yield* Effect.forkChild(
          store.transaction(Effect.andThen(insert(store, 3), Effect.never)),
        );
        yield* Effect.yieldNow;
        yield* Effect.yieldNow;
        yield* Fiber.interrupt(fiber);
        return yield* count(store);
      }),
    );
    expect(held(left)).toBe(0);
  });

  it("lets no statement of another fiber into an open transaction", async () => {
    const file = join(freshFolder(), "a.sqlite");
    const seen = await withStore(file, (store) =>
      Effect.gen(function* () {
        const open = store.transaction(
          Effect.gen(function* () {
            yield* insert(store, 1);
            for (let turn = 0; turn < 20; turn += 1) yield* Effect.yieldNow;
            return yield* Effect.fail("no");
          }),
        );
        const [, other] = yield* Effect.all(
          [Effect.exit(open), Effect.andThen(Effect.yieldNow, count(store))],
          {
            concurrency: "unbounded",
          },
        );
        return other;
      }),
    );
    expect(held(seen)).toBe(0);
  });

  it("serves effect/sql's own statements over the same connection", async () => {
    const file = join(freshFolder(), "a.sqlite");
    const program = Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient;
      const store = yield* Store;
      yield* store.script(create);
      yield* sql.withTransaction(
        Effect.gen(function* () {
          yield* sql`INSERT INTO visit ${sql.insert([
            { id: 7, sealed: "a" },
            { id: 8, sealed: "b" },
          ])}`;
          expect(yield* count(store)).toBe(2);
          // Inside another transaction ours is a savepoint: it fails alone.
          yield* Effect.exit(store.transaction(Effect.andThen(insert(store, 9), Effect.fail("no"))));
        }),
      );
      const clash = yield* Effect.flip(sql`INSERT INTO visit (id, sealed) VALUES (${7}, ${"c"})`);
      expect(isSqlError(clash) && clash.reason._tag).toMatch(/^(ConstraintError|UniqueViolation)$/);
      return yield* sql<{ id: number }>`SELECT id FROM visit ORDER BY id`;
    });
    const rows = await Effect.runPromise(Effect.provide(program, partyStore({ file })));
    expect(rows.map(({ id }) => id)).toEqual([7, 8]);
  });

  it("says that a statement SQL refuses is a mistake of ours, not of the disk", async () => {
    const exit = await withStore(join(freshFolder(), "a.sqlite"), (store) =>
      Effect.andThen(insert(store, 1), insert(store, 1)),
    );
    expect(Exit.isFailure(exit) && Cause.hasDies(exit.cause)).toBe(true);
  });

  it("gives whole numbers, texts, bytes and nothing back as they were given, and finds them by lists", async () => {
    const bytes = Uint8Array.from({ length: 300 }, (_, place) => place % 256);
    const seen = await withStore(join(freshFolder(), "a.sqlite"), (store) =>
      Effect.gen(function* () {
        yield* store.script(
          "CREATE TABLE given (key TEXT PRIMARY KEY, whole INTEGER, bytes BLOB) STRICT, WITHOUT ROWID; CREATE INDEX given_whole ON given (whole);",
        );
        const changed = yield* store.runEach("INSERT INTO given VALUES (?, ?, ?)", [
          ["a", 1_593_558_000_000, bytes],
          ["B", -9_007_199_254_740_991, new Uint8Array(0)],
          ["가", null, null],
        ]);
        const { texts, isOneOf } = store.dialect;
        return {
          changed,
          // By their bytes, whatever the language of the server.
          all: yield* store.values("SELECT key, whole, bytes FROM given ORDER BY key"),
          byTexts: yield* store.values(`SELECT whole FROM given WHERE key IN ${texts("?1")}`, ['["a","x"]']),
          byWholes: yield* store.all(`SELECT key FROM given WHERE ${isOneOf("whole", "?1")}`, [
            "[1593558000000,7]",
          ]),
          twice: yield* store.run(
            "UPDATE given SET whole = ?2 WHERE whole = ?1 OR whole = ?2",
            [1_593_558_000_000, 5],
          ),
        };
      }),
    );
    expect(held(seen)).toEqual({
      changed: 3,
      all: [
        ["B", -9_007_199_254_740_991, new Uint8Array(0)],
        ["a", 1_593_558_000_000, bytes],
        ["가", null, null],
      ],
      byTexts: [[1_593_558_000_000]],
      byWholes: [{ key: "a" }],
      twice: 1,
    });
  });

  it("writes in bulk what single statements would write, and reads it back as one value a column", async () => {
    const rows = 37;
    const seen = await withStore(join(freshFolder(), "a.sqlite"), (store) =>
      Effect.gen(function* () {
        yield* store.script(
          'CREATE TABLE many (place INTEGER PRIMARY KEY, "endsAt" INTEGER, word TEXT NOT NULL, bytes BLOB NOT NULL) STRICT',
        );
        const bulk = makeBulkInsert(store, "many", [
          { name: "place", kind: "whole" },
          { name: '"endsAt"', kind: "whole" },
          { name: "word", kind: "text" },
          { name: "bytes", kind: "bytes", each: 3 },
        ]);
        const places = Float64Array.from({ length: rows }, (_, place) => place * 10_000_000_000);
        yield* bulk(rows, [
          places,
          places.map((place, index) => (index % 2 === 0 ? place : NaN)),
          Array.from(places, (place) => `{"${String(place)}\\`),
          Uint8Array.from({ length: rows * 3 }, (_, index) => index),
        ]);
        yield* bulk(0, [new Float64Array(0), new Float64Array(0), [], new Uint8Array(0)]);
        const { wholesOf, wholesIn, bytesOf } = store.dialect;
        const [row] = yield* store.values(
          `SELECT ${wholesOf("place")}, ${bytesOf("bytes")} FROM many WHERE place > 100000000000`,
        );
        const [none] = yield* store.values(`SELECT ${wholesOf("place")} FROM many WHERE place < 0`);
        return {
          third: yield* store.values("SELECT * FROM many WHERE place = 30000000000"),
          places: wholesIn(row?.[0]),
          bytes: row?.[1],
          none: wholesIn(none?.[0]),
          nulls: yield* store.values('SELECT count(*) FROM many WHERE "endsAt" IS NULL'),
        };
      }),
    );
    const { third, places, bytes, none, nulls } = held(seen);
    expect(third).toEqual([[30_000_000_000, null, '{"30000000000\\', new Uint8Array([9, 10, 11])]]);
    expect(places).toEqual(Array.from({ length: 26 }, (_, index) => (index + 11) * 10_000_000_000));
    expect(bytes).toEqual(Uint8Array.from({ length: 78 }, (_, index) => index + 33));
    expect(none).toEqual([]);
    expect(nulls).toEqual([[18]]);
  });

  it("knows its tables", async () => {
    const seen = await withStore(join(freshFolder(), "a.sqlite"), (store) =>
      Effect.gen(function* () {
        yield* store.script("CREATE TABLE day_20200702 (id INTEGER); CREATE TABLE day_20200701 (id INTEGER)");
        yield* store.script(
          "CREATE TABLE day_count (id INTEGER); CREATE VIEW day_view AS SELECT id FROM day_count;",
        );
        const { hasTable, tablesNumbered, bytesInUse } = store.dialect;
        const has = (name: string) => Effect.map(store.values(hasTable, [name]), (rows) => rows.length);
        return [
          yield* store.values(tablesNumbered("day_")),
          yield* has("day_count"),
          yield* has("day_view"),
          yield* has("nothing"),
          Number((yield* store.values(bytesInUse))[0]?.[0]) > 8_000,
        ];
      }),
    );
    expect(held(seen)).toEqual([[["day_20200701"], ["day_20200702"]], 1, 0, 0, true]);
  });
});
