// What each party can know (clauses S6, S7, S10, S11), after some weeks of the whole country: stores, vaults, logs, telemetry, backups and
// the lines between the parties are searched for what must not be there, in every encoding that passes and protocols use. Each search
// is first seen to find what is planted, in each form and each kind of place.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { Effect } from "effect";
import { afterAll, describe, expect, it } from "vitest";
import { seoulDay } from "../../impl/protocol/seoulday.ts";
import { keysIn, openAll } from "./attacker.ts";
import { copyAll, rowsIn } from "./copies.ts";
import { openCountry, partyNames, type PartyName } from "./country.ts";
import { formsOfBytes, formsOfPhone, formsOfText, formsOfWhole, type Form } from "./forms.ts";
import { bytesOfPass } from "./inhabitants.ts";
import { days, live, noonMs, phones, servedVenue, venues } from "./living.ts";
import { makePassingClock } from "./passingclock.ts";
import { heldIn, searchFor, type Held } from "./searching.ts";

const folder = mkdtempSync(join(tmpdir(), "entrylog-knowledge-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const clock = makePassingClock(noonMs);
const scene = await Effect.runPromise(
  Effect.scoped(
    Effect.gen(function* () {
      const country = yield* openCountry({ clock });
      const lived = yield* live(country);
      copyAll(country, join(folder, "backup"));
      const held = new Map(
        partyNames.map((name) => [
          name,
          [
            ...heldIn(
              join(country.folder, name),
              (file) => !file.startsWith("peers/") && !file.endsWith(".json"),
            ),
            ...heldIn(join(folder, "backup", name)),
            { name: "what it said", bytes: Buffer.from((country.said.get(name) ?? []).join("\n")) },
            { name: "what it exported", bytes: Buffer.concat(country.exported.get(name)?.bodies ?? []) },
          ] satisfies readonly Held[],
        ]),
      );
      const vaults = new Map(
        yield* Effect.forEach(partyNames, (name) =>
          Effect.map(keysIn(join(country.folder, name)), (keys) => [name, keys] as const),
        ),
      );
      /** What the vaults hold, unwrapped: keys of one party are looked for at the others. */
      const secrets = [...vaults].flatMap(([name, keys]) =>
        [...keys].filter(([, bytes]) => bytes.length >= 16).map(([key, bytes]) => ({ name, key, bytes })),
      );
      const rows = new Map(partyNames.map((name) => [name, rowsIn([join(folder, "backup")], name)]));
      const everything = yield* Effect.promise(() =>
        openAll({ copies: [join(folder, "backup")], stores: partyNames, vaults, officers: [] }),
      );
      return { ...lived, held, vaults, secrets, rows, everything, overheard: [...country.overheard] };
    }),
  ).pipe(Effect.provide(clock.layer)),
);

const heldBy = (name: PartyName): readonly Held[] => scene.held.get(name) ?? [];
const wire: readonly Held[] = Object.entries(
  Object.groupBy(scene.overheard, ({ at, direction }) => `${at} ${direction}`),
).map(([name, heard = []]) => ({ name, bytes: Buffer.concat(heard.map(({ bytes }) => bytes)) }));

const formsOfPhones = phones.flatMap(formsOfPhone);
const formsOfVenues = [...venues, servedVenue].flatMap((venue) => formsOfWhole("venue", BigInt(venue)));
/** A session is never a whole text: the token as bytes finds it in every dress. */
const formsOfTokens = scene.people.flatMap(({ token }) => [
  ...formsOfBytes("session", Buffer.from(token, "base64url")),
  ...formsOfText("session", token),
]);
const formsOfCodes = scene.codes.flatMap((code) => formsOfText("code", `"${code}"`));
const sealedOf = (text: string): Uint8Array => bytesOfPass(text).subarray(26, 58);
const formsOfPasses = (texts: readonly string[]) =>
  texts.flatMap((text) => [...formsOfBytes("pass", sealedOf(text)), ...formsOfText("pass", text)]);
const keysOf = (wanted: (name: PartyName, key: string) => boolean) =>
  scene.secrets
    .filter(({ name, key }) => wanted(name, key))
    .flatMap(({ name, key, bytes }) => formsOfBytes(`the key ${key} of ${name}`, bytes));
const formsOfAliases = scene.everything.aliases.flatMap(({ alias }) =>
  formsOfBytes("alias", Buffer.from(alias, "hex")),
);

describe("the country lived", () => {
  it("through what matters: visits on both issuers, a dispute a day, late deliveries, cases and a withdrawal", () => {
    expect(scene.rows.get("custodian")?.of("dispute")).toHaveLength(days);
    expect(scene.everything.visits).toHaveLength(scene.passes.length + scene.waited.length);
    expect(scene.rows.get("custodian")?.of("release")).toHaveLength(3);
    expect(new Set(scene.everything.visits.map(({ day }) => day)).size).toBe(days);
    expect(seoulDay(noonMs)).toBe(scene.everything.visits[0]?.day);
    expect(scene.everything.aliases.length).toBeGreaterThan(50);
    expect(scene.waited).toHaveLength(1);
    expect(scene.codes.length).toBeGreaterThanOrEqual(phones.length);
  });
});

describe("no search is blind", () => {
  const forms: readonly Form[] = [
    ...formsOfPhone(phones[0]),
    ...formsOfWhole("venue", BigInt(venues[0])),
    ...formsOfPasses(scene.passes.slice(0, 1)),
    ...formsOfTokens,
  ];
  const places: readonly (readonly [string, (bytes: Buffer) => readonly Held[]])[] = [
    [
      "a file",
      (bytes) => [{ name: "planted", bytes: Buffer.concat([Buffer.from("xyz"), bytes, Buffer.from("xyz")]) }],
    ],
    [
      "something gzipped",
      (bytes) => [{ name: "planted", bytes: Buffer.concat([Buffer.from("xyz"), gzipSync(bytes)]) }],
    ],
    [
      "something deflated",
      (bytes) => [{ name: "planted", bytes: Buffer.concat([Buffer.from("xyz"), deflateSync(bytes)]) }],
    ],
    ["a raw deflate", (bytes) => [{ name: "planted", bytes: deflateRawSync(bytes) }]],
  ];

  it.each(places)("finds each form in %s", (_, plant) => {
    const search = searchFor(forms);
    for (const { name, bytes } of forms)
      expect(
        search(plant(bytes)).some((found) => found.endsWith(name)),
        name,
      ).toBe(true);
  });

  it("finds what was deleted from a database, in its free pages or its log", () => {
    const own = mkdtempSync(join(folder, "planted-"));
    const database = new DatabaseSync(join(own, "store.sqlite"));
    database.exec("PRAGMA journal_mode = WAL; CREATE TABLE kept (text TEXT)");
    database.prepare("INSERT INTO kept VALUES (?)").run(`tel:010${phones[0]}`);
    database.exec("DELETE FROM kept");
    expect(searchFor(formsOfPhone(phones[0]))(heldIn(own))).not.toEqual([]);
    database.close();
  });

  it("finds in a file's name", () => {
    const own = mkdtempSync(join(folder, "planted-"));
    writeFileSync(join(own, `of-${phones[1]}`), "");
    expect(searchFor(formsOfPhone(phones[1]))(heldIn(own))).toHaveLength(1);
  });

  it("finds each party's own in what was searched", () => {
    expect(searchFor(formsOfVenues)(heldBy("custodian"))).not.toEqual([]);
    expect(searchFor(formsOfVenues)(heldBy("authority"))).not.toEqual([]);
    expect(searchFor(formsOfVenues)(heldBy("venue"))).not.toEqual([]);
  });
});

describe("what no party holds, in store, vault, backup, log or telemetry", () => {
  it.each(partyNames)("%s: no phone number", (name) => {
    expect(searchFor(formsOfPhones)(heldBy(name))).toEqual([]);
  });

  it.each(partyNames)("%s: no session, and no code", (name) => {
    expect(searchFor([...formsOfTokens, ...formsOfCodes])(heldBy(name))).toEqual([]);
  });

  it.each(["issuer-1", "issuer-2", "board"] as const)("%s: no venue", (name) => {
    expect(searchFor(formsOfVenues)(heldBy(name))).toEqual([]);
  });

  it.each(partyNames)("%s: no pass, once it is delivered", (name) => {
    expect(searchFor(formsOfPasses([...scene.passes, ...scene.waited]))(heldBy(name))).toEqual([]);
  });

  it.each(partyNames)("%s: no alias, and no key of its own or of another that is not wrapped", (name) => {
    expect(searchFor([...formsOfAliases, ...keysOf(() => true)])(heldBy(name))).toEqual([]);
  });

  it("and nothing said or exported has any of it, or an address", () => {
    for (const name of partyNames) {
      const told = heldBy(name).filter(({ name: what }) => what.startsWith("what it"));
      expect(
        searchFor([
          ...formsOfPhones,
          ...formsOfVenues,
          ...formsOfTokens,
          ...formsOfText("address", "127.0.0.1"),
        ])(told),
      ).toEqual([]);
    }
    expect(heldBy("issuer-1").find(({ name }) => name === "what it exported")?.bytes.length).toBeGreaterThan(
      1_000,
    );
  });
});

describe("opened with its own vault, a party still does not hold what its role forbids", () => {
  const only = (name: PartyName) =>
    openAll({
      copies: [join(folder, "backup")],
      stores: [name],
      vaults: new Map([[name, scene.vaults.get(name) ?? new Map<string, Uint8Array>()]]),
      officers: [],
    });

  it("the custodian: places, times and passes, and nobody", async () => {
    const opened = await only("custodian");
    expect(opened.visits.length).toBe(opened.kept.length);
    expect([opened.handles, opened.aliases, opened.named, opened.phones]).toEqual([[], [], [], []]);
  });

  it("an issuer: its own people and their aliases, and no place", async () => {
    const opened = await only("issuer-1");
    expect([...opened.phones].sort()).toEqual(["+821048271936", "+821061740825", "+821083164297"]);
    expect([opened.kept, opened.visits, opened.named]).toEqual([[], [], []]);
  });

  it("the authority: its open case's sealed answer, which its officers alone can open", async () => {
    const opened = await only("authority");
    expect(opened.caseCopies.every((copy) => copy.startsWith("authority"))).toBe(true);
    expect([opened.phones, opened.named, opened.visits]).toEqual([[], [], []]);
  });

  it.each(["venue", "board"] as const)("%s: nothing", async (name) => {
    const opened = await only(name);
    expect([opened.kept, opened.phones, opened.caseCopies]).toEqual([[], [], []]);
  });
});

describe("whoever listens on the lines between the parties", () => {
  it("hears each party, and nothing that can be read", () => {
    expect(wire.map(({ name }) => name).sort()).toEqual(
      ["authority", "board", "custodian", "issuer-1", "issuer-2"].flatMap((name) => [
        `${name} in`,
        `${name} out`,
      ]),
    );
    const readable = [
      ...formsOfPhones,
      ...formsOfVenues,
      ...formsOfTokens,
      ...formsOfAliases,
      ...formsOfPasses(scene.passes),
    ];
    expect(
      searchFor([...readable, ...formsOfText("method", "POST /v1"), ...formsOfText("type", "application/")])(
        wire,
      ),
    ).toEqual([]);
  });

  it("hears TLS alone: every record of every direction is one of TLS, and hellos say no name of a person", () => {
    for (const { bytes } of wire) expect([0x16, 0x14, 0x15, 0x17]).toContain(bytes[0]);
    // The one text in clear is the name in a hello, which is an address here.
    expect(wire.some(({ bytes }) => bytes.length > 10_000)).toBe(true);
  });
});
