// Scans that the page at the door held while it could not reach the venue's machine, before the real custodian: each judged at its
// own instant, none doubled, and none stored that lies before a scan which was admitted on time.
import { Effect, Fiber } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { encodePassText } from "../../../impl/protocol/pass.ts";
import { boundPass, passes } from "../custodian/gate.ts";
import { hourMs, noonMs, visitsIn } from "../custodian/rooms.ts";
import { present } from "../protocol/hex.ts";
import { atDoor, type Door } from "./door.ts";

const registration = { venue: 17, kind: "karaoke" };
const visits = ({ place }: Door) =>
  visitsIn(place).map(({ scannedAtMs, late }) => [scannedAtMs, late ? 1 : 0]);
const texts = ({ place, opened }: Door, count: number) =>
  Effect.map(passes(place, opened, noonMs, count), (made) => made.map((bytes) => encodePassText(bytes)));

/** The clock goes on as far as is needed, and the disk gets its turns. */
const whileTimeGoesOn = Effect.fnUntraced(function* <A, E>(fiber: Fiber.Fiber<A, E>) {
  while (fiber.pollUnsafe() === undefined) {
    yield* Effect.promise(() => new Promise((done) => setImmediate(done)));
    yield* TestClock.adjust(100);
  }
  return yield* Fiber.join(fiber);
});

describe("scans that a page held", () => {
  it("are stored as of the instants at which they were scanned, and before anything new", () =>
    atDoor((door) =>
      Effect.gen(function* () {
        const [first, second, fresh] = (yield* texts(door, 3)).map(present);
        yield* door.atVenue((venue) =>
          Effect.gen(function* () {
            yield* venue.register(registration);
            yield* TestClock.setTime(noonMs + 10_000);
            const held = [
              { id: "a", text: present(first), heldForMs: 8_000 },
              { id: "b", text: present(second), heldForMs: 4_000 },
            ];
            expect(yield* venue.takeHeld(held)).toEqual([]);
            expect(yield* venue.waiting).toBe(2);
            expect(yield* venue.scan(present(fresh))).toBe("checked");
            expect(venue.delivered()).toEqual({ recorded: 2, refused: {}, over: 0 });
          }),
        );
        expect(visits(door)).toEqual([
          [noonMs + 2_000, 1],
          [noonMs + 6_000, 1],
          [noonMs + 10_000, 0],
        ]);
      }),
    ));

  it("are taken once, whether they come again or were scanned already and only the answer was lost", () =>
    atDoor((door) =>
      Effect.gen(function* () {
        const [one, other] = (yield* texts(door, 2)).map(present);
        yield* door.atVenue((venue) =>
          Effect.gen(function* () {
            yield* venue.register(registration);
            expect(yield* venue.scan(present(one), "a")).toBe("checked");
            yield* TestClock.setTime(noonMs + 5_000);
            const again = { id: "a", text: present(one), heldForMs: 5_000 };
            const held = { id: "b", text: present(other), heldForMs: 1_000 };
            expect(yield* venue.takeHeld([again, held])).toEqual([]);
            expect(yield* venue.takeHeld([again, { ...held, heldForMs: 2_000 }])).toEqual([]);
            expect(yield* venue.deliver).toMatchObject({ admitted: 1, refused: {}, waiting: 0 });
          }),
        );
        expect(visits(door)).toEqual([
          [noonMs, 0],
          [noonMs + 4_000, 1],
        ]);
      }),
    ));

  it("are not taken beside the same scan that is still under way before a custodian that does not answer", () =>
    atDoor((door) =>
      Effect.gen(function* () {
        const [one, other] = (yield* texts(door, 2)).map(present);
        yield* door.atVenue((venue) =>
          Effect.gen(function* () {
            yield* venue.register(registration);
            door.line.isSilent = true;
            const scanned = yield* Effect.forkScoped(venue.scan(present(one), "a"));
            // Whoever asked is gone before the answer.
            const left = yield* Effect.forkScoped(venue.scan(present(other), "b"));
            yield* TestClock.adjust(1_000);
            yield* Fiber.interrupt(left);
            const taking = yield* Effect.forkScoped(
              venue.takeHeld([
                { id: "a", text: present(one), heldForMs: 1_000 },
                { id: "b", text: present(other), heldForMs: 1_000 },
              ]),
            );
            expect(yield* whileTimeGoesOn(taking)).toEqual([]);
            expect(yield* whileTimeGoesOn(scanned)).toBe("unchecked");
            door.line.isSilent = false;
            const delivery = yield* whileTimeGoesOn(yield* Effect.forkScoped(venue.deliver));
            expect(delivery).toMatchObject({ admitted: 2, refused: {}, waiting: 0 });
          }).pipe(Effect.scoped),
        );
      }),
    ));

  it("are not stored when the device was not silent since, and the door is told", () =>
    atDoor((door) =>
      Effect.gen(function* () {
        const [held, onTime] = (yield* texts(door, 2)).map(present);
        yield* door.atVenue((venue) =>
          Effect.gen(function* () {
            yield* venue.register(registration);
            yield* TestClock.setTime(noonMs + 5_000);
            expect(yield* venue.scan(present(onTime))).toBe("checked");
            yield* TestClock.setTime(noonMs + 9_000);
            yield* venue.takeHeld([{ id: "a", text: present(held), heldForMs: 6_000 }]);
            expect(yield* venue.deliver).toMatchObject({ refused: { "venue-not-silent": 1 }, waiting: 0 });
            expect(venue.delivered()).toEqual({ recorded: 0, refused: { "venue-not-silent": 1 }, over: 0 });
          }),
        );
        expect(visits(door)).toEqual([[noonMs + 5_000, 0]]);
      }),
    ));

  it("are refused one by one when they are no pass or made for a challenge that is over, and erased when they come too late", () =>
    atDoor((door) =>
      Effect.gen(function* () {
        const [late] = (yield* texts(door, 1)).map(present);
        yield* door.atVenue((venue) =>
          Effect.gen(function* () {
            yield* venue.register(registration);
            const bound = yield* boundPass(door.place, door.opened, noonMs, yield* venue.challenge);
            yield* TestClock.setTime(noonMs + 7 * hourMs);
            const held = [
              { id: "a", text: "no pass", heldForMs: 1_000 },
              { id: "b", text: encodePassText(bound), heldForMs: 1_000 },
              { id: "c", text: present(late), heldForMs: 7 * hourMs - 5_000 },
            ];
            expect(yield* venue.takeHeld(held)).toEqual([
              { id: "a", code: "pass-malformed" },
              { id: "b", code: "challenge-mismatch" },
            ]);
            expect(yield* venue.deliver).toMatchObject({ admitted: 0, over: 1, waiting: 0 });
            expect(venue.delivered()).toEqual({ recorded: 0, refused: {}, over: 1 });
          }),
        );
        expect(visits(door)).toEqual([]);
      }),
    ));
});
