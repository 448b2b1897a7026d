// Lifecycle services over a real SQLite file, for their own tests: one machine, its book, a test clock.
// It adds nothing to what a party does with them.
import { join } from "node:path";
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { consentTable, verificationTable } from "../../../impl/generated/tables.ts";
import { makeBook } from "../../../impl/store/book.ts";
import { Store } from "../../../impl/store/store.ts";
import { freshFolder } from "../store/freshfolder.ts";
import { partyStore } from "../store/partystore.ts";

/** 1 July 2020, 12:00 in Seoul. */
export const noonMs = Date.parse("2020-07-01T12:00:00.000+09:00");
export const minute = 60_000;

export const newFile = (): string => join(freshFolder(), "party.sqlite");

/** Runs a program over a store with the tables of consent and verification, at noon. */
export const overStore = <A, E>(program: Effect.Effect<A, E, Store>, file = newFile()): Promise<A> =>
  Effect.runPromise(
    Effect.gen(function* () {
      yield* TestClock.setTime(noonMs);
      yield* (yield* Store).script(consentTable.createSql + verificationTable.createSql);
      return yield* program;
    }).pipe(
      Effect.provide(partyStore({ file, durability: "normal" })),
      Effect.provide(TestClock.layer({ warningDelay: "1 hour" })),
    ),
  );

export const newBook = Effect.map(Store, (store) => makeBook(store, verificationTable));
export const rowsOf = (table: string) =>
  Effect.flatMap(Store, (store) => store.values(`SELECT * FROM "${table}" ORDER BY 1`));
