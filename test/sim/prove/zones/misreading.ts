// A zone search by a reading that somebody has changed: how time is read, which deadlines fire on time, what is heard of comparisons.
// It is the search of the product with its reading replaced, so that a mistake can be planted without a copy of it.
// Only whether the bad thing of a small system can be done comes back.
import { explore } from "../../../../sim/prove/zones/explore.ts";
import { areWithin, joined, listener, noNeeds } from "../../../../sim/prove/zones/needs.ts";
import { placesOf } from "../../../../sim/prove/zones/place.ts";
import { timingOf } from "../../../../sim/prove/zones/precision.ts";
import { readingOf, type Reading } from "../../../../sim/prove/zones/reading.ts";
import { beginning } from "../../../../sim/prove/zones/standing.ts";
import type { Combination } from "./grid.ts";
import { badId, type System } from "./systems/system.ts";

export interface Misreading {
  readonly reading?: (reading: Reading) => Reading;
  /** Nothing is heard of what is compared. */
  readonly isDeaf?: boolean;
  /** Zones that differ only in times are made one. */
  readonly joins?: boolean;
}

const limit = 2_000;

/** Whether the bad thing can be done in some zone, by this reading. */
export function canHappen(
  { slice, law, policyOf }: System,
  combination: Combination,
  { reading: changed = (reading) => reading, isDeaf = false, joins = false }: Misreading,
): boolean {
  const timing = timingOf({}, true);
  const right = readingOf(slice, law, policyOf(...combination), timing);
  const size = placesOf(right);
  let needs = noNeeds(size);
  for (;;) {
    const heard = listener(size);
    const hearing = { ...right, timing: isDeaf ? timing : { ...timing, compared: heard.compared } };
    const { perMove } = explore({
      reading: changed(hearing),
      begins: beginning(hearing, [null]),
      needs,
      listener: heard,
      limit,
      joins,
    });
    const needed = heard.needed();
    if (areWithin(needed, needs)) return (perMove.get(badId) ?? 0) > 0;
    needs = joined(needed, needs);
  }
}
