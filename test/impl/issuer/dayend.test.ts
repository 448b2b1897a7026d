// The end of a Seoul day at the issuer: its keys and aliases are gone at its start plus 28 days, to the millisecond.
// By the sweep from every file, and by a reading that comes before any sweep; a clock that steps back revives nothing.
import { Effect, Exit } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { presets } from "../../../models/policy.ts";
import { Issuer } from "../../../impl/issuer/issuer.ts";
import { seoulDay, startOfSeoulDayMs } from "../../../impl/protocol/seoulday.ts";
import { Aliases } from "../../../impl/store/aliases.ts";
import { Vault } from "../../../impl/store/vault.ts";
import { present } from "../protocol/hex.ts";
import { joinOf, recordOf, releaseOf } from "./officers.ts";
import { agreeAndVerify, ann, askPass, getPass } from "./people.ts";
import { day, newPremises, noonMs, running, second, type Premises } from "./premises.ts";
import { allRows, rowCounts } from "./stored.ts";
import { letGoFromOutside, stuckFromOutside } from "../store/partystore.ts";

const policy = presets["2020-10"];
const today = seoulDay(noonMs);
const endMs = startOfSeoulDayMs(today) + 28 * day;
const opened = Effect.gen(function* () {
  const { announceLevel } = yield* Issuer;
  yield* announceLevel("serious");
  yield* agreeAndVerify(ann);
});

/** Joins a pass at this instant; answers how many people stood behind it. */
const joined = (premises: Premises, record: Uint8Array, nowMs: number) =>
  Effect.gen(function* () {
    const { answer, keys } = yield* Issuer;
    const release = releaseOf(premises, nowMs, [record]);
    const request = yield* Effect.promise(() => joinOf(premises, keys.sealing.publicKey, release, [record]));
    return (yield* answer(request)).people;
  });

describe("the end of a day", () => {
  it("is swept by what the issuer has stored, when its clock has stepped back", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        const { sweep } = yield* Issuer;
        yield* opened;
        yield* askPass(ann);
        yield* TestClock.setTime(endMs);
        yield* askPass(ann);
        yield* TestClock.setTime(noonMs);
        expect(yield* sweep).toMatchObject({ days: [today] });
        expect((yield* Vault).names()).not.toContain(`handles-${today}`);
        expect((yield* Aliases).days()).toEqual([seoulDay(endMs)]);
      }),
      { policy },
    ));

  it("takes its keys and aliases at the start of the day plus 28 days, and nothing of the next", async () => {
    const premises = newPremises();
    await running(
      premises,
      noonMs,
      Effect.gen(function* () {
        const { sweep, keys } = yield* Issuer;
        const { names, get } = yield* Vault;
        const aliases = yield* Aliases;
        yield* opened;
        yield* askPass(ann);
        yield* TestClock.adjust(day);
        yield* askPass(ann);
        const kept = (of: number) => names().filter((name) => name.endsWith(`-${of}`));
        yield* TestClock.setTime(endMs - 1);
        expect(yield* sweep).toMatchObject({ days: [] });
        expect(kept(today)).toEqual([`aliases-${today}`, `handles-${today}`]);
        expect(yield* keys.handleOf(today, endMs - 1)).toBeDefined();
        expect(aliases.days()).toEqual([today, today + 1]);
        yield* TestClock.setTime(endMs);
        // Before the sweep a reading already says that it is over.
        expect(yield* get(`handles-${today}`)).toBeDefined();
        expect(yield* keys.handleOf(today, endMs)).toBeUndefined();
        expect(yield* sweep).toMatchObject({ days: [today] });
        expect(kept(today)).toEqual([]);
        expect(kept(today + 1)).toEqual([`aliases-${today + 1}`, `handles-${today + 1}`]);
        expect(aliases.days()).toEqual([today + 1]);
        expect((yield* allRows)["day"]).toEqual([[String(today + 1), "kept", endMs + day]]);
      }),
      { policy },
    );
  });

  it("takes keys and aliases first: where its row cannot be erased nobody can read it, and the next sweep finishes", () => {
    const premises = newPremises();
    return running(
      premises,
      noonMs,
      Effect.gen(function* () {
        const { sweep } = yield* Issuer;
        const { names } = yield* Vault;
        const aliases = yield* Aliases;
        yield* opened;
        yield* askPass(ann);
        const changes = ["UPDATE", "DELETE"] as const;
        for (const change of changes) stuckFromOutside(premises.file, "day", change);
        yield* TestClock.setTime(endMs);
        expect(Exit.isFailure(yield* Effect.exit(sweep))).toBe(true);
        expect(yield* rowCounts).toMatchObject({ day: 1 });
        expect(names().filter((name) => name.endsWith(`-${today}`))).toEqual([]);
        expect(aliases.days()).toEqual([]);
        for (const change of changes) letGoFromOutside(premises.file, "day", change);
        expect(yield* sweep).toMatchObject({ days: [today] });
        expect(yield* rowCounts).toMatchObject({ day: 0 });
      }),
      { policy },
    );
  });

  it("ends the key that signs the day's passes when the day is over and its last pass has lapsed", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        const { sweep } = yield* Issuer;
        const { names } = yield* Vault;
        yield* opened;
        yield* askPass(ann);
        const overMs = startOfSeoulDayMs(today + 1) + 17 * second;
        yield* TestClock.setTime(overMs - 1);
        yield* sweep;
        expect(names()).toContain(`passes-${today}`);
        yield* TestClock.setTime(overMs);
        yield* sweep;
        expect(names()).not.toContain(`passes-${today}`);
      }),
      { policy },
    ));

  it("is the end of every join of that day, swept or not", async () => {
    const premises = newPremises();
    const record = await running(
      premises,
      noonMs,
      Effect.andThen(opened, Effect.map(getPass(ann), recordOf)),
      { policy },
    );
    await running(
      premises,
      endMs - 1,
      Effect.gen(function* () {
        expect(yield* joined(premises, record, endMs - 1)).toBe(1);
        yield* TestClock.setTime(endMs);
        expect(yield* joined(premises, record, endMs)).toBe(0);
        const { sweep } = yield* Issuer;
        yield* sweep;
        expect(yield* joined(premises, record, endMs + 1)).toBe(0);
      }),
      { policy },
    );
  });

  it("is not undone by a clock that steps back, in the same process or after a restart", async () => {
    const premises = newPremises();
    const record = await running(
      premises,
      noonMs,
      Effect.andThen(opened, Effect.map(getPass(ann), recordOf)),
      { policy },
    );
    const swept = Effect.flatMap(Issuer, ({ sweep }) => sweep);
    await running(
      premises,
      endMs,
      Effect.andThen(swept, TestClock.setTime(noonMs)).pipe(
        Effect.andThen(Effect.map(joined(premises, record, endMs), (people) => expect(people).toBe(0))),
      ),
      { policy },
    );
    await running(
      premises,
      noonMs,
      Effect.gen(function* () {
        const { now } = yield* Issuer;
        expect(yield* now).toBe(endMs);
        expect(yield* joined(premises, record, endMs + 1)).toBe(0);
        // The month of the verification has not come back either, and no day is opened that has ended.
        expect(yield* askPass(ann)).toBe("pass.shown");
        expect((yield* Vault).names()).not.toContain(`handles-${today}`);
        expect(yield* rowCounts).toMatchObject({ day: 1 });
      }),
      { policy },
    );
    expect(present(premises.custodian.epochs().at(-1)).day).toBe(seoulDay(endMs));
  });
});
