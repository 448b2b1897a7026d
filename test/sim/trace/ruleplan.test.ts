// The checker's decision is the models' own: over random cases of every rule, the indexed reading and models/language/decide.ts
// agree in answer, states and fields. A reading that settled nothing would be noticed.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide } from "../../../models/language/decide.ts";
import { machineOf } from "../../../models/machines.ts";
import { presets } from "../../../models/policy.ts";
import { rules } from "../../../models/system.ts";
import { machineNamed } from "../../../sim/trace/holdings.ts";
import type { Around } from "../../../sim/trace/law.ts";
import { carryOut, examine, planOf } from "../../../sim/trace/ruleplan.ts";
import { drawnCase, type RuleCase } from "../../equal/rulecases.ts";
import { check } from "../../equal/seed.ts";

const policies = Object.values(presets);

describe("a planned rule decides as the models do", () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))("%s", (_id, rule) => {
    const plan = planOf(rule, machineNamed, () => new Map());
    const planned = ({ before, given, now }: RuleCase, around: Around) => {
      Object.assign(plan.given, given);
      for (const [name, { state, fields }] of Object.entries(before))
        plan.bound[name] = { state, fields: { ...fields }, touchedAt: 0, last: "" };
      const refused = examine(plan, now, around);
      const { refused: code, told } = refused === "" ? carryOut(plan, now, around) : { refused, told: "" };
      const instances = Object.fromEntries(
        Object.entries(plan.bound).map(([name, { state, fields }]) => [name, { state, fields }]),
      );
      return { refused: code, told, instances };
    };
    const agree = fc.property(drawnCase(rule), fc.constantFrom(...policies), (drawn, policy) => {
      const { refused, told, instances } = decide(
        rule,
        machineOf,
        policy,
        drawn.before,
        drawn.given,
        drawn.now,
      );
      expect(planned(drawn, { policy, now: 0, fields: {}, given: {} })).toEqual({ refused, told, instances });
    });
    check(agree, "../sim/trace/ruleplan.test.ts", 300);
  });
});
