// A party that finds a store of another version in its folder, for each party: a newer one is refused by its code, in a sentence and
// with what to do, and so is an older one whose visits cannot be taken over; any other older one is brought forward. One of another
// law is opened, to go on erasing. And no table is laid out otherwise without a version that says so.
import { createHash } from "node:crypto";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Cause, Effect, Exit, Option } from "effect";
import { describe, expect, it } from "vitest";
import {
  consentTable,
  crisisTable,
  dayTable,
  disclosureTable,
  verificationTable,
} from "../../../impl/generated/tables.ts";
import { openParty } from "../../../impl/serve/opening.ts";
import { prepareParty, writeConfiguration } from "../../../impl/serve/prepare.ts";
import { freshFolder, start } from "./processes.ts";
import { openTogether } from "./together.ts";

const parties = ["issuer", "venue", "custodian", "authority", "board"] as const;
type Party = (typeof parties)[number];

interface Own {
  /** Opens the party and closes it: nothing where it opened, or what it was refused with. */
  readonly open: Effect.Effect<object | undefined>;
  readonly alter: (sql: string) => void;
  readonly says: (sql: string) => readonly unknown[];
}

/** A party in its folder, opened once, so that its store is as this program makes it. */
const openedOnce = Effect.fnUntraced(function* (party: Party) {
  const { folder } = yield* openTogether({ issuers: 1, served: () => false });
  const own = join(folder, party === "issuer" ? "issuer-1" : party);
  const within = <A>(use: (database: DatabaseSync) => A): A => {
    const database = new DatabaseSync(join(own, "store.sqlite"));
    try {
      return use(database);
    } finally {
      database.close();
    }
  };
  const open = Effect.scoped(openParty(own, party)).pipe(
    Effect.provide(NodeServices.layer, { local: true }),
    Effect.exit,
    Effect.map((exit) =>
      Exit.isSuccess(exit) ? undefined : Option.getOrThrow(Cause.findErrorOption(exit.cause)),
    ),
  );
  expect(yield* open).toBe(undefined);
  return {
    open,
    alter: (sql) => within((database) => database.exec(sql)),
    says: (sql) =>
      within((database) =>
        database
          .prepare(sql)
          .all()
          .flatMap((row): unknown[] => Object.values(row)),
      ),
  } satisfies Own;
});

const withStoreOf = (party: Party, test: (own: Own) => Effect.Effect<void>): Promise<void> =>
  Effect.runPromise(Effect.scoped(Effect.flatMap(openedOnce(party), test)));

const version = "SELECT version FROM store_version";

describe.each(parties)("the store of the party %s", (party) => {
  it("is refused when a newer program wrote it, and stays as it is", () =>
    withStoreOf(party, ({ open, alter, says }) =>
      Effect.gen(function* () {
        alter("UPDATE store_version SET version = 99");
        expect(yield* open).toMatchObject({
          code: "store-newer",
          sentence: "The store was written by a newer version of this program.",
          advice: "Run that version, or a newer one, on this store.",
        });
        expect(says(version)).toEqual([99]);
      }),
    ));

  it("is refused when it holds what an older program wrote and this one cannot take over, and stays as it is", () =>
    withStoreOf(party, ({ open, alter, says }) =>
      Effect.gen(function* () {
        alter("UPDATE store_version SET version = 1; CREATE TABLE visit_20200701 (venue INTEGER)");
        expect(yield* open).toMatchObject({
          code: "store-older",
          advice: "Let that version run on this store until its last day has ended, then run this one.",
        });
        expect(says(version)).toEqual([1]);
        alter("DROP TABLE visit_20200701");
        expect(yield* open).toBe(undefined);
        expect(says(version)).toEqual([2]);
      }),
    ));

  it("is opened when it was made under another law, and keeps that law until it is migrated", () =>
    withStoreOf(party, ({ open, alter, says }) =>
      Effect.gen(function* () {
        alter("UPDATE store_version SET law = 'an older law'");
        expect(yield* open).toBe(undefined);
        expect(says("SELECT law FROM store_version")).toEqual(["an older law"]);
      }),
    ));
});

it("the issuer finishes what a crash left to be forgotten, and registers no notice, under another law", () =>
  withStoreOf("issuer", ({ open, alter, says }) =>
    Effect.gen(function* () {
      alter(
        "UPDATE store_version SET law = 'an older law'; DELETE FROM notice; INSERT INTO forgetting VALUES (7)",
      );
      expect(yield* open).toBe(undefined);
      expect(says("SELECT count(*) FROM forgetting")).toEqual([0]);
      expect(says("SELECT count(*) FROM notice")).toEqual([0]);
    }),
  ));

it("a served party ends with 2, the code, the sentence and what to do", () =>
  Effect.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        const folder = yield* freshFolder;
        yield* writeConfiguration(folder, {
          party: "board",
          name: "board",
          public: { port: 0 },
          parties: { port: 0 },
        });
        yield* prepareParty(folder, "board");
        const database = new DatabaseSync(join(folder, "store.sqlite"));
        database.exec("UPDATE store_version SET version = 99");
        database.close();
        const served = yield* start(["serve", "board", "--dir", folder]);
        expect(yield* served.ended).toBe(2);
        expect(served.said()).toBe(
          "store-newer: The store was written by a newer version of this program. " +
            "(the store has version 99, this program knows 2) Run that version, or a newer one, on this store.\n" +
            "Nothing was started.\n",
        );
      }),
    ).pipe(Effect.provide(NodeServices.layer)),
  ));

/** How the tables that are written by hand are laid out, by party, under the version of this program. */
const layouts = {
  version: 2,
  issuer: "1b818e44e914",
  venue: "1cba08f26cfd",
  custodian: "cc0a33e9198d",
  authority: "7e9c62b257b9",
  board: "c5edc4e3180c",
};

/** Those of the lifecycles belong to the law, which a store names beside its version. */
const plain = (sql: unknown): string => String(sql).replaceAll("IF NOT EXISTS ", "").replaceAll(/\s+/g, " ");
const ofTheLaw = [consentTable, crisisTable, dayTable, disclosureTable, verificationTable].map(
  ({ createSql }) => plain(createSql),
);

it("no table is laid out otherwise without another version: add a step to storeMigrations, and then correct this", async () => {
  const found: Record<string, string | number> = { version: 0 };
  for (const party of parties)
    await withStoreOf(party, ({ says }) =>
      Effect.sync(() => {
        const own = says("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name")
          .map(plain)
          .filter((sql) => !ofTheLaw.some((whole) => whole.includes(sql)));
        found["version"] = Number(says(version)[0]);
        found[party] = createHash("sha256").update(own.join("\n")).digest("hex").slice(0, 12);
      }),
    );
  expect(found).toEqual(layouts);
});
