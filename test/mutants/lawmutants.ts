/**
 * All mutants of the models: one deliberate mistake each, systematically over machines, rules and policy.
 * Two mistakes that leave the same law are one mutant, and what leaves the law as it is is none.
 */
import { theLaw, withMachine, withRule, type LawMutant } from "./law.ts";
import { changesOfMachine } from "./machines.ts";
import { policyMutants } from "./policies.ts";
import { changesOfRule } from "./rules.ts";

const codes = [...new Set(theLaw.rules.flatMap(({ refusals }) => refusals.map(({ code }) => code)))];

const distinct = <Part>(original: Part, changes: readonly { readonly to: Part; readonly what: string }[]) => {
  const seen = new Set([JSON.stringify(original)]);
  return new Set(
    changes.flatMap((change) => {
      const text = JSON.stringify(change.to);
      if (seen.has(text)) return [];
      seen.add(text);
      return [change.what];
    }),
  );
};

const ofMachines: readonly LawMutant[] = theLaw.machines.flatMap((machine) => {
  const changes = changesOfMachine(machine);
  const kept = distinct(machine, changes);
  return changes
    .filter(({ what }) => kept.has(what))
    .map(({ what, says, to }) => ({
      id: what,
      sentence: says,
      concerns: { machine: machine.id },
      mutate: (law) => withMachine(law, to),
    }));
});

const ofRules: readonly LawMutant[] = theLaw.rules.flatMap((rule) => {
  const changes = changesOfRule(rule, theLaw.machines, codes);
  const kept = distinct(rule, changes);
  return changes
    .filter(({ what }) => kept.has(what))
    .map(({ what, says, to }) => ({
      id: what,
      sentence: says,
      concerns: { rule: rule.id },
      mutate: (law) => withRule(law, to),
    }));
});

export const lawMutants: readonly LawMutant[] = [...ofMachines, ...ofRules, ...policyMutants(theLaw)];
