// `entrylog migrate`: a folder whose store was made under another law is brought under this one, and says how many rows were moved.
// Another party's folder is not touched, and what is migrated already is migrated again without harm.
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect } from "effect";
import { Command } from "effect/cli";
import { describe, expect, it } from "vitest";
import { modelHash } from "../../../impl/generated/stamp.ts";
import { crisisTable } from "../../../impl/generated/tables.ts";
import { migrateCommand } from "../../../impl/serve/migratecommand.ts";
import { writeConfiguration } from "../../../impl/serve/prepare.ts";
import { storeLayer } from "../../../impl/store/sqlite.ts";
import { Store } from "../../../impl/store/store.ts";
import { freshFolder } from "../store/freshfolder.ts";

const migrate = (party: string, dir: string) =>
  Command.runWith(migrateCommand, { version: "0" })([party, "--dir", dir]).pipe(
    Effect.provide(NodeServices.layer),
  );

const lawIn = (file: string): unknown => {
  const database = new DatabaseSync(file, { readOnly: true });
  const row = database.prepare("SELECT law FROM store_version").get();
  database.close();
  return row?.["law"];
};

/** A custodian's folder as an older program left it. */
const leftByAnother = Effect.gen(function* () {
  const folder = freshFolder();
  const file = join(folder, "store.sqlite");
  yield* writeConfiguration(folder, {
    party: "custodian",
    name: "custodian",
    public: { port: 0 },
    parties: { port: 0 },
  });
  yield* Effect.provide(
    Effect.gen(function* () {
      const store = yield* Store;
      yield* store.script(
        `${crisisTable.createSql} INSERT INTO crisis (key, state, "level") VALUES ('country', 'active', 'serious');
         UPDATE store_version SET law = 'an older law'`,
      );
    }),
    storeLayer({ file }),
  );
  return { folder, file };
}).pipe(Effect.provide(NodeServices.layer));

describe("migrate", () => {
  it("brings a store under the law of this program, with its rows", async () => {
    const { folder, file } = await Effect.runPromise(leftByAnother);
    await Effect.runPromise(migrate("custodian", folder));
    expect(lawIn(file)).toBe(modelHash);
    await Effect.runPromise(migrate("custodian", folder));
    const kept = await Effect.runPromise(
      Effect.provide(
        Effect.flatMap(Store, (store) => store.values("SELECT key, state FROM crisis")),
        storeLayer({ file }),
      ),
    );
    expect(kept).toEqual([["country", "active"]]);
  });

  it("refuses the folder of another party, and changes nothing there", async () => {
    const { folder, file } = await Effect.runPromise(leftByAnother);
    const refused = await Effect.runPromise(Effect.flip(migrate("issuer", folder)));
    expect(refused).toMatchObject({ _tag: "Stop", reason: "config-invalid" });
    expect(lawIn(file)).toBe("an older law");
  });
});
