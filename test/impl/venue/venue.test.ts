// The venue at its door: registered, it learns admitted or why not, and nothing else; without the custodian it goes on,
// and keeps a pass only until it is delivered.
import { readdirSync } from "node:fs";
import { join, parse } from "node:path";
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { encodePassText } from "../../../impl/protocol/pass.ts";
import { present } from "../protocol/hex.ts";
import { filesHolding } from "../store/freshfolder.ts";
import { passes } from "../custodian/gate.ts";
import { ask, hourMs, noonMs, type Place, visitsIn } from "../custodian/rooms.ts";
import { atDoor, venueFolder } from "./door.ts";
import { everyRowFromOutside } from "../store/partystore.ts";

const registration = { venue: 17, kind: "karaoke" };

const everythingAtVenue = (place: Place): unknown =>
  everyRowFromOutside(join(venueFolder(place), "venue.sqlite"));

const codeOf = (failure: { readonly _tag: string; readonly code: string }): string => failure.code;

const keysKept = (place: Place): readonly string[] =>
  readdirSync(join(venueFolder(place), "vault")).map((file) => parse(file).name);

describe("a registered venue", () => {
  it("admits a pass by its text or its bytes, and its visit stands at the custodian (S2, S11)", () =>
    atDoor(({ place, opened, atVenue }) =>
      Effect.gen(function* () {
        const [one, two] = yield* passes(place, opened, noonMs, 2);
        yield* atVenue((venue) =>
          Effect.gen(function* () {
            yield* venue.register(registration);
            expect(yield* venue.scan(encodePassText(present(one)))).toBe("checked");
            expect(yield* venue.scan(present(two))).toBe("checked");
            expect(yield* venue.waiting).toBe(0);
          }),
        );
        // A device never signs the same instant twice.
        expect(visitsIn(place).map((visit) => [visit.venue, visit.scannedAtMs, visit.late])).toEqual([
          [17, noonMs, false],
          [17, noonMs + 1, false],
        ]);
        expect(filesHolding(venueFolder(place), present(one).subarray(0, 58))).toEqual([]);
      }),
    ));

  it("learns the refusal by its code, and stores nothing (S11)", () =>
    atDoor(({ place, opened, atVenue }) =>
      Effect.gen(function* () {
        const [used, old] = yield* passes(place, opened, noonMs, 2);
        yield* atVenue((venue) =>
          Effect.gen(function* () {
            yield* venue.register(registration);
            yield* venue.scan(present(used));
            const before = everythingAtVenue(place);
            expect(codeOf(yield* Effect.flip(venue.scan(present(used))))).toBe("pass-replayed");
            expect(codeOf(yield* Effect.flip(venue.scan("no pass at all")))).toBe("pass-malformed");
            expect(codeOf(yield* Effect.flip(venue.scan(new Uint8Array(122))))).toBe("pass-malformed");
            yield* TestClock.setTime(noonMs + 17_000);
            expect(codeOf(yield* Effect.flip(venue.scan(present(old))))).toBe("pass-expired");
            expect(everythingAtVenue(place)).toEqual(before);
          }),
        );
      }),
    ));

  it("registers once, keeps its device across a restart, and cannot become another", () =>
    atDoor(({ place, line, atVenue }) =>
      Effect.gen(function* () {
        const key = yield* atVenue((venue) => Effect.as(venue.register(registration), venue.deviceKey));
        const before = everythingAtVenue(place);
        yield* atVenue((venue) =>
          Effect.gen(function* () {
            expect(venue.deviceKey).toEqual(key);
            expect(yield* venue.registered).toEqual(registration);
            yield* venue.register(registration);
            // The venue knows this by itself: nobody need be reached.
            line.cut = true;
            for (const other of [
              { venue: 18, kind: "karaoke" },
              { venue: 17, kind: "cafe" },
            ])
              expect(codeOf(yield* Effect.flip(venue.register(other)))).toBe("not-allowed");
          }),
        );
        expect(everythingAtVenue(place)).toEqual(before);
        expect(ask(place, "SELECT venue, kind FROM venue")).toEqual([[17, "karaoke"]]);
      }),
    ));
});

