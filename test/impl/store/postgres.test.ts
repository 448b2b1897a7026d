// What only a server can do to a store: it goes away in the midst of things, cuts lines, is full, or writes nothing to disk.
// A server of its own is started, killed and started again. What both stores promise alike stands in store.test.ts.
import { join } from "node:path";
import { Cause, Effect, Exit, Redacted, Scope } from "effect";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPostgres, postgresLayer, type PostgresOptions } from "../../../impl/store/postgres.ts";
import { reactivityLayer } from "../../../impl/store/sql.ts";
import { Store, type StoreService } from "../../../impl/store/store.ts";
import type { StoreUnavailable } from "../../../impl/store/unavailable.ts";
import { type PostgresServer, startPostgres } from "../../../sim/postgres/server.ts";
import { withTool } from "../../with-tool.ts";
import { present } from "../protocol/hex.ts";
import { filesHolding } from "./freshfolder.ts";

const create = "CREATE TABLE IF NOT EXISTS visit (id INTEGER PRIMARY KEY, sealed TEXT NOT NULL) STRICT";
const insert = (store: StoreService, id: number, sealed = "x") =>
  store.run("INSERT INTO visit (id, sealed) VALUES (?, ?)", [id, sealed]);
const ids = (store: StoreService) =>
  Effect.map(store.values("SELECT id FROM visit ORDER BY id"), (rows) => rows.map(([id]) => Number(id)));

const unavailable = <A>(exit: Exit.Exit<A, StoreUnavailable>): StoreUnavailable | undefined =>
  Exit.isFailure(exit) ? exit.cause.reasons.find(Cause.isFailReason)?.error : undefined;

