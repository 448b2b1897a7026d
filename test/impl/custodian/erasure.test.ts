// The end of a day at the custodian: at its start plus 28 days nothing of it is left in the file, its log or the vault,
// whoever looks; one millisecond before, everything is there. And what was erased never comes back.
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Effect, Exit, Layer } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { Custodian, type CustodianService } from "../../../impl/custodian/custodian.ts";
import { custodianSweeperLayer } from "../../../impl/custodian/sweeper.ts";
import { present } from "../protocol/hex.ts";
import { filesHolding } from "../store/freshfolder.ts";
import { codesOf, deposit, openGate, passes, scanned, venue } from "./gate.ts";
import { makePlace } from "./place.ts";
import { ask, atNoon, dayMs, hourMs, inCustodian, noonMs, placeLayer, type Place, fileOf } from "./rooms.ts";
import { alterFromOutside, everyRowFromOutside } from "../store/partystore.ts";

/** The start of 1 July 2020 in Seoul, plus 28 days. */
const endMs = Date.UTC(2020, 5, 30, 15) + 28 * dayMs;

/** Two days with a visit each; answers bytes of the first day that are known to be on the disk. */
const twoDays = (custodian: CustodianService, place: Place) =>
  Effect.gen(function* () {
    const first = yield* openGate(custodian, place);
    const second = yield* deposit(custodian, place, noonMs + dayMs);
    const [one] = yield* passes(place, first, noonMs, 1);
    const [two] = yield* passes(place, second, noonMs + dayMs, 1);
    expect(codesOf(yield* custodian.record([scanned(present(one), noonMs)]))).toEqual([""]);
    expect(codesOf(yield* custodian.record([scanned(present(two), noonMs + dayMs)]))).toEqual([""]);
    const [row] = ask(place, "SELECT payload FROM visit_20200701");
    const payload = row?.[0];
    if (!(payload instanceof Uint8Array)) return yield* Effect.die("no payload");
    const key = readFileSync(join(place.folder, "vault", "visits-20200701.key"));
    return { payload, epochId: first.epoch.id, key, first };
  });

/** Writes in the file from outside, as nobody may. */
const alter = (place: Place, text: string): void => {
  alterFromOutside(fileOf(place), text);
};

const tables = (place: Place) =>
  everyRowFromOutside(fileOf(place)).flatMap(([name]) => (/^visit_\d/.test(name) ? [name] : []));

