// Parties with a short honest past for tests of the audit: one case approved, released and answered, one day ended on time, and the
// custodian's counts of it. Whatever else a test wants in a log is appended before everything is cosigned and read.
// What was read can then be altered as a forger would, with the log's own key if need be.
import { Context, Effect, Record } from "effect";
import { auditedLaw } from "../../../../impl/log/audit/command.ts";
import type { AuditedCopies, CountsCopy, LogCopy } from "../../../../impl/log/audit/copies.ts";
import { readParties } from "../../../../impl/log/audit/reading.ts";
import { SourceUnreadable, type AuditSource } from "../../../../impl/log/audit/source.ts";
import { openLogKeys, type LogKeys } from "../../../../impl/log/logkeys.ts";
import type { PartyLog } from "../../../../impl/log/oneprocess.ts";
import { parseTilePath } from "../../../../impl/log/tilepath.ts";
import type { Card } from "../../../../impl/protocol/card.ts";
import type { LogEntry } from "../../../../impl/protocol/logentries.ts";
import type { StoreUnavailable } from "../../../../impl/store/unavailable.ts";
import { Vault } from "../../../../impl/store/vault.ts";
import { freshFolder } from "../../store/freshfolder.ts";
import { withParties, type Parties, type Party } from "../parties.ts";

export const law = auditedLaw("2020-07");

/** 1 July 2020, and when all of it must have ended: 29 July 2020, 00:00 in Seoul. */
export const day = 18_444;
export const endMs = Date.UTC(2020, 6, 28, 15);
export const readAtMs = endMs + 86_400_000;

export const hash = (digit: string): string => digit.repeat(64);

export const approved = {
  kind: "case.approved",
  caseId: "case-1",
  approvedAtMs: endMs - 5_000_000,
  officers: [1, 2],
  venues: 2,
  windows: 3,
  commitment: hash("a"),
} satisfies LogEntry;
export const released = {
  kind: "case.released",
  caseId: "case-1",
  releasedAtMs: endMs - 4_000_000,
  officers: [1, 2],
  commitment: hash("a"),
  parts: [{ issuer: 1, releaseHash: hash("b"), records: 7 }],
} satisfies LogEntry;
export const answered = {
  kind: "case.answered",
  caseId: "case-1",
  answeredAtMs: endMs - 3_000_000,
  releaseHash: hash("b"),
  records: 7,
  people: 5,
} satisfies LogEntry;
export const visitsErased = {
  kind: "day.erased",
  day,
  erasedAtMs: endMs + 1_000,
  means: "erased in software only",
  recorded: 9,
  erased: 9,
  deposits: [{ issuer: 1, epochs: 1_440 }],
} satisfies LogEntry;
export const keysErased = {
  kind: "day.erased",
  day,
  erasedAtMs: endMs + 2_000,
  means: "erased in software only",
  keys: 2,
  aliases: 6,
} satisfies LogEntry;

export const honestPast: Readonly<Record<Party, readonly LogEntry[]>> = {
  authority: [approved],
  custodian: [released, visitsErased],
  "issuer-1": [answered, keysErased],
  board: [],
};

export const honestCounts: CountsCopy = {
  recorded: 12,
  live: 3,
  erased: 9,
  days: [
    { date: "20200701", recorded: 9, live: 0, erased: 9 },
    { date: "20200728", recorded: 3, live: 3, erased: 0 },
  ],
};

const notThere = Effect.fail(new SourceUnreadable({ detail: "status 404" }));
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const json = (value: unknown): Uint8Array => bytesOf(JSON.stringify(value));

/** The public listener of a party without the network. */
export const sourceOf = (party: string, { log, witness }: PartyLog, counts: CountsCopy): AuditSource => ({
  place: party,
  read: (path) => {
    const { reading } = log;
    const page = /^\/log\/checkpoints\?after=(\d+)$/.exec(path)?.[1];
    const tile = path.startsWith("/log/tile/")
      ? parseTilePath(path.slice("/log/tile/".length).split("/"))
      : undefined;
    const answer = (): Effect.Effect<Uint8Array | undefined, SourceUnreadable | StoreUnavailable> => {
      if (path === "/log/checkpoint") return Effect.map(reading.checkpoint, bytesOf);
      if (path === "/log/witnessed") return Effect.map(witness.witnessed, (logs) => json({ logs }));
      if (path === "/v1/counts") return Effect.succeed(json(counts));
      if (page !== undefined)
        return Effect.map(reading.checkpointsAfter(Number(page)), (checkpoints) => json({ checkpoints }));
      if (tile === undefined) return notThere;
      return tile.level === "entries"
        ? reading.entries(tile.index, tile.width)
        : reading.tile(tile.level, tile.index, tile.width);
    };
    return answer().pipe(
      Effect.mapError(({ message }) => new SourceUnreadable({ detail: message })),
      Effect.flatMap((bytes) => (bytes === undefined ? notThere : Effect.succeed(bytes))),
    );
  },
});

export const cardOf = (party: Party, keys: LogKeys): Card => ({
  name: party,
  kind: party === "issuer-1" ? "issuer" : party,
  number: party === "issuer-1" ? 1 : 0,
  tlsKey: new Uint8Array(32),
  keys: {
    cosigner: keys.witness.publicKey,
    ...(party === "board" ? {} : { log: keys.log.publicKey }),
  },
  urls: {},
});

export interface World {
  readonly copies: AuditedCopies;
  readonly keys: Readonly<Record<Party, LogKeys>>;
  /** The copy of one party's log. */
  readonly copy: (party: Party) => LogCopy;
  /** All copies with that party's changed. */
  readonly withCopy: (party: Party, change: Partial<LogCopy>) => AuditedCopies;
}

const keysOf = ({ rooms }: Parties, party: Party) => openLogKeys(Context.get(rooms[party], Vault), party);

const cosignAll = Effect.fnUntraced(function* ({ logs }: Parties, past: typeof honestPast) {
  for (const [party, entries] of Record.toEntries(past)) {
    for (const entry of entries) yield* logs[party].log.append(entry);
    yield* logs[party].log.publish;
  }
});

/** What an auditor reads of parties with this past, after something else has happened to them. */
export const readWorld = (
  past: typeof honestPast = honestPast,
  counts: CountsCopy = honestCounts,
  happens: (parties: Parties) => Effect.Effect<unknown, unknown> = () => Effect.void,
): Promise<World> =>
  withParties(freshFolder(), (parties) =>
    Effect.gen(function* () {
      yield* cosignAll(parties, past);
      yield* happens(parties);
      const keys = {
        custodian: yield* keysOf(parties, "custodian"),
        "issuer-1": yield* keysOf(parties, "issuer-1"),
        authority: yield* keysOf(parties, "authority"),
        board: yield* keysOf(parties, "board"),
      };
      const audited = Record.toEntries(keys).map(([party, theirs]) => ({
        card: cardOf(party, theirs),
        source: sourceOf(party, parties.logs[party], counts),
      }));
      const copies = yield* readParties(
        audited,
        audited.map(({ card }) => card),
        readAtMs,
      );
      const copy = (party: Party): LogCopy => {
        const found = copies.logs.find(({ card }) => card.name === party);
        if (found === undefined) throw new Error(`no log of ${party} was read`);
        return found;
      };
      return {
        copies,
        keys,
        copy,
        withCopy: (party, change) => ({
          ...copies,
          logs: copies.logs.map((each) => (each.card.name === party ? { ...each, ...change } : each)),
        }),
      };
    }),
  );
