/**
 * A book that writes a touched row only when something in it has changed.
 * The first pass of a day moves the end of an account; the next ones leave the row as it is, and need no write.
 * It compares with what was loaded, keeps nothing beyond a batch, and leaves rows with an event to write to the book itself.
 */
import { Effect } from "effect";
import type { Book } from "../store/book.ts";

export const writingChangesOnly = (book: Book): Book => {
  const names = ["state", ...book.table.fields.map(({ name }) => name)];
  /** By slot, what a row held when the batch loaded it. */
  const loaded = new Map<number, Float64Array>();
  const touched = new Set<number>();

  const remember = (slots: Iterable<number>): void => {
    const columns = names.map((name) => book.columns[name]);
    for (const slot of slots) {
      if (loaded.has(slot)) continue;
      const row = new Float64Array(names.length);
      for (let index = 0; index < row.length; index += 1) row[index] = columns[index]?.[slot] ?? 0;
      loaded.set(slot, row);
    }
  };

  const hasChanged = (slot: number): boolean => {
    const row = loaded.get(slot);
    return row === undefined || names.some((name, index) => book.columns[name]?.[slot] !== row[index]);
  };

  const forget = (): void => {
    loaded.clear();
    touched.clear();
  };

  return {
    table: book.table,
    get columns() {
      return book.columns;
    },
    slot: book.slot,
    keyOf: book.keyOf,
    append: book.append,
    due: book.due,
    idOf: book.idOf,
    textOf: book.textOf,
    cachedRows: book.cachedRows,
    load: (keys) => Effect.tap(book.load(keys), (slots) => Effect.sync(() => remember(slots))),
    touch: (slot) => void touched.add(slot),
    flush: () =>
      Effect.suspend(() => {
        for (const slot of touched) if (hasChanged(slot)) book.touch(slot);
        touched.clear();
        return book.flush();
      }),
    settle: () => {
      forget();
      book.settle();
    },
    discard: () => {
      forget();
      book.discard();
    },
  };
};
