// Runs of the policy level one after the other in this process, for commands that hold several against each other.
// `compare` and `sweep` call it: a scenario, what is set otherwise, a seed, and out comes what run.json would hold.
// Nothing is written; the command that makes the same run with its files stands in each run's manifest.
import { Effect } from "effect";
import { simulatePolicy } from "./policy/simulated.ts";
import { prepare, scenarioOf, type Asked } from "./preparing.ts";
import { peopleEnough } from "./runflags.ts";

/** What several runs have in common. */
export type Shared = Pick<Asked, "people" | "venues" | "days" | "workers">;

/** How many people the runs of these scenarios have, where nobody asked for a number: the same in all. */
export const peopleOf = Effect.fnUntraced(function* (
  asked: Pick<Shared, "people" | "venues">,
  scenarios: readonly Pick<Asked, "scenario" | "set">[],
) {
  if (asked.people !== undefined || asked.venues !== undefined) return asked.people;
  const chosen = yield* Effect.forEach(scenarios, scenarioOf);
  return Math.min(peopleEnough, ...chosen.map(({ scenario }) => scenario.people.count));
});

export const policyRun = Effect.fnUntraced(function* (
  asked: Shared & Pick<Asked, "scenario" | "set" | "seed" | "out">,
  progress: (share: number) => void,
  isStopped: () => boolean,
) {
  const prepared = yield* prepare({ ...asked, level: "policy", durability: "normal" });
  return yield* simulatePolicy(prepared, progress, isStopped);
});
