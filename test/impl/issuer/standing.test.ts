// Where the issuer says that a person stands, step by step, by literal durations: what a page is drawn by after a reload.
// Each is as long as the rules of C1, C2, C12 and F11 say, counted from the answer, and null where there is nothing to wait for.
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { Issuer } from "../../../impl/issuer/issuer.ts";
import {
  agreesOn,
  allowed,
  asksCode,
  asksGuardian,
  guardianTypes,
  openDevice,
  readsSms,
  types,
  type Device,
} from "./devices.ts";
import { wrongOf } from "./people.ts";
import { day, minute, newPremises, noonMs, running, type Inside } from "./premises.ts";

const inside = <A, E>(program: Effect.Effect<A, E, Inside>) =>
  running(newPremises(), noonMs, Effect.andThen(allowed, program));

const standing = (device: Device) =>
  Effect.flatMap(Issuer, ({ people }) => Effect.map(people.account(device), (account) => account.standing));

const noCode = {
  codeEndsInMs: null,
  triesLeft: 5,
  sendsLeft: 3,
  sendsCountAnewInMs: null,
  lockEndsInMs: null,
};

describe("where a person stands", () => {
  it("is nowhere at first, then at each step of a check-in", () =>
    inside(
      Effect.gen(function* () {
        const device = yield* openDevice("010-1234-5678");
        expect(yield* standing(device)).toEqual({
          consent: "absent",
          consentEndsInMs: null,
          verification: "none",
          verificationEndsInMs: null,
          own: noCode,
          guardian: { ...noCode, confirmedForMs: null },
        });
        yield* agreesOn(device);
        yield* asksCode(device);
        yield* TestClock.adjust(minute);
        yield* types(device, wrongOf(yield* readsSms(device.phone)));
        expect(yield* standing(device)).toMatchObject({
          consent: "given",
          consentEndsInMs: 9 * minute,
          own: {
            codeEndsInMs: 2 * minute,
            triesLeft: 4,
            sendsLeft: 2,
            sendsCountAnewInMs: 9 * minute,
            lockEndsInMs: null,
          },
        });
        yield* asksCode(device);
        yield* types(device, yield* readsSms(device.phone));
        expect(yield* standing(device)).toMatchObject({
          verification: "live",
          verificationEndsInMs: 30 * day,
          own: noCode,
        });
        yield* TestClock.adjust(9 * minute);
        expect(yield* standing(device)).toMatchObject({ consent: "absent", consentEndsInMs: null });
      }),
    ));

  it("is behind a lock for half an hour after five wrong codes, and free at its end", () =>
    inside(
      Effect.gen(function* () {
        const device = yield* openDevice("010-1234-5678");
        yield* agreesOn(device);
        yield* asksCode(device);
        const wrong = wrongOf(yield* readsSms(device.phone));
        for (let tries = 0; tries < 5; tries += 1) yield* types(device, wrong);
        expect(yield* standing(device)).toMatchObject({ own: { ...noCode, lockEndsInMs: 30 * minute } });
        yield* TestClock.adjust(30 * minute - 1);
        expect(yield* standing(device)).toMatchObject({ own: { lockEndsInMs: 1 } });
        yield* TestClock.adjust(1);
        expect(yield* standing(device)).toMatchObject({ own: noCode });
      }),
    ));

  it("is with the guardian, for whom the same counts", () =>
    inside(
      Effect.gen(function* () {
        const device = yield* openDevice("010-3333-1414");
        yield* asksGuardian(device, "010-7777-8888");
        expect(yield* standing(device)).toMatchObject({
          own: noCode,
          guardian: { codeEndsInMs: 3 * minute, sendsLeft: 2, sendsCountAnewInMs: 10 * minute },
        });
        yield* guardianTypes(device, yield* readsSms("+821077778888"));
        expect(yield* standing(device)).toMatchObject({
          guardian: { codeEndsInMs: null, confirmedForMs: 10 * minute },
        });
        yield* TestClock.adjust(10 * minute);
        expect(yield* standing(device)).toMatchObject({ guardian: { confirmedForMs: null } });
      }),
    ));
});
