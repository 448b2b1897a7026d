// The crisis level at the issuer: collection stops at once when it ends, with its own code for each request.
// Erasure and withdrawal go on, until nothing is left.
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { presets } from "../../../models/policy.ts";
import { Issuer } from "../../../impl/issuer/issuer.ts";
import type { CrisisLevel } from "../../../impl/protocol/contracts.ts";
import { Aliases } from "../../../impl/store/aliases.ts";
import { Vault } from "../../../impl/store/vault.ts";
import { filesHolding } from "../store/freshfolder.ts";
import {
  agree,
  agreeAndVerify,
  ann,
  askPass,
  ben,
  readCode,
  sendCode,
  typeCode,
  withdraw,
} from "./people.ts";
import { day, newPremises, noonMs, running } from "./premises.ts";
import { allRows, rowCounts, tagOf } from "./stored.ts";

const policy = presets["2020-10"];
const announce = (level: CrisisLevel) => Effect.flatMap(Issuer, ({ announceLevel }) => announceLevel(level));

describe("the crisis level", () => {
  it("must allow collection before anything is collected", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        expect(yield* agree(ann)).toBe("collection-suspended");
        for (const level of ["attention", "caution"] as const) {
          yield* announce(level);
          expect(yield* agree(ann)).toBe("collection-suspended");
        }
        expect(yield* rowCounts).toMatchObject({ account: 0, consent: 0 });
        yield* announce("alert");
        expect(yield* agree(ann)).toBe("consent.recorded");
        yield* announce("serious");
        expect(yield* agree(ann)).toBe("consent.recorded");
      }),
    ));

  it("stops everything but withdrawing at once, and starts it again (F7)", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        yield* announce("serious");
        yield* agreeAndVerify(ann);
        yield* agree(ben);
        yield* sendCode(ben);
        const code = yield* readCode(ben);
        yield* announce("caution");
        const before = yield* allRows;
        for (const told of [
          yield* agree(ann),
          yield* sendCode(ann),
          yield* typeCode(ben, code),
          yield* askPass(ann),
        ])
          expect(told).toBe("collection-suspended");
        expect(yield* allRows).toEqual(before);
        expect(yield* withdraw(ann)).toBe("account.ended");
        yield* announce("alert");
        expect(yield* typeCode(ben, code)).toBe("phone.verified");
      }),
      { policy },
    ));

  it("stays where it was over a restart", async () => {
    const premises = newPremises();
    await running(premises, noonMs, Effect.andThen(announce("serious"), agree(ann)));
    await running(
      premises,
      noonMs + 1,
      Effect.map(agree(ben), (told) => expect(told).toBe("consent.recorded")),
    );
    await running(premises, noonMs + 2, announce("attention"));
    await running(
      premises,
      noonMs + 3,
      Effect.map(agree(ben), (told) => expect(told).toBe("collection-suspended")),
    );
  });

  it("does not stop erasure, which runs on to nothing left (F7)", async () => {
    const premises = newPremises();
    await running(
      premises,
      noonMs,
      Effect.gen(function* () {
        const { sweep } = yield* Issuer;
        yield* announce("serious");
        for (const phone of [ann, ben]) yield* agreeAndVerify(phone);
        const tags = yield* Effect.forEach([ann, ben], tagOf);
        for (const tag of tags) expect(filesHolding(premises.folder, tag)).not.toEqual([]);
        yield* askPass(ann);
        yield* TestClock.adjust(29 * day);
        yield* askPass(ben);
        yield* announce("attention");
        yield* TestClock.adjust(29 * day);
        yield* sweep;
        const rows = yield* rowCounts;
        const ofNobody = [
          "crisis",
          "crisis_event",
          "last_instant",
          "last_account",
          "notice",
          // What the public log says of days: counts.
          "day_statement",
          "log_checkpoint",
          "log_entry",
          "log_hash",
          "store_state",
        ];
        const left = Object.entries(rows).filter(([table, count]) => count > 0 && !ofNobody.includes(table));
        expect(left).toEqual([]);
        expect((yield* Vault).names()).toEqual(["deposits", "phones-lookup", "phones-seal", "sealing"]);
        expect((yield* Aliases).days()).toEqual([]);
        for (const form of [ann, ben, ...tags]) expect(filesHolding(premises.folder, form)).toEqual([]);
      }),
      { policy },
    );
  });
});
