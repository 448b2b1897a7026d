// What no party may hold, over PostgreSQL (clauses S6, S7, S10): after some days of the whole country the servers' data files and write-ahead
// logs are searched as they lie on the disk, and what pg_dump writes of each party. The issuers have a server of their own, as they would,
// so that a place in its log would be theirs. Each search is first seen to find what is planted, in a table, an index, beside a table, in
// the log, and after it was deleted.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Effect } from "effect";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { postgresPrograms, startPostgres, type PostgresServer } from "../../sim/postgres/server.ts";
import { present } from "../impl/protocol/hex.ts";
import { withTool } from "../with-tool.ts";
import { keysIn, openAll } from "./attacker.ts";
import { copyAll, dumpOf } from "./copies.ts";
import { openCountry, partyNames, type PartyName } from "./country.ts";
import { asOwner, filesOf } from "./databasefiles.ts";
import { formsOfBytes, formsOfPhone, formsOfText, formsOfWhole, type Form } from "./forms.ts";
import { bytesOfPass } from "./inhabitants.ts";
import { live, noonMs, phones, servedVenue, venues } from "./living.ts";
import { makePassingClock } from "./passingclock.ts";
import { heldIn, searchFor, type Held } from "./searching.ts";

// A hundred megabytes are read in each search.
vi.setConfig({ testTimeout: 240_000 });

/** In a hundred megabytes a form of fewer bytes stands by chance; whole numbers have one of eight bytes here. */
const bytesLeast = 6;
const long = (forms: readonly Form[]): readonly Form[] =>
  forms.filter(({ bytes }) => bytes.length >= bytesLeast);

const formsOfPhones = long(phones.flatMap(formsOfPhone));
const formsOfVenues = long([...venues, servedVenue].flatMap((venue) => formsOfWhole("venue", BigInt(venue))));
const formsOfPasses = (texts: readonly string[]) =>
  long(
    texts.flatMap((text) => [
      ...formsOfBytes("pass", bytesOfPass(text).subarray(26, 58)),
      ...formsOfText("pass", text),
    ]),
  );

/** The issuers' server, and that of all others. */
const serverOf = (name: PartyName): "people" | "places" =>
  name === "issuer-1" || name === "issuer-2" ? "people" : "places";
const serverNames = ["people", "places"] as const;

