// A withdrawal that was stored and whose aliases could not be destroyed at once: after a crash, and while the disk fails.
// Who asked is told that it is not finished, and it is made good at the next start or by the next sweep.
import { renameSync } from "node:fs";
import { join } from "node:path";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { presets } from "../../../models/policy.ts";
import { Issuer } from "../../../impl/issuer/issuer.ts";
import { seoulDay } from "../../../impl/protocol/seoulday.ts";
import { Aliases } from "../../../impl/store/aliases.ts";
import { ann, annAndBen, askPass, ben, reply, stamped } from "./people.ts";
import { newPremises, noonMs, running } from "./premises.ts";
import { rowCounts } from "./stored.ts";
import { alterFromOutside } from "../store/partystore.ts";

const policy = presets["2020-10"];
const passes = Effect.andThen(askPass(ann), askPass(ben));

describe("a withdrawal that is not finished", () => {
  it("is finished at the next start when a crash came in between", async () => {
    const premises = newPremises();
    const mine = await running(
      premises,
      noonMs,
      Effect.andThen(
        annAndBen,
        Effect.andThen(
          passes,
          Effect.flatMap(Aliases, ({ of }) => of(seoulDay(noonMs), [1])),
        ),
      ),
      { policy },
    );
    // As the commit leaves it: the rows are gone, and the aliases are to be destroyed.
    alterFromOutside(premises.file, "INSERT INTO forgetting VALUES (1)");
    for (const table of ["account", "consent", "verification"])
      alterFromOutside(
        premises.file,
        `DELETE FROM ${table} WHERE ${table === "account" ? "account" : "key"} = '1'`,
      );
    await running(
      premises,
      noonMs,
      Effect.gen(function* () {
        const { accountOf } = yield* Aliases;
        expect(yield* accountOf(seoulDay(noonMs), mine)).toBeUndefined();
        expect(yield* rowCounts).toMatchObject({ account: 1, forgetting: 0 });
        expect(yield* askPass(ben)).toBe("pass.shown");
      }),
      { policy },
    );
  });

  it("says when the aliases could not be destroyed, to nobody else of the batch, and the sweep makes it good", async () => {
    const premises = newPremises();
    const mine = await running(
      premises,
      noonMs,
      Effect.gen(function* () {
        yield* annAndBen;
        yield* passes;
        return yield* (yield* Aliases).of(seoulDay(noonMs), [1]);
      }),
      { policy },
    );
    const file = join(premises.folder, "aliases", `day-${seoulDay(noonMs)}.aliases`);
    await running(
      premises,
      noonMs,
      Effect.gen(function* () {
        const { perform, sweep } = yield* Issuer;
        renameSync(file, `${file}.away`);
        const [gone, stays] = yield* perform([
          yield* stamped({ kind: "withdraw", phone: ann }),
          yield* stamped({ kind: "agree", phone: "01000000000", noticeVersion: 1 }),
        ]);
        expect(gone?.unavailable).toMatchObject({ _tag: "StoreUnavailable" });
        expect(stays?.unavailable).toBeUndefined();
        // Whoever asks alone is told as a failure, and not by a reply that looks like any other.
        expect(yield* Effect.flip(reply({ kind: "withdraw", phone: ben }))).toMatchObject({
          _tag: "StoreUnavailable",
        });
        renameSync(`${file}.away`, file);
        expect((yield* rowCounts)["forgetting"]).toBe(2);
        yield* sweep;
        expect((yield* rowCounts)["forgetting"]).toBe(0);
        expect(yield* (yield* Aliases).accountOf(seoulDay(noonMs), mine)).toBeUndefined();
      }),
      { policy },
    );
  });
});
