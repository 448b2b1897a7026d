// Brings a store under the law of this program: every table of a lifecycle is made anew with its constraints, and its rows
// are moved over. It happens in one transaction, or not at all: one row that the new law does not allow keeps everything.
// An administrator asks for it, after reading what has changed. Deadlines are moved as they stand, so none is lengthened.
import { Effect } from "effect";
import { modelHash } from "../generated/stamp.ts";
import type { FieldColumn, RowTable } from "./rowtable.ts";
import { isSqlError } from "./sql.ts";
import type { StoreService } from "./store.ts";
import { detailOf, StoreUnavailable } from "./unavailable.ts";

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** What a field holds in a row that was made before there was this field. */
const rest = (table: RowTable, { name, kind }: FieldColumn): string => {
  switch (kind) {
    case "instant":
    case "id":
      return "NULL";
    case "count":
    case "flag":
      return "0";
    case "choice":
      return `'${(table.choices[name]?.[0] ?? "").replaceAll("'", "''")}'`;
  }
};

const statementsFor = (table: RowTable, columnsBefore: ReadonlySet<string>): ReadonlyArray<string> => {
  const rows = quoted(table.machine);
  const events = quoted(`${table.machine}_event`);
  const rowsBefore = quoted(`${table.machine}_before`);
  const eventsBefore = quoted(`${table.machine}_event_before`);
  const names = ["key", "state", ...table.fields.map(({ name }) => name)];
  const values = [
    "key",
    "state",
    ...table.fields.map((field) => (columnsBefore.has(field.name) ? quoted(field.name) : rest(table, field))),
  ];
  const ofEvents = "key, sequence, at, event, transition, state";
  return [
    `CREATE TABLE ${rowsBefore} AS SELECT * FROM ${rows};
     CREATE TABLE ${eventsBefore} AS SELECT * FROM ${events};
     DROP TABLE ${events}; DROP TABLE ${rows};`,
    table.createSql,
    `INSERT INTO ${rows} (${names.map(quoted).join(", ")}) SELECT ${values.join(", ")} FROM ${rowsBefore};
     INSERT INTO ${events} (${ofEvents}) SELECT ${ofEvents} FROM ${eventsBefore};
     DROP TABLE ${eventsBefore}; DROP TABLE ${rowsBefore};`,
  ];
};

const notAllowed = (table: RowTable, cause: unknown) =>
  new StoreUnavailable({
    reason: "other-law",
    detail: `a row of ${table.machine} is not one that this law allows: ${detailOf(cause)}`,
  });

/** Migrates these tables, as far as they are there; answers how many rows were moved. */
export const migrateLaw = (
  store: StoreService,
  tables: ReadonlyArray<RowTable>,
  law = modelHash,
): Effect.Effect<number, StoreUnavailable> =>
  store.transaction(
    Effect.gen(function* () {
      let moved = 0;
      for (const table of tables) {
        if ((yield* store.values(store.dialect.hasTable, [table.machine])).length === 0) continue;
        const columns = yield* store.values(store.dialect.columns, [table.machine]);
        for (const text of statementsFor(table, new Set(columns.map(([name]) => String(name)))))
          yield* Effect.catchDefect(store.script(text), (defect) =>
            isSqlError(defect) ? Effect.fail(notAllowed(table, defect.reason.cause)) : Effect.die(defect),
          );
        const [row] = yield* store.values(`SELECT count(*) FROM ${quoted(table.machine)}`);
        moved += Number(row?.[0]);
      }
      // A script, because a store of another law takes no other change.
      yield* store.script(`UPDATE store_version SET law = '${law}'`);
      return moved;
    }),
  );
