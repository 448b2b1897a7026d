// The book over a real file: rows come and go as their states say, with their events, and nothing undone is remembered.
import { join } from "node:path";
import { Cause, Effect, Exit } from "effect";
import { describe, expect, it } from "vitest";
import { inOneBatch } from "../../../impl/store/batch.ts";
import { type Book, type BookOptions, makeBook } from "../../../impl/store/book.ts";
import type { RowTable } from "../../../impl/store/rowtable.ts";
import { Store, type StoreService } from "../../../impl/store/store.ts";
import { consentTable, state } from "./consenttable.ts";
import { freshFolder } from "./freshfolder.ts";
import { partyStore } from "./partystore.ts";

interface Place {
  readonly store: StoreService;
  readonly book: Book;
  readonly reopened: (table?: RowTable) => Book;
}

const withBook = <A, E>(use: (place: Place) => Effect.Effect<A, E>, options: BookOptions = {}): Promise<A> =>
  Effect.runPromise(
    Effect.gen(function* () {
      const store = yield* Store;
      yield* store.script(consentTable.createSql);
      const reopened = (table = consentTable) => makeBook(store, table, options);
      return yield* use({ store, book: reopened(), reopened });
    }).pipe(Effect.provide(partyStore({ file: join(freshFolder(), "issuer.sqlite") }))),
  );

const move = (book: Book, slot: number, to: number, atMs: number): void => {
  book.columns.state[slot] = to;
  book.append(slot, "consent.given", `consent:->${String(to)}`, to, atMs);
};

const give = ({ store, book }: Pick<Place, "store" | "book">, keys: ReadonlyArray<string>, atMs = 1_000) =>
  inOneBatch(
    store,
    [book],
    Effect.map(book.load(keys), (slots) => {
      for (const slot of slots) {
        const { givenAt, endsAt, noticeVersion, asked, guardian, officer } = book.columns;
        if (givenAt) givenAt[slot] = atMs;
        if (endsAt) endsAt[slot] = atMs + 500;
        if (noticeVersion) noticeVersion[slot] = 3;
        if (asked) asked[slot] = 1;
        if (guardian) guardian[slot] = 1;
        if (officer) officer[slot] = book.idOf("officer-a");
        move(book, slot, state.given, atMs);
      }
    }),
  );

const rowOf = (book: Book, slot: number) => {
  const read = (name: string) => book.columns[name]?.[slot];
  return [
    read("state"),
    read("givenAt"),
    read("endsAt"),
    read("noticeVersion"),
    read("asked"),
    read("guardian"),
  ];
};

const stored = (store: StoreService, table: "consent" | "consent_event") =>
  Effect.map(store.values(`SELECT count(*) FROM ${table}`), ([row]) => row?.[0]);

