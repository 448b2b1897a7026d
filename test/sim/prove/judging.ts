// Judges one promise on searches made up for it, for the tests beside this file, as if every deliberate mistake had been caught.
// A search in which only states or only zones were made up has nothing else.
import { defaultPolicy, type Policy } from "../../../models/policy.ts";
import { properties } from "../../../models/properties.ts";
import type { Mistake } from "../../../sim/prove/mistakes.ts";
import type { PromiseFound } from "../../../sim/prove/states/result.ts";
import type { Searched } from "../../../sim/prove/threeways.ts";
import { judgedOf, type Judged } from "../../../sim/prove/verdicts.ts";
import type { ZoneAnswer } from "../../../sim/prove/zonemessages.ts";
import { kept, promise, slice, statesFound, zoneAnswer, zonesFound } from "./planting.ts";

export const caught: readonly Mistake[] = properties.map(({ id }) => ({
  promise: id,
  says: "planted",
  caught: true,
}));
export const judgedIn = (
  all: readonly Searched[],
  policy: Policy = defaultPolicy,
  mistakes: readonly Mistake[] = caught,
): Judged => {
  const judged = judgedOf(all, mistakes, policy).find(({ id }) => id === promise);
  if (judged === undefined) throw new Error(`${promise} is not judged`);
  return judged;
};

export const byStates = (found: PromiseFound) => ({
  states: statesFound({ promises: new Map([[promise, found]]) }),
});
export const byZones = (timed: ZoneAnswer, untimed: ZoneAnswer = zoneAnswer(kept)) => ({
  zones: zonesFound(timed, untimed),
});
export const holdsInAll: Searched = { slice, ...byStates(kept), ...byZones(zoneAnswer(kept)) };
