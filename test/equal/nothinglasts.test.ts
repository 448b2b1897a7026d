// Under policies in which nothing lasts, a deadline is due as soon as it is set: the core, `step`, the plain reading
// and XState agree there too, in a sample of each machine's cases that always is the same.
import { describe, expect, it } from "vitest";
import { machines } from "../../models/machines.ts";
import type { Case } from "./cases.ts";
import { casesOf } from "./cases.ts";
import { compareCases } from "./compare.ts";
import { generatedLaw } from "./generatedlaw.ts";
import { edgePolicies } from "./nothinglasts.ts";

const casesMax = 10_000;

/** Every so-many-th case; the number of steps between two is odd, so that all combinations come by. */
function* sampled(cases: readonly Case[]): Generator<Case> {
  const apart = cases.length <= casesMax ? 1 : Math.floor(cases.length / casesMax) | 1;
  for (const [place, one] of cases.entries()) if (place % apart === 0) yield one;
}

describe.for(edgePolicies.map((policy) => [policy.preset, policy] as const))("where %s", ([, policy]) => {
  it.for(machines.map((machine) => [machine.id, machine] as const))("%s agrees", ([, machine]) => {
    const all = Object.keys(machine.states).flatMap((state) => [...casesOf(machine, state)]);
    const { cases, difference } = compareCases(generatedLaw, machine, policy, sampled(all));
    expect(difference).toBeUndefined();
    expect(cases).toBeGreaterThan(20);
  });
});
