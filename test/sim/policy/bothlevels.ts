// One scenario run at the policy level and at the service level, with every decision about a person written down at both.
// The service level is the real one: parties, signatures, stores; only its measured phase is left out, which is no part of the city.
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect, Result } from "effect";
import { refusalCodes, toldNames } from "../../../impl/generated/law.ts";
import { PolicyInForce } from "../../../impl/lifecycle/desk.ts";
import { decisions, type HearsDecision } from "../../../sim/decisions.ts";
import { policyOf } from "../../../sim/policychoice.ts";
import { runPolicy } from "../../../sim/policy/run.ts";
import { readScenario, type Scenario } from "../../../sim/scenario.ts";
import { findScenario } from "../../../sim/scenarios.ts";
import { prepareRun } from "../../../sim/service/run.ts";
import { makeVirtualClock } from "../../../sim/virtualclock.ts";
import type { Overrides } from "../../../sim/world/size.ts";
import { makeWorld, type World } from "../../../sim/world/world.ts";
import { makeScratch } from "../scratch.ts";

/** A scenario that comes with the program, without its measured phase. */
export const shippedScenario = async (name: string): Promise<Scenario> => {
  const { text, shipped } = await Effect.runPromise(
    findScenario(name).pipe(Effect.provide(NodeServices.layer)),
  );
  const scenario = Result.getOrThrow(readScenario(text, shipped));
  return { ...scenario, measured: { ...scenario.measured, lookups: 0, reidentifications: 0 } };
};

/** Writes down what it hears, in words. */
export const writing = ({
  startsAtMs,
}: World): { readonly lines: string[]; readonly hears: HearsDecision } => {
  const lines: string[] = [];
  return {
    lines,
    hears: (who, atMs, decision, answer, venue) => {
      const said = answer > 0 ? refusalCodes[answer] : toldNames[-answer];
      lines.push(`${who} at ${atMs - startsAtMs}: ${decisions[decision]} at ${venue}: ${said}`);
    },
  };
};

const nothing = (): void => undefined;
const scratch = makeScratch();
let runs = 0;

export const atBothLevels = async (scenario: Scenario, overrides: Overrides) => {
  const world = Result.getOrThrow(makeWorld(scenario, overrides));
  const policy = Result.getOrThrow(policyOf(scenario));
  const byPolicy = writing(world);
  const ran = await runPolicy({ world, policy, workers: 1, hears: byPolicy.hears });
  const byService = writing(world);
  const clock = makeVirtualClock(world.startsAtMs);
  const watchers = {
    issued: nothing,
    learned: nothing,
    swept: nothing,
    withdrew: nothing,
    dayOver: nothing,
    progress: nothing,
    decided: byService.hears,
  };
  const service = await Effect.gen(function* () {
    const prepared = yield* prepareRun({
      world,
      policy,
      folder: scratch.path(`stores-${(runs += 1)}`),
      durability: "normal",
      clock,
      watchers,
    });
    yield* prepared.run;
    const { recorded, live, erased } = yield* prepared.house.custodian.counts;
    const { cases, tally } = prepared;
    return {
      cases: { ...cases },
      refusals: Object.fromEntries([...tally.refusals].toSorted()),
      records: { recorded, live, erased },
    };
  }).pipe(
    Effect.scoped,
    Effect.provideService(PolicyInForce, policy),
    Effect.provide(clock.layer),
    Effect.provide(NodeServices.layer),
    Effect.runPromise,
  );
  return {
    world,
    policy,
    ran,
    service,
    byPolicy: byPolicy.lines.toSorted(),
    byService: byService.lines.toSorted(),
  };
};
