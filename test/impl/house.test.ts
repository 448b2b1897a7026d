// The house sweeps by itself: nobody calls anything, time passes, and what is due is gone from the files.
// Clause S9 says "automatically", so the test only moves the clock and then looks with a connection of its own.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { expect, it } from "vitest";
import { openHouse } from "../../impl/house.ts";
import { passVersions } from "../../impl/protocol/pass.ts";

const startsAtMs = Date.parse("2020-07-01T12:00:00+09:00");

const consentsIn = (folder: string): number => {
  const database = new DatabaseSync(join(folder, "issuer", "store.sqlite"), { readOnly: true });
  const row = database.prepare("SELECT count(*) AS count FROM consent").get();
  database.close();
  return Number(row?.["count"]);
};

/** Lets real work on files that the moved clock has set off come to its end. */
const settled = Effect.promise(() => new Promise((resolve) => setTimeout(resolve, 300)));

const life = (folder: string, sweeps: "by themselves" | "driven") =>
  Effect.gen(function* () {
    yield* TestClock.setTime(startsAtMs);
    const house = yield* openHouse({
      folder,
      version: passVersions.simulation,
      durability: "normal",
      officers: 2,
      sweeps,
    });
    yield* house.issuer.announceLevel("serious");
    const agree = {
      kind: "agree",
      phone: "010-0000-0001",
      noticeVersion: 1,
      receivedAtMs: startsAtMs,
    } as const;
    yield* house.issuer.perform([agree]);
    const before = consentsIn(folder);
    for (let minute = 0; minute < 20; minute += 1) yield* TestClock.adjust("1 minute");
    yield* settled;
    return { before, after: consentsIn(folder) };
  }).pipe(Effect.scoped, Effect.provide(TestClock.layer()), Effect.provide(NodeServices.layer));

it.each([
  ["by themselves", 0],
  ["driven", 1],
] as const)("S9: with sweeps %s, %i consents are left after its time", async (sweeps, left) => {
  const folder = mkdtempSync(join(tmpdir(), "entrylog-house-"));
  try {
    expect(await Effect.runPromise(life(folder, sweeps))).toEqual({ before: 1, after: left });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
