// What lies in an issuer's SQLite file, as its own tests look at it: every table with all its rows.
// It reads through the running store, so that what is still in the log is seen too.
// It leaves out nothing but SQLite's own bookkeeping.
import { Effect } from "effect";
import { Store } from "../../../impl/store/store.ts";

const tables = Effect.gen(function* () {
  const store = yield* Store;
  const rows = yield* store.values(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
  );
  return rows.map(([name]) => String(name));
});

/** Every row of every table. */
export const allRows = Effect.gen(function* () {
  const store = yield* Store;
  const found: Record<string, readonly unknown[]> = {};
  for (const table of yield* tables)
    found[table] = yield* store.values(`SELECT * FROM "${table}" ORDER BY 1`);
  return found;
});

/** How many rows each table has. */
export const rowCounts = Effect.map(allRows, (rows) =>
  Object.fromEntries(Object.entries(rows).map(([table, list]) => [table, list.length])),
);

/** The rows of the tables that hold people. */
export const people = Effect.map(allRows, ({ account, consent, verification }) => ({
  account,
  consent,
  verification,
}));
