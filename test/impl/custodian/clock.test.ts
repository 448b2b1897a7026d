// The custodian's own clock: what it has stored an instant of stays done, though the clock of the machine is set back, over a restart too;
// and an instant that somebody else claims is not believed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Context, Effect, Layer, type Scope } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { Custodian, custodianPortLayer, type CustodianService } from "../../../impl/custodian/custodian.ts";
import { CustodianPort } from "../../../impl/protocol/contracts.ts";
import { present } from "../protocol/hex.ts";
import { approved, caseOf, windowOf, requestOf } from "./cases.ts";
import { codesOf, deposit, openGate, passes, scanned, venue } from "./gate.ts";
import { makePlace } from "./place.ts";
import { atNoon, dayMs, fileOf, hourMs, inCustodian, noonMs, type Place } from "./rooms.ts";
import type { OpenedEpoch } from "./issuer.ts";
import { alterFromOutside } from "../store/partystore.ts";

const endMs = Date.UTC(2020, 5, 30, 15) + 28 * dayMs;
const laterMs = noonMs + 5_000;

interface Gate {
  readonly custodian: CustodianService;
  readonly place: Place;
  readonly opened: OpenedEpoch;
}

/** Does something later, sets the clock back, starts again, and is still there. */
const remembers = (
  name: string,
  atMs: number,
  act: (gate: Gate) => Effect.Effect<unknown, unknown, Scope.Scope>,
) =>
  it(name, () => {
    const place = makePlace();
    return atNoon(
      Effect.gen(function* () {
        yield* inCustodian(place, (custodian) =>
          Effect.gen(function* () {
            const opened = yield* openGate(custodian, place);
            yield* TestClock.setTime(atMs);
            yield* act({ custodian, place, opened });
            yield* TestClock.setTime(noonMs);
            expect(yield* custodian.now).toBe(atMs);
          }).pipe(Effect.scoped, Effect.orDie),
        );
        expect(yield* inCustodian(place, (custodian) => custodian.now)).toBe(atMs);
      }),
    );
  });

describe("an instant is remembered", () => {
  remembers("of a level", laterMs, ({ custodian }) => custodian.announceLevel("alert"));
  remembers("of a deposit", laterMs, ({ custodian, place }) => deposit(custodian, place, laterMs));
  remembers("of a visit", laterMs, ({ custodian, place, opened }) =>
    Effect.flatMap(passes(place, opened, noonMs, 1), ([pass]) =>
      custodian.record([scanned(present(pass), laterMs)]),
    ),
  );
  remembers("of the latest of a batch, whatever their order", laterMs, ({ custodian, place, opened }) =>
    Effect.flatMap(passes(place, opened, noonMs, 2), ([one, other]) =>
      custodian.record([scanned(present(one), laterMs), scanned(present(other), noonMs + 1)]),
    ),
  );
  remembers("of a release", laterMs, ({ custodian }) => {
    const text = caseOf([windowOf(venue)]);
    return custodian.release(requestOf(text, approved(text, undefined, laterMs)));
  });
  remembers("of the end of a day", endMs, ({ custodian }) => custodian.sweep);
});

describe("an instant that is claimed", () => {
  it("before one that was stored opens no day again", () => {
    const place = makePlace();
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          const opened = yield* Effect.promise(() => present(place.issuers[0]).open(noonMs));
          yield* TestClock.setTime(endMs);
          yield* custodian.announceLevel("serious");
          expect(codesOf(yield* custodian.deposit([opened.deposit], noonMs))).toEqual(["epoch-over"]);
        }),
      ),
    );
  });

  it("by an issuer is not asked: the custodian stamps a deposit itself", () => {
    const place = makePlace();
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          const layer = custodianPortLayer.pipe(Layer.provide(Layer.succeed(Custodian, custodian)));
          const port = Context.get(yield* Layer.build(layer), CustodianPort);
          const tomorrow = yield* Effect.promise(() => present(place.issuers[0]).open(noonMs + dayMs));
          const answers = yield* port.deposit([tomorrow.deposit], noonMs + dayMs);
          expect(codesOf(answers)).toEqual(["epoch-ahead"]);
        }).pipe(Effect.scoped),
      ),
    );
  });
});

describe("the key of a day", () => {
  const keyFile = (place: Place) => join(place.folder, "vault", "visits-20200701.key");

  it("has the end of its day written on it, so that the vault erases it by itself", () => {
    const place = makePlace();
    return atNoon(
      Effect.gen(function* () {
        yield* inCustodian(place, (custodian) => openGate(custodian, place));
        expect(readFileSync(keyFile(place)).readDoubleBE(1)).toBe(endMs);
        // As a start leaves it that was cut short: a key, and no day that could end.
        alterFromOutside(fileOf(place), "DELETE FROM day_event; DELETE FROM day");
        yield* TestClock.setTime(endMs + hourMs);
        yield* inCustodian(place, (custodian) => custodian.sweep);
        expect(() => readFileSync(keyFile(place))).toThrow("ENOENT");
      }),
    );
  });
});
