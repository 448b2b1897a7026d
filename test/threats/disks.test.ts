// What can be opened with the disks of one party, of each two, with officers' keys besides, and with half of a disk: really attacked,
// on a country in which three people at two issuers entered one venue and a case about them is open. Each row of the threat table that
// is about disks has its expectation here, written by hand: so many places, visits, shares, handles, aliases, names, numbers, copies of a case.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect } from "effect";
import { afterAll, describe, expect, it } from "vitest";
import { ofParties } from "../../models/threats/parties.ts";
import { officerIn } from "../../impl/officer/office.ts";
import { hexOf } from "../../impl/protocol/fields.ts";
import { readHeader } from "../../impl/protocol/pass.ts";
import { present } from "../impl/protocol/hex.ts";
import { caseCopies, keysIn, openAll, type Keys, type Loot, type Opened } from "./attacker.ts";
import { copyAll } from "./copies.ts";
import { openCountry, partyNames, type PartyName } from "./country.ts";
import { formsOfBytes, formsOfPhone, formsOfWhole } from "./forms.ts";
import { bytesOfPass, comeTo, investigate, openDevice, openOfficers, passOf } from "./inhabitants.ts";
import { makePassingClock } from "./passingclock.ts";
import { heldIn, searchFor } from "./searching.ts";

