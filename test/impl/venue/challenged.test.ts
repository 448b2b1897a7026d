// A door that shows challenges, before the real custodian: a pass made for one is taken once and there only; a door that requires
// them takes no other pass; and what waited while the custodian was away still answers its challenge when it is delivered.
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { drawChallenge } from "../../../impl/protocol/challenge.ts";
import { decodeChallengeText } from "../../../impl/protocol/challengetext.ts";
import { present } from "../protocol/hex.ts";
import { boundPass, passes } from "../custodian/gate.ts";
import { ask, hourMs, noonMs } from "../custodian/rooms.ts";
import { atDoor } from "./door.ts";

const registration = { venue: 17, kind: "karaoke" };
const codeOf = (failure: { readonly code: string }): string => failure.code;

describe("a door that offers challenges", () => {
  it("shows nothing before the venue is registered", () =>
    atDoor(({ atVenue }) =>
      atVenue((venue) =>
        Effect.gen(function* () {
          expect(codeOf(yield* Effect.flip(venue.challenge))).toBe("venue-unregistered");
        }),
      ),
    ));

  it("takes a pass made for one, once, and passes made for none", () =>
    atDoor(({ place, opened, atVenue }) =>
      atVenue((venue) =>
        Effect.gen(function* () {
          yield* venue.register(registration);
          const shown = yield* venue.challenge;
          expect(shown).toMatchObject({ venue: 17, validUntilMs: noonMs + 17_000 });
          expect(decodeChallengeText(shown.text)).toEqual({
            ok: true,
            value: { venue: 17, challenge: shown.challenge },
          });
          const pass = yield* boundPass(place, opened, noonMs, shown);
          expect(yield* venue.scan(pass)).toBe("checked");
          const second = yield* boundPass(place, opened, noonMs, shown);
          expect(codeOf(yield* Effect.flip(venue.scan(second)))).toBe("challenge-mismatch");
          const [plain] = yield* passes(place, opened, noonMs, 1);
          expect(yield* venue.scan(present(plain))).toBe("checked");
          expect(ask(place, "SELECT count(*) FROM visit")).toEqual([[2]]);
        }),
      ),
    ));

  it("refuses at once a pass made for another door, for a guess, or for a challenge that is over", () =>
    atDoor(({ place, opened, atVenue }) =>
      atVenue((venue) =>
        Effect.gen(function* () {
          yield* venue.register(registration);
          const shown = yield* venue.challenge;
          const elsewhere = yield* boundPass(place, opened, noonMs, { ...shown, venue: 18 });
          const guessed = yield* boundPass(place, opened, noonMs, { venue: 17, challenge: drawChallenge() });
          expect(codeOf(yield* Effect.flip(venue.scan(elsewhere)))).toBe("challenge-mismatch");
          expect(codeOf(yield* Effect.flip(venue.scan(guessed)))).toBe("challenge-mismatch");
          yield* TestClock.setTime(noonMs + 17_000);
          const late = yield* boundPass(place, opened, noonMs + 17_000, shown);
          expect(codeOf(yield* Effect.flip(venue.scan(late)))).toBe("challenge-mismatch");
          expect(ask(place, "SELECT count(*) FROM visit")).toEqual([[0]]);
        }),
      ),
    ));

  it("has the scan answer its challenge when it is delivered hours later, after a restart", () =>
    atDoor(({ place, opened, line, atVenue }) =>
      Effect.gen(function* () {
        yield* atVenue((venue) =>
          Effect.gen(function* () {
            yield* venue.register(registration);
            line.cut = true;
            const shown = yield* venue.challenge;
            const pass = yield* boundPass(place, opened, noonMs, shown);
            expect(yield* venue.scan(pass)).toBe("unchecked");
          }),
        );
        line.cut = false;
        yield* TestClock.setTime(noonMs + 5 * hourMs);
        yield* atVenue((venue) =>
          Effect.gen(function* () {
            expect(yield* venue.deliver).toEqual({ admitted: 1, refused: {}, over: 0, waiting: 0 });
          }),
        );
      }),
    ));
});

describe("a door that requires challenges", () => {
  it("takes no pass without one of its own, a screenshot from elsewhere included", () =>
    atDoor(({ place, opened, atVenue }) =>
      atVenue(
        (venue) =>
          Effect.gen(function* () {
            yield* venue.register(registration);
            const [plain] = yield* passes(place, opened, noonMs, 1);
            expect(codeOf(yield* Effect.flip(venue.scan(present(plain))))).toBe("challenge-mismatch");
            const pass = yield* boundPass(place, opened, noonMs, yield* venue.challenge);
            expect(yield* venue.scan(pass)).toBe("checked");
            expect(ask(place, "SELECT count(*) FROM visit")).toEqual([[1]]);
          }),
        { challenge: "required" },
      ),
    ));
});
