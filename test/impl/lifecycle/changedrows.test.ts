// A book that writes a touched row only when something in it has changed: nothing is lost by it, and nothing is written twice.
// Writes are counted by SQLite itself.
import { Effect } from "effect";
import { expect, it } from "vitest";
import { verificationTable } from "../../../impl/generated/tables.ts";
import { writingChangesOnly } from "../../../impl/lifecycle/changedrows.ts";
import { inOneBatch } from "../../../impl/store/batch.ts";
import type { Book } from "../../../impl/store/book.ts";
import { Store } from "../../../impl/store/store.ts";
import { newBook, noonMs, overStore, rowsOf } from "./overstore.ts";

const verified = verificationTable.states.indexOf("verified");
const changes = Effect.flatMap(Store, (store) =>
  Effect.map(store.values("SELECT total_changes()"), ([row]) => Number(row?.[0])),
);

/** One batch that touches a row after setting the end of its account. */
const touching = (book: Book, key: string, endMs: number, fails = false) =>
  Effect.flatMap(Store, (store) =>
    inOneBatch(
      store,
      [book],
      Effect.flatMap(book.load([key, "other"]), ([slot = 0]) => {
        const { state, accountEndsAt, verifiedUntil } = book.columns;
        state[slot] = verified;
        if (accountEndsAt !== undefined) accountEndsAt[slot] = endMs;
        if (verifiedUntil !== undefined) verifiedUntil[slot] = noonMs;
        book.touch(slot);
        return fails ? Effect.fail("no") : Effect.void;
      }),
    ),
  );

it("writes what changed, once, and what did not change not at all", () =>
  overStore(
    Effect.gen(function* () {
      const book = writingChangesOnly(yield* newBook);
      const before = yield* changes;
      yield* touching(book, "1", 5);
      expect(yield* changes).toBe(before + 1);
      for (const _ of [1, 2, 3]) yield* touching(book, "1", 5);
      expect(yield* changes).toBe(before + 1);
      yield* touching(book, "1", 6);
      expect(yield* changes).toBe(before + 2);
      expect(yield* rowsOf("verification")).toMatchObject([
        ["1", "verified", 0, 0, null, null, noonMs, null, 6],
      ]);
    }),
  ));

it("writes again what a failed batch did not store", () =>
  overStore(
    Effect.gen(function* () {
      const book = writingChangesOnly(yield* newBook);
      yield* touching(book, "1", 5);
      yield* Effect.exit(touching(book, "1", 6, true));
      expect(yield* rowsOf("verification")).toMatchObject([
        ["1", "verified", 0, 0, null, null, noonMs, null, 5],
      ]);
      yield* touching(book, "1", 6);
      expect(yield* rowsOf("verification")).toMatchObject([
        ["1", "verified", 0, 0, null, null, noonMs, null, 6],
      ]);
    }),
  ));

it("does not take one row for another after a failed batch", () =>
  overStore(
    Effect.gen(function* () {
      const book = writingChangesOnly(yield* newBook);
      yield* touching(book, "1", 5);
      yield* touching(book, "2", 7);
      yield* Effect.exit(touching(book, "1", 6, true));
      yield* touching(book, "2", 5);
      expect((yield* rowsOf("verification")).map((row) => row[8])).toEqual([5, 5]);
    }),
  ));

it("leaves rows with an event to the book, and rows that end too", () =>
  overStore(
    Effect.gen(function* () {
      const store = yield* Store;
      const book = writingChangesOnly(yield* newBook);
      yield* touching(book, "1", 5);
      yield* inOneBatch(
        store,
        [book],
        Effect.map(book.load(["1"]), ([slot = 0]) =>
          book.append(slot, "code.requested", "t", verified, noonMs),
        ),
      );
      expect(yield* rowsOf("verification_event")).toEqual([
        ["1", 1, noonMs, "code.requested", "t", "verified"],
      ]);
      yield* inOneBatch(
        store,
        [book],
        Effect.map(book.load(["1"]), ([slot = 0]) => {
          book.columns.state[slot] = verificationTable.states.indexOf("erased");
          book.append(slot, "accountEndsAt", "t", verificationTable.states.indexOf("erased"), noonMs);
        }),
      );
      expect(yield* rowsOf("verification")).toEqual([]);
      expect(yield* rowsOf("verification_event")).toEqual([]);
    }),
  ));
