// What the custodian says in its public log of a day that ended: its counts and what erasing is worth, on time, and exactly once,
// though the sweep fails in the midst, runs again, or the day held nothing. It is cosigned without anybody asking for it.
import { Effect, Exit } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import type { CustodianService } from "../../../impl/custodian/custodian.ts";
import { parseCheckpoint } from "../../../impl/log/checkpoint.ts";
import { decodeEntry } from "../../../impl/protocol/logentries.ts";
import { letGoFromOutside, stuckFromOutside } from "../store/partystore.ts";
import { codesOf, openGate, passes, scanned } from "./gate.ts";
import { makePlace } from "./place.ts";
import { ask, atNoon, dayMs, fileOf, inCustodian, noonMs, type Place } from "./rooms.ts";

/** The start of 1 July 2020 in Seoul, plus 28 days. */
const endMs = Date.UTC(2020, 5, 30, 15) + 28 * dayMs;

const entriesOf = (place: Place) =>
  ask(place, "SELECT entry FROM log_entry ORDER BY place").map(([entry]) =>
    entry instanceof Uint8Array ? decodeEntry(entry) : undefined,
  );

const checkpointSizes = (place: Place) =>
  ask(place, "SELECT note FROM log_checkpoint ORDER BY size").map(
    ([note]) => parseCheckpoint(String(note))?.checkpoint.size,
  );

const someVisits = (custodian: CustodianService, place: Place, count: number) =>
  Effect.gen(function* () {
    const gate = yield* openGate(custodian, place);
    const shown = yield* passes(place, gate, noonMs, count);
    const codes = codesOf(yield* custodian.record(shown.map((pass) => scanned(pass, noonMs))));
    expect(codes).toEqual(shown.map(() => ""));
  });

const said = (erasedAtMs: number, visits: number) => ({
  kind: "day.erased",
  day: 18_444,
  erasedAtMs,
  means: "erased in software only",
  recorded: visits,
  erased: visits,
  deposits: [{ issuer: 1, epochs: 1 }],
});

describe("the statement of a day", () => {
  it("stands in the log once, with its counts, when the day has ended, and is cosigned", () => {
    const place = makePlace();
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          yield* someVisits(custodian, place, 3);
          yield* TestClock.setTime(endMs - 1);
          yield* custodian.sweep;
          expect(entriesOf(place)).toEqual([]);
          yield* TestClock.setTime(endMs + 5);
          yield* custodian.sweep;
          expect(entriesOf(place)).toEqual([said(endMs + 5, 3)]);
          expect(checkpointSizes(place)).toEqual([1]);
          yield* TestClock.setTime(endMs + dayMs);
          yield* custodian.sweep;
          expect(entriesOf(place)).toHaveLength(1);
          expect(checkpointSizes(place)).toEqual([1]);
        }),
      ),
    );
  });

  it("is made of a day that held nothing too", () => {
    const place = makePlace();
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          yield* openGate(custodian, place);
          yield* TestClock.setTime(endMs);
          yield* custodian.sweep;
          expect(entriesOf(place)).toEqual([said(endMs, 0)]);
        }),
      ),
    );
  });

  it("is not made while the day cannot be erased, and is made once when it can", () => {
    const place = makePlace();
    return atNoon(
      Effect.gen(function* () {
        yield* inCustodian(place, (custodian) =>
          Effect.gen(function* () {
            yield* someVisits(custodian, place, 2);
            yield* TestClock.setTime(endMs);
            stuckFromOutside(fileOf(place), "epoch", "DELETE");
            for (let turn = 0; turn < 2; turn += 1)
              expect(Exit.isFailure(yield* Effect.exit(custodian.sweep))).toBe(true);
            expect(entriesOf(place)).toEqual([]);
          }),
        );
        letGoFromOutside(fileOf(place), "epoch", "DELETE");
        yield* inCustodian(place, ({ sweep }) => Effect.andThen(sweep, sweep));
        expect(entriesOf(place)).toEqual([said(endMs, 2)]);
      }),
    );
  });

  it("takes the erasure with it when it cannot be made itself: a day never ends unsaid", () => {
    const place = makePlace();
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          yield* someVisits(custodian, place, 2);
          yield* TestClock.setTime(endMs);
          stuckFromOutside(fileOf(place), "log_hash", "INSERT");
          expect(Exit.isFailure(yield* Effect.exit(custodian.sweep))).toBe(true);
          expect(ask(place, "SELECT key FROM day")).toEqual([["18444"]]);
          letGoFromOutside(fileOf(place), "log_hash", "INSERT");
          yield* custodian.sweep;
          expect(ask(place, "SELECT key FROM day")).toEqual([]);
          expect(entriesOf(place)).toEqual([said(endMs, 2)]);
        }),
      ),
    );
  });
});
