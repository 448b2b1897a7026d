// The aliases of accounts over real files: one a day and account, kept over restarts and crashes, gone when forgotten.
import { appendFileSync, copyFileSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { openAliasBook } from "../../../impl/store/aliasbook.ts";
import { recordBytes } from "../../../impl/store/aliasrecord.ts";
import type { AliasesService } from "../../../impl/store/aliases.ts";
import type { RandomBytes } from "../../../impl/store/sealedbytes.ts";
import { Vault, type VaultService } from "../../../impl/store/vault.ts";
import { filesHolding, freshFolder } from "./freshfolder.ts";
import { openVault } from "./openvault.ts";

interface Place {
  readonly aliases: AliasesService;
  readonly vault: VaultService;
}

const withAliases = <A, E>(
  folder: string,
  use: (place: Place) => Effect.Effect<A, E>,
  draw: RandomBytes = randomBytes,
): Promise<A> =>
  Effect.runPromise(
    Effect.gen(function* () {
      const vault = yield* openVault(folder);
      const options = {
        folder: join(folder, "aliases"),
        randomBytes: draw,
        endOfDayMs: (day: number) => day * 1_000,
      };
      const aliases = yield* Effect.provideService(openAliasBook(options), Vault, vault);
      return yield* use({ aliases, vault });
    }).pipe(Effect.scoped),
  );

const fileOf = (folder: string, day: number) => join(folder, "aliases", `day-${String(day)}.aliases`);
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const range = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);

