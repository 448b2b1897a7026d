/**
 * What a move of a slice asks of the law: a rule of a party, an event of one instance, or the sweep of a row.
 * It reads the rule by decide.ts and the lifecycle by interpret.ts, and says what came of it; it changes no world.
 */
import type { Policy } from "../policy.ts";
import { decide, type Instances } from "./decide.ts";
import { evaluate } from "./evaluate.ts";
import { interpret, settle, type Instance, type Taken } from "./interpret.ts";
import type { Lifecycle } from "./lifecycle.ts";
import type { EventCall, Move, RuleCall, SweepCall, World } from "./slice.ts";
import { found, seenIn, valuesOf, type Law } from "./surroundings.ts";

export interface Called {
  /** The instances that were asked, as they are afterwards. */
  readonly instances: Instances;
  /** The code of the refusal, or empty; and what was told, or empty. */
  readonly refused: string;
  readonly told: string;
  /** Transitions of lifecycles that were taken, deadlines included. */
  readonly taken: readonly string[];
}

const nothing: Called = { instances: {}, refused: "", told: "", taken: [] };
const idsOf = (taken: readonly Taken[]): readonly string[] => taken.map(({ transition }) => transition);

export const calling = (law: Law, policy: Policy, machineFor: (instance: string) => Lifecycle) => {
  const machineOf = (id: string): Lifecycle | undefined => law.machines.find((machine) => machine.id === id);
  const instanceOf = ({ instances }: World, name: string): Instance => found(instances[name], name);

  const swept = (world: World, { instance: name }: SweepCall, now: number): Called => {
    const { instance, taken } = settle(machineFor(name), policy, instanceOf(world, name), -Infinity, now);
    return { ...nothing, instances: { [name]: instance }, taken: idsOf(taken) };
  };

  const sent = (world: World, { instance: name, event, given }: EventCall, now: number): Called => {
    const happening = { type: event, given: valuesOf(given, seenIn(policy, world)) };
    const answer = interpret(machineFor(name), policy, instanceOf(world, name), happening, now);
    return {
      instances: { [name]: answer.instance },
      refused: answer.own === undefined ? "not-allowed" : answer.own.refused,
      told: answer.own?.told ?? "",
      taken: idsOf(answer.taken),
    };
  };

  const asked = (world: World, { rule: id, instances, given }: RuleCall, now: number): Called => {
    const rule = found(
      law.rules.find((one) => one.id === id),
      id,
    );
    const bound = Object.entries(instances);
    const before = Object.fromEntries(bound.map(([name, one]) => [name, instanceOf(world, one)]));
    const decided = decide(rule, machineOf, policy, before, valuesOf(given, seenIn(policy, world)), now);
    return {
      instances: Object.fromEntries(bound.map(([name, one]) => [one, found(decided.instances[name], name)])),
      refused: decided.refused,
      told: decided.told,
      taken: idsOf(decided.taken),
    };
  };

  return (world: World, { call, at }: Move): Called => {
    if (call === undefined) return nothing;
    const now = at === undefined ? world.now : Number(evaluate(at, seenIn(policy, world)));
    switch (call.kind) {
      case "sweep":
        return swept(world, call, now);
      case "event":
        return sent(world, call, now);
      case "rule":
        return asked(world, call, now);
    }
  };
};
