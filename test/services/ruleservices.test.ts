// Every rule of the law as a method of its party's generated service, over a real file: rows are put there by hand,
// the rule is asked, and answer, rows, passes and visits are those of the plain reading.
// Every refusal of every rule is met, and so is its consent; what is gone is no row.
import { join } from "node:path";
import { Effect } from "effect";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide, type Instances } from "../../models/language/decide.ts";
import type { Instance } from "../../models/language/interpret.ts";
import type { Lifecycle } from "../../models/language/lifecycle.ts";
import type { Rule } from "../../models/language/rule.ts";
import { machineOf } from "../../models/machines.ts";
import { presetNames, presets, type Policy } from "../../models/policy.ts";
import { rules } from "../../models/system.ts";
import { covering } from "../covering.ts";
import { drawnCase, orderedCases, type RuleCase } from "../equal/rulecases.ts";
import { seed } from "../equal/seed.ts";
import { freshFolder } from "../impl/store/freshfolder.ts";
import { putRow, rowIn } from "../../sim/conform/parties/rowsbyhand.ts";
import { withRules } from "../../sim/conform/parties/ruleservices.ts";

const cover = covering(import.meta.url);
const casesForEachAnswer = 3;
const drawnMost = 300;

/** A few cases for every answer that the rule can give: each refusal, each thing told. */
const casesOf = (rule: Rule, policy: Policy): readonly RuleCase[] => {
  const chosen = new Map<string, RuleCase[]>();
  const drawn = fc.sample(drawnCase(rule), { seed, numRuns: drawnMost });
  for (const one of [...drawn, ...orderedCases(rule)]) {
    const { refused, told } = decide(rule, machineOf, policy, one.before, one.given, one.now);
    const alike = chosen.get(`${refused}/${told}`) ?? [];
    if (alike.length < casesForEachAnswer) chosen.set(`${refused}/${told}`, [...alike, one]);
  }
  return [...chosen.values()].flat();
};

const lifecycle = (id: string): Lifecycle => {
  const found = machineOf(id);
  if (found === undefined) throw new Error(`there is no ${id}`);
  return found;
};

/** As a service can know it: what is gone is as if it had never been. */
const known = (machine: Lifecycle, instance: Instance): Instance =>
  machine.states[instance.state]?.meta.gone === true
    ? { state: machine.initial, fields: machine.context }
    : instance;

describe.for(presetNames)("rules as services under %s", (preset) => {
  it.for(rules.map((rule) => [rule.id, rule] as const))("%s", async ([id, rule]) => {
    const policy = presets[preset];
    const file = join(freshFolder(), `${rule.party}.sqlite`);
    const kept = Object.entries(rule.instances).map(
      ([name, { machine }]) => [name, lifecycle(machine)] as const,
    );
    const isRow = ({ meta }: Lifecycle): boolean => meta.keptAs === "row";
    const met = new Set<string>();

    await Effect.runPromise(
      withRules(rule.party, file, policy, (calls) =>
        Effect.gen(function* () {
          const call = calls[id];
          if (call === undefined) return yield* Effect.die(new Error(`no service has ${id}`));
          for (const drawn of casesOf(rule, policy)) {
            const before: Instances = Object.fromEntries(
              kept.map(([name, machine]) => {
                const instance = drawn.before[name] ?? { state: machine.initial, fields: machine.context };
                return [name, isRow(machine) ? known(machine, instance) : instance];
              }),
            );
            for (const [name, machine] of kept) {
              const instance = before[name];
              if (isRow(machine) && instance !== undefined) putRow(file, machine, name, instance);
            }
            const plain = decide(rule, machineOf, policy, before, drawn.given, drawn.now);
            const answer = yield* call(drawn.given, drawn.now, before);
            expect({ refused: answer.refused, told: answer.told }).toEqual({
              refused: plain.refused,
              told: plain.told,
            });
            for (const [name, machine] of kept) {
              const after = plain.instances[name];
              if (after === undefined) continue;
              const found = isRow(machine) ? rowIn(file, machine, name) : answer.passedThrough[name];
              const first = { state: machine.initial, fields: machine.context };
              expect(found ?? first).toEqual(isRow(machine) ? known(machine, after) : after);
            }
            met.add(answer.refused);
            for (const of of Map.groupBy(plain.taken, ({ instance }) => instance).values())
              cover.life(of.map(({ transition }) => transition));
          }
        }),
      ),
    );
    for (const code of ["", ...rule.refusals.map((refusal) => refusal.code)]) expect(met).toContain(code);
  });
});
