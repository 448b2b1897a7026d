/**
 * What the promises say of what was observed of one move; the plain search and the comparison with it judge by this.
 * It reads the conditions plainly, with the observation as what is given; the search has them compiled instead.
 */
import type { Observed } from "../language/compose.ts";
import { holds, type Surroundings } from "../language/evaluate.ts";
import type { Policy } from "../policy.ts";
import { properties, type PropertyId } from "../properties.ts";

export interface Verdict {
  readonly promise: PropertyId;
  readonly kind: Observed["kind"];
  readonly broken: boolean;
}

export function verdictsOn(observed: readonly Observed[], policy: Policy): readonly Verdict[] {
  return observed.flatMap(({ kind, fields }) => {
    const around: Surroundings = { policy, now: 0, fields: {}, given: fields };
    return properties.flatMap(({ id, judges }): readonly Verdict[] => {
      const judge = judges[kind];
      if (judge === undefined || (judge.when !== undefined && !holds(judge.when, around))) return [];
      return [{ promise: id, kind, broken: !holds(judge.then, around) }];
    });
  });
}
