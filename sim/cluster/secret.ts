// The secret of a cluster of runners, which lies in its database: whoever may read there may be a runner, and nobody else is heard.
// The first runner draws it.
import { Effect } from "effect";
import { oneAtATime } from "../../impl/cluster/database.ts";
import { randomBytes } from "../../impl/protocol/randomness.ts";
import { SqlClient } from "../../impl/store/sql.ts";

const secretBytes = 32;

export const clusterSecret = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient;
  const drawn = Buffer.from(randomBytes(secretBytes)).toString("hex");
  const [row] = yield* oneAtATime(
    Effect.gen(function* () {
      yield* sql.unsafe(
        "CREATE TABLE IF NOT EXISTS runner_secret (one boolean PRIMARY KEY, secret text NOT NULL)",
      );
      yield* sql.unsafe("INSERT INTO runner_secret VALUES (true, $1) ON CONFLICT DO NOTHING", [drawn]);
      return yield* sql.unsafe<{ readonly secret: string }>("SELECT secret FROM runner_secret");
    }),
  );
  return new Uint8Array(Buffer.from(row?.secret ?? drawn, "hex"));
});