describe("the aliases", () => {
  it("draws one alias a day and account, the same ever after, and leads back from it", () => {
    const folder = freshFolder();
    const big = Number.MAX_SAFE_INTEGER;
    return withAliases(folder, ({ aliases }) =>
      Effect.gen(function* () {
        const first = yield* aliases.of(5, [1, 2, big, 1]);
        expect(first.length).toBe(32);
        expect(hex(first.subarray(0, 8))).toBe(hex(first.subarray(24)));
        expect(hex(yield* aliases.of(5, [1, 2, big, 1]))).toBe(hex(first));
        expect(hex(yield* aliases.of(6, [1, 2, big, 1]))).not.toBe(hex(first));
        expect([...(yield* aliases.accountsOf(5, first))]).toEqual([1, 2, big, 1]);
        expect(yield* aliases.accountOf(5, first.subarray(16, 24))).toBe(big);
        expect(yield* aliases.accountOf(6, first.subarray(0, 8))).toBeUndefined();
        expect(yield* aliases.accountOf(5, new Uint8Array(8))).toBeUndefined();
        expect(yield* aliases.accountOf(77, first.subarray(0, 8))).toBeUndefined();
        expect([aliases.days(), yield* aliases.count(5)]).toEqual([[5, 6], 3]);
        expect(filesHolding(folder, first.subarray(0, 8))).toEqual([]);
      }),
    );
  });

  it("finds thousands again after a restart", async () => {
    const folder = freshFolder();
    const accounts = range(1, 5_000);
    const drawn = await withAliases(folder, ({ aliases }) => aliases.of(5, accounts));
    expect(new Set(range(0, 5_000).map((index) => hex(drawn.subarray(index * 8, index * 8 + 8)))).size).toBe(
      5_000,
    );
    await withAliases(folder, ({ aliases }) =>
      Effect.gen(function* () {
        expect([...(yield* aliases.accountsOf(5, drawn))]).toEqual(accounts);
        expect(hex(yield* aliases.of(5, accounts))).toBe(hex(drawn));
        expect(statSync(fileOf(folder, 5)).size).toBe(5_000 * recordBytes);
      }),
    );
  });

  it("never gives one alias to two accounts, however often chance repeats itself", () => {
    const draws = [
      "0000000000000000",
      "00000000000000aa",
      "00000000000000aa",
      "00000000000000bb",
      "00000000000000aa",
    ];
    const repeating: RandomBytes = (size) =>
      size === 8 ? Buffer.from(draws.shift() ?? "00000000000000cc", "hex") : randomBytes(size);
    return withAliases(
      freshFolder(),
      ({ aliases }) =>
        Effect.gen(function* () {
          expect(hex(yield* aliases.of(5, [1, 2]))).toBe("00000000000000aa00000000000000bb");
          expect(hex(yield* aliases.of(5, [3]))).toBe("00000000000000cc");
        }),
      repeating,
    );
  });

  it("forgets one account in every day, on the disk and in memory, opened or not, and nobody else", async () => {
    const folder = freshFolder();
    const [five, six] = await withAliases(folder, ({ aliases }) =>
      Effect.all([aliases.of(5, [1, 2, 3]), aliases.of(6, [2])]),
    );
    const recordOf2 = readFileSync(fileOf(folder, 5)).subarray(recordBytes, 2 * recordBytes);
    await withAliases(folder, ({ aliases }) =>
      Effect.gen(function* () {
        yield* aliases.accountsOf(5, five);
        expect(yield* aliases.forget([2, 99])).toBe(2);
        expect([...(yield* aliases.accountsOf(5, five))]).toEqual([1, 0, 3]);
        expect([...(yield* aliases.accountsOf(6, six))]).toEqual([0]);
        expect(filesHolding(folder, recordOf2.subarray(8))).toEqual([]);
        // Coming back on the same day is a new alias, and the old one stays nobody's.
        const anew = yield* aliases.of(5, [2]);
        expect([...(yield* aliases.accountsOf(5, anew))]).toEqual([2]);
        expect([...(yield* aliases.accountsOf(5, five))]).toEqual([1, 0, 3]);
      }),
    );
    await withAliases(folder, ({ aliases }) =>
      Effect.gen(function* () {
        expect([...(yield* aliases.accountsOf(5, five))]).toEqual([1, 0, 3]);
        expect(yield* aliases.count(5)).toBe(3);
      }),
    );
  });

  it("ends a day with its key and its file, at its instant", async () => {
    const folder = freshFolder();
    await withAliases(folder, ({ aliases, vault }) =>
      Effect.gen(function* () {
        const five = yield* aliases.of(5, [1, 2]);
        yield* aliases.of(6, [1]);
        expect(vault.names()).toEqual(["aliases-5", "aliases-6"]);
        const record = readFileSync(fileOf(folder, 5)).subarray(8, recordBytes);
        expect(yield* aliases.endDue(4_999)).toEqual([]);
        expect(yield* aliases.endDue(5_000)).toEqual([5]);
        expect(vault.names()).toEqual(["aliases-6"]);
        expect(aliases.days()).toEqual([6]);
        expect(filesHolding(folder, record)).toEqual([]);
        expect([...(yield* aliases.accountsOf(5, five))]).toEqual([0, 0]);
        expect(yield* aliases.endDay(5)).toBe(false);
        expect(yield* aliases.endDay(6)).toBe(true);
      }),
    );
  });

  it("finishes at the next start a day whose key went and whose file stayed", async () => {
    const folder = freshFolder();
    await withAliases(folder, ({ aliases, vault }) =>
      Effect.andThen(aliases.of(5, [1]), vault.erase("aliases-5")),
    );
    const record = readFileSync(fileOf(folder, 5)).subarray(8, recordBytes);
    await withAliases(folder, ({ aliases }) => Effect.sync(() => expect(aliases.days()).toEqual([])));
    expect(filesHolding(folder, record)).toEqual([]);
  });

  it("drops a record that a crash cut short or garbled, keeps the others, and goes on behind them", async () => {
    const folder = freshFolder();
    const drawn = await withAliases(folder, ({ aliases }) => aliases.of(5, [1, 2, 3]));
    const file = fileOf(folder, 5);
    const whole = readFileSync(file);
    for (const cut of [1, 20, recordBytes - 1]) {
      writeFileSync(file, whole.subarray(0, whole.length - cut));
      await withAliases(folder, ({ aliases }) =>
        Effect.gen(function* () {
          expect([...(yield* aliases.accountsOf(5, drawn))]).toEqual([1, 2, 0]);
          expect(statSync(file).size).toBe(2 * recordBytes);
          const next = yield* aliases.of(5, [4]);
          expect([...(yield* aliases.accountsOf(5, next))]).toEqual([4]);
          expect(statSync(file).size).toBe(3 * recordBytes);
        }),
      );
    }
    writeFileSync(file, whole);
    appendFileSync(file, Buffer.alloc(recordBytes, 7));
    await withAliases(folder, ({ aliases }) =>
      Effect.gen(function* () {
        expect([...(yield* aliases.accountsOf(5, drawn))]).toEqual([1, 2, 3]);
        expect(readFileSync(file).subarray(3 * recordBytes)).toEqual(Buffer.alloc(recordBytes));
      }),
    );
  });

  it("does not take a record of another account or another day for its own", async () => {
    const folder = freshFolder();
    const drawn = await withAliases(folder, ({ aliases }) => aliases.of(5, [1, 2]));
    const file = fileOf(folder, 5);
    const records = readFileSync(file);
    // The sealed alias of account 1 under the name of account 2.
    records.copy(records, recordBytes + 8, 8, recordBytes);
    writeFileSync(file, records);
    await withAliases(folder, ({ aliases }) =>
      Effect.gen(function* () {
        expect([...(yield* aliases.accountsOf(5, drawn))]).toEqual([1, 0]);
        expect(yield* aliases.count(5)).toBe(1);
        yield* aliases.of(6, [9]);
      }),
    );
    copyFileSync(file, fileOf(folder, 6));
    await withAliases(folder, ({ aliases }) =>
      Effect.map(aliases.count(6), (count) => expect(count).toBe(0)),
    );
  });
});
