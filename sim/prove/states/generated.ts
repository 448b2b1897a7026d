/**
 * The generated law as the search takes it: the data it was printed from, the core of each machine, and the function of each rule.
 * The search runs these very functions, so that what is searched is what the service runs.
 * A test gives another one, with a mistake planted in a function, to see the search notice it.
 */
import { machineCores, refusalCodes, refusalOf } from "../../../impl/generated/law.ts";
import * as authorityRules from "../../../impl/generated/rules/authority.ts";
import * as custodianRules from "../../../impl/generated/rules/custodian.ts";
import * as issuerRules from "../../../impl/generated/rules/issuer.ts";
import * as venueRules from "../../../impl/generated/rules/venue.ts";
import { camelCase } from "../../../impl/generate/names.ts";
import type { MachineCore } from "../../../impl/lifecycle/machinecore.ts";
import { machines } from "../../../models/machines.ts";
import type { Law } from "../../../models/language/compose.ts";
import { rules } from "../../../models/system.ts";

/** Columns and slots of its instances, its facts, the instant, the policy and the log: a refusal's number, or none above 0. */
export type RuleFunction = (...given: never[]) => number;

export interface GeneratedLaw {
  readonly law: Law;
  readonly cores: readonly MachineCore[];
  readonly rules: ReadonlyMap<string, RuleFunction>;
  /** The number of the refusal that a transition of a machine is. */
  readonly refusalOf: (machine: number, transition: number) => number;
  readonly refusalCodes: readonly string[];
}

const printed = new Map<string, RuleFunction>(
  [issuerRules, venueRules, custodianRules, authorityRules].flatMap((party) => Object.entries(party)),
);

export const generated: GeneratedLaw = {
  law: { machines, rules },
  cores: machineCores,
  rules: new Map(
    rules.flatMap(({ id }) => {
      const rule = printed.get(camelCase(id));
      return rule === undefined ? [] : [[id, rule] as const];
    }),
  ),
  refusalOf,
  refusalCodes,
};
