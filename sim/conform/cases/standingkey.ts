/**
 * When two places of the search are alike: same state, same last transition, same words and counts, and instants that stand in
 * the same order around the present, those next to it told apart to the millisecond. The search looks at one of each kind only.
 */
import type { Value } from "../../../models/language/expression.ts";
import { millisecondsADay } from "../../../models/policy.ts";
import type { Instance } from "../../../models/language/interpret.ts";

/** Where the search stands. */
export interface Standpoint {
  readonly instance: Instance;
  readonly now: number;
  /** The transition taken last; empty at the beginning. */
  readonly last: string;
}

/** Counts and durations are shorter than this; instants of this century are longer. */
const isInstant = (value: Value): value is number =>
  typeof value === "number" && value > millisecondsADay * 366;

export const standingKey = ({ instance: { state, fields }, now, last }: Standpoint): string => {
  const values = Object.values(fields);
  const ordered = [...new Set([...values.filter(isInstant), now])].toSorted((one, other) => one - other);
  const present = ordered.indexOf(now);
  const placeOf = (value: Value): string => {
    if (!isInstant(value)) return String(value);
    const near = Math.abs(value - now) <= 1 ? value - now : "";
    return `${ordered.indexOf(value) - present}/${near}`;
  };
  return [state, last, ...values.map(placeOf)].join(" ");
};
