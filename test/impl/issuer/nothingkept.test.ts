// What issuing leaves behind: no row a pass, no pass, no list of passes, and no whole key of a day on any disk.
// Counted in every table after a hundred passes, and searched for in every file of the issuer.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { presets } from "../../../models/policy.ts";
import { seoulDay } from "../../../impl/protocol/seoulday.ts";
import { Store } from "../../../impl/store/store.ts";
import { Vault } from "../../../impl/store/vault.ts";
import { present } from "../protocol/hex.ts";
import { filesHolding } from "../store/freshfolder.ts";
import { handleOf, shareOf } from "./officers.ts";
import { ann, annAndBen, getPass } from "./people.ts";
import { minute, newPremises, noonMs, running, second } from "./premises.ts";
import { allRows, rowCounts } from "./stored.ts";

const policy = presets["2020-10"];

describe("after a hundred passes", () => {
  it("no table has grown, and none but the last instant has changed", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        yield* annAndBen;
        yield* getPass(ann);
        const rows = yield* allRows;
        const counts = yield* rowCounts;
        const { values } = yield* Store;
        const before = yield* values("SELECT total_changes()");
        expect(counts).toMatchObject({ account: 2, consent: 2, verification: 2, day: 1 });
        for (let issued = 0; issued < 100; issued += 1) {
          yield* TestClock.adjust(4 * second);
          yield* getPass(ann);
        }
        // One change a batch: the instant. No row of a person is written for a pass.
        expect(yield* values("SELECT total_changes()")).toEqual([[Number(before[0]?.[0]) + 100]]);
        expect(yield* rowCounts).toEqual(counts);
        expect(yield* allRows).toEqual({ ...rows, last_instant: [[1, noonMs + 400 * second]] });
      }),
      { policy },
    ));

  it("no file holds a pass, a handle, an epoch or a share of its secret", async () => {
    const premises = newPremises();
    await running(
      premises,
      noonMs,
      Effect.gen(function* () {
        yield* annAndBen;
        for (let issued = 0; issued < 3; issued += 1) {
          yield* TestClock.adjust(minute);
          const pass = yield* getPass(ann);
          const handle = present(yield* handleOf(premises, pass));
          const share = yield* Effect.promise(() => shareOf(premises, 1, pass.epochId));
          for (const bytes of [
            pass.bytes.subarray(0, 26),
            pass.sealed,
            pass.signature,
            pass.epochId,
            handle,
            share,
          ])
            for (const form of [
              bytes,
              Buffer.from(bytes).toString("hex"),
              Buffer.from(bytes).toString("base64"),
            ])
              expect(filesHolding(premises.folder, form)).toEqual([]);
        }
      }),
      { policy },
    );
  });

  it("no file holds a key whole, of the day or of the issuer (C10)", async () => {
    const premises = newPremises();
    await running(
      premises,
      noonMs,
      Effect.gen(function* () {
        yield* annAndBen;
        yield* getPass(ann);
        const vault = yield* Vault;
        const today = seoulDay(noonMs);
        expect(vault.names()).toEqual(
          ["aliases", "handles", "passes"]
            .map((name) => `${name}-${today}`)
            .concat("deposits", "phones-lookup", "phones-seal", "sealing")
            .sort(),
        );
        for (const name of vault.names()) {
          const { bytes } = present(yield* vault.get(name));
          for (const part of [bytes.subarray(0, 16), bytes.subarray(-16)])
            for (const form of [
              part,
              Buffer.from(part).toString("hex"),
              Buffer.from(part).toString("base64"),
            ])
              expect(filesHolding(premises.folder, form)).toEqual([]);
        }
      }),
      { policy },
    );
    // The search can find a key that does lie open: the root key, of which the vault says what it is worth.

    const root = readFileSync(join(premises.folder, "root", "root.key"));
    expect(filesHolding(premises.folder, root)).toHaveLength(1);
  });
});
