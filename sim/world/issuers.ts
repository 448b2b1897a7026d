// Who gives a person their passes on a day: the issuer they chose, or another one while theirs has not begun.
// The queue of a service with several issuers asks it; it is the same at every level and under every policy.
// It knows the issuers' days and nothing of what they answer.
import type { Scenario } from "../scenario.ts";
import type { People } from "./people.ts";
import { pick, pickerOf, type Picker } from "./picker.ts";
import { stream, uniform, type Stream } from "./random.ts";

export interface Issuers {
  readonly chosen: Uint8Array;
  readonly fromMs: readonly number[];
  readonly second: Stream;
  /** Among the issuers that have begun, by how many have. */
  readonly begun: (atMs: number) => Picker;
}

export const issuersOf = (scenario: Scenario, people: People, seed: number): Issuers => {
  const { issuers } = scenario.people;
  const fromMs = issuers.map(({ from }) => from ?? -Infinity);
  const known = new Map<string, Picker>();
  return {
    chosen: people.issuer,
    fromMs,
    second: stream(seed, "second issuer"),
    begun: (atMs) => {
      const open = fromMs.flatMap((each, index) => (atMs >= each ? [index] : []));
      const key = open.join(" ");
      const picker = known.get(key) ?? pickerOf(open, (index) => issuers[index]?.share ?? 0);
      known.set(key, picker);
      return picker;
    },
  };
};

/** Before any issuer has begun, the one they chose serves all the same. */
export const issuerOn = (issuers: Issuers, person: number, dayStartsAtMs: number): number => {
  const own = issuers.chosen[person] ?? 0;
  if (dayStartsAtMs >= (issuers.fromMs[own] ?? -Infinity)) return own;
  const other = pick(issuers.begun(dayStartsAtMs), uniform(issuers.second, person, 0));
  return other < 0 ? own : other;
};
