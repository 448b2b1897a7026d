/**
 * Policies at the edge, in which a deadline is over as soon as it is set, so that a step often finds one due.
 * The core takes the policy as an argument and must be right under these as well, where the order of things shows most.
 * Under the first everything lasts 0 ms; the second leaves what guards ask about as it is, so that cases are taken that the first refuses.
 */
import { constants, presets, type Constant, type Policy } from "../../models/policy.ts";

const founding = presets["2020-07"];

const lastingNothing = (preset: string, kept: readonly string[]): Policy => ({
  ...founding,
  preset,
  constants: {
    ...founding.constants,
    ...Object.fromEntries(
      Object.entries<Constant>(constants).flatMap(([name, { kind }]) =>
        kind === "duration" && !kept.includes(name) ? [[name, 0]] : [],
      ),
    ),
  },
});

export const edgePolicies: readonly Policy[] = [
  lastingNothing("nothing lasts", []),
  lastingNothing("nothing is waited for", ["caseWindow", "retention", "clockSkew", "lateDelivery"]),
];
