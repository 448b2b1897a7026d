// Cases as the law forbids them: without a ground, by one officer alone, too wide, too many venues, backwards, too early, too late.
// Investigators try one shortly before some of their proper cases, so that every refusal of a case is met in a run.
// Each is made from the proper case by changing the one thing that is wrong with it.
import { constants, millisecondsADay } from "../../models/policy.ts";
import { pick } from "./picker.ts";
import { stream, uniform } from "./random.ts";
import type { CaseIntent } from "./request.ts";
import type { World } from "./world.ts";

const irregularKinds = [
  "no-ground",
  "single-officer",
  "too-wide",
  "too-many-venues",
  "inverted",
  "ahead",
] as const;

/** How long before the proper case the irregular one is tried. */
export const firstTryMs = 10 * 60_000;
const morningMs = 9 * 3_600_000;

/** The kinds take turns; once the first day of the run has been erased, every second case asks for that day. */
const kindAt = (
  world: World,
  proper: CaseIntent,
  turn: number,
): (typeof irregularKinds)[number] | "erased" => {
  const gone = proper.atMs - firstTryMs >= world.startsAtMs + constants.retention.value;
  return gone && turn % 2 === 0 ? "erased" : (irregularKinds[turn % irregularKinds.length] ?? "no-ground");
};

export const irregularCase = (world: World, proper: CaseIntent, turn: number): CaseIntent => {
  const nobody = { decision: "none", decidedBy: -1, decideAtMs: 0 } as const;
  const kind = kindAt(world, proper, turn);
  const early = { ...proper, kind, atMs: proper.atMs - firstTryMs };
  switch (kind) {
    case "no-ground":
      return { ...early, ...nobody, ground: "none" };
    case "single-officer":
      return {
        ...early,
        decision: "approve",
        decidedBy: proper.requestedBy,
        decideAtMs: early.atMs + firstTryMs / 2,
      };
    case "too-wide":
      return { ...early, ...nobody, windowStartMs: proper.windowEndMs - constants.caseWindow.value - 1 };
    case "too-many-venues": {
      const chances = stream(world.size.seed, "too many venues");
      const venues = new Set(proper.venues);
      const most = Math.min(constants.caseVenues.value + 1, world.venues.count);
      for (let count = 0; venues.size < most && count < 1_000; count += 1) {
        venues.add(pick(world.venues.inCity, uniform(chances, proper.number, count)));
      }
      for (let venue = 0; venues.size < most; venue += 1) venues.add(venue);
      return { ...early, ...nobody, venues: [...venues] };
    }
    case "inverted":
      return { ...early, ...nobody, windowStartMs: proper.windowEndMs, windowEndMs: proper.windowStartMs };
    case "erased": {
      const windowStartMs = world.startsAtMs + morningMs;
      const windowEndMs = windowStartMs + millisecondsADay / 2;
      return { ...early, ...nobody, windowStartMs, windowEndMs };
    }
    case "ahead":
      return {
        ...early,
        ...nobody,
        windowStartMs: early.atMs - millisecondsADay / 2,
        windowEndMs: early.atMs + 1,
      };
  }
};
