// The embedded keeper of aliases: a file a Seoul day beside the vault, each wrapped by a key of its own in the vault.
// The issuer has one. Ending a day erases the key first: from then on the file says nothing, whatever happens next.
// A file without its key is such a day half ended, and is finished when the book opens.
// It reads no clock: the end of a day is given to it, and so is now.
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Effect, Layer } from "effect";
import { type AliasDay, forgetInFile, halvesOf, openAliasDay } from "./aliasday.ts";
import { aliasBytes } from "./aliasrecord.ts";
import { Aliases, type AliasesService } from "./aliases.ts";
import type { Durability } from "./database.ts";
import { importSealKey, keyBytes, type RandomBytes } from "./sealedbytes.ts";
import { eraseFile, onDisk, syncFolder } from "./securefile.ts";
import type { StoreUnavailable } from "./unavailable.ts";
import { Vault } from "./vault.ts";

export interface AliasBookOptions {
  readonly folder: string;
  readonly randomBytes: RandomBytes;
  /** When everything of a day ends. */
  readonly endOfDayMs: (day: number) => number;
  readonly durability?: Durability;
}

const fileName = /^day-(\d+)\.aliases$/;

export const openAliasBook = Effect.fnUntraced(function* (options: AliasBookOptions) {
  const vault = yield* Vault;
  const synced = options.durability !== "normal";
  const fileOf = (day: number): string => join(options.folder, `day-${day}.aliases`);
  const keyNameOf = (day: number): string => `aliases-${day}`;
  const open = new Map<number, AliasDay>();
  const kept = new Set<number>();

  yield* onDisk(() => {
    mkdirSync(options.folder, { recursive: true, mode: 0o700 });
    const keys = new Set(vault.names());
    for (const name of readdirSync(options.folder)) {
      const day = fileName.exec(name)?.[1];
      if (day === undefined) continue;
      if (keys.has(keyNameOf(Number(day)))) kept.add(Number(day));
      else eraseFile(join(options.folder, name));
    }
  });

  const keyOf = Effect.fnUntraced(function* (day: number) {
    const found = yield* vault.get(keyNameOf(day));
    if (found !== undefined) return importSealKey(found.bytes);
    const key = options.randomBytes(keyBytes);
    yield* vault.put(keyNameOf(day), key, options.endOfDayMs(day));
    return importSealKey(key);
  });

  const opened = Effect.fnUntraced(function* (day: number) {
    const found = open.get(day);
    if (found !== undefined) return found;
    const key = yield* keyOf(day);
    const made = yield* onDisk(() => {
      const already = open.get(day);
      if (already !== undefined) return already;
      const isNew = !existsSync(fileOf(day));
      const fresh = openAliasDay({ file: fileOf(day), day, key, randomBytes: options.randomBytes, synced });
      if (isNew) syncFolder(options.folder);
      return fresh;
    });
    open.set(day, made);
    kept.add(day);
    return made;
  });

  const of = Effect.fnUntraced(function* (day: number, accounts: ReadonlyArray<number>) {
    const { draw, table } = open.get(day) ?? (yield* opened(day));
    yield* onDisk(() => draw(accounts));
    const aliases = new Uint8Array(accounts.length * aliasBytes);
    const view = new DataView(aliases.buffer);
    for (const [index, account] of accounts.entries()) {
      const place = table.placeOfAccount(account);
      view.setUint32(index * aliasBytes, table.lowAt(place), true);
      view.setUint32(index * aliasBytes + 4, table.highAt(place), true);
    }
    return aliases;
  });

  const accountsOf = Effect.fnUntraced(function* (day: number, aliases: Uint8Array) {
    const accounts = new Float64Array(Math.floor(aliases.length / aliasBytes));
    if (!kept.has(day)) return accounts;
    const { table } = yield* opened(day);
    for (let index = 0; index < accounts.length; index += 1) {
      const place = table.placeOfAlias(...halvesOf(aliases, index));
      accounts[index] = place < 0 ? 0 : table.accountAt(place);
    }
    return accounts;
  });

  const endDay = Effect.fnUntraced(function* (day: number) {
    if (!kept.has(day)) return false;
    yield* vault.erase(keyNameOf(day));
    open.get(day)?.close();
    open.delete(day);
    kept.delete(day);
    return yield* onDisk(() => eraseFile(fileOf(day)));
  });

  yield* Effect.addFinalizer(() =>
    Effect.sync(() => {
      for (const { close } of open.values()) close();
      open.clear();
    }),
  );

  const book: AliasesService = {
    of,
    accountsOf,
    accountOf: (day, alias) => Effect.map(accountsOf(day, alias), ([account = 0]) => account || undefined),
    forget: Effect.fnUntraced(function* (accounts) {
      let forgotten = 0;
      const wanted = new Set(accounts.filter((account) => account > 0));
      for (const day of [...kept]) {
        forgotten += yield* onDisk(
          () => open.get(day)?.forget(accounts) ?? forgetInFile(fileOf(day), wanted),
        );
      }
      return forgotten;
    }),
    endDay,
    endDue: Effect.fnUntraced(function* (nowMs) {
      const due = [...kept]
        .filter((day) => nowMs >= options.endOfDayMs(day))
        .sort((one, other) => one - other);
      for (const day of due) yield* endDay(day);
      return due;
    }),
    days: () => [...kept].sort((one, other) => one - other),
    count: (day) =>
      kept.has(day) ? Effect.map(opened(day), ({ table }) => table.live()) : Effect.succeed(0),
  };
  return book;
});

export const aliasBookLayer = (options: AliasBookOptions): Layer.Layer<Aliases, StoreUnavailable, Vault> =>
  Layer.effect(Aliases, openAliasBook(options));