const folder = mkdtempSync(join(tmpdir(), "entrylog-disks-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const clock = makePassingClock(Date.UTC(2020, 6, 1, 3));
const people = [
  ["issuer-1", "48271936"],
  ["issuer-1", "59382047"],
  ["issuer-2", "61740825"],
] as const;

/** What an issuer writes down that keeps, against the rules, what it makes and when it is asked. */
interface Watched {
  readonly eight: string;
  readonly askedAtMs: number;
  readonly pass: Uint8Array;
}

const scene = await Effect.runPromise(
  Effect.scoped(
    Effect.gen(function* () {
      const country = yield* openCountry({ clock });
      const device = yield* openDevice(country, 2_863_311_531);
      const watched: Watched[] = [];
      for (const [issuer, eight] of people) {
        const person = yield* comeTo(country, issuer, eight);
        const askedAtMs = clock.now();
        const pass = bytesOfPass(yield* passOf(country, person));
        watched.push({ eight, askedAtMs, pass });
        expect(yield* device.scan(pass)).toBe("admitted");
        clock.passTo(clock.now() + 120_000);
      }
      const officers = yield* openOfficers(country);
      const window = { venue: device.venue, fromMs: clock.now() - 3_600_000, untilMs: clock.now() };
      expect((yield* investigate(officers, [window], false)).visits).toHaveLength(3);
      copyAll(country, folder);
      const vaults = new Map<PartyName, Keys>();
      for (const name of partyNames) vaults.set(name, yield* keysIn(join(country.folder, name)));
      const keys = yield* Effect.forEach(["officer-1", "officer-2"], (officer) =>
        officerIn(join(country.folder, officer)),
      ).pipe(Effect.provide(NodeServices.layer), Effect.orDie);
      const laptop = heldIn(join(country.folder, "officer-1"));
      return { vaults, officers: keys, watched, laptop };
    }),
  ).pipe(Effect.provide(clock.layer)),
);

const lootOf = (stores: readonly PartyName[], vaults: readonly PartyName[], officers: number): Loot => ({
  copies: [folder],
  stores,
  vaults: new Map(vaults.map((name) => [name, present(scene.vaults.get(name))])),
  officers: scene.officers.slice(0, officers),
});

const counted = (opened: Opened) => {
  const { kept, visits, handles, aliases, named, phones, caseCopies } = opened;
  return [kept, visits, handles, aliases, named, phones, caseCopies].map(({ length }) => length);
};

const servedAs = {
  issuer: "issuer-1",
  venue: "venue",
  custodian: "custodian",
  authority: "authority",
  board: "board",
  person: "venue",
} as const;

/** Rows of visits, visits with their pass, handles, aliases, named visits, phone numbers, copies of the case. */
const expected: Readonly<Record<keyof typeof ofParties, readonly number[]>> = {
  issuer: [0, 0, 0, 2, 0, 2, 1],
  venue: [0, 0, 0, 0, 0, 0, 0],
  custodian: [3, 3, 0, 0, 0, 0, 1],
  authority: [0, 0, 0, 0, 0, 0, 2],
  board: [0, 0, 0, 0, 0, 0, 0],
  "issuer-venue": [0, 0, 0, 2, 0, 2, 1],
  "issuer-custodian": [3, 3, 0, 2, 0, 2, 2],
  "issuer-authority": [0, 0, 0, 2, 0, 2, 3],
  "issuer-board": [0, 0, 0, 2, 0, 2, 1],
  "venue-custodian": [3, 3, 0, 0, 0, 0, 1],
  "venue-authority": [0, 0, 0, 0, 0, 0, 2],
  "venue-board": [0, 0, 0, 0, 0, 0, 0],
  "custodian-authority": [3, 3, 0, 0, 0, 0, 3],
  "custodian-board": [3, 3, 0, 0, 0, 0, 1],
  "authority-board": [0, 0, 0, 0, 0, 0, 2],
};

const rows = Object.entries(ofParties).map(([id, { parties }]) => ({
  id,
  parties: parties.map((party) => servedAs[party]),
}));
const expectedOf = (id: string) => Object.entries(expected).find(([name]) => name === id)?.[1];

describe("opens with the disk of one party", () => {
  it.each(rows.filter(({ parties }) => parties.length === 1))("$id", async ({ id, parties }) => {
    expect(counted(await openAll(lootOf(parties, parties, 0)))).toEqual(expectedOf(id));
  });
});

describe("opens with the disks of two parties", () => {
  it("which are ten pairs", () => {
    expect(rows.filter(({ parties }) => parties.length === 2)).toHaveLength(10);
  });

  it.each(rows.filter(({ parties }) => parties.length === 2))("$id", async ({ id, parties }) => {
    expect(counted(await openAll(lootOf(parties, parties, 0)))).toEqual(expectedOf(id));
  });
});

describe("issuer and custodian who watch live", () => {
  it("name everybody, if the issuer keeps what it makes: a pass is equal to itself", async () => {
    const { visits } = await openAll(lootOf(["custodian"], ["custodian"], 0));
    const madeBy = new Map(scene.watched.map(({ eight, pass }) => [hexOf(pass), eight]));
    expect(visits.map(({ pass }) => madeBy.get(hexOf(pass.bytes))).sort()).toEqual([
      "48271936",
      "59382047",
      "61740825",
    ]);
  });

  it("guess everybody by near times, where few ask, if the issuer keeps only who asked when", async () => {
    const { visits } = await openAll(lootOf(["custodian"], ["custodian"], 0));
    const guessed = visits.map(({ pass }) =>
      scene.watched.find(({ askedAtMs }) => Math.abs(readHeader(pass.bytes).issuedAtMs - askedAtMs) < 30_000),
    );
    expect(guessed.map((found) => found?.eight).sort()).toEqual(["48271936", "59382047", "61740825"]);
  });
});

describe("the authority's server with its database and vault", () => {
  it("gets nobody: two copies of the open case, in which no number and no pass can be read", async () => {
    const loot = lootOf(["authority"], ["authority"], 0);
    const { visits, shares, handles, aliases, named, phones, kept } = await openAll(loot);
    expect([visits, shares, handles, aliases, named, phones, kept]).toEqual([[], [], [], [], [], [], []]);
    const copies = caseCopies(loot);
    expect(copies).toHaveLength(2);
    expect(searchFor(people.flatMap(([, eight]) => formsOfPhone(eight)))(copies)).toEqual([]);
    // Seen to be what it is: the case's own place stands in what was released.
    expect(searchFor(formsOfWhole("venue", 2_863_311_531n))(copies)).not.toEqual([]);
  });
});

describe("one officer's laptop alone", () => {
  it.each([0, 1])("opens nothing, because it has nobody's records: officer %i", async (place) => {
    const opened = await openAll({
      ...lootOf([], [], 0),
      officers: [present(scene.officers[place])],
    });
    expect(counted(opened)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(opened.shares).toEqual([]);
  });

  it("holds no number, place or pass in any file", () => {
    const forms = [
      ...people.flatMap(([, eight]) => formsOfPhone(eight)),
      ...formsOfWhole("venue", 2_863_311_531n),
      ...scene.watched.flatMap(({ pass }) => formsOfBytes("pass", pass.subarray(26, 58))),
    ];
    expect(scene.laptop.length).toBeGreaterThan(2);
    expect(searchFor(forms)(scene.laptop)).toEqual([]);
  });
});

describe("opens with officers' keys besides", () => {
  it("one officer, the custodian and the authority: shares, and not one handle", async () => {
    const opened = await openAll(lootOf(["custodian", "authority"], ["custodian", "authority"], 1));
    expect(new Set(opened.shares.map(({ officer }) => officer))).toEqual(new Set([1]));
    expect(counted(opened)).toEqual([3, 3, 0, 0, 0, 0, 3]);
  });

  it("both officers without the custodian: nothing of any visit", async () => {
    expect(counted(await openAll(lootOf(["issuer-1"], ["issuer-1"], 2)))).toEqual([0, 0, 0, 2, 0, 2, 1]);
  });

  it("both officers and the custodian: every handle, and nobody", async () => {
    expect(counted(await openAll(lootOf(["custodian"], ["custodian"], 2)))).toEqual([3, 3, 3, 0, 0, 0, 1]);
  });

  it("both officers, custodian and one issuer: all people of that issuer, and none of the other", async () => {
    const { named } = await openAll(lootOf(["custodian", "issuer-1"], ["custodian", "issuer-1"], 2));
    expect(named.map(({ phone }) => phone).sort()).toEqual(["+821048271936", "+821059382047"]);
  });
});

describe("opens with a store without its vault, or a vault without its store", () => {
  it("the custodian's store: how many entered, and nothing else, with both officers' keys too", async () => {
    const opened = await openAll(lootOf(["custodian"], [], 2));
    expect(counted(opened)).toEqual([3, 0, 0, 0, 0, 0, 0]);
    expect(opened.shares).toEqual([]);
  });

  it.each(["issuer-1", "authority", "venue", "board"] as const)("the store of %s: nothing", async (name) => {
    expect(counted(await openAll(lootOf([name], [], 2)))).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it("all vaults and both officers, without any store: nothing", async () => {
    expect(counted(await openAll(lootOf([], partyNames, 2)))).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it("a stolen vault and store of an issuer: every number in it, and no place", async () => {
    const opened = await openAll(lootOf(["issuer-1"], ["issuer-1"], 0));
    expect([...opened.phones].sort()).toEqual(["+821048271936", "+821059382047"]);
    expect(opened.kept).toEqual([]);
  });
});
