// The embedded store over real files: what is committed stays, what fails leaves nothing, and what SQLite or the
// disk refuses comes back typed. A crash is played by opening a copy of the files as they lie on the disk.
import { cpSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Cause, Effect, Exit } from "effect";
import { describe, expect, it } from "vitest";
import { storeLayer, type StoreOptions } from "../../../impl/store/sqlite.ts";
import { Store, type StoreService } from "../../../impl/store/store.ts";
import type { StoreUnavailable } from "../../../impl/store/unavailable.ts";
import { filesHolding, freshFolder } from "./freshfolder.ts";

const create = "CREATE TABLE IF NOT EXISTS visit (id INTEGER PRIMARY KEY, sealed TEXT NOT NULL) STRICT";

const withStore = <A, E>(options: StoreOptions, use: (store: StoreService) => Effect.Effect<A, E>) =>
  Effect.runPromiseExit(
    Effect.gen(function* () {
      const store = yield* Store;
      yield* store.script(create);
      return yield* use(store);
    }).pipe(Effect.provide(storeLayer(options))),
  );

const held = <A, E>(exit: Exit.Exit<A, E>): A => {
  if (Exit.isSuccess(exit)) return exit.value;
  throw new Error(Cause.pretty(exit.cause));
};

const unavailable = <A>(exit: Exit.Exit<A, StoreUnavailable>): StoreUnavailable | undefined =>
  Exit.isFailure(exit) ? exit.cause.reasons.find(Cause.isFailReason)?.error : undefined;

const insert = (store: StoreService, id: number, sealed = "x") =>
  store.run("INSERT INTO visit (id, sealed) VALUES (?, ?)", [id, sealed]);
const count = (store: StoreService) =>
  Effect.map(store.values("SELECT count(*) FROM visit"), ([row]) => row?.[0]);

describe("the embedded store", () => {
  it("keeps its promises in its settings", async () => {
    const file = join(freshFolder(), "issuer", "issuer.sqlite");
    const settings = await withStore({ file }, (store) =>
      Effect.forEach(
        ["journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout"],
        (name) => Effect.map(store.values(`PRAGMA ${name}`), ([row]) => row?.[0]),
      ),
    );
    expect(held(settings)).toEqual(["wal", 2, 1, 1, 5000]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const normal = await withStore({ file, durability: "normal" }, (store) =>
      store.values("PRAGMA synchronous"),
    );
    expect(held(normal)).toEqual([[1]]);
  });

  it("has a committed change after a crash, and nothing of an uncommitted one", async () => {
    const folder = freshFolder();
    const copied = freshFolder();
    const seen = await withStore({ file: join(folder, "a.sqlite") }, (store) =>
      Effect.gen(function* () {
        yield* store.transaction(Effect.andThen(insert(store, 1), insert(store, 2)));
        yield* store.transaction(
          Effect.gen(function* () {
            yield* insert(store, 3);
            cpSync(folder, copied, { recursive: true });
          }),
        );
        return yield* count(store);
      }),
    );
    expect(held(seen)).toBe(3);
    expect(held(await withStore({ file: join(copied, "a.sqlite") }, count))).toBe(2);
  });

  it("holds the right to write from the start of a transaction, against other processes too", async () => {
    const file = join(freshFolder(), "a.sqlite");
    const other = () => {
      const database = new DatabaseSync(file, { timeout: 0 });
      try {
        database.exec("BEGIN IMMEDIATE; COMMIT");
      } finally {
        database.close();
      }
    };
    const exit = await withStore({ file }, (store) =>
      Effect.gen(function* () {
        yield* store.transaction(Effect.sync(() => expect(other).toThrow("locked")));
        expect(other).not.toThrow();
      }),
    );
    held(exit);
  });

  it("says so when another's reading keeps deleted bytes in the log", async () => {
    const file = join(freshFolder(), "a.sqlite");
    const exit = await withStore({ file }, (store) =>
      Effect.gen(function* () {
        yield* store.values("PRAGMA busy_timeout = 10");
        yield* insert(store, 1);
        const reader = new DatabaseSync(file);
        reader.exec("BEGIN; SELECT count(*) FROM visit");
        yield* store.run("DELETE FROM visit");
        const failure = yield* Effect.flip(store.checkpoint);
        reader.close();
        yield* store.checkpoint;
        return failure;
      }),
    );
    expect(held(exit)).toMatchObject({ code: "store-unavailable", reason: "busy" });
  });

  it("answers a full disk, a place that is no folder and a file that is no store with the typed failure", async () => {
    const folder = freshFolder();
    const full = await withStore({ file: join(folder, "small.sqlite"), pagesMax: 8 }, (store) =>
      store.transaction(Effect.forEach(Array(100).keys(), (id) => insert(store, id, "x".repeat(1_000)))),
    );
    expect(unavailable(full)).toMatchObject({
      _tag: "StoreUnavailable",
      code: "store-unavailable",
      reason: "full",
    });
    expect(held(await withStore({ file: join(folder, "small.sqlite") }, count))).toBe(0);

    writeFileSync(join(folder, "file"), "");
    const nowhere = await withStore({ file: join(folder, "file", "a.sqlite") }, count);
    expect(unavailable(nowhere)).toMatchObject({ code: "store-unavailable", reason: "cannot-open" });
    expect(unavailable(nowhere)?.sentence).not.toBe("");
    expect(unavailable(nowhere)?.advice).not.toBe("");

    mkdirSync(join(folder, "folder.sqlite"));
    expect(unavailable(await withStore({ file: join(folder, "folder.sqlite") }, count))?.reason).toBe(
      "cannot-open",
    );

    writeFileSync(join(folder, "text.sqlite"), "This is a letter and no database at all. ".repeat(200));
    expect(unavailable(await withStore({ file: join(folder, "text.sqlite") }, count))?.reason).toBe(
      "damaged",
    );
  });

  it("answers a store that may only be read with the typed failure", async () => {
    const exit = await withStore({ file: join(freshFolder(), "a.sqlite") }, (store) =>
      Effect.andThen(store.values("PRAGMA query_only = ON"), insert(store, 1)),
    );
    expect(unavailable(exit)?.reason).toBe("read-only");
  });

  it("leaves no byte of a deleted row in any of its files after a checkpoint", async () => {
    const folder = freshFolder();
    const exit = await withStore({ file: join(folder, "a.sqlite") }, (store) =>
      Effect.gen(function* () {
        yield* insert(store, 1, "010-1234-5678");
        expect(filesHolding(folder, "010-1234-5678")).not.toEqual([]);
        yield* store.run("DELETE FROM visit");
        yield* store.checkpoint;
        expect(filesHolding(folder, "010-1234-5678")).toEqual([]);
      }),
    );
    held(exit);
  });
});