withTool("postgres", "the store on a server", (program) => {
  let server: PostgresServer | undefined;
  let schemas = 0;
  beforeAll(async () => {
    server = await startPostgres(join(program, ".."));
  });
  afterAll(() => present(server).stop());

  const fresh = (): PostgresOptions => {
    schemas += 1;
    return { url: Redacted.make(present(server).url), schema: `party ${String(schemas)}` };
  };
  const withStore = <A, E>(options: PostgresOptions, use: (store: StoreService) => Effect.Effect<A, E>) =>
    Effect.runPromiseExit(
      Effect.gen(function* () {
        const store = yield* Store;
        yield* store.script(create);
        return yield* use(store);
      }).pipe(Effect.provide(postgresLayer(options))),
    );
  /** Cuts every line of this store, from another one. */
  const cutLines = withStoreOf(
    () => fresh(),
    (other) =>
      other.values(
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND application_name = 'entrylog'",
      ),
  );

  describe("durability", () => {
    it("is the server's own, COMMIT by COMMIT, or the process's where less was asked for", async () => {
      const options = fresh();
      const asked = (durability: "full" | "normal") =>
        withStore({ ...options, durability }, (store) => store.values("SHOW synchronous_commit"));
      expect(await asked("full")).toEqual(Exit.succeed([["on"]]));
      expect(await asked("normal")).toEqual(Exit.succeed([["off"]]));
    });

    it("is refused to a server that does not write to disk", async () => {
      const careless = await startPostgres(join(program, ".."), ["fsync=off"]);
      try {
        const url = Redacted.make(careless.url);
        const refused = unavailable(await withStore({ url }, ids));
        expect(refused).toMatchObject({ reason: "not-durable", detail: "fsync is off" });
        expect(await withStore({ url, durability: "normal" }, ids)).toEqual(Exit.succeed([]));
      } finally {
        await careless.stop();
      }
    });
  });

  describe("a server that goes away", () => {
    it("makes the transaction under way fail, keeps nothing of it, and is found again by itself", async () => {
      const options = fresh();
      const seen = await withStore(options, (store) =>
        Effect.gen(function* () {
          yield* insert(store, 1);
          const exit = yield* Effect.exit(
            store.transaction(
              Effect.andThen(
                insert(store, 2),
                Effect.promise(() => present(server).kill()),
              ),
            ),
          );
          const asked = yield* Effect.exit(ids(store));
          yield* Effect.promise(() => present(server).start());
          yield* store.transaction(insert(store, 3));
          return { exit, asked, found: yield* ids(store) };
        }),
      );
      const { exit, asked, found } = present(Exit.isSuccess(seen) ? seen.value : undefined);
      expect(unavailable(exit)).toMatchObject({ code: "store-unavailable", reason: "unreachable" });
      expect(unavailable(asked)?.reason).toBe("unreachable");
      expect(found).toEqual([1, 3]);
    });

    it("loses nothing that was answered", async () => {
      const options = fresh();
      await withStore(options, (store) =>
        Effect.forEach(Array(50).keys(), (id) => store.transaction(insert(store, id))),
      );
      await present(server).kill();
      await present(server).start();
      expect(await withStore(options, ids)).toEqual(Exit.succeed([...Array(50).keys()]));
    });
  });

  describe("a line that is cut", () => {
    it("fails a transaction under way, and is not noticed by one that begins afterwards or by a reading", async () => {
      const seen = await withStore(fresh(), (store) =>
        Effect.gen(function* () {
          const during = yield* Effect.exit(
            store.transaction(Effect.andThen(insert(store, 1), Effect.andThen(cutLines, insert(store, 2)))),
          );
          yield* cutLines;
          yield* store.transaction(insert(store, 3));
          yield* cutLines;
          return { during, found: yield* ids(store) };
        }),
      );
      const { during, found } = present(Exit.isSuccess(seen) ? seen.value : undefined);
      expect(unavailable(during)?.reason).toBe("unreachable");
      expect(found).toEqual([3]);
    });

    it("is the end for a process when another one has served the store meanwhile: what it remembers is old", async () => {
      const options = fresh();
      const seen = await withStore(options, (store) =>
        Effect.gen(function* () {
          yield* insert(store, 1);
          yield* cutLines;
          yield* Effect.promise(() => withStore(options, (other) => insert(other, 2)));
          return yield* Effect.exit(store.transaction(insert(store, 3)));
        }),
      );
      const exit = present(Exit.isSuccess(seen) ? seen.value : undefined);
      expect(unavailable(exit)).toMatchObject({ reason: "busy" });
      expect(await withStore(options, ids)).toEqual(Exit.succeed([1, 2]));
    });
  });

  it("is served by one process; a second one is told so, and a neighbour's schema is nobody else's", async () => {
    const options = fresh();
    const seen = await withStore(options, (store) =>
      Effect.gen(function* () {
        const [second, neighbour] = yield* Effect.all(
          [Effect.promise(() => withStore(options, ids)), Effect.promise(() => withStore(fresh(), ids))],
          { concurrency: "unbounded" },
        );
        yield* insert(store, 1);
        return { second, neighbour };
      }),
    );
    const { second, neighbour } = present(Exit.isSuccess(seen) ? seen.value : undefined);
    expect(unavailable(second)).toMatchObject({ code: "store-unavailable", reason: "busy" });
    expect(neighbour).toEqual(Exit.succeed([]));
  });

  it("answers a full disk, a database that may only be read, and none at all with the typed failure", async () => {
    const full = await withStore(fresh(), (store) =>
      Effect.gen(function* () {
        // What the server says when an extension of a file fails, said by a trigger.
        yield* store.run(
          "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no space left' USING ERRCODE = '53100'; END $$",
        );
        yield* store.run(
          "CREATE TRIGGER full_disk BEFORE INSERT ON visit FOR EACH ROW WHEN (NEW.id > 9) EXECUTE FUNCTION full_disk()",
        );
        const exit = yield* Effect.exit(
          store.transaction(Effect.forEach([1, 10, 2], (id) => insert(store, id))),
        );
        return { exit, left: yield* ids(store) };
      }),
    );
    const { exit, left } = present(Exit.isSuccess(full) ? full.value : undefined);
    expect(unavailable(exit)).toMatchObject({ reason: "full", detail: "no space left" });
    expect(left).toEqual([]);

    const { url } = present(server);
    const at = (changed: string): PostgresOptions => ({ url: Redacted.make(changed) });
    const readOnly = `${url}&options=${encodeURIComponent("-c default_transaction_read_only=on")}`;
    expect(unavailable(await withStore(at(readOnly), ids))?.reason).toBe("read-only");
    expect(unavailable(await withStore(at(url.replace("/postgres?", "/nothing?")), ids))?.reason).toBe(
      "cannot-open",
    );
    expect(unavailable(await withStore(at(`${url}-elsewhere`), ids))?.reason).toBe("unreachable");
  });

  it("leaves no deleted row in the tables' files once they are rewritten, and says where else it may be", async () => {
    const secret = "010-1234-5678";
    const { dataFolder } = present(server);
    const seen = await withStore(fresh(), (store) =>
      Effect.gen(function* () {
        const inTables = Effect.andThen(
          store.run("CHECKPOINT"),
          Effect.sync(() => filesHolding(join(dataFolder, "base"), secret).length),
        );
        yield* insert(store, 1, secret);
        yield* insert(store, 2, "stays");
        const before = yield* inTables;
        yield* store.run("DELETE FROM visit WHERE id = 1");
        yield* store.checkpoint;
        yield* store.rewrite;
        return { before, after: yield* inTables, left: yield* ids(store), said: store.erasure };
      }),
    );
    if (Exit.isFailure(seen)) throw new Error(Cause.pretty(seen.cause));
    const { before, after, left, said } = seen.value;
    expect({ before, after, left }).toEqual({ before: 1, after: 0, left: [2] });
    expect(filesHolding(join(dataFolder, "pg_wal"), secret)).not.toEqual([]);
    expect(said).toContain("write-ahead log");
  });
});

function withStoreOf<A, E>(
  options: () => PostgresOptions,
  use: (store: StoreService) => Effect.Effect<A, E>,
) {
  return Effect.gen(function* () {
    const scope = yield* Scope.make();
    const { store } = yield* Scope.provide(openPostgres(options()), scope);
    const answer = yield* use(store);
    yield* Scope.close(scope, Exit.void);
    return answer;
  }).pipe(Effect.provide(reactivityLayer));
}
