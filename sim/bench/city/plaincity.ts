// The city of the simulator's rows: the default scenario without what the peers do not model.
// Nobody withdraws, misuses or falls ill; everybody has a phone, every venue keeps the log and none is ever full.
// What people intend and how they slip at the door is the default city's own.
import { Effect, Result } from "effect";
import type { Policy } from "../../../models/policy.ts";
import { policyOf } from "../../policychoice.ts";
import { readScenario, type Scenario } from "../../scenario.ts";
import { findScenario } from "../../scenarios.ts";
import { makeWorld, type World } from "../../world/world.ts";

const roomForAll = 1_000_000;

const plain = (scenario: Scenario): Scenario => ({
  ...scenario,
  people: {
    ...scenario.people,
    ages: scenario.people.ages.map((age) => ({ ...age, withoutPhone: 0, oldPhone: 0 })),
  },
  venues: {
    ...scenario.venues,
    kinds: scenario.venues.kinds.map((kind) => ({ ...kind, capacity: roomForAll, byChoice: 1 })),
  },
  behaviour: {
    ...scenario.behaviour,
    withdrawsAWeek: 0,
    relaysADay: 0,
    forgedADay: 0,
    consentSkippedADay: 0,
    verificationSkippedADay: 0,
    hammeringADay: 0,
  },
  outbreak: { ...scenario.outbreak, indexPersons: 0 },
});

export interface CitySize {
  readonly people: number;
  readonly days: number;
}

export interface PlainCity {
  readonly world: World;
  readonly policy: Policy;
}

/** The plain city at a size; a fault of the benchmark itself where its scenario cannot be made. */
export const plainCity = Effect.fnUntraced(function* ({ people, days }: CitySize) {
  const { text } = yield* findScenario("default");
  const made = Result.flatMap(readScenario(text), (scenario) =>
    Result.flatMap(policyOf(scenario), (policy) =>
      Result.map(makeWorld(plain(scenario), { people, days }), (world): PlainCity => ({ world, policy })),
    ),
  );
  return yield* Effect.orDie(Effect.fromResult(made));
});
