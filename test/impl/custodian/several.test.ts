// Two custodians over one PostgreSQL store and one vault, as two processes of one party: each knows only what it has read, and still a
// pass is stored once, a level counts at once, and a day ends once. No way between the two is used: what is said here rests on the store.
import { join } from "node:path";
import { Context, Effect, Layer, Redacted } from "effect";
import { TestClock } from "effect/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Custodian, type CustodianService } from "../../../impl/custodian/custodian.ts";
import { postgresLayer } from "../../../impl/store/postgres.ts";
import { Store } from "../../../impl/store/store.ts";
import { startPostgres, type PostgresServer } from "../../../sim/postgres/server.ts";
import { withTool } from "../../with-tool.ts";
import { present } from "../protocol/hex.ts";
import { codesOf, deposit, openGate, passes, scanned } from "./gate.ts";
import { makePlace } from "./place.ts";
import { atNoon, dayMs, noonMs, placeLayer, type Place } from "./rooms.ts";

interface Two {
  readonly place: Place;
  readonly schema: string;
  readonly one: CustodianService;
  readonly other: CustodianService;
  /** What the store answers, asked over a third line. */
  readonly stored: (text: string) => Effect.Effect<unknown>;
}

withTool("postgres", "two processes of one custodian", (program) => {
  let server: PostgresServer | undefined;
  let schemas = 0;
  beforeAll(async () => {
    server = await startPostgres(join(program, ".."));
  });
  afterAll(() => server?.stop());

  const storeIn = (schema: string, isShared: boolean) =>
    postgresLayer({ url: Redacted.make(present(server).url), schema, isShared });

  const withTwo = <A, E>(use: (two: Two) => Effect.Effect<A, E>): Promise<A> => {
    schemas += 1;
    const schema = `custodian_${String(schemas)}`;
    const place = makePlace({ scansPerMinute: 1_000_000 });
    // Made anew each time, so that the two share nothing in memory.
    const opened = Effect.suspend(() =>
      Layer.build(Layer.fresh(placeLayer(place, storeIn(schema, true), true))),
    );
    return atNoon(
      Effect.scoped(
        Effect.gen(function* () {
          const one = Context.get(yield* opened, Custodian);
          const other = Context.get(yield* opened, Custodian);
          const line = Context.get(yield* Layer.build(Layer.fresh(storeIn(schema, true))), Store);
          return yield* use({ place, schema, one, other, stored: (text) => Effect.orDie(line.values(text)) });
        }),
      ),
    );
  };

  it("stores a pass once, however old what it knows of the epoch is, and no two visits at one position", () =>
    withTwo(({ place, one, other, stored }) =>
      Effect.gen(function* () {
        const opened = yield* openGate(one, place);
        const scans = (yield* passes(place, opened, noonMs, 6)).map((pass) => scanned(pass, noonMs));
        const [first, second, third, ...last] = scans.map((scan) => [scan]);
        // Both have the epoch in memory from here on.
        expect(codesOf(yield* one.record(present(first)))).toEqual([""]);
        expect(codesOf(yield* other.record(present(second)))).toEqual([""]);
        expect(codesOf(yield* one.record(present(third)))).toEqual([""]);
        expect(codesOf(yield* other.record([...scans.slice(0, 3), ...last.flat()]))).toEqual([
          ...Array.from({ length: 3 }, () => "pass-replayed"),
          ...last.map(() => ""),
        ]);
        expect(yield* one.counts).toMatchObject({ recorded: 6, live: 6 });
        expect(yield* stored("SELECT count(DISTINCT position) FROM visit")).toEqual([[6]]);
      }),
    ));

  it("stores a pass once when both are given it at the same time, and one of them says so", () =>
    withTwo(({ place, one, other }) =>
      Effect.gen(function* () {
        const opened = yield* openGate(one, place);
        for (let round = 0; round < 10; round += 1) {
          const scans = (yield* passes(place, opened, noonMs, 20)).map((pass) => scanned(pass, noonMs));
          const [here, there] = yield* Effect.all([one.record(scans), other.record(scans.toReversed())], {
            concurrency: "unbounded",
          });
          const saidThere = codesOf(there).toReversed();
          for (const [at, code] of codesOf(here).entries())
            expect([code, saidThere[at]].sort()).toEqual(["", "pass-replayed"]);
        }
        expect(yield* other.counts).toMatchObject({ recorded: 200, live: 200 });
      }),
    ));

  it("answers the very same scan as it was, where the answer may have been lost", () =>
    withTwo(({ place, one, other }) =>
      Effect.gen(function* () {
        const opened = yield* openGate(one, place);
        const scans = (yield* passes(place, opened, noonMs, 2)).map((pass) => ({
          ...scanned(pass, noonMs),
          perhapsAgain: true,
        }));
        expect(codesOf(yield* one.record(scans))).toEqual(["", ""]);
        expect(codesOf(yield* other.record(scans))).toEqual(["", ""]);
        const elsewhen = scanned(present(scans[0]).bytes.subarray(0, 122), noonMs + 1);
        expect(codesOf(yield* other.record([{ ...elsewhen, perhapsAgain: true }]))).toEqual([
          "pass-replayed",
        ]);
        expect(yield* one.counts).toMatchObject({ recorded: 2 });
      }),
    ));

  it("takes nothing more from the moment at which the other was told that collection stops", () =>
    withTwo(({ place, one, other }) =>
      Effect.gen(function* () {
        const opened = yield* openGate(one, place);
        const [first, second] = (yield* passes(place, opened, noonMs, 2)).map((pass) =>
          scanned(pass, noonMs),
        );
        expect(codesOf(yield* other.record([present(first)]))).toEqual([""]);
        yield* one.announceLevel("caution");
        expect(codesOf(yield* other.record([present(second)]))).toEqual(["collection-suspended"]);
      }),
    ));

  it("knows what the other took on time when a device says that it was silent", () =>
    withTwo(({ place, one, other }) =>
      Effect.gen(function* () {
        const opened = yield* openGate(one, place);
        // Of another epoch, so that nothing else makes the other read anew what is stored.
        const [later] = yield* passes(place, yield* deposit(one, place), noonMs, 1);
        const [early, next] = yield* passes(place, opened, noonMs, 2);
        const late = { late: true, receivedAtMs: noonMs + 60_000 };
        yield* TestClock.setTime(noonMs + 60_000);
        expect(codesOf(yield* other.record([scanned(present(early), noonMs, late)]))).toEqual([""]);
        const onTime = scanned(present(later), noonMs + 10_000, { receivedAtMs: noonMs + 10_000 });
        expect(codesOf(yield* one.record([onTime]))).toEqual([""]);
        const backdated = scanned(present(next), noonMs + 5_000, late);
        expect(codesOf(yield* other.record([backdated]))).toEqual(["venue-not-silent"]);
      }),
    ));

  it("ends a day once, and says so once", () =>
    withTwo(({ place, one, other, stored }) =>
      Effect.gen(function* () {
        const opened = yield* openGate(one, place);
        const [pass] = yield* passes(place, opened, noonMs, 1);
        expect(codesOf(yield* other.record([scanned(present(pass), noonMs)]))).toEqual([""]);
        yield* TestClock.setTime(noonMs + 28 * dayMs);
        const swept = yield* Effect.all([one.sweep, other.sweep], { concurrency: "unbounded" });
        expect(swept.map(({ visits }) => visits).sort()).toEqual([0, 1]);
        expect(yield* one.counts).toMatchObject({ recorded: 1, live: 0, erased: 1 });
        expect(yield* other.lookup(17, noonMs, noonMs + dayMs)).toEqual([]);
        expect(yield* stored("SELECT count(*) FROM log_entry")).toEqual([[1]]);
      }),
    ));

  it("leaves no room for a process that would be alone", () =>
    withTwo(({ schema }) =>
      Effect.gen(function* () {
        const refused = yield* Effect.flip(Effect.scoped(Layer.build(storeIn(schema, false))));
        expect(refused.reason).toBe("busy");
      }),
    ));
});