describe("the book", () => {
  it("gives a missing row at rest, and stores nothing for having been asked", () =>
    withBook(({ store, book }) =>
      Effect.gen(function* () {
        yield* inOneBatch(
          store,
          [book],
          Effect.gen(function* () {
            yield* book.load(["kim"]);
            const never = Number.MAX_SAFE_INTEGER;
            expect(rowOf(book, book.slot("kim"))).toEqual([0, never, never, 0, 0, 0]);
            expect(book.slot("lee")).toBe(-1);
          }),
        );
        expect(book.cachedRows()).toBe(0);
        expect(yield* stored(store, "consent")).toBe(0);
      }),
    ));

  it("writes every kind of field in words that a reader of the file understands, and reads them back", () =>
    withBook(({ store, book, reopened }) =>
      Effect.gen(function* () {
        yield* give({ store, book }, ["kim"]);
        expect(yield* store.all("SELECT * FROM consent")).toEqual([
          {
            key: "kim",
            state: "given",
            givenAt: 1_000,
            endsAt: 1_500,
            noticeVersion: 3,
            asked: "once",
            guardian: 1,
            officer: "officer-a",
          },
        ]);
        expect(yield* store.all("SELECT * FROM consent_event")).toEqual([
          {
            key: "kim",
            sequence: 1,
            at: 1_000,
            event: "consent.given",
            transition: "consent:->1",
            state: "given",
          },
        ]);
        const again = reopened();
        again.idOf("officer-b");
        const [slot = -1] = yield* again.load(["kim"]);
        expect(rowOf(again, slot)).toEqual([1, 1_000, 1_500, 3, 1, 1]);
        expect(again.textOf(again.columns["officer"]?.[slot] ?? 0)).toBe("officer-a");
      }),
    ));

  it("writes an instant that never comes as NULL, and reads NULL as never", () =>
    withBook(({ store, book, reopened }) =>
      Effect.gen(function* () {
        yield* inOneBatch(
          store,
          [book],
          Effect.map(book.load(["kim"]), ([slot = -1]) => move(book, slot, state.given, 1)),
        );
        expect(yield* store.values('SELECT "givenAt", "endsAt", officer, asked FROM consent')).toEqual([
          [null, null, null, "everyPass"],
        ]);
        const again = reopened();
        const [slot = -1] = yield* again.load(["kim"]);
        expect(rowOf(again, slot).slice(1, 3)).toEqual([consentTable.never, consentTable.never]);
      }),
    ));

  it("deletes a gone row with all its events, writes none for its end, and begins anew at 1", () =>
    withBook(({ store, book }) =>
      Effect.gen(function* () {
        yield* give({ store, book }, ["kim", "lee"], 1_000);
        yield* give({ store, book }, ["kim"], 2_000);
        expect(yield* stored(store, "consent_event")).toBe(3);
        const end = Effect.map(book.load(["kim"]), ([slot = -1]) => move(book, slot, state.withdrawn, 3_000));
        yield* inOneBatch(store, [book], end);
        expect(yield* store.values("SELECT key FROM consent")).toEqual([["lee"]]);
        expect(yield* store.values("SELECT key FROM consent_event")).toEqual([["lee"]]);
        expect(book.slot("kim")).toBe(-1);
        // And within one batch: given, withdrawn, given again.
        yield* inOneBatch(
          store,
          [book],
          Effect.map(book.load(["lee"]), ([slot = -1]) => {
            move(book, slot, state.outdated, 4_000);
            move(book, slot, state.withdrawn, 4_001);
            move(book, slot, state.given, 4_002);
          }),
        );
        expect(yield* store.values("SELECT key, sequence, at FROM consent_event")).toEqual([
          ["lee", 1, 4_002],
        ]);
      }),
    ));

  it("counts a row's events on after a restart", () =>
    withBook(({ store, book, reopened }) =>
      Effect.gen(function* () {
        yield* give({ store, book }, ["kim"], 1_000);
        yield* give({ store, book }, ["kim"], 2_000);
        yield* give({ store, book: reopened() }, ["kim"], 3_000);
        expect(yield* store.values("SELECT sequence, at FROM consent_event ORDER BY sequence")).toEqual([
          [1, 1_000],
          [2, 2_000],
          [3, 3_000],
        ]);
      }),
    ));

  it("remembers nothing of a batch that failed", () =>
    withBook(({ store, book }) =>
      Effect.gen(function* () {
        yield* give({ store, book }, ["kim"]);
        const failing = inOneBatch(
          store,
          [book],
          Effect.flatMap(book.load(["kim", "lee"]), (slots) => {
            for (const slot of slots) move(book, slot, state.outdated, 5_000);
            return Effect.fail("refused");
          }),
        );
        expect(yield* Effect.exit(failing)).toEqual(Exit.fail("refused"));
        expect(book.cachedRows()).toBe(0);
        const [kim = -1, lee = -1] = yield* book.load(["kim", "lee"]);
        expect([book.columns.state[kim], book.columns.state[lee]]).toEqual([state.given, state.absent]);
        expect(yield* stored(store, "consent_event")).toBe(1);
      }),
    ));

  it("forgets what it holds when a row breaks a check of the table, and the whole batch is undone", () =>
    withBook(({ store, book }) =>
      Effect.gen(function* () {
        const breaking = inOneBatch(
          store,
          [book],
          Effect.map(book.load(["kim", "lee"]), ([kim = -1, lee = -1]) => {
            move(book, kim, state.given, 1);
            move(book, lee, state.given, 1);
            const { guardian } = book.columns;
            if (guardian) guardian[lee] = 2;
          }),
        );
        const exit = yield* Effect.exit(breaking);
        expect(Exit.isFailure(exit) && Cause.hasDies(exit.cause)).toBe(true);
        expect([yield* stored(store, "consent"), book.cachedRows()]).toEqual([0, 0]);
      }),
    ));

  it("grows, and leaves the cache beyond its limit between batches only", () =>
    withBook(
      ({ store, book }) =>
        Effect.gen(function* () {
          const keys = Array.from({ length: 3_000 }, (_, index) => `person-${String(index)}`);
          yield* give({ store, book }, keys.slice(0, 100));
          expect(book.cachedRows()).toBe(100);
          yield* give({ store, book }, keys);
          expect(book.cachedRows()).toBe(0);
          expect(yield* stored(store, "consent")).toBe(3_000);
          const slots = yield* book.load(keys);
          expect(new Set(slots).size).toBe(3_000);
          expect([...slots].every((slot) => book.columns["noticeVersion"]?.[slot] === 3)).toBe(true);
        }),
      { cachedRowsMax: 500 },
    ));

  it("names rows whose deadline has come, the earliest first, and only in states that obey it", () =>
    withBook(({ store, book }) =>
      Effect.gen(function* () {
        yield* give({ store, book }, ["later"], 2_000);
        yield* give({ store, book }, ["sooner"], 1_000);
        expect(yield* book.due(1_499, 10)).toEqual([]);
        expect(yield* book.due(1_500, 10)).toEqual(["sooner"]);
        expect(yield* book.due(9_000, 10)).toEqual(["sooner", "later"]);
        expect(yield* book.due(9_000, 1)).toEqual(["sooner"]);
        const deaf = makeBook(store, { ...consentTable, deadlines: { endsAt: ["outdated"] } });
        expect(yield* deaf.due(9_000, 10)).toEqual([]);
      }),
    ));

  it("answers a row that it cannot understand with the typed failure", () =>
    withBook(({ store, book, reopened }) =>
      Effect.gen(function* () {
        yield* give({ store, book }, ["kim"]);
        // As if the table had been made by another program, without its check of the states.
        const { states } = consentTable;
        const narrower = {
          ...consentTable,
          states: states.map((word) => (word === "given" ? "promised" : word)),
        };
        const failure = yield* Effect.flip(reopened(narrower).load(["kim"]));
        expect(failure).toMatchObject({ code: "store-unavailable", reason: "damaged" });
      }),
    ));

  it("refuses a batch inside a batch", () =>
    withBook(({ store, book }) =>
      Effect.gen(function* () {
        const exit = yield* Effect.exit(inOneBatch(store, [book], inOneBatch(store, [book], Effect.void)));
        expect(Exit.isFailure(exit) && Cause.hasDies(exit.cause)).toBe(true);
      }),
    ));
});
