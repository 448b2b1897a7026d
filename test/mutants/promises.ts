/**
 * Asks the promises about a law with a mistake: its code is generated, and the slices that the mistake can reach are searched with it,
 * from the beginning and not to the end. What is not found within the bound is not found.
 * An instant that is one millisecond off fits no tick of the small clock; such a law is searched plainly, in fewer states.
 * The law's own slices break no promise, which mutants.test.ts sees first.
 */
import { LawMistake } from "../../models/language/evaluate.ts";
import { smallPolicy } from "../../models/language/small.ts";
import type { Slice } from "../../models/language/slice.ts";
import { defaultPolicy } from "../../models/policy.ts";
import { properties } from "../../models/properties.ts";
import { slices } from "../../models/slices.ts";
import { searchPlain } from "../../sim/prove/plain.ts";
import type { StatesFound } from "../../sim/prove/states/result.ts";
import { searchStates } from "../../sim/prove/states/search.ts";
import type { HouseCopy } from "../equal/housecopy.ts";
import type { Law, LawMutant } from "./law.ts";
import type { ByProperty } from "./models.ts";
import { generatorIn } from "./regenerated.ts";

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

/** How many states of a slice are searched, and how many where it must be done plainly, a hundred times slower. */
export interface StatesMost {
  readonly generated: number;
  readonly plain: number;
}

const brokenIn = ({ promises }: StatesFound, slice: Slice): string | undefined => {
  const broken = properties.find(({ id }) => (promises.get(id)?.broken ?? 0) > 0);
  if (broken === undefined) return undefined;
  const story = promises.get(broken.id)?.story ?? [];
  return `${broken.id} in the slice ${slice.id}: ${story.join(", ")}`;
};

/** The promises, asked in so many states of each slice. */
export function byProperty(copy: HouseCopy, most: StatesMost): ByProperty {
  const generate = generatorIn(copy);
  return async (law, concerns) => {
    const reached = slices.filter((one) => reaches(one, law, concerns));
    if (reached.length === 0) return undefined;
    const generated = await generate(law);
    for (const slice of reached) {
      const policy = smallPolicy(slice, defaultPolicy);
      const found = await searchStates({ slice, law: generated, policy, limit: most.generated }).catch(
        (fault: unknown) => {
          if (!(fault instanceof LawMistake)) throw fault;
          return searchPlain({ slice, law, policy, limit: most.plain });
        },
      );
      const broken = brokenIn(found, slice);
      if (broken !== undefined) return broken;
    }
    return undefined;
  };
}
