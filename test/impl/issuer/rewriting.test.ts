// SQLite overwrites what it deletes, but leaves copies where it has split or merged pages: the issuer rewrites its file after ends.
// Thousands of numbers that came in an order that moves rows about, and went, leave no trace in any file once it has swept.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { presets } from "../../../models/policy.ts";
import { Issuer } from "../../../impl/issuer/issuer.ts";
import { makeSealedPhones } from "../../../impl/issuer/sealedphones.ts";
import { Vault } from "../../../impl/store/vault.ts";
import { day, minute, newPremises, noonMs, running } from "./premises.ts";
import { rowCounts } from "./stored.ts";

const atOnce = 500;

/** Numbers that jump about the index. */
const numbers = (count: number): readonly string[] =>
  Array.from(
    { length: count },
    (_, index) => `010${String(20_000_000 + index * 7_919).padStart(8, "0")}`,
  ).sort((one, other) => (one.slice(7) < other.slice(7) ? -1 : 1));

const agreeing = Effect.fnUntraced(function* (phones: readonly string[]) {
  const { perform, now } = yield* Issuer;
  const receivedAtMs = yield* now;
  for (let start = 0; start < phones.length; start += atOnce)
    yield* perform(
      phones
        .slice(start, start + atOnce)
        .map((phone) => ({ kind: "agree", phone, noticeVersion: 1, receivedAtMs })),
    );
});

const withdrawing = Effect.fnUntraced(function* (phones: readonly string[]) {
  const { perform, now } = yield* Issuer;
  const receivedAtMs = yield* now;
  for (let start = 0; start < phones.length; start += atOnce)
    yield* perform(
      phones.slice(start, start + atOnce).map((phone) => ({ kind: "withdraw", phone, receivedAtMs })),
    );
});

/** How many of these numbers stand in any file, by what the store finds them by; read once. */
const found = Effect.fnUntraced(function* (folder: string, phones: readonly string[]) {
  const { tagOf } = yield* makeSealedPhones(yield* Vault);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const bytes = Buffer.concat(files.map(({ parentPath, name }) => readFileSync(join(parentPath, name))));
  return phones.filter((phone) => bytes.includes(tagOf(phone))).length;
});

describe("numbers that came and went", () => {
  it("by withdrawing: a large file is rewritten by the first sweep of the next Seoul day", async () => {
    const premises = newPremises();
    const phones = numbers(6_000);
    const kept = phones.filter((_, index) => index % 3 === 0);
    const gone = phones.filter((_, index) => index % 3 > 0);
    await running(
      premises,
      noonMs,
      Effect.gen(function* () {
        const { announceLevel, sweep } = yield* Issuer;
        yield* announceLevel("serious");
        yield* sweep;
        yield* agreeing(phones);
        yield* withdrawing(gone);
        expect(yield* rowCounts).toMatchObject({ account: kept.length, consent: kept.length });
        yield* TestClock.adjust(day);
        yield* sweep;
        expect(yield* found(premises.folder, gone)).toBe(0);
        expect(yield* found(premises.folder, kept)).toBe(kept.length);
      }),
      { policy: presets["2020-10"] },
    );
  });

  it("by their consent's end: a small file is rewritten by the sweep that ends them", async () => {
    const premises = newPremises();
    const phones = numbers(1_200);
    const kept = phones.filter((_, index) => index % 3 === 0);
    const gone = phones.filter((_, index) => index % 3 > 0);
    await running(
      premises,
      noonMs,
      Effect.gen(function* () {
        const { announceLevel, sweep } = yield* Issuer;
        yield* announceLevel("serious");
        yield* sweep;
        yield* agreeing(phones);
        yield* TestClock.adjust(9 * minute);
        yield* agreeing(kept);
        yield* TestClock.adjust(minute);
        expect(yield* sweep).toMatchObject({ accounts: gone.length });
        expect(yield* found(premises.folder, gone)).toBe(0);
        expect(yield* found(premises.folder, kept)).toBe(kept.length);
      }),
    );
  });
});
