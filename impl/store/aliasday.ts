// One live day of aliases: its file of fixed-size records, held open, and its table in memory.
// The alias book alone uses it. A record counts from the moment its bytes are on the disk, never before.
// What a crash left half written at the end of the file was never answered for, and is dropped when the day is opened.
import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync } from "node:fs";
import { aliasBytes, accountIn, aliasIn, encodeRecord, recordBytes } from "./aliasrecord.ts";
import { type DayTable, makeDayTable } from "./daytable.ts";
import type { RandomBytes, SealKey } from "./sealedbytes.ts";
import { writeAll } from "./securefile.ts";

export interface AliasDay {
  readonly table: DayTable;
  /** Draws aliases for accounts that have none; they are on the disk when this returns. */
  readonly draw: (accounts: ReadonlyArray<number>) => void;
  /** Overwrites the records of those accounts that have one; answers how many. */
  readonly forget: (accounts: ReadonlyArray<number>) => number;
  readonly close: () => void;
}

export interface AliasDayOptions {
  readonly file: string;
  readonly day: number;
  readonly key: SealKey;
  readonly randomBytes: RandomBytes;
  /** False where the end of the process, but not a loss of power, is to be survived. */
  readonly synced: boolean;
}

const zeros = new Uint8Array(recordBytes);

export const halvesOf = (aliases: Uint8Array, index: number): readonly [low: number, high: number] => {
  const view = new DataView(aliases.buffer, aliases.byteOffset, aliases.byteLength);
  return [view.getUint32(index * aliasBytes, true), view.getUint32(index * aliasBytes + 4, true)];
};

/** Overwrites the records of these accounts in the file of a day that is not open; its key is not needed for it. */
export const forgetInFile = (name: string, accounts: ReadonlySet<number>): number => {
  const records = readFileSync(name);
  const file = openSync(name, "r+");
  try {
    let forgotten = 0;
    for (let place = 0; (place + 1) * recordBytes <= records.length; place += 1) {
      if (!accounts.has(accountIn(records, place))) continue;
      writeAll(file, zeros, place * recordBytes);
      forgotten += 1;
    }
    if (forgotten > 0) fsyncSync(file);
    return forgotten;
  } finally {
    closeSync(file);
  }
};

/** Opens the day's file, made if need be. What it throws is a failure of the file system. */
export const openAliasDay = (options: AliasDayOptions): AliasDay => {
  const { day, key, randomBytes } = options;
  const table = makeDayTable();
  const handle = openSync(options.file, "a+", 0o600);
  closeSync(handle);
  const file = openSync(options.file, "r+");
  const sync = (): void => {
    if (options.synced) fsyncSync(file);
  };
  const blank = (place: number): void => writeAll(file, zeros, place * recordBytes);
  let closed = false;
  /** A number of a closed file may by now be the number of another one. */
  const mustBeOpen = (): void => {
    if (closed) throw new Error("the day of these aliases has ended");
  };

  const records = readFileSync(file);
  const whole = Math.floor(records.length / recordBytes);
  let dropped = 0;
  for (let place = 0; place < whole; place += 1) {
    const account = accountIn(records, place);
    const alias = account === 0 ? undefined : aliasIn(records, place, key, day);
    if (alias === undefined) {
      table.add(0, 0, 0);
      if (account === 0) continue;
      blank(place);
      dropped += 1;
    } else table.add(account, ...halvesOf(alias, 0));
  }
  if (records.length > whole * recordBytes) {
    ftruncateSync(file, whole * recordBytes);
    dropped += 1;
  }
  if (dropped > 0) fsyncSync(file);

  return {
    table,
    draw: (accounts) => {
      mustBeOpen();
      const missing = [...new Set(accounts)].filter((account) => table.placeOfAccount(account) < 0);
      if (missing.length === 0) return;
      const aliases = new Uint8Array(missing.length * aliasBytes);
      const bytes = new Uint8Array(missing.length * recordBytes);
      const taken = new Set<string>();
      for (const [index, account] of missing.entries()) {
        for (;;) {
          const alias = randomBytes(aliasBytes);
          const [low, high] = halvesOf(alias, 0);
          const name = `${low}:${high}`;
          // An alias stands for one account. All zeros is what an erased record holds.
          if ((low === 0 && high === 0) || taken.has(name) || table.placeOfAlias(low, high) >= 0) continue;
          taken.add(name);
          aliases.set(alias, index * aliasBytes);
          encodeRecord(bytes, index, key, day, account, alias, randomBytes);
          break;
        }
      }
      const end = table.length() * recordBytes;
      try {
        writeAll(file, bytes, end);
        sync();
      } catch (cause) {
        // Nothing of this was answered: the file is to end where the table does.
        ftruncateSync(file, end);
        throw cause;
      }
      for (const [index, account] of missing.entries()) table.add(account, ...halvesOf(aliases, index));
    },
    forget: (accounts) => {
      mustBeOpen();
      const places = accounts.map((account) => table.placeOfAccount(account)).filter((place) => place >= 0);
      if (places.length === 0) return 0;
      places.forEach(blank);
      sync();
      let forgotten = 0;
      for (const place of places) {
        if (table.accountAt(place) !== 0) forgotten += 1;
        table.remove(place);
      }
      return forgotten;
    },
    close: () => {
      closed = true;
      table.clear();
      closeSync(file);
    },
  };
};
