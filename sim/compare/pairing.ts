// Makes the pairs that are compared: both scenarios with each seed, or the finished runs of two folders.
// Both runs of a pair have the same seed and size, so that the same people meet in them; folders where they do not are refused.
// When it is asked to stop, whole pairs are kept and a half one is not.
import { Effect } from "effect";
import { exitCodes, Stop } from "../../impl/exit.ts";
import { policyRun, type Shared } from "../levelruns.ts";
import type { Asked } from "../preparing.ts";
import { readRun } from "../results/readrun.ts";
import { nameOf } from "../scenarios.ts";
import type { Pair } from "./comparison.ts";

/** One side: a scenario and what of its policy is set otherwise. */
export type Side = Pick<Asked, "scenario" | "set">;

export interface Seeds {
  readonly first: number;
  readonly count: number;
}

export const pairsBySeed = Effect.fnUntraced(function* (
  [a, b]: readonly [Side, Side],
  shared: Shared,
  { first, count }: Seeds,
  progress: (share: number, doing: string) => void,
  isStopped: () => boolean,
) {
  const pairs: Pair[] = [];
  for (let place = 0; place < count; place += 1) {
    const seed = first + place;
    const run = (side: Side, half: 0 | 1) =>
      policyRun(
        { ...shared, ...side, seed, out: `.entrylog/compare-${nameOf(side.scenario)}-${String(seed)}` },
        (share) => {
          progress((place + (half + share) / 2) / count, `seed ${String(seed)}, ${half === 0 ? "A" : "B"}`);
        },
        isStopped,
      );
    const ofA = yield* run(a, 0);
    if (isStopped()) break;
    const ofB = yield* run(b, 1);
    if (!ofB.manifest.complete) break;
    pairs.push({ a: ofA, b: ofB });
  }
  return pairs;
});

const sized = ["seed", "people", "venues", "days", "modelHash"] as const;

const unpaired = (sentence: string): Effect.Effect<never, Stop> =>
  Effect.fail(
    new Stop({
      code: exitCodes.usage,
      reason: "runs-unpaired",
      sentence,
      advice: "Compare finished runs of one seed and one size, made by the models as they are.",
    }),
  );

export const pairOfFolders = Effect.fnUntraced(function* (folderA: string, folderB: string) {
  const pair: Pair = { a: yield* readRun(folderA), b: yield* readRun(folderB) };
  const { a, b } = pair;
  const other = sized.find((name) => a.manifest[name] !== b.manifest[name]);
  if (other !== undefined)
    return yield* unpaired(
      `The runs are of different ${other}: ${String(a.manifest[other])} in A and ${String(b.manifest[other])} in B.`,
    );
  if (!a.manifest.complete || !b.manifest.complete)
    return yield* unpaired(`The run in ${a.manifest.complete ? folderB : folderA} was interrupted.`);
  return pair;
});
