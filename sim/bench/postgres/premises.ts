// Where the rows over PostgreSQL are measured: a house whose custodian keeps its rows on a server that is started for it,
// and a plain client of that server for the other side. Both are gone when the benchmark ends.
// The other side works in a schema of its own, on the same server with the same settings, which it can tell.
import { Client } from "pg";
import { Effect, Redacted } from "effect";
import { openPostgres } from "../../../impl/store/postgres.ts";
import { reactivityLayer } from "../../../impl/store/sql.ts";
import type { StoreService } from "../../../impl/store/store.ts";
import { startPostgres } from "../../postgres/server.ts";
import { openPremises, type Premises } from "../premises.ts";

export interface PostgresPremises extends Premises {
  /** The plain client of the other side; it finds its own schema first, and then the custodian's. */
  readonly plain: Client;
  /** The same server through the driver of our own store, for statements asked bare. */
  readonly bare: StoreService;
  /** What both sides' durability rests on, as the server says it. */
  readonly durability: string;
}

const custodianSchema = "custodian";
const plainSchema = "plain";
const settings = ["fsync", "synchronous_commit", "full_page_writes"];

export const openPostgresPremises = Effect.fnUntraced(function* (
  below: string,
  people: number,
  venues: number,
  programs: string,
) {
  const server = yield* Effect.acquireRelease(
    Effect.promise(() => startPostgres(programs)),
    ({ stop }) => Effect.promise(stop),
  );
  const plain = yield* Effect.acquireRelease(
    Effect.promise(async () => {
      const client = new Client({ connectionString: server.url });
      await client.connect();
      await client.query(
        `CREATE SCHEMA ${plainSchema}; SET search_path = ${plainSchema}, ${custodianSchema}`,
      );
      return client;
    }),
    (client) => Effect.promise(() => client.end()),
  );
  const premises = yield* openPremises(below, people, venues, {
    kind: "postgres",
    url: server.url,
    schema: custodianSchema,
  });
  const { store: bare } = yield* Effect.provide(
    openPostgres({ url: Redacted.make(server.url), schema: plainSchema }),
    reactivityLayer,
  );
  const said = yield* Effect.promise(async () => {
    const found: string[] = [];
    for (const setting of ["server_version", ...settings]) {
      const { rows } = await plain.query<string[]>({ text: `SHOW ${setting}`, rowMode: "array" });
      found.push(`${setting} ${rows[0]?.[0] ?? "?"}`);
    }
    return found.join(", ");
  });
  return { ...premises, plain, bare, durability: said } satisfies PostgresPremises;
});
