/**
 * What issuer and custodian keep of one Seoul day and how it ends: the day itself, its keys in a vault apart, the visit, the account behind it.
 * Row and vault are two stores: a crash can fall between erasing the keys and erasing the row, and a sweep can be late.
 */
import {
  and,
  equals,
  field,
  flag,
  inState,
  literal,
  not,
  now,
  or,
  policy,
  present,
  reached,
  startOfDay,
  sum,
  type Condition,
} from "../../language/expression.ts";
import { choice, instant, yesOrNo, type Fields } from "../../language/fields.ts";
import { ask, noted, sweep, was, type Move, type Noted, type SliceInstance } from "../../language/slice.ts";
import { millisecondsADay } from "../../policy.ts";
import { facts, lateFacts, issuedAt, recorded, stored, storedOnceMore } from "./door.ts";
import { withdrawnAt } from "./person.ts";

const parties = ["issuer", "custodian"] as const;
type Keeper = (typeof parties)[number];
const dayOf = { issuer: "dayAtIssuer", custodian: "dayAtCustodian" } as const;
const keysOf = { issuer: "keysAtIssuer", custodian: "keysAtCustodian" } as const;
const goneOf = { issuer: "goneAtIssuer", custodian: "goneAtCustodian" } as const;
const keeperName = { issuer: "issuer", custodian: "custodian" } as const;

export const days: Readonly<Record<string, SliceInstance>> = Object.fromEntries(
  parties.map((party) => [
    dayOf[party],
    { machine: "day", party, of: "day", sweptWithin: "sweepLateness" } satisfies SliceInstance,
  ]),
);

/** When the day was opened, whether its deposit is on its way, whose vault holds its keys, who has erased it, and when the scan was. */
export const dayVariables: Fields = {
  startedAt: instant,
  deposit: choice("none", "sent"),
  [keysOf.issuer]: yesOrNo,
  [keysOf.custodian]: yesOrNo,
  [goneOf.issuer]: instant,
  [goneOf.custodian]: instant,
  scannedAt1: instant,
};

const theDay = startOfDay(field("startedAt"));
const isSent = equals(field("deposit"), literal("sent"));

const opened = (party: Keeper): Noted =>
  noted("dayOpened", {
    at: now,
    party: literal(party),
    dayStart: theDay,
    endsAt: field("endsAt", dayOf[party]),
  });

/** A custodian that has the day open knows its epochs. */
export const epochKnown: Condition = inState(dayOf.custodian, "kept");
/** The issuer issues only under a day whose keys it has. */
export const dayIsOpen: Condition = and(
  inState(dayOf.issuer, "kept"),
  reached(startOfDay(now), field("startedAt")),
);

export const opening: readonly Move[] = [
  {
    id: "open the day",
    says: "The issuer begins the first epoch of a day and sends its deposit to the custodian.",
    party: "issuer",
    when: not(present(field("startedAt"))),
    call: ask("issuer.openDay", { day: dayOf.issuer }, { startedAt: now }),
    done: { startedAt: now, deposit: literal("sent"), [keysOf.issuer]: literal(true) },
    notes: [
      noted("dayOpened", {
        at: now,
        party: literal("issuer"),
        dayStart: startOfDay(now),
        endsAt: field("endsAt", dayOf.issuer),
      }),
    ],
    message: "deposit",
  },
  ...[false, true].map((copy): Move => ({
    id: `deposit${copy ? " and again" : ""}`,
    says: copy
      ? "The deposit reaches the custodian, and a copy is still on its way."
      : "The deposit reaches the custodian.",
    party: "custodian",
    when: isSent,
    call: ask("custodian.openDay", { day: dayOf.custodian }, { startedAt: field("startedAt") }),
    ...(copy ? {} : { sets: { deposit: literal("none") } }),
    done: { [keysOf.custodian]: literal(true) },
    notes: [opened("custodian")],
    message: "deposit",
  })),
  {
    id: "lose the deposit",
    says: "The deposit is lost on its way.",
    party: "world",
    when: isSent,
    sets: { deposit: literal("none") },
  },
];

