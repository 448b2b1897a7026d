// What a store says about itself when it is opened: an older one is brought forward, a newer one is refused, and one of
// another law erases what is due and takes nothing new until it is migrated, deadlines unchanged.
import { join } from "node:path";
import { Effect, Exit } from "effect";
import { describe, expect, it } from "vitest";
import { inOneBatch } from "../../../impl/store/batch.ts";
import { makeBook } from "../../../impl/store/book.ts";
import { erasing } from "../../../impl/store/erasingonly.ts";
import { migrateLaw } from "../../../impl/store/lawmigration.ts";
import type { RowTable } from "../../../impl/store/rowtable.ts";
import { Store, type StoreService } from "../../../impl/store/store.ts";
import { openVersion, storeMigrations, type StoreMigration } from "../../../impl/store/storeversion.ts";
import type { StoreUnavailable } from "../../../impl/store/unavailable.ts";
import { consentTable, state } from "./consenttable.ts";
import { freshFolder } from "./freshfolder.ts";
import { askFromOutside, partyStore } from "./partystore.ts";

const inStore = <A, E>(use: (store: StoreService) => Effect.Effect<A, E>, file = freshFile()): Promise<A> =>
  Effect.runPromise(Effect.provide(Effect.flatMap(Store, use), partyStore({ file })));
const freshFile = (): string => join(freshFolder(), "party.sqlite");

const newest = storeMigrations.at(-1)?.to ?? 0;
const adding = (to: number): StoreMigration => ({
  to,
  what: "a column more",
  carryOut: (store) => store.script(`ALTER TABLE kept ADD COLUMN added${String(to)} INTEGER`),
});
const columnsOf = (store: StoreService, table: string) =>
  Effect.map(store.values(store.dialect.columns, [table]), (rows) => rows.map(([name]) => name).sort());
const version = (store: StoreService) => store.values("SELECT version FROM store_version");

describe("a store made by another version of the program", () => {
  it("is brought forward when it is older, each step once, and says so", () =>
    inStore((store) =>
      Effect.gen(function* () {
        yield* store.script("CREATE TABLE kept (id INTEGER PRIMARY KEY)");
        expect(yield* version(store)).toEqual([[newest]]);
        const options = {
          law: "law",
          migrations: [...storeMigrations, adding(newest + 1), adding(newest + 2)],
        };
        yield* openVersion(store, options);
        yield* openVersion(store, options);
        expect(yield* version(store)).toEqual([[newest + 2]]);
        expect(yield* columnsOf(store, "kept")).toEqual([
          `added${String(newest + 1)}`,
          `added${String(newest + 2)}`,
          "id",
        ]);
      }),
    ));

  it("stays wholly as it was when a step fails", () =>
    inStore((store) =>
      Effect.gen(function* () {
        yield* store.script("CREATE TABLE kept (id INTEGER PRIMARY KEY)");
        const failing = {
          ...adding(newest + 2),
          carryOut: () => Effect.die(new Error("a mistake in a step")),
        };
        const exit = yield* Effect.exit(
          openVersion(store, { law: "law", migrations: [...storeMigrations, adding(newest + 1), failing] }),
        );
        expect(Exit.isFailure(exit)).toBe(true);
        expect(yield* version(store)).toEqual([[newest]]);
        expect(yield* columnsOf(store, "kept")).toEqual(["id"]);
      }),
    ));

  it("is refused when it is newer, before anything is written", () =>
    inStore((store) =>
      Effect.gen(function* () {
        yield* store.run("UPDATE store_version SET version = version + 1");
        const refused: StoreUnavailable = yield* Effect.flip(openVersion(store));
        expect(refused).toMatchObject({ code: "store-newer", reason: "newer" });
        expect(refused.message).toContain(
          `the store has version ${String(newest + 1)}, this program knows ${String(newest)}`,
        );
        expect(yield* version(store)).toEqual([[newest + 1]]);
      }),
    ));

  it("is refused when it holds visits of before their venue and instants were encrypted, and stays as it is", async () => {
    const file = freshFile();
    await inStore(
      (store) =>
        store.script(
          "UPDATE store_version SET version = 1; CREATE TABLE visit_20200701 (position INTEGER PRIMARY KEY, venue INTEGER NOT NULL)",
        ),
      file,
    );
    for (const turn of ["once", "again"]) {
      const refused = await Effect.runPromise(
        Effect.flip(Effect.provide(Effect.asVoid(Store), partyStore({ file }))),
      );
      expect(refused, turn).toMatchObject({
        code: "store-older",
        reason: "older",
        detail: "the table visit_20200701",
      });
    }
    expect(askFromOutside(file, "SELECT version FROM store_version")).toEqual([[1]]);
  });

  it("is brought forward from before stores said anything, and its law is then unknown", async () => {
    const file = freshFile();
    await inStore(
      (store) =>
        store.script(
          'DROP TABLE store_version; CREATE TABLE last_instant ("only" INTEGER PRIMARY KEY, at INTEGER NOT NULL); INSERT INTO last_instant VALUES (1, 7)',
        ),
      file,
    );
    await inStore(
      (store) =>
        Effect.gen(function* () {
          expect(yield* store.values("SELECT at FROM last_instant WHERE single = 1")).toEqual([[7]]);
          expect(yield* store.values("SELECT version, law FROM store_version")).toEqual([
            [newest, "unknown"],
          ]);
          expect(yield* Effect.flip(store.run("UPDATE last_instant SET at = 8"))).toMatchObject({
            code: "store-other-law",
          });
        }),
      file,
    );
  });
});