withTool("postgres", "the files of PostgreSQL", () => {
  const folder = mkdtempSync(join(tmpdir(), "entrylog-databasefiles-"));
  const servers = new Map<"people" | "places", PostgresServer>();
  let scene: Awaited<ReturnType<typeof lived>> | undefined;

  const lived = () => {
    const clock = makePassingClock(noonMs);
    return Effect.runPromise(
      Effect.scoped(
        Effect.gen(function* () {
          const country = yield* openCountry({
            clock,
            postgresUrl: (name) => present(servers.get(serverOf(name))).url,
          });
          const story = yield* live(country);
          copyAll(country, join(folder, "backup"));
          const vaults = new Map(
            yield* Effect.forEach(partyNames, (name) =>
              Effect.map(keysIn(join(country.folder, name)), (keys) => [name, keys] as const),
            ),
          );
          const everything = yield* Effect.promise(() =>
            openAll({ copies: [join(folder, "backup")], stores: partyNames, vaults, officers: [] }),
          );
          return { ...story, vaults, everything };
        }),
      ).pipe(Effect.provide(clock.layer)),
    );
  };

  beforeAll(async () => {
    for (const name of serverNames)
      servers.set(name, await startPostgres(present(postgresPrograms()), ["max_wal_size=256MB"]));
    scene = await lived();
  }, 300_000);
  afterAll(async () => {
    for (const server of servers.values()) await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const foundIn = async (name: "people" | "places", forms: readonly Form[]): Promise<readonly string[]> => {
    const search = searchFor(forms);
    return (await filesOf(present(servers.get(name)))).flatMap((read) => search([read()]));
  };
  const dumped = (name: PartyName): readonly Held[] =>
    heldIn(join(folder, "backup", name), (file) => file === "store.dump");

  const secrets = (): readonly Form[] => {
    const { people, codes, passes, waited, vaults, everything } = present(scene);
    return [
      ...formsOfPhones,
      ...people.flatMap(({ token }) => [
        ...formsOfBytes("session", Buffer.from(token, "base64url")),
        ...formsOfText("session", token),
      ]),
      ...codes.flatMap((code) => formsOfText("code", `"${code}"`)),
      ...formsOfPasses([...passes, ...waited]),
      ...everything.aliases.flatMap(({ alias }) => formsOfBytes("alias", Buffer.from(alias, "hex"))),
      ...[...vaults].flatMap(([name, keys]) =>
        [...keys].flatMap(([key, bytes]) =>
          bytes.length < 16 ? [] : formsOfBytes(`the key ${key} of ${name}`, bytes),
        ),
      ),
    ];
  };

  it("the country lived on both servers", () => {
    const { everything, passes, waited } = present(scene);
    expect(everything.visits).toHaveLength(passes.length + waited.length);
    expect(everything.aliases.length).toBeGreaterThan(50);
  });

  it("hold nowhere a number, session, code, pass, alias or key, and no place where the issuers' data lies", async () => {
    expect(await foundIn("people", [...long(secrets()), ...formsOfVenues])).toEqual([]);
  });

  it("hold none of these where all others' data lies, but places, so that the search is seen to work there", async () => {
    const found = await foundIn("places", [...long(secrets()), ...formsOfVenues]);
    expect(found.filter((told) => !told.includes("holds venue"))).toEqual([]);
    expect(found.join("\n")).toMatch(/^threats_(custodian|authority)\./m);
    expect(searchFor(formsOfVenues)(dumped("authority"))).not.toEqual([]);
  });

  it.each(partyNames)("and so does what pg_dump writes of %s", (name) => {
    expect(dumped(name)).toHaveLength(2);
    expect(searchFor(secrets())(dumped(name))).toEqual([]);
    if (serverOf(name) === "people" || name === "board")
      expect(searchFor(formsOfVenues)(dumped(name))).toEqual([]);
  });

  describe("no search is blind", () => {
    const planted: readonly Form[] = [
      ...formsOfPhone(phones[0]),
      ...formsOfWhole("venue", BigInt(venues[0])),
    ].filter(({ bytes }) => bytes.length >= bytesLeast);

    const plant = async (): Promise<void> => {
      const server = present(servers.get("people"));
      await asOwner(
        server,
        `CREATE SCHEMA planted;
         CREATE TABLE planted.kept (form bytea);
         CREATE INDEX listed ON planted.kept (form);
         CREATE TABLE planted.large (form bytea);
         ALTER TABLE planted.large ALTER form SET STORAGE EXTERNAL;
         CREATE TABLE planted.typed (said text, number bigint, exact numeric, said_json jsonb)`,
      );
      const rows = planted.map(({ bytes }) => bytes);
      await asOwner(server, "INSERT INTO planted.kept SELECT unnest($1::bytea[])", [rows]);
      const large = rows.map((bytes) => Buffer.concat([bytes, Buffer.alloc(9_000, 7)]));
      await asOwner(server, "INSERT INTO planted.large SELECT unnest($1::bytea[])", [large]);
      const number = venues[1];
      await asOwner(
        server,
        "INSERT INTO planted.typed VALUES ($1, $2, $3, jsonb_build_object('n', $4::numeric))",
        [`tel:010${phones[1]}`, number, number, number],
      );
    };

    it("finds each form in a table, an index, beside a table and in the log, also when it was deleted", async () => {
      await plant();
      await asOwner(present(servers.get("people")), "DELETE FROM planted.kept");
      const found = await foundIn("people", planted);
      for (const place of ["planted.kept", "planted.listed", "planted.large (beside)", "pg_wal/"])
        for (const { name } of planted)
          expect(
            found.some((told) => told.startsWith(place) && told.endsWith(`holds ${name}`)),
            `${place}: ${name}`,
          ).toBe(true);
    });

    it("finds a number in whatever type it lies, in the files and in what pg_dump writes", async () => {
      const wanted = [...formsOfPhone(phones[1]), ...long(formsOfWhole("venue", BigInt(venues[1])))];
      const found = (await foundIn("people", wanted)).filter((told) => told.startsWith("planted.typed"));
      expect(found.filter((told) => told.includes("phone"))).not.toEqual([]);
      expect(found.filter((told) => told.includes("as an integer of eight bytes"))).not.toEqual([]);
      expect(found.filter((told) => told.includes("as a numeric of PostgreSQL"))).not.toEqual([]);
      const dump = dumpOf({ url: present(servers.get("people")).url, schema: "planted" });
      const read = searchFor([...wanted, ...planted])([{ name: "dump", bytes: dump }]);
      expect(read.some((told) => told.includes("phone 59382047 in UTF-8: raw"))).toBe(true);
      expect(read.some((told) => told.includes(`venue ${String(venues[1])} in UTF-8: raw`))).toBe(true);
      // What is stored as bytes is written in hexadecimal.
      expect(read.some((told) => told.includes("phone 48271936 in UTF-8: hexadecimal"))).toBe(true);
    });
  });
});
