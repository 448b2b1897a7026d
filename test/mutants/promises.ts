/**
 * Asks the promises about a law with a mistake: the slices that the mistake can reach are searched, from the beginning and not to the end.
 * A changed law has no generated code, so the search is the plain one; what it does not find within its bound it does not find.
 * The law's own slices break no promise, which mutants.test.ts sees first.
 */
import { smallPolicy } from "../../models/language/small.ts";
import type { Slice } from "../../models/language/slice.ts";
import { defaultPolicy } from "../../models/policy.ts";
import { properties } from "../../models/properties.ts";
import { slices } from "../../models/slices.ts";
import { searchPlain } from "../../sim/prove/plain.ts";
import type { Law, LawMutant } from "./law.ts";
import type { ByProperty } from "./models.ts";

/** Whether the slice composes what was changed; the whole is the parts once more, and too large to be searched here. */
const reaches = (slice: Slice, law: Law, concerns: LawMutant["concerns"]): boolean => {
  if (slice.id === "whole" || "constant" in concerns) return false;
  const text = JSON.stringify(slice);
  if ("rule" in concerns) return text.includes(`"${concerns.rule}"`);
  const ids = law.rules.flatMap(({ id, instances }) =>
    Object.values(instances).some(({ machine }) => machine === concerns.machine) ? [id] : [],
  );
  return text.includes(`"${concerns.machine}"`) || ids.some((id) => text.includes(`"${id}"`));
};

/** The promises, asked in so many states of each slice. */
export const byProperty =
  (statesMax: number): ByProperty =>
  async (law, concerns) => {
    for (const slice of slices.filter((one) => reaches(one, law, concerns))) {
      const found = await searchPlain({
        slice,
        law,
        policy: smallPolicy(slice, defaultPolicy),
        limit: statesMax,
      });
      const broken = properties.find(({ id }) => (found.promises.get(id)?.broken ?? 0) > 0);
      if (broken !== undefined) {
        const story = found.promises.get(broken.id)?.story ?? [];
        return `${broken.id} in the slice ${slice.id}: ${story.join(", ")}`;
      }
    }
    return undefined;
  };
