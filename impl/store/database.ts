// Opens one SQLite file with the settings that the promises about erasure and durability rest on.
// Only the embedded store uses it. The file and its folder are made if need be, readable by their owner alone.
// It refuses a place that cannot be written, with a typed failure, before the first request is taken.
import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Effect, type Scope } from "effect";
import { sqlErrorOf } from "./preparedstatements.ts";
import { type StoreUnavailable, unavailableFile, unavailableSql } from "./unavailable.ts";

/** Full: an answered change survives a loss of power. Normal: it survives the end of the process. */
export type Durability = "full" | "normal";

export interface StoreOptions {
  readonly file: string;
  readonly durability?: Durability;
  /** The most pages of 4,096 bytes that the file may have; for tests of a full disk. */
  readonly pagesMax?: number;
}

const busyTimeoutMs = 5_000;

const settings = (options: StoreOptions): string =>
  [
    "journal_mode = WAL",
    `synchronous = ${(options.durability ?? "full") === "full" ? "FULL" : "NORMAL"}`,
    // Deleted rows are overwritten with zeros, or a promise of erasure would be a promise of forgetting the place.
    "secure_delete = ON",
    // Sorting and temporary tables may hold rows: never on a disk that nobody erases.
    "temp_store = MEMORY",
    "cache_size = -32000",
    ...(options.pagesMax === undefined ? [] : [`max_page_count = ${options.pagesMax}`]),
  ]
    .map((setting) => `PRAGMA ${setting};`)
    .join("\n");

const open = (options: StoreOptions): DatabaseSync => {
  mkdirSync(dirname(options.file), { recursive: true, mode: 0o700 });
  // Made here first, because SQLite gives the log the rights of the file, and would make the file for all to read.
  closeSync(openSync(options.file, "a", 0o600));
  const database = new DatabaseSync(options.file, {
    enableForeignKeyConstraints: true,
    enableDoubleQuotedStringLiterals: false,
    defensive: true,
    timeout: busyTimeoutMs,
  });
  try {
    database.exec(settings(options));
    // The right to write is asked for once, so that a read-only place is found now and not with the first visit.
    database.exec("BEGIN IMMEDIATE; COMMIT;");
  } catch (cause) {
    database.close();
    throw cause;
  }
  return database;
};

export const openDatabase = (
  options: StoreOptions,
): Effect.Effect<DatabaseSync, StoreUnavailable, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.try({
      try: () => open(options),
      catch: (cause) => unavailableSql(sqlErrorOf(cause, "open")) ?? unavailableFile(cause),
    }),
    (database) =>
      Effect.sync(() => {
        if (database.isOpen) database.close();
      }),
  );
