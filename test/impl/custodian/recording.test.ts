// Scans become visits: each once, by day, sealed; answered after they are on disk, and still there after a restart.
import { Context, Effect, Layer } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { makePlace } from "./place.ts";
import { ask, atNoon, dayMs, hourMs, inCustodian, noonMs, fileOf, visitsIn } from "./rooms.ts";
import { Custodian, custodianPortLayer, type CustodianService } from "../../../impl/custodian/custodian.ts";
import { CustodianPort } from "../../../impl/protocol/contracts.ts";
import { codesOf, openGate, passes, scanned, venue } from "./gate.ts";
import { filesHolding } from "../store/freshfolder.ts";
import { columnsFromOutside } from "../store/partystore.ts";
import { toHex } from "../protocol/hex.ts";

const portOf = (custodian: CustodianService) =>
  custodianPortLayer.pipe(Layer.provide(Layer.succeed(Custodian, custodian)));

describe("recording", () => {
  it("stores the visits of a batch, and a second copy of a pass in it is a replay (F4)", () => {
    const place = makePlace();
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          const epoch = yield* openGate(custodian, place);
          const [first, second] = yield* passes(place, epoch, noonMs, 2);
          if (first === undefined || second === undefined) return yield* Effect.die("no passes");
          const answers = yield* custodian.record([
            scanned(first, noonMs + 5_000),
            scanned(first, noonMs + 5_000),
            scanned(second, noonMs + 6_000),
          ]);
          expect(codesOf(answers)).toEqual(["", "pass-replayed", ""]);
          const erase = Date.UTC(2020, 6, 28, 15);
          expect(ask(place, 'SELECT day, state, "eraseAt", late, length(payload) FROM visit')).toEqual([
            ["20200701", "recorded", erase, 0, 212],
            ["20200701", "recorded", erase, 0, 212],
          ]);
          const stored = visitsIn(place).map((visit) => [
            visit.date,
            visit.venue,
            visit.scannedAtMs,
            visit.pass,
          ]);
          expect(stored).toEqual([
            ["20200701", venue, noonMs + 5_000, toHex(first)],
            ["20200701", venue, noonMs + 6_000, toHex(second)],
          ]);
          expect(filesHolding(place.folder, first.subarray(26, 58))).toEqual([]);
          expect(filesHolding(place.folder, second.subarray(58))).toEqual([]);
          const counts = yield* custodian.counts;
          expect(counts.days).toEqual([{ day: 18_444, date: "20200701", recorded: 2, live: 2, erased: 0 }]);
        }),
      ),
    );
  });

  it("after a restart a replay is still refused, and positions go on", () => {
    const place = makePlace();
    return atNoon(
      Effect.gen(function* () {
        const { epoch, used, fresh } = yield* inCustodian(place, (custodian) =>
          Effect.gen(function* () {
            const epoch = yield* openGate(custodian, place);
            const [used, fresh] = yield* passes(place, epoch, noonMs, 2);
            if (used === undefined || fresh === undefined) return yield* Effect.die("no passes");
            expect(codesOf(yield* custodian.record([scanned(used, noonMs)]))).toEqual([""]);
            return { epoch, used, fresh };
          }),
        );
        const before = ask(place, "SELECT position FROM visit");
        yield* inCustodian(place, (custodian) =>
          Effect.gen(function* () {
            const answers = yield* custodian.record([scanned(used, noonMs + 1), scanned(fresh, noonMs + 1)]);
            expect(codesOf(answers)).toEqual(["pass-replayed", ""]);
            const found = yield* custodian.lookup(venue, noonMs, noonMs + 2);
            expect(found.map(({ positions, scannedAtMs }) => [positions.length, scannedAtMs])).toEqual([
              [2, [noonMs, noonMs + 1]],
            ]);
            // Opened from the day's layer: the passes as they were.
            const payloads = Buffer.from(found[0]?.payloads ?? []);
            expect(payloads.includes(Buffer.from(used))).toBe(true);
            expect(payloads.includes(Buffer.from(fresh))).toBe(true);
          }),
        );
        const after = ask(place, "SELECT position FROM visit");
        expect(after.length).toBe(2);
        // At a distance that nobody can foretell, so that no unfinished write of before shares a keystream.
        expect(Number(after[1]?.[0])).toBeGreaterThan(Number(before[0]?.[0]) + 1_000);
        expect(epoch.epoch.left).toBeGreaterThan(0);
      }),
    );
  });

  it("takes late deliveries as of the instant they were signed, and marks them", () => {
    const place = makePlace();
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          const epoch = yield* openGate(custodian, place);
          const [pass, other] = yield* passes(place, epoch, noonMs, 2);
          if (pass === undefined || other === undefined) return yield* Effect.die("no passes");
          const receivedAtMs = noonMs + 14_999 + 6 * hourMs;
          yield* TestClock.setTime(receivedAtMs);
          const answers = yield* custodian.record([
            scanned(pass, noonMs + 15_000, { receivedAtMs, late: true }),
            scanned(other, noonMs + 14_999, { receivedAtMs, late: true }),
          ]);
          expect(codesOf(answers)).toEqual(["", "delivery-too-late"]);
          expect(ask(place, "SELECT late FROM visit")).toEqual([[1]]);
        }),
      ),
    );
  });

  it("gathers single scans and answers each after its batch is on disk", () => {
    const place = makePlace();
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          const epoch = yield* openGate(custodian, place);
          const shown = yield* passes(place, epoch, noonMs, 40);
          const answers = yield* Effect.forEach(
            [...shown, ...shown],
            (pass) => custodian.recordOne(scanned(pass, noonMs)),
            { concurrency: "unbounded" },
          );
          expect(answers.filter((answer) => answer === 0)).toHaveLength(40);
          expect(codesOf(Int32Array.from(answers)).filter((code) => code === "pass-replayed")).toHaveLength(
            40,
          );
          expect(ask(place, "SELECT count(*), count(DISTINCT position) FROM visit")).toEqual([[40, 40]]);
        }),
      ),
    );
  });

  it("two batches at once admit a pass once", () => {
    const place = makePlace();
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          const epoch = yield* openGate(custodian, place);
          const shown = yield* passes(place, epoch, noonMs, 20);
          const batch = shown.map((pass) => scanned(pass, noonMs));
          const answers = yield* Effect.forEach(Array.from({ length: 5 }), () => custodian.record(batch), {
            concurrency: "unbounded",
          });
          const yes = answers.flatMap((each) => [...each]).filter((answer) => answer === 0);
          expect(yes).toHaveLength(20);
          expect(ask(place, "SELECT count(*) FROM visit")).toEqual([[20]]);
        }),
      ),
    );
  });

  it("a clock that steps back revives nothing: the custodian stamps what comes in by its own, later instant", () => {
    const place = makePlace();
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          const epoch = yield* openGate(custodian, place);
          const [late] = yield* passes(place, epoch, noonMs + 30_000, 1);
          const [early] = yield* passes(place, epoch, noonMs, 1);
          if (early === undefined || late === undefined) return yield* Effect.die("no passes");
          expect(codesOf(yield* custodian.record([scanned(late, noonMs + 30_000)]))).toEqual([""]);
          expect(yield* custodian.now).toBe(noonMs + 30_000);
          const port = Context.get(yield* Layer.build(portOf(custodian)), CustodianPort);
          // By the sender's stamp, and by the clock on the wall, this one would still be in time.
          expect(codesOf(yield* port.record([scanned(early, noonMs + 1_000)]))).toEqual(["pass-expired"]);
          yield* TestClock.setTime(noonMs + dayMs);
          expect(yield* custodian.now).toBe(noonMs + dayMs);
        }).pipe(Effect.scoped),
      ),
    );
  });
});

describe("what the file says", () => {
  it("has no column or table in which a person could be named", () => {
    const place = makePlace();
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          yield* openGate(custodian, place);
          const names = columnsFromOutside(fileOf(place));
          expect(names).toContain("visit.payload");
          expect(names.filter((name) => /phone|account|alias|person|name$|number/.test(name))).toEqual([]);
          expect(fileOf(place)).toContain("custodian");
        }),
      ),
    );
  });
});
