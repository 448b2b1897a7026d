/**
 * Loads the rows that a batch needs, book by book; a book without keys is left alone.
 * The generated rule services call it once at the beginning of each batch.
 */
import { Effect } from "effect";
import type { Book } from "../store/book.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";

export const loadAll = (
  books: Readonly<Record<string, Book>>,
  keys: Readonly<Record<string, readonly string[] | undefined>>,
): Effect.Effect<void, StoreUnavailable> =>
  Effect.forEach(
    Object.entries(books),
    ([name, book]) => {
      const wanted = keys[name];
      return wanted === undefined || wanted.length === 0 ? Effect.void : book.load(wanted);
    },
    { discard: true },
  );
