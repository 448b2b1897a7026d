// The store that a party's configuration names: a SQLite file, or a schema of a PostgreSQL database.
// Only `serve` and the tests of both stores choose; a party sees a Store and does not know which it is.
import { type Layer, Redacted, Schema } from "effect";
import type { Durability } from "./database.ts";
import { postgresLayer } from "./postgres.ts";
import type { SqlClient } from "./sql.ts";
import { storeLayer } from "./sqlite.ts";
import type { Store } from "./store.ts";
import type { StoreUnavailable } from "./unavailable.ts";

export const StoreConfiguration = Schema.Union([
  Schema.Struct({ kind: Schema.Literal("sqlite"), file: Schema.NonEmptyString }),
  Schema.Struct({
    kind: Schema.Literal("postgres"),
    /** As libpq writes it: postgres://name:password@host:port/database; a secret, because of the password. */
    url: Schema.NonEmptyString,
    /** The schema of this party; the server's default unless given. No two parties may share one. */
    schema: Schema.optionalKey(Schema.NonEmptyString),
  }),
]);
export type StoreConfiguration = typeof StoreConfiguration.Type;

export const storeOf = (
  configuration: StoreConfiguration,
  durability: Durability = "full",
  isShared = false,
): Layer.Layer<SqlClient.SqlClient | Store, StoreUnavailable> => {
  switch (configuration.kind) {
    case "sqlite":
      return storeLayer({ file: configuration.file, durability });
    case "postgres": {
      const { url, schema } = configuration;
      return postgresLayer({
        url: Redacted.make(url),
        durability,
        isShared,
        ...(schema === undefined ? {} : { schema }),
      });
    }
  }
};
