// A venue through an outage of its custodian, before the real one: nothing is lost and nothing doubled, whether the line was cut,
// an answer was lost, the venue restarted in the midst, or its clock stepped.
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { present } from "../protocol/hex.ts";
import { passes } from "../custodian/gate.ts";
import { ask, hourMs, noonMs, visitsIn, type Place } from "../custodian/rooms.ts";
import { atDoor } from "./door.ts";

const registration = { venue: 17, kind: "karaoke" };
/** When each was scanned, and whether it was delivered late. */
const visits = (place: Place) => visitsIn(place).map(({ scannedAtMs, late }) => [scannedAtMs, late ? 1 : 0]);

describe("a venue whose custodian was away", () => {
  it("catches up before it goes on, so that each waiting scan still comes from a silent device", () =>
    atDoor(({ place, opened, line, atVenue }) =>
      Effect.gen(function* () {
        const shown = (yield* passes(place, opened, noonMs, 4)).map(present);
        yield* atVenue((venue) =>
          Effect.gen(function* () {
            yield* venue.register(registration);
            expect(yield* venue.scan(present(shown[0]))).toBe("checked");
            line.cut = true;
            yield* TestClock.setTime(noonMs + 2_000);
            expect(yield* venue.scan(present(shown[1]))).toBe("unchecked");
          }),
        );
        yield* atVenue((venue) =>
          Effect.gen(function* () {
            yield* TestClock.setTime(noonMs + 4_000);
            expect(yield* venue.scan(present(shown[2]))).toBe("unchecked");
            line.cut = false;
            yield* TestClock.setTime(noonMs + 8_000);
            expect(yield* venue.scan(present(shown[3]))).toBe("checked");
            expect(yield* venue.waiting).toBe(0);
          }),
        );
        expect(visits(place)).toEqual([
          [noonMs, 0],
          [noonMs + 2_000, 1],
          [noonMs + 4_000, 1],
          [noonMs + 8_000, 0],
        ]);
      }),
    ));

  it("delivers again what was stored when only the answer was lost: admitted, once, and on time", () =>
    atDoor(({ place, opened, line, atVenue }) =>
      Effect.gen(function* () {
        const [pass] = (yield* passes(place, opened, noonMs, 1)).map(present);
        yield* atVenue((venue) =>
          Effect.gen(function* () {
            yield* venue.register(registration);
            line.answersLost = true;
            expect(yield* venue.scan(present(pass))).toBe("unchecked");
            // Delivered again and again, each time without an answer.
            expect(yield* venue.deliver).toMatchObject({ admitted: 0, waiting: 1 });
            expect(yield* venue.deliver).toMatchObject({ admitted: 0, waiting: 1 });
            line.answersLost = false;
            yield* TestClock.setTime(noonMs + hourMs);
            expect(yield* venue.deliver).toEqual({ admitted: 1, refused: {}, over: 0, waiting: 0 });
          }),
        );
        expect(visits(place)).toEqual([[noonMs, 0]]);
        expect(ask(place, "SELECT count(*) FROM dispute")).toEqual([[0]]);
      }),
    ));

  it("keeps what it scanned until the issuer has delivered its epoch too, and holds up nobody else for it", () =>
    atDoor(({ place, custodian, opened, line, atVenue }) =>
      Effect.gen(function* () {
        const issuer = present(place.issuers[0]);
        // Opened while the custodian was away, so its deposit still lies with the issuer.
        const later = yield* Effect.promise(() => issuer.open(noonMs));
        const [early] = (yield* passes(place, later, noonMs, 1)).map(present);
        const [known] = (yield* passes(place, opened, noonMs, 1)).map(present);
        yield* atVenue((venue) =>
          Effect.gen(function* () {
            yield* venue.register(registration);
            line.cut = true;
            expect(yield* venue.scan(present(early))).toBe("unchecked");
            yield* TestClock.setTime(noonMs + 1_000);
            expect(yield* venue.scan(present(known))).toBe("unchecked");
            line.cut = false;
            yield* TestClock.setTime(noonMs + hourMs);
            expect(yield* venue.deliver).toEqual({ admitted: 1, refused: {}, over: 0, waiting: 1 });
            expect(yield* custodian.deposit([later.deposit], noonMs + hourMs)).toEqual(Int32Array.of(0));
            expect(yield* venue.deliver).toEqual({ admitted: 1, refused: {}, over: 0, waiting: 0 });
          }),
        );
        expect(visits(place)).toEqual([
          [noonMs, 1],
          [noonMs + 1_000, 1],
        ]);
      }),
    ));

  it("keeps made-up passes for ten minutes after the outage and no longer, however many more are shown", () =>
    atDoor(({ place, line, atVenue }) =>
      Effect.gen(function* () {
        const issuer = present(place.issuers[0]);
        const never = yield* Effect.promise(() => issuer.open(noonMs));
        const [one, two, three] = (yield* passes(place, never, noonMs, 3)).map(present);
        const minuteMs = 60_000;
        yield* atVenue((venue) =>
          Effect.gen(function* () {
            yield* venue.register(registration);
            line.cut = true;
            expect(yield* venue.scan(present(one))).toBe("unchecked");
            line.cut = false;
            yield* TestClock.setTime(noonMs + hourMs);
            expect(yield* venue.deliver).toMatchObject({ refused: {}, waiting: 1 });
            yield* TestClock.setTime(noonMs + hourMs + 9 * minuteMs);
            expect(yield* venue.scan(present(two))).toBe("unchecked");
            yield* TestClock.setTime(noonMs + hourMs + 10 * minuteMs - 1);
            expect(yield* venue.deliver).toMatchObject({ refused: {}, waiting: 2 });
            yield* TestClock.setTime(noonMs + hourMs + 10 * minuteMs);
            expect(yield* venue.deliver).toEqual({
              admitted: 0,
              refused: { "epoch-unknown": 2 },
              over: 0,
              waiting: 0,
            });
            // With the custodian there, nothing made-up is let in at all.
            expect(yield* Effect.flip(venue.scan(present(three)))).toMatchObject({ code: "epoch-unknown" });
          }),
        );
        expect(visits(place)).toEqual([]);
      }),
    ));

  it("loses nothing when its clock steps back a little during the outage", () =>
    atDoor(({ place, opened, line, atVenue }) =>
      Effect.gen(function* () {
        const shown = (yield* passes(place, opened, noonMs, 3)).map(present);
        yield* atVenue((venue) =>
          Effect.gen(function* () {
            yield* venue.register(registration);
            yield* TestClock.setTime(noonMs + 1_500);
            expect(yield* venue.scan(present(shown[0]))).toBe("checked");
            line.cut = true;
            // A second and a half back: without care these would lie before a scan that was admitted on time.
            yield* TestClock.setTime(noonMs);
            expect(yield* venue.scan(present(shown[1]))).toBe("unchecked");
            expect(yield* venue.scan(present(shown[2]))).toBe("unchecked");
            line.cut = false;
            yield* TestClock.setTime(noonMs + hourMs);
            expect(yield* venue.deliver).toEqual({ admitted: 2, refused: {}, over: 0, waiting: 0 });
          }),
        );
        expect(visits(place)).toEqual([
          [noonMs + 1_500, 0],
          [noonMs + 1_501, 1],
          [noonMs + 1_502, 1],
        ]);
      }),
    ));

  it("is told so when its clock had leapt an hour ahead, and goes on once the clock is right again", () =>
    atDoor(({ place, opened, atVenue, custodian }) =>
      Effect.gen(function* () {
        const shown = (yield* passes(place, opened, noonMs, 2)).map(present);
        yield* atVenue((venue) =>
          Effect.gen(function* () {
            yield* venue.register(registration);
            // Both read one clock in this test, so the custodian's is set by what it has stored: noon.
            yield* TestClock.setTime(noonMs + hourMs);
            expect((yield* Effect.flip(venue.scan(present(shown[0])))).code).toBe("pass-expired");
            yield* TestClock.setTime(noonMs + 1_000);
            expect(yield* venue.scan(present(shown[1]))).toBe("checked");
          }),
        );
        expect(yield* custodian.counts).toMatchObject({ recorded: 1 });
      }),
    ));
});
