// What lies in an issuer's SQLite file, as its own tests look at it: every table with all its rows.
// It reads through the running store, so that what is still in the log is seen too.
// It leaves out nothing but SQLite's own bookkeeping.
import { Effect } from "effect";
import { makeSealedPhones } from "../../../impl/issuer/sealedphones.ts";
import { Store } from "../../../impl/store/store.ts";
import { Vault } from "../../../impl/store/vault.ts";

const tables = Effect.gen(function* () {
  const store = yield* Store;
  const rows = yield* store.values(
    store.dialect.name === "sqlite"
      ? "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'store_version' ORDER BY name"
      : "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename NOT IN ('store_holder', 'store_version') ORDER BY 1",
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

/** By what the store finds a number: with the keys of the vault, which a thief of the store does not have. */
export const tagOf = (phone: string) =>
  Effect.gen(function* () {
    const sealed = yield* makeSealedPhones(yield* Vault);
    return sealed.tagOf(phone);
  });

/** Accounts with their numbers, read as the issuer reads them: with the keys of its vault. */
const accounts = Effect.gen(function* () {
  const store = yield* Store;
  const { open } = yield* makeSealedPhones(yield* Vault);
  const rows = yield* store.values("SELECT account, number, phone FROM account ORDER BY account");
  return rows.map(([account, number, phone]) => [
    account,
    phone instanceof Uint8Array ? open(phone, String(number)) : undefined,
  ]);
});

/** The rows of the tables that hold people. */
export const people = Effect.gen(function* () {
  const { consent, verification } = yield* allRows;
  return { account: yield* accounts, consent, verification };
});
