/**
 * Runs a rule's story on the generated rule service of its party over a real SQLite file.
 * Instances kept as rows are put there by hand where the story begins; passes and visits go through the decision and stay with the test.
 * One that begins gone begins as if it had never been. A service answers what the first step told; what deadlines told meanwhile it keeps to itself.
 */
import { join } from "node:path";
import { Effect } from "effect";
import type { Instances } from "../../models/language/decide.ts";
import { contextAtRest } from "../../models/language/fields.ts";
import type { Instance } from "../../models/language/interpret.ts";
import type { Lifecycle } from "../../models/language/lifecycle.ts";
import type { Policy } from "../../models/policy.ts";
import type { StoreUnavailable } from "../../impl/store/unavailable.ts";
import { freshFolder } from "../impl/store/freshfolder.ts";
import { withRules } from "../../sim/conform/parties/ruleservices.ts";
import { putRow, rowIn } from "../../sim/conform/parties/rowsbyhand.ts";
import type { Observation } from "./drivers.ts";
import { millisecondsOf, valuesOf } from "./instance.ts";
import { seenAs } from "./service-run.ts";
import { lifecycleIn, modelsLaw, ruleIn } from "./readlaw.ts";
import { fieldsByInstance, instancesFor, sendsAfter, settledOnly } from "./standing.ts";
import type { Step, Story } from "./story.ts";

const isRow = ({ meta }: Lifecycle): boolean => meta.keptAs === "row";

/** Whether something is there that deadlines alone did not make, or not there that they left. */
const hasChanged = (machine: Lifecycle, was: Instance | undefined, found: Instance | undefined): boolean => {
  if (was === undefined || found === undefined)
    return was !== undefined && machine.states[was.state]?.meta.gone !== true;
  return (
    was.state !== found.state ||
    Object.entries(found.fields).some(([name, value]) => was.fields[name] !== value)
  );
};

export function runRuleOnService(id: string, story: Story, policy: Policy): Promise<readonly Observation[]> {
  const rule = ruleIn(modelsLaw, id);
  const file = join(freshFolder(), `${rule.party}.sqlite`);
  const machines = Object.fromEntries(
    Object.entries(rule.instances).map(([name, { machine }]) => [name, lifecycleIn(modelsLaw, machine)]),
  );
  const named = Object.entries(machines);
  let standing: Instances = {};

  return Effect.runPromise(
    withRules(rule.party, file, policy, (calls) => {
      const observed = Effect.fnUntraced(function* (
        step: Step,
      ): Effect.fn.Return<Observation, StoreUnavailable> {
        const call = calls[id];
        if (call === undefined) return yield* Effect.die(new Error(`no service has ${id}`));
        const now = millisecondsOf(step.at);
        const given = { ...contextAtRest(rule.trigger.fields), ...valuesOf(step.with) };
        const before = instancesFor(modelsLaw, rule, story, step, standing);
        for (const [name, machine] of named) {
          const instance = before[name];
          if (!isRow(machine) || instance === undefined || standing[name] === instance) continue;
          putRow(file, machine, name, instance);
        }
        const { told, refused, passedThrough } = yield* call(given, now, before);
        const settled = settledOnly(modelsLaw, rule, policy, before, given, now);
        const found = (name: string, machine: Lifecycle): Instance | undefined =>
          isRow(machine) ? rowIn(file, machine, name) : passedThrough[name];
        standing = Object.fromEntries(
          named.map(([name, machine]) => [
            name,
            found(name, machine) ?? { state: machine.initial, fields: machine.context },
          ]),
        );
        const unheard = refused === "not-allowed";
        return {
          states: Object.fromEntries(
            named.map(([name, machine]) => [name, seenAs(machine, found(name, machine))]),
          ),
          fields: fieldsByInstance(standing),
          // Where the first step has nothing to tell, what the others tell is not answered.
          told: told !== "" ? [told] : refused === "" ? undefined : [],
          answersFirstOnly: true,
          meanwhile: undefined,
          refused: unheard || refused === "" ? null : refused,
          unheard,
          changed: named.some(([name, machine]) => hasChanged(machine, settled[name], found(name, machine))),
          sends: sendsAfter(rule, refused, told),
        };
      });
      return Effect.forEach(story.steps, observed);
    }),
  );
}