/** The same table under a law that knows one word and one field more. */
const laterTable: RowTable = {
  ...consentTable,
  fields: [
    ...consentTable.fields,
    { name: "askedTwice", kind: "flag" },
    { name: "answeredAt", kind: "instant" },
  ],
  createSql: consentTable.createSql.replace(
    "guardian INTEGER",
    '"askedTwice" INTEGER NOT NULL CHECK ("askedTwice" IN (0, 1)), "answeredAt" INTEGER, guardian INTEGER',
  ),
};
/** A law that allows no notice older than the fourth. */
const strictTable: RowTable = {
  ...consentTable,
  createSql: consentTable.createSql.replace(
    '"noticeVersion" INTEGER NOT NULL',
    '"noticeVersion" INTEGER NOT NULL CHECK ("noticeVersion" >= 4)',
  ),
};

const give = (store: StoreService, key: string) => {
  const book = makeBook(store, consentTable);
  return inOneBatch(
    store,
    [book],
    Effect.map(book.load([key]), ([slot = 0]) => {
      const { noticeVersion, endsAt } = book.columns;
      if (noticeVersion) noticeVersion[slot] = 3;
      if (endsAt) endsAt[slot] = 5_000;
      book.columns.state[slot] = state.given;
      book.append(slot, "consent.given", "consent:absent->given", state.given, 1_000);
    }),
  );
};

/** What a sweep does: the row goes, with its events. */
const erase = (store: StoreService, key: string) => {
  const book = makeBook(store, consentTable);
  return inOneBatch(
    store,
    [book],
    Effect.map(book.load([key]), ([slot = 0]) => {
      book.columns.state[slot] = state.withdrawn;
      book.touch(slot);
    }),
  );
};

const underLaw = (store: StoreService, law: string) =>
  openVersion(store, { law, migrations: storeMigrations });
const consents = (store: StoreService) => store.values('SELECT key, "endsAt" FROM consent ORDER BY key');

describe("a store made by another law", () => {
  it("takes no new event, is read, and goes on erasing", () =>
    inStore((store) =>
      Effect.gen(function* () {
        yield* store.script(consentTable.createSql);
        yield* give(store, "ann");
        yield* give(store, "ben");
        const other = yield* underLaw(store, "a later law");
        const refused = yield* Effect.flip(give(other, "cho"));
        expect(refused.code).toBe("store-other-law");
        expect(refused.sentence).toContain("another version of the law");
        expect(yield* Effect.flip(erase(other, "ann"))).toMatchObject({ code: "store-other-law" });
        yield* erasing(erase(other, "ann"));
        expect(yield* consents(other)).toEqual([["ben", 5_000]]);
      }),
    ));

  it("takes events again once it is migrated: rows and events moved, deadlines as they were, new fields at rest", () =>
    inStore((store) =>
      Effect.gen(function* () {
        yield* store.script(consentTable.createSql);
        yield* give(store, "ann");
        const other = yield* underLaw(store, "a later law");
        expect(yield* migrateLaw(other, [laterTable], "a later law")).toBe(1);
        const again = yield* underLaw(store, "a later law");
        expect(
          yield* again.all(
            'SELECT state, "endsAt", "noticeVersion", "askedTwice", "answeredAt" FROM consent',
          ),
        ).toEqual([{ state: "given", endsAt: 5_000, noticeVersion: 3, askedTwice: 0, answeredAt: null }]);
        expect(yield* again.values("SELECT key, sequence, at, event FROM consent_event")).toEqual([
          ["ann", 1, 1_000, "consent.given"],
        ]);
        expect(yield* again.values(again.dialect.tables)).toEqual([
          ["consent"],
          ["consent_event"],
          ["store_version"],
        ]);
        yield* again.run('UPDATE consent SET "endsAt" = 6000');
        // The events still end with their row.
        yield* again.run("DELETE FROM consent");
        expect(yield* again.values("SELECT count(*) FROM consent_event")).toEqual([[0]]);
      }),
    ));

  it("stays as it is when one of its rows is not one that the new law allows, and says which table", () =>
    inStore((store) =>
      Effect.gen(function* () {
        yield* store.script(consentTable.createSql);
        yield* give(store, "ann");
        const other = yield* underLaw(store, "a stricter law");
        const refused = yield* Effect.flip(migrateLaw(other, [strictTable], "a stricter law"));
        expect(refused).toMatchObject({ code: "store-other-law" });
        expect(refused.detail).toContain("a row of consent is not one that this law allows");
        expect(yield* consents(store)).toEqual([["ann", 5_000]]);
        expect(yield* Effect.flip(give(yield* underLaw(store, "a stricter law"), "ben"))).toMatchObject({
          code: "store-other-law",
        });
      }),
    ));
});
