// The issuer's own clock: what it has stored an instant of stays done, though the clock of the machine is set back, over a restart too.
// A code that was drawn in a batch that failed was never sent, and the one before it still counts.
import { Effect, Exit } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { presets } from "../../../models/policy.ts";
import { Issuer } from "../../../impl/issuer/issuer.ts";
import { startOfSeoulDayMs, seoulDay } from "../../../impl/protocol/seoulday.ts";
import { join, released, visited } from "./case.ts";
import { releaseOf } from "./officers.ts";
import { agree, agreeAndVerify, ann, readCode, reply, sendCode, typeCode } from "./people.ts";
import { day, newPremises, noonMs, running, type Inside, type Premises } from "./premises.ts";
import { alterFromOutside } from "../store/partystore.ts";

const policy = presets["2020-10"];
const laterMs = noonMs + 2 * day;

/** Does something later, sets the clock back, starts again, and is still there. */
const remembers = (
  name: string,
  before: Effect.Effect<unknown, unknown, Inside>,
  act: (premises: Premises) => Effect.Effect<unknown, unknown, Inside>,
) =>
  it(name, async () => {
    const premises = newPremises();
    const now = Effect.flatMap(Issuer, (issuer) => issuer.now);
    await running(
      premises,
      noonMs,
      Effect.gen(function* () {
        yield* before;
        yield* TestClock.setTime(laterMs);
        yield* act(premises);
        yield* TestClock.setTime(noonMs);
        expect(yield* now).toBe(laterMs);
      }).pipe(Effect.orDie),
      { policy },
    );
    expect(await running(premises, noonMs, now, { policy })).toBe(laterMs);
  });

const announced = Effect.flatMap(Issuer, ({ announceLevel }) => announceLevel("serious"));

describe("an instant is remembered", () => {
  remembers("of a level", Effect.void, () => announced);
  remembers("of a request", announced, () => agree(ann));
  remembers("of a sweep that ended something", Effect.andThen(announced, agreeAndVerify(ann)), () =>
    Effect.gen(function* () {
      yield* sendCode(ann);
      const { sweep } = yield* Issuer;
      yield* sweep;
    }),
  );
  remembers("of an answer", Effect.void, (premises) =>
    Effect.gen(function* () {
      yield* TestClock.setTime(noonMs);
      const records = yield* visited;
      yield* TestClock.setTime(laterMs);
      const { answer } = yield* Issuer;
      yield* answer(yield* join(premises, released(premises, records), records));
    }),
  );
});

it("of a case over two days the second is still answered when the first has ended", async () => {
  const premises = newPremises();
  await running(
    premises,
    noonMs,
    Effect.gen(function* () {
      const records = yield* visited;
      const endMs = startOfSeoulDayMs(seoulDay(noonMs) + 28);
      yield* TestClock.setTime(endMs);
      const release = releaseOf(premises, endMs, records);
      const { answer } = yield* Issuer;
      expect(yield* answer(yield* join(premises, release, records))).toMatchObject({ people: 1 });
    }),
    { policy },
  );
});

it("a code of a batch that failed is void, and the one that was sent before it still counts", async () => {
  const premises = newPremises();
  const alter = (text: string): void => alterFromOutside(premises.file, text);
  await running(
    premises,
    noonMs,
    Effect.gen(function* () {
      yield* announced;
      yield* agree(ann);
      yield* sendCode(ann);
      const code = yield* readCode(ann);
      alter(
        "CREATE TRIGGER stuck BEFORE INSERT ON verification_event BEGIN SELECT raise(ABORT, 'stuck'); END",
      );
      expect(Exit.isFailure(yield* Effect.exit(reply({ kind: "sendCode", phone: ann })))).toBe(true);
      alter("DROP TRIGGER stuck");
      expect(yield* typeCode(ann, code)).toBe("phone.verified");
    }),
    { policy },
  );
});