describe("erasure", () => {
  it("one millisecond early nothing is erased; at the end everything of the day is, and of no other day (S9, C10)", () => {
    const place = makePlace();
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          const { payload, epochId, key, first } = yield* twoDays(custodian, place);
          yield* TestClock.setTime(endMs - 1);
          expect(yield* custodian.sweep).toEqual({ days: [], visits: 0 });
          expect(filesHolding(place.folder, payload)).not.toEqual([]);
          expect(filesHolding(place.folder, epochId)).not.toEqual([]);
          expect(filesHolding(place.folder, key)).not.toEqual([]);
          expect(yield* custodian.lookup(venue, noonMs, noonMs + 1)).toHaveLength(1);

          yield* TestClock.setTime(endMs);
          // The sweep has not run, and the day is over all the same.
          expect(yield* custodian.lookup(venue, noonMs, noonMs + 1)).toEqual([]);
          expect(yield* custodian.sweep).toEqual({ days: [18_444], visits: 1 });
          expect(filesHolding(place.folder, payload)).toEqual([]);
          expect(filesHolding(place.folder, epochId)).toEqual([]);
          expect(filesHolding(place.folder, key)).toEqual([]);
          expect(tables(place)).toEqual(["visit_20200702"]);
          expect(ask(place, "SELECT count(*), min(day) FROM visit")).toEqual([[1, "20200702"]]);
          expect(ask(place, "SELECT count(*) FROM epoch")).toEqual([[1]]);
          expect(ask(place, "SELECT key FROM day")).toEqual([["18445"]]);
          expect(ask(place, "SELECT count(*) FROM day_event WHERE key = '18444'")).toEqual([[0]]);
          const counts = yield* custodian.counts;
          expect(counts).toMatchObject({ recorded: 2, live: 1, erased: 1 });
          // A deposit for it does not open it again.
          expect(codesOf(yield* custodian.deposit([first.deposit], endMs))).toEqual(["epoch-over"]);
          expect(yield* custodian.sweep).toEqual({ days: [], visits: 0 });
        }),
      ),
    );
  });

  it("runs on to nothing left, at any crisis level, and after a restart (F7)", () => {
    const place = makePlace();
    return atNoon(
      Effect.gen(function* () {
        yield* inCustodian(place, (custodian) =>
          Effect.andThen(twoDays(custodian, place), custodian.announceLevel("attention")),
        );
        yield* TestClock.setTime(endMs + dayMs);
        yield* inCustodian(place, (custodian) =>
          Effect.gen(function* () {
            expect(yield* custodian.sweep).toEqual({ days: [18_444, 18_445], visits: 2 });
            expect(yield* custodian.counts).toMatchObject({ recorded: 2, live: 0, erased: 2 });
            expect(ask(place, "SELECT count(*) FROM visit")).toEqual([[0]]);
            expect(tables(place)).toEqual([]);
          }),
        );
        expect(filesHolding(join(place.folder, "vault"), "")).toEqual([
          join(place.folder, "vault", "releases.key"),
        ]);
      }),
    );
  });

  it("a day whose key went before a crash is finished by the next sweep", () => {
    const place = makePlace();
    return atNoon(
      Effect.gen(function* () {
        yield* inCustodian(place, (custodian) => twoDays(custodian, place));
        yield* TestClock.setTime(endMs);
        yield* inCustodian(place, (custodian) =>
          Effect.gen(function* () {
            // As a crash leaves it: no key, everything else.
            rmSync(join(place.folder, "vault", "visits-20200701.key"));
            expect(yield* custodian.sweep).toEqual({ days: [18_444], visits: 1 });
          }),
        );
      }),
    );
  });

  it("the key goes first: where the rest cannot be erased, nobody can read it, and the next sweep finishes", () => {
    const place = makePlace();
    return atNoon(
      Effect.gen(function* () {
        yield* inCustodian(place, (custodian) => twoDays(custodian, place));
        alter(place, "CREATE TRIGGER stuck BEFORE DELETE ON epoch BEGIN SELECT raise(ABORT, 'stuck'); END");
        yield* TestClock.setTime(endMs);
        yield* inCustodian(place, (custodian) =>
          Effect.gen(function* () {
            expect(Exit.isFailure(yield* Effect.exit(custodian.sweep))).toBe(true);
            expect(existsSync(join(place.folder, "vault", "visits-20200701.key"))).toBe(false);
            expect(tables(place)).toContain("visit_20200701");
            alter(place, "DROP TRIGGER stuck");
            expect(yield* custodian.sweep).toEqual({ days: [18_444], visits: 1 });
          }),
        );
      }),
    );
  });

  it("a read asks the record and its day, whatever the sweep has done", () => {
    const place = makePlace();
    return atNoon(
      Effect.gen(function* () {
        yield* inCustodian(place, (custodian) => twoDays(custodian, place));
        const found = inCustodian(place, (custodian) => custodian.lookup(venue, noonMs, noonMs + 1));
        yield* TestClock.setTime(endMs - 1);
        expect(yield* found).toHaveLength(1);
        alter(place, `UPDATE visit_20200701 SET eraseAt = ${endMs - 1}`);
        expect(yield* found).toEqual([]);
        alter(place, `UPDATE visit_20200701 SET eraseAt = ${endMs + dayMs}`);
        expect(yield* found).toHaveLength(1);
        yield* TestClock.setTime(endMs);
        expect(yield* found).toEqual([]);
      }),
    );
  });

  it("needs nobody: the sweeper erases within the lateness that the policy allows (S9, C13)", () => {
    const place = makePlace();
    const running: Layer.Layer<Custodian, unknown> = custodianSweeperLayer.pipe(
      Layer.provideMerge(placeLayer(place)),
    );
    const story = Effect.gen(function* () {
      const custodian = yield* Custodian;
      const { payload } = yield* twoDays(custodian, place);
      yield* TestClock.setTime(endMs - hourMs);
      expect(filesHolding(place.folder, payload)).not.toEqual([]);
      yield* TestClock.adjust(hourMs + 600_000);
      // The sweep works on real files; give it turns until it is done.
      for (let turn = 0; turn < 1_000 && filesHolding(place.folder, payload).length > 0; turn += 1)
        yield* Effect.promise(() => new Promise((resolve) => setImmediate(resolve)));
      expect(filesHolding(place.folder, payload)).toEqual([]);
    });
    return atNoon(Effect.provide(story, running));
  });
});
