// The line before the service on a day, for rows in the order of people: when each pass of each visit is made, or that somebody gave up.
// Only a scenario that says what the service can serve has one; elsewhere a pass is made when it is asked for.
// The line itself is the world's (sim/world/queue.ts), the same at every level.
import { atTheDoor, emptyDoorstep } from "../world/behaviour.ts";
import { countOf, fateNumber, type IntendedDay } from "../world/intended.ts";
import { issuerOn } from "../world/issuers.ts";
import { serve, type Served } from "../world/queue.ts";
import type { World } from "../world/world.ts";

/** For the rows of one part: where the passes of each row begin, and when each is made; NaN where the person gave up before. */
export interface ServedRows {
  readonly firstPass: Int32Array;
  readonly madeAtMs: Float64Array;
}

const checksIn = fateNumber("checksIn");

export const serveDay = (
  world: World,
  today: IntendedDay,
): { readonly served: Served; readonly byPart: readonly ServedRows[] } | undefined => {
  if (world.scenario.capacity === undefined) return undefined;
  const count = countOf(today);
  const asks = {
    count,
    atMs: new Float64Array(count),
    passes: new Uint8Array(count),
    gapMs: new Int32Array(count),
    issuer: new Uint8Array(count),
    person: new Int32Array(count),
    number: new Int32Array(count),
  };
  const door = emptyDoorstep();
  let place = 0;
  for (const { count: rows, person, number, arriveMs, fate } of today.parts)
    for (let row = 0; row < rows; row += 1, place += 1) {
      if (fate[row] !== checksIn) continue;
      const who = person[row] ?? 0;
      atTheDoor(world.behaviour, who, number[row] ?? 0, door);
      asks.atMs[place] = today.startsAtMs + (arriveMs[row] ?? 0) + door.firstAskDelayMs;
      asks.passes[place] = door.declines === 1 ? 0 : door.passesAsked;
      asks.gapMs[place] = door.passGapMs;
      asks.issuer[place] = issuerOn(world.issuers, who, today.startsAtMs);
      asks.person[place] = who;
      asks.number[place] = number[row] ?? 0;
    }
  const served = serve(world.scenario, world.size, today.startsAtMs, asks);
  if (served === undefined) return undefined;
  let first = 0;
  const byPart = today.parts.map(({ count: rows }) => {
    const from = served.firstPass[first] ?? served.madeAtMs.length;
    const until = served.firstPass[first + rows] ?? served.madeAtMs.length;
    const firstPass = served.firstPass.slice(first, first + rows).map((each) => each - from);
    first += rows;
    return { firstPass, madeAtMs: served.madeAtMs.slice(from, until) };
  });
  return { served, byPart };
};
