// The first start of everybody on one machine: each party prepares itself in a process of its own, the office, the
// keeper and the officers get their keys, and what administrators do by hand is done here: cards are carried to every
// folder, and the keeper signs the first roster. What is there already is left as it is.
import { Clock, Console, Effect, FileSystem } from "effect";
import { exitCodes, Stop } from "../exit.ts";
import { makeFolder } from "../folder.ts";
import { prepareOfficer } from "../officer/preparing.ts";
import type { Card, CardKind } from "../protocol/card.ts";
import type { Roster } from "../protocol/officers.ts";
import { firstRoster } from "../roster/pinnedroster.ts";
import { pinCard, readOwnCard, writeOwnCard } from "./cards.ts";
import { startChild } from "./child.ts";
import { ConfigInvalid } from "./configinvalid.ts";
import { freePorts } from "./freeports.ts";
import { prepareOffice, prepareRosterKeeper, rosterKey, withVaultIn } from "./holders.ts";
import type { Member } from "./members.ts";
import { readRoster, rosterFile, writeRoster } from "./rosterfile.ts";

export interface Furnishing {
  readonly folder: string;
  readonly members: ReadonlyArray<Member>;
  readonly preset: string;
  readonly freePorts: boolean;
  /** A PostgreSQL server that holds a schema for each party; SQLite files without it. */
  readonly storeUrl?: string | undefined;
  /** How many officers the first roster names; two unless given. */
  readonly officers?: number | undefined;
  /** What one kind of party needs in its `settings`. */
  readonly settings: (member: Member) => Readonly<Record<string, unknown>>;
}

const officersUsually = 2;

const checksOfficers: ReadonlySet<CardKind> = new Set(["issuer", "custodian", "authority", "officer"]);

/** How one member makes its folder, keys and card. */
export type PrepareMember<E, R> = (furnishing: Furnishing, member: Member) => Effect.Effect<void, E, R>;

/** In a process of its own, so that this one never holds a party's keys. */
export const prepareInChild = Effect.fnUntraced(function* (furnishing: Furnishing, member: Member) {
  const { folder, preset, storeUrl } = furnishing;
  const { party, name, number, publicPort, partiesPort } = member;
  const words = [
    ["prepare", party, "--dir", `${folder}/${name}`, "--name", name, "--number", String(number)],
    ["--public-port", String(publicPort), "--parties-port", String(partiesPort), "--preset", preset],
    ["--settings", JSON.stringify(furnishing.settings(member))],
    storeUrl === undefined
      ? []
      : ["--store-url", storeUrl, "--store-schema", `entrylog_${name.replaceAll("-", "_")}`],
  ].flat();
  const code = yield* Effect.scoped(
    Effect.flatMap(
      startChild(words, () => undefined),
      ({ ended }) => ended,
    ),
  );
  if (code === exitCodes.done) return;
  return yield* new Stop({
    code: exitCodes.usage,
    reason: "party-not-prepared",
    sentence: `The party ${name} could not be prepared in ${folder}/${name}.`,
    advice: "Its own words stand above.",
  });
});

const withFreePorts = Effect.fnUntraced(function* (members: ReadonlyArray<Member>) {
  const ports = yield* freePorts(members.length * 2);
  return members.map((member, place) => ({
    ...member,
    publicPort: ports[place * 2] ?? 0,
    partiesPort: ports[place * 2 + 1] ?? 0,
  }));
});

/** An officer as the roster lists them, out of their card. */
const rosterEntryOf = ({ kind, number, tlsKey, keys }: Card): Roster => {
  const sealingKey = keys["sealing"];
  return kind !== "officer" || sealingKey === undefined
    ? []
    : [{ officer: number, sealingKey, signingKey: tlsKey }];
};

const officerIn = Effect.fnUntraced(function* (folder: string, number: number) {
  const card = (yield* readOwnCard(folder)) ?? (yield* prepareOfficer(folder, number));
  if (card === undefined)
    return yield* new ConfigInvalid({ mistakes: [`${folder}: holds no officer's keys`] });
  yield* writeOwnCard(folder, card);
  return card;
});

/** Everybody's folder gets everybody else's card. */
const exchange = Effect.fnUntraced(function* (folder: string, cards: ReadonlyArray<Card>) {
  for (const { name: owner } of cards) {
    for (const card of cards) if (card.name !== owner) yield* pinCard(`${folder}/${owner}`, card);
  }
});

/** The first roster, signed once and kept by its keeper, goes to those who check officers. */
const deal = Effect.fnUntraced(function* (folder: string, cards: ReadonlyArray<Card>) {
  const files = yield* FileSystem.FileSystem;
  const keeper = `${folder}/roster-keeper`;
  const hasRoster = (owner: string) => files.exists(`${owner}/${rosterFile}`);
  if (!(yield* hasRoster(keeper))) {
    const now = yield* Clock.currentTimeMillis;
    const key = yield* withVaultIn(keeper, rosterKey);
    yield* writeRoster(keeper, firstRoster(key, cards.flatMap(rosterEntryOf), now));
  }
  const signed = yield* readRoster(keeper);
  for (const { name, kind } of cards) {
    const owner = `${folder}/${name}`;
    if (checksOfficers.has(kind) && !(yield* hasRoster(owner))) yield* writeRoster(owner, signed);
  }
});

export const furnish = Effect.fnUntraced(function* <E, R>(
  furnishing: Furnishing,
  prepare: PrepareMember<E, R>,
) {
  const { folder } = furnishing;
  yield* makeFolder(folder, 0o700);
  const missing: Member[] = [];
  for (const member of furnishing.members) {
    if ((yield* readOwnCard(`${folder}/${member.name}`)) === undefined) missing.push(member);
  }
  if (missing.length > 0) {
    yield* Console.log(`First start: ${String(missing.length)} parties draw their keys.`);
    const members = furnishing.freePorts ? yield* withFreePorts(missing) : missing;
    yield* Effect.forEach(members, (member) => prepare(furnishing, member), {
      concurrency: 2,
      discard: true,
    });
  }
  const cards: Card[] = [
    yield* prepareOffice(`${folder}/office`),
    yield* prepareRosterKeeper(`${folder}/roster-keeper`),
  ];
  const { officers = officersUsually } = furnishing;
  for (let officer = 1; officer <= officers; officer += 1)
    cards.push(yield* officerIn(`${folder}/officer-${String(officer)}`, officer));
  for (const { name } of furnishing.members) {
    const card = yield* readOwnCard(`${folder}/${name}`);
    if (card !== undefined) cards.push(card);
  }
  yield* exchange(folder, cards);
  yield* deal(folder, cards);
});
