/**
 * Reads one rule plainly: settles its instances, asks its refusals in order, then sends its events.
 * The checker of traces and the tests use it as the reference that knows no generated code.
 * What a party finds out for itself comes in among the given fields; nothing is looked up here.
 */
import type { Policy } from "../policy.ts";
import { evaluate, holds, LawMistake, type Surroundings } from "./evaluate.ts";
import { settle, take, type Given, type Instance, type Taken } from "./interpret.ts";
import type { Lifecycle } from "./lifecycle.ts";
import type { Rule, RuleStep } from "./rule.ts";

export type Instances = Readonly<Record<string, Instance>>;
type Machines = Readonly<Record<string, Lifecycle>>;

export interface RuleTaken extends Taken {
  /** The name that the rule has for the instance. */
  readonly instance: string;
}

export interface Decided {
  readonly instances: Instances;
  /** Everything that was taken, over all instances, in order. */
  readonly taken: readonly RuleTaken[];
  /** The code of the refusal, or empty. */
  readonly refused: string;
  /** What the rule's first step told, or empty. */
  readonly told: string;
}

/** A step that goes ahead: its terms are read before any step has changed anything. */
interface Planned {
  readonly step: RuleStep;
  readonly given: Given;
}

const machinesOf = (rule: Rule, machineOf: (id: string) => Lifecycle | undefined): Machines =>
  Object.fromEntries(
    Object.entries(rule.instances).map(([name, { machine }]) => {
      const lifecycle = machineOf(machine);
      if (lifecycle === undefined) throw new LawMistake(`${rule.id}: there is no machine called ${machine}`);
      return [name, lifecycle];
    }),
  );

const instantsOf = (rule: Rule, around: Surroundings): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(rule.instances).map(([name, { decidedAt }]) => {
      const at = decidedAt === undefined ? around.now : evaluate(decidedAt, around);
      if (typeof at !== "number") throw new LawMistake(`${rule.id}: ${name} is decided at no instant`);
      return [name, at];
    }),
  );

const planned = (rule: Rule, around: Surroundings): readonly Planned[] =>
  rule.steps
    .filter(({ when }) => when === undefined || holds(when, around))
    .map((step) => ({
      step,
      given: Object.fromEntries(
        Object.entries(step.with ?? {}).map(([name, term]) => [name, evaluate(term, around)]),
      ),
    }));

/** What the rule decides over these instances, now. */
export function decide(
  rule: Rule,
  machineOf: (id: string) => Lifecycle | undefined,
  policy: Policy,
  before: Instances,
  given: Given,
  now: number,
): Decided {
  const machines = machinesOf(rule, machineOf);
  const instants = instantsOf(rule, { policy, now, fields: {}, given });
  const instances: Record<string, Instance> = {};
  const taken: RuleTaken[] = [];

  const one = <Kind>(name: string, among: Readonly<Record<string, Kind>>): Kind => {
    const found = among[name];
    if (found === undefined) throw new LawMistake(`${rule.id} has no instance ${name}`);
    return found;
  };
  const put = (
    name: string,
    changed: { readonly instance: Instance; readonly taken: readonly Taken[] },
  ): void => {
    instances[name] = changed.instance;
    taken.push(...changed.taken.map((entry) => ({ instance: name, ...entry })));
  };
  const settled = (name: string, from: number): void =>
    put(name, settle(one(name, machines), policy, one(name, instances), from, one(name, instants)));

  for (const name of Object.keys(rule.instances)) {
    instances[name] = one(name, before);
    settled(name, -Infinity);
  }
  const around = { policy, now, fields: {}, given, instances };
  const refusal = rule.refusals.find(({ when }) => holds(when, around));
  if (refusal !== undefined) return { instances, taken, refused: refusal.code, told: "" };

  let told = "";
  for (const [place, { step, given: brought }] of planned(rule, around).entries()) {
    const { instance: name, event } = step;
    const at = one(name, instants);
    const answer = take(
      one(name, machines),
      policy,
      one(name, instances),
      { type: event, given: brought },
      at,
    );
    put(name, answer);
    const refused = answer.own?.refused ?? "not-allowed";
    if (place === 0 && refused !== "") return { instances, taken, refused, told: "" };
    if (place === 0) told = answer.own?.told ?? "";
    settled(name, at);
  }
  return { instances, taken, refused: "", told };
}
