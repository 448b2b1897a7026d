// What an issuer says in its public log of a day that ended: how many keys and aliases were destroyed, and what that is worth.
// Keys and aliases lie outside its store, so a crash at each step between counting, destroying and saying is made here: afterwards
// it is said once, with what there was before.
import { Effect, Exit } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { presets } from "../../../models/policy.ts";
import { Issuer } from "../../../impl/issuer/issuer.ts";
import { decodeEntry } from "../../../impl/protocol/logentries.ts";
import { seoulDay, startOfSeoulDayMs } from "../../../impl/protocol/seoulday.ts";
import { Aliases } from "../../../impl/store/aliases.ts";
import { askFromOutside, letGoFromOutside, stuckFromOutside } from "../store/partystore.ts";
import { agreeAndVerify, ann, askPass, ben } from "./people.ts";
import { day, newPremises, noonMs, running, type Premises } from "./premises.ts";

const policy = presets["2020-10"];
const today = seoulDay(noonMs);
const endMs = startOfSeoulDayMs(today) + 28 * day;

const entriesOf = ({ file }: Premises) =>
  askFromOutside(file, "SELECT entry FROM log_entry ORDER BY place").map(([entry]) =>
    entry instanceof Uint8Array ? decodeEntry(entry) : undefined,
  );

const issuing = Effect.gen(function* () {
  const { announceLevel } = yield* Issuer;
  yield* announceLevel("serious");
  for (const person of [ann, ben]) {
    yield* agreeAndVerify(person);
    yield* askPass(person);
  }
});

const sweep = Effect.flatMap(Issuer, ({ sweep: once }) => once);

/** The key that signed the day's passes ended with the day itself: what is left are the keys of handles and of aliases. */
const said = (erasedAtMs: number) => ({
  kind: "day.erased",
  day: today,
  erasedAtMs,
  means: "erased in software only",
  keys: 2,
  aliases: 2,
});

describe("the statement of a day", () => {
  it("stands in the log once, with what was destroyed, when the day has ended", () => {
    const premises = newPremises();
    return running(
      premises,
      noonMs,
      Effect.gen(function* () {
        yield* issuing;
        yield* TestClock.setTime(noonMs + day);
        yield* sweep;
        yield* TestClock.setTime(endMs - 1);
        yield* sweep;
        expect(entriesOf(premises)).toEqual([]);
        yield* TestClock.setTime(endMs + 7);
        yield* sweep;
        yield* sweep;
        expect(entriesOf(premises)).toEqual([said(endMs + 7)]);
        expect(askFromOutside(premises.file, "SELECT size FROM log_checkpoint")).toEqual([[1]]);
      }),
      { policy },
    );
  });

  it.each([
    ["before the day's row ends", "day"],
    ["before it is said", "log_entry"],
  ])("is made once after the issuer failed %s, with the counts of before", async (_, table) => {
    const premises = newPremises();
    const change = table === "day" ? "DELETE" : "INSERT";
    await running(
      premises,
      noonMs,
      Effect.gen(function* () {
        yield* issuing;
        yield* TestClock.setTime(noonMs + day);
        yield* sweep;
        yield* TestClock.setTime(endMs);
        stuckFromOutside(premises.file, table, change);
        expect(Exit.isFailure(yield* Effect.exit(sweep))).toBe(true);
        // The keys are gone, and nothing says so yet.
        expect((yield* Aliases).days()).toEqual([]);
        expect(entriesOf(premises)).toEqual([]);
      }),
      { policy },
    );
    letGoFromOutside(premises.file, table, change);
    await running(premises, endMs + 60_000, Effect.andThen(sweep, sweep), { policy });
    expect(entriesOf(premises)).toEqual([said(endMs + 60_000)]);
  });
});
