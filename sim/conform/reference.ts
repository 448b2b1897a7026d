/**
 * What the models foresee of one trial, step by step: the plain reading of a lifecycle, or of a party's rules over its instances.
 * An instance kept as a row and gone leaves nothing behind, so the next step begins with the first state again.
 * It knows neither generated code nor the system that is tried.
 */
import { decide, type Instances } from "../../models/language/decide.ts";
import { interpret, type Happening, type Instance } from "../../models/language/interpret.ts";
import { transitionsOf, type Lifecycle } from "../../models/language/lifecycle.ts";
import { machineOf } from "../../models/machines.ts";
import { presets } from "../../models/policy.ts";
import { rules } from "../../models/system.ts";
import type { Answer, Foreseen, Remembered, Standings, Subject } from "./contract.ts";

export interface ForeseenStep extends Foreseen {
  /** Nothing where nobody sent anything. */
  readonly answer: Answer | undefined;
  readonly taken: readonly { readonly instance: string; readonly transition: string }[];
  /** Where each instance stands for the next step: as the first state again, where a row is gone. */
  readonly afterwards: Standings;
}

export interface Reference {
  readonly step: (event: Happening | undefined, now: number) => ForeseenStep;
}

export class NoSuchSubject extends Error {
  override readonly name = "NoSuchSubject";
}

const lifecycle = (id: string): Lifecycle => {
  const machine = machineOf(id);
  if (machine === undefined) throw new NoSuchSubject(`the models have no lifecycle ${id}`);
  return machine;
};

const restOf = ({ initial: state, context: fields }: Lifecycle): Instance => ({ state, fields });

/** Where the next step begins: a row that is gone is not there. */
const keptOf = (machine: Lifecycle, instance: Instance): Instance =>
  machine.meta.keptAs === "row" && machine.states[instance.state]?.meta.gone === true
    ? restOf(machine)
    : instance;

const answerOf = (refused: string, told: string): Answer => (refused === "" ? { told } : { refused });

const ofLifecycle = (machine: Lifecycle, policy: (typeof presets)["2020-07"]): Reference => {
  const placed = new Map(transitionsOf(machine).map((one) => [one.id, one]));
  let standing = restOf(machine);
  let remembered: readonly Remembered[] = [];
  const remember = (id: string, at: number): void => {
    const one = placed.get(id);
    if (one === undefined) return;
    const { trigger, target } = one;
    if (machine.states[target]?.meta.gone === true) remembered = [];
    else if (trigger.kind === "deadline" || machine.meta.events[trigger.name]?.durable === true)
      remembered = [...remembered, { at, event: trigger.name, transition: id, state: target }];
  };
  return {
    step: (event, now) => {
      const { instance, taken, own } = interpret(machine, policy, standing, event, now);
      for (const { transition, at, refused } of taken) if (refused === "") remember(transition, at);
      standing = keptOf(machine, instance);
      return {
        standings: { [machine.id]: instance },
        afterwards: { [machine.id]: standing },
        remembered: { [machine.id]: remembered },
        answer: event === undefined ? undefined : answerOf(own?.refused ?? "not-allowed", own?.told ?? ""),
        taken: taken.map(({ transition }) => ({ instance: machine.id, transition })),
      };
    },
  };
};

const ofParty = (party: string, policy: (typeof presets)["2020-07"], before: Standings): Reference => {
  const machineNamed = (name: string): Lifecycle => {
    const rule = rules.find((one) => one.party === party && one.instances[name] !== undefined);
    return lifecycle(rule?.instances[name]?.machine ?? name);
  };
  const kept = (found: Standings): Standings =>
    Object.fromEntries(
      Object.entries(found).map(([name, instance]) => [name, keptOf(machineNamed(name), instance)]),
    );
  let standings: Instances = kept(before);
  return {
    step: (event, now) => {
      if (event === undefined)
        return { standings, afterwards: standings, remembered: {}, answer: undefined, taken: [] };
      const rule = rules.find((one) => one.party === party && one.id === event.type);
      if (rule === undefined) throw new NoSuchSubject(`the ${party} has no rule ${event.type}`);
      const decided = decide(rule, machineOf, policy, standings, event.given, now);
      const found = { ...standings, ...decided.instances };
      standings = kept(found);
      return {
        standings: found,
        afterwards: standings,
        remembered: {},
        answer: answerOf(decided.refused, decided.told),
        taken: decided.taken.map(({ instance, transition }) => ({ instance, transition })),
      };
    },
  };
};

export const referenceFor = (subject: Subject): Reference => {
  const policy = presets[subject.preset];
  return subject.kind === "lifecycle"
    ? ofLifecycle(lifecycle(subject.machine), policy)
    : ofParty(subject.party, policy, subject.standings);
};
