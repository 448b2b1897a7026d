// Four parties with logs for tests: real stores and vaults in folders of their own, each the witness of the others, on a clock that
// the test moves. They can be closed and opened again, and one of them can be put back to an earlier copy of its folder.
// It knows no rule of logs.
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Effect, Layer, type Scope } from "effect";
import { TestClock } from "effect/testing";
import { openLogs, type PartyLog, type PartyRooms } from "../../../impl/log/oneprocess.ts";
import { parseCheckpoint } from "../../../impl/log/checkpoint.ts";
import type { LogEntry } from "../../../impl/protocol/logentries.ts";
import { randomBytes } from "../../../impl/protocol/randomness.ts";
import { rootKeyFileLayer } from "../../../impl/store/rootkey.ts";
import type { StoreUnavailable } from "../../../impl/store/unavailable.ts";
import { vaultFolderLayer } from "../../../impl/store/vaultfolder.ts";
import { partyStore } from "../store/partystore.ts";

/** 1 July 2020, 12:00 in Seoul. */
export const noonMs = Date.UTC(2020, 6, 1, 3);

export type Party = "custodian" | "issuer-1" | "authority" | "board";

const openRooms = (folder: string): Effect.Effect<PartyRooms, StoreUnavailable, Scope.Scope> => {
  const vaultFolder = join(folder, "vault");
  const vault = vaultFolderLayer({ folder: vaultFolder }).pipe(
    Layer.provide(rootKeyFileLayer({ file: join(folder, "root.key"), randomBytes, vaultFolder })),
  );
  return Layer.build(
    Layer.merge(vault, partyStore({ file: join(folder, "store.sqlite"), durability: "normal" })),
  );
};

export interface Parties {
  readonly rooms: Readonly<Record<Party, PartyRooms>>;
  readonly logs: Readonly<Record<Party, PartyLog>>;
}

/** Opens all parties below a folder, until the scope closes. */
export const openParties = Effect.fnUntraced(function* (folder: string) {
  const open = (party: Party) => openRooms(join(folder, party));
  const rooms: Record<Party, PartyRooms> = {
    custodian: yield* open("custodian"),
    "issuer-1": yield* open("issuer-1"),
    authority: yield* open("authority"),
    board: yield* open("board"),
  };
  return { rooms, logs: yield* openLogs(rooms, 2) } satisfies Parties;
});

/** Opens all parties, does something with them, and closes them; the clock stands at noon until it is moved. */
export const withParties = <A, E>(
  folder: string,
  use: (parties: Parties) => Effect.Effect<A, E>,
): Promise<A> =>
  openParties(folder).pipe(
    Effect.flatMap(use),
    Effect.scoped,
    (program) => Effect.andThen(TestClock.setTime(noonMs), program),
    Effect.provide(TestClock.layer()),
    Effect.runPromise,
  );

/** A folder as a backup would copy it. */
export const copyOf = (folder: string, party: Party): (() => void) => {
  const copy = join(folder, `${party}.copy`);
  cpSync(join(folder, party), copy, { recursive: true });
  return () => {
    rmSync(join(folder, party), { recursive: true });
    cpSync(copy, join(folder, party), { recursive: true });
  };
};

/** An entry like any other. */
export const erasedDay = (day: number): LogEntry => ({
  kind: "day.erased",
  day,
  erasedAtMs: noonMs + day,
  means: "in software only",
  recorded: day,
  erased: day,
});

/** Appends days from..until-1 to the custodian's log; answers their places. */
export const appendDays = ({ logs }: Parties, from: number, until: number) =>
  Effect.forEach(
    Array.from({ length: until - from }, (_, place) => from + place),
    (day) => logs.custodian.log.append(erasedDay(day)),
  );

export const sizeOf = (checkpoint: string): number | undefined =>
  parseCheckpoint(checkpoint)?.checkpoint.size;