describe("a venue that is not registered", () => {
  it("cannot scan (S2)", () =>
    atDoor(({ place, opened, atVenue }) =>
      Effect.gen(function* () {
        const [pass] = yield* passes(place, opened, noonMs, 1);
        yield* atVenue((venue) =>
          Effect.gen(function* () {
            expect(codeOf(yield* Effect.flip(venue.scan(present(pass))))).toBe("venue-unregistered");
          }),
        );
        expect(ask(place, "SELECT count(*) FROM visit")).toEqual([[0]]);
      }),
    ));

  it("is not registered here when the custodian refused or could not be reached", () =>
    atDoor(({ line, custodian, atVenue }) =>
      atVenue((venue) =>
        Effect.gen(function* () {
          line.cut = true;
          expect(codeOf(yield* Effect.flip(venue.register(registration)))).toBe("store-unavailable");
          line.cut = false;
          yield* custodian.registerVenue({ ...registration, deviceKey: new Uint8Array(32).fill(7) });
          expect(codeOf(yield* Effect.flip(venue.register(registration)))).toBe("not-allowed");
          expect(yield* venue.registered).toBeUndefined();
        }),
      ),
    ));
});

describe("a venue without the custodian", () => {
  it("goes on, keeps the scans across a restart, delivers them as late, and then holds none", () =>
    atDoor(({ place, opened, line, atVenue }) =>
      Effect.gen(function* () {
        const [one, two] = yield* passes(place, opened, noonMs, 2);
        yield* atVenue((venue) =>
          Effect.gen(function* () {
            yield* venue.register(registration);
            line.cut = true;
            expect(yield* venue.scan(present(one))).toBe("unchecked");
            yield* TestClock.setTime(noonMs + 10_000);
            expect(yield* venue.scan(present(two))).toBe("unchecked");
            expect(codeOf(yield* Effect.flip(venue.scan(present(two))))).toBe("pass-replayed");
            expect(yield* venue.deliver).toEqual({ admitted: 0, refused: {}, over: 0, waiting: 2 });
          }),
        );
        // Sealed while it waits, under a key of the vault; the table's name shows that the search reads the files.
        expect(filesHolding(venueFolder(place), present(one))).toEqual([]);
        expect(filesHolding(venueFolder(place), "TABLE waiting")).not.toEqual([]);
        expect(keysKept(place)).toContain("waiting");
        yield* TestClock.setTime(noonMs + 5 * hourMs);
        line.cut = false;
        yield* atVenue((venue) =>
          Effect.gen(function* () {
            expect(yield* venue.waiting).toBe(2);
            // After a restart too, though not yet judged by anybody.
            expect(codeOf(yield* Effect.flip(venue.scan(present(one))))).toBe("pass-replayed");
            expect(yield* venue.deliver).toEqual({
              admitted: 2,
              refused: {},
              over: 0,
              waiting: 0,
            });
            expect(filesHolding(venueFolder(place), present(one))).toEqual([]);
            expect(filesHolding(venueFolder(place), present(two))).toEqual([]);
            expect(keysKept(place)).not.toContain("waiting");
            expect(yield* venue.deliver).toEqual({ admitted: 0, refused: {}, over: 0, waiting: 0 });
          }),
        );
        expect(visitsIn(place).map(({ scannedAtMs, late }) => [scannedAtMs, late])).toEqual([
          [noonMs, true],
          [noonMs + 10_000, true],
        ]);
      }),
    ));

  it("erases what can no longer be delivered, reached or not", () =>
    atDoor(({ place, opened, line, atVenue }) =>
      Effect.gen(function* () {
        const [pass] = yield* passes(place, opened, noonMs, 1);
        yield* atVenue((venue) =>
          Effect.gen(function* () {
            yield* venue.register(registration);
            line.cut = true;
            yield* venue.scan(present(pass));
            yield* TestClock.setTime(noonMs + 6 * hourMs - 1);
            expect(yield* venue.deliver).toMatchObject({ over: 0, waiting: 1 });
            yield* TestClock.setTime(noonMs + 6 * hourMs);
            expect(yield* venue.deliver).toMatchObject({ over: 1, waiting: 0 });
            expect(filesHolding(venueFolder(place), present(pass))).toEqual([]);
          }),
        );
      }),
    ));

  it("keeps what was too much for a minute for another turn", () =>
    atDoor(
      ({ place, opened, line, atVenue }) =>
        Effect.gen(function* () {
          const shown = yield* passes(place, opened, noonMs, 5);
          yield* atVenue((venue) =>
            Effect.gen(function* () {
              yield* venue.register(registration);
              line.cut = true;
              for (const pass of shown) yield* venue.scan(pass);
              line.cut = false;
              expect(yield* venue.deliver).toEqual({ admitted: 2, refused: {}, over: 0, waiting: 3 });
              yield* TestClock.setTime(noonMs + 60_000);
              expect(yield* venue.deliver).toEqual({ admitted: 2, refused: {}, over: 0, waiting: 1 });
              yield* TestClock.setTime(noonMs + 120_000);
              expect(yield* venue.deliver).toEqual({ admitted: 1, refused: {}, over: 0, waiting: 0 });
            }),
          );
        }),
      { scansPerMinute: 2 },
    ));
});
