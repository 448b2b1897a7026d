// One shard of a run: a range of people through all days of their city, on the generated core, as a part of a run without a cluster.
// It is a function of its work alone. It asks nobody, and cannot tell whether it is done for the first time.
import { Result } from "effect";
import { policyOf } from "../policychoice.ts";
import { makePart } from "../policy/part.ts";
import { rangesOf } from "../policy/threads.ts";
import type { World } from "../world/world.ts";
import type { Answer, Work } from "./work.ts";

/** The world is that of the scenario and size in the work. */
export const liveShard = (world: World, { scenario, shard, shards, days }: Work): Answer => {
  const people = rangesOf(world.people.count, shards)[shard];
  if (people === undefined) throw new RangeError(`a run in ${String(shards)} shards has no ${String(shard)}`);
  const policy = Result.getOrThrow(policyOf(scenario));
  const part = makePart({ world, policy, ...people });
  const lived = days.map(({ toLive, lookups }, day) => {
    part.intend(day);
    const today = part.live(toLive);
    return { ...today, found: lookups.map(part.find) };
  });
  return { days: lived, end: part.end() };
};