/** Scans of the one pass: seen at once, or kept by the venue and delivered late. */
export const storing: readonly Move[] = [
  {
    id: "store pass1",
    says: "The pass is scanned and its scan reaches the custodian at once.",
    party: "custodian",
    when: and(present(field(issuedAt("1"))), epochKnown, not(present(field("scannedAt1")))),
    call: ask("custodian.record", recorded("1"), facts("1", now)),
    done: { ...storedOnceMore("1"), scannedAt1: now },
    notes: stored("1", now, now, false),
    message: "scan",
  },
  {
    id: "keep pass1",
    says: "The pass is scanned at a venue that has no network and keeps the scan.",
    party: "venue",
    when: and(present(field(issuedAt("1"))), not(present(field("scannedAt1")))),
    sets: { scannedAt1: now },
    message: "pass",
  },
  {
    id: "store pass1 late",
    says: "The scan that the venue kept reaches the custodian.",
    party: "custodian",
    when: and(present(field("scannedAt1")), epochKnown),
    call: ask("custodian.recordLate", recorded("1"), lateFacts("1", field("scannedAt1"))),
    done: storedOnceMore("1"),
    notes: stored("1", now, field("scannedAt1"), true),
    message: "scan",
  },
  {
    id: "store pass1 late without its epoch",
    says: "The scan that the venue kept reaches the custodian, which does not know its epoch.",
    party: "custodian",
    when: and(present(field("scannedAt1")), not(epochKnown)),
    call: ask("custodian.recordLate", recorded("1"), lateFacts("1", field("scannedAt1"), "epochKnown")),
    done: storedOnceMore("1"),
    notes: stored("1", now, field("scannedAt1"), true),
    message: "scan",
  },
];

const heldVisit = inState("visit1", "recorded", "disclosed");

export const releasing: Move = {
  id: "release visit1",
  says: "The record is released under a case.",
  party: "custodian",
  call: ask("custodian.releaseVisit", { visit: "visit1" }),
  notes: [
    noted("visitReleased", {
      at: now,
      eraseAtBefore: field("eraseAt", was("visit1")),
      eraseAtAfter: field("eraseAt", "visit1"),
    }),
  ],
  message: "release",
};

/** Somebody who may asks who the visitor was: it takes the record, both parties' keys of the day, and the account. */
export const joining: Move = {
  id: "join visit1",
  says: "Under a case, the record is to be turned into a number.",
  party: "authority",
  when: flag(literal(true)),
  notes: [
    noted(
      "personJoined",
      {
        at: now,
        scannedAt: field("scannedAt1"),
        named: and(
          heldVisit,
          flag(field(keysOf.custodian)),
          flag(field(keysOf.issuer)),
          present(field("accountEndsAt", "verification1")),
        ),
        withdrawnAt: field(withdrawnAt("1")),
      },
      equals(field("stored1"), literal(1)),
    ),
  ],
};

const isDue = (party: Keeper): Condition => reached(field("endsAt", dayOf[party]));

/** The sweep erases keys first and the row that says they are due last, so that a crash in between leaves something to sweep. */
export const sweeping: readonly Move[] = [
  {
    id: "sweep visit1",
    says: "The custodian sweeps the record.",
    party: "custodian",
    call: sweep("visit1"),
  },
  ...parties.flatMap((party): readonly Move[] => [
    {
      id: `erase the keys at ${party}`,
      says: "The {party} erases the keys of the day.",
      party,
      names: { party: keeperName[party] },
      when: and(flag(field(keysOf[party])), isDue(party)),
      sets: { [keysOf[party]]: literal(false) },
    },
    {
      id: `sweep the day at ${party}`,
      says: "The {party} sweeps the day.",
      party,
      names: { party: keeperName[party] },
      when: and(not(flag(field(keysOf[party]))), ...(party === "custodian" ? [not(heldVisit)] : [])),
      call: sweep(dayOf[party]),
      sets: { [goneOf[party]]: now },
      notes: [
        noted("dayErased", {
          at: now,
          party: literal(party),
          dayStart: theDay,
          dayEnd: sum(theDay, literal(millisecondsADay)),
          records: literal(0),
        }),
      ],
    },
  ]),
];

const still = (party: Keeper, what: string, endsAt: ReturnType<typeof field>, when: Condition): Noted =>
  noted("stillHeld", { at: now, party: literal(party), what: literal(what), endsAt }, when);

export const heldOfDay: readonly Noted[] = [
  still("custodian", "visit", field("eraseAt", "visit1"), heldVisit),
  ...parties.flatMap((party) => [
    still(party, "day", field("endsAt", dayOf[party]), inState(dayOf[party], "kept")),
    still(party, "key", sum(theDay, policy("retention")), flag(field(keysOf[party]))),
    noted(
      "daySeenAgain",
      {
        at: now,
        party: literal(party),
        dayStart: theDay,
        erasedAt: field(goneOf[party]),
        records: literal(1),
      },
      or(
        inState(dayOf[party], "kept"),
        flag(field(keysOf[party])),
        ...(party === "custodian" ? [heldVisit] : []),
      ),
    ),
  ]),
];
