/**
 * Looks at what a served party has stored through a connection of its own, as anyone with its disk or its database could.
 * For SQLite it is a second connection that only reads; for PostgreSQL one that names the party's schema in every question.
 * It changes nothing of a party.
 */
import { DatabaseSync } from "node:sqlite";
import { Context, Effect, Layer, type Scope } from "effect";
import { storeOf } from "../../../impl/store/storeof.ts";
import { Store } from "../../../impl/store/store.ts";
import type { StoreUnavailable } from "../../../impl/store/unavailable.ts";

/** The values of these columns of a table, where a condition without parameters holds. */
export type Look = (
  table: string,
  columns: readonly string[],
  condition: string,
) => Effect.Effect<readonly (readonly unknown[])[]>;

const textOf = (table: string, columns: readonly string[], condition: string): string =>
  `SELECT ${columns.map((column) => `"${column}"`).join(", ")} FROM ${table} WHERE ${condition}`;

export const lookIntoFile = (file: string): Effect.Effect<Look, never, Scope.Scope> =>
  Effect.map(
    Effect.acquireRelease(
      Effect.sync(() => new DatabaseSync(file, { readOnly: true, timeout: 5_000 })),
      (database) => Effect.sync(() => database.close()),
    ),
    (database): Look =>
      (table, columns, condition) =>
        Effect.sync(() =>
          database
            .prepare(textOf(table, columns, condition))
            .all()
            .map((row) => columns.map((column) => row[column])),
        ),
  );

export const lookIntoSchema = (
  url: string,
  schema: string,
): Effect.Effect<Look, StoreUnavailable, Scope.Scope> =>
  Effect.map(
    Layer.build(storeOf({ kind: "postgres", url, schema: `${schema}_seen` }, "normal")),
    (context): Look => {
      const store = Context.get(context, Store);
      return (table, columns, condition) =>
        Effect.orDie(store.values(textOf(`${schema}.${table}`, columns, condition)));
    },
  );
