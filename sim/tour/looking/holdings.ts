// What each party holds at one instant, found by looking into its files: rows of its tables, keys of its vault, aliases.
// The tour prints it after every step and checks its claims against it; no party is asked.
// Beside what is counted, the names of all tables with rows are given, so that a claim can say that there are no others.
import { join } from "node:path";
import { numbersIn } from "../../readablenumbers.ts";
import { isFoundBelow, phoneNeedles, venueNeedles } from "./files.ts";
import { lookIntoTables, type Tables } from "./tables.ts";
import { aliasFilesIn, keysIn } from "./vault.ts";

export const parties = ["issuer", "venue", "custodian", "authority"] as const;
export type Party = (typeof parties)[number];

/** What can be held, in the order in which it is shown. */
export const things = [
  "accounts",
  "consents",
  "verifications",
  "aliases",
  "registrations",
  "waiting",
  "visits",
  "epochs",
  "cases",
  "releases",
  "casesAnswered",
  "answers",
  "dayKeys",
  "caseKeys",
] as const;
export type Thing = (typeof things)[number];

export interface Holding {
  readonly counts: ReadonlyMap<Thing, number>;
  /** Names of tables with rows, all of them. */
  readonly tables: readonly string[];
  /** Names of the keys that end with a day or a case. */
  readonly keys: readonly string[];
  /** Seoul days of which an alias file is there. */
  readonly aliasDays: readonly number[];
}

export interface Holdings {
  readonly of: Readonly<Record<Party, Holding>>;
  /** Where the number can be read: in the clear, or with the keys that lie in the same party's vault. */
  readonly phoneAt: readonly Party[];
  /** The number stands in the clear in some file of some party. */
  readonly phoneInClear: boolean;
  readonly placeAt: readonly Party[];
}

const thingOfTable: Readonly<Record<Party, Readonly<Record<string, Thing>>>> = {
  issuer: {
    account: "accounts",
    consent: "consents",
    verification: "verifications",
    answered: "casesAnswered",
  },
  venue: { registration: "registrations", waiting: "waiting" },
  custodian: { venue: "registrations", epoch: "epochs", release: "releases" },
  authority: { case_file: "cases", learned: "answers" },
};
const visitTable = /^visit_\d{8}$/;
const dayKey = /^(handles|passes|aliases|visits)-\d+$/;
const caseKey = /^case-\d+$/;

const thingOf = (party: Party, table: string): Thing | undefined =>
  party === "custodian" && visitTable.test(table) ? "visits" : thingOfTable[party][table];

const holdingOf = (party: Party, folder: string, { tables }: Tables): Holding => {
  const counts = new Map<Thing, number>(things.map((thing) => [thing, 0]));
  const add = (thing: Thing | undefined, count: number): void => {
    if (thing !== undefined) counts.set(thing, (counts.get(thing) ?? 0) + count);
  };
  for (const { name, rows } of tables) add(thingOf(party, name), rows);
  const keys = keysIn(join(folder, "vault")).filter((name) => dayKey.test(name) || caseKey.test(name));
  for (const name of keys) add(dayKey.test(name) ? "dayKeys" : "caseKeys", 1);
  const aliasFiles = aliasFilesIn(join(folder, "aliases"));
  for (const { standing } of aliasFiles) add("aliases", standing);
  return {
    counts,
    tables: tables.flatMap(({ name, rows }) => (rows > 0 ? [name] : [])),
    keys,
    aliasDays: aliasFiles.map(({ day }) => day),
  };
};

/** Looks into the folders of all parties below this one. */
export const lookIntoHouse = (folder: string, phone: string, venue: number): Holdings => {
  const looked = parties.map((party) => {
    const own = join(folder, party);
    return lookIntoTables(join(own, "store.sqlite"), (tables) => ({
      party,
      holding: holdingOf(party, own, tables),
      phone: isFoundBelow(own, phoneNeedles(phone)) || (party === "issuer" && numbersIn(own).includes(phone)),
      place: tables.holding(venue).length > 0 || isFoundBelow(own, venueNeedles(venue)),
    }));
  });
  const found = new Map(looked.map(({ party, holding }) => [party, holding]));
  const holding = (party: Party): Holding =>
    found.get(party) ?? { counts: new Map(), tables: [], keys: [], aliasDays: [] };
  return {
    of: {
      issuer: holding("issuer"),
      venue: holding("venue"),
      custodian: holding("custodian"),
      authority: holding("authority"),
    },
    phoneAt: looked.flatMap(({ party, phone: here }) => (here ? [party] : [])),
    phoneInClear: isFoundBelow(folder, phoneNeedles(phone)),
    placeAt: looked.flatMap(({ party, place: here }) => (here ? [party] : [])),
  };
};

/** How many of a thing a party holds. */
export const countOf = (holdings: Holdings, party: Party, thing: Thing): number =>
  holdings.of[party].counts.get(thing) ?? 0;
