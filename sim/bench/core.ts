// The core row: the generated core of the verification machine against XState's `transition()` on the same machine.
// Deadlines and refusals are included, and both are held to the same standings and the same answers on the instances XState ran.
// `actor.send` is shown beside it.
import { Effect } from "effect";
import type { Policy } from "../../models/policy.ts";
import { actorsSide } from "./core/actors.ts";
import { generatedSide } from "./core/generated.ts";
import { prepareSteps, stepsOf } from "./core/steps.ts";
import { xstateSide } from "./core/xstate.ts";
import type { RatioRow, RowGoal } from "./row.ts";
import { compare, measureRound } from "./sides.ts";

export interface CoreSize {
  readonly instances: number;
  readonly steps: number;
  /** How many instances XState runs, from the first. */
  readonly sample: number;
  readonly blocks: number;
  readonly seed: number;
}

const goal = {
  id: "core",
  compared:
    "Steps of the verification machine over 65,536 instances, deadlines and refusals included: the generated core over " +
    "typed arrays, against XState's transition() on the same machine and the same events of a sample of the instances.",
  unit: "steps a second",
  goal: 300,
  aim: 1_000,
} as const satisfies RowGoal;

/** Each side is given its policy, so that a test can give them two and see the row tell. */
export const measureCore = (size: CoreSize, ours: Policy, theirs: Policy): Effect.Effect<RatioRow> =>
  Effect.gen(function* () {
    const steps = prepareSteps(size.instances, size.steps, size.seed);
    const sample = stepsOf(steps, size.sample);
    const transitions = xstateSide(sample, theirs);
    const compared = yield* compare(generatedSide(steps, size.sample, ours), transitions, size.blocks);
    const sent = yield* measureRound(actorsSide(sample, theirs), 0);
    const sameStanding = (yield* transitions.outcome(0)).startsWith(sent.outcome);
    return {
      ...goal,
      ...compared,
      ratio: compared.ours / compared.theirs,
      equal: compared.equal && sameStanding,
      besides: { "actor.send": sent.rate },
    };
  });
