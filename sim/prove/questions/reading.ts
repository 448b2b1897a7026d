// The law as the answers to the open questions read it: one rule asked, one event sent, one instance settled, all by the plain interpreters.
// Every answer is found by asking; nothing here knows a number of the policy or what a rule will say.
// It keeps nothing: instances go in and come out.
import { decide, type Decided, type Instances } from "../../../models/language/decide.ts";
import {
  interpret,
  settle,
  type Answered,
  type Given,
  type Instance,
} from "../../../models/language/interpret.ts";
import type { Lifecycle } from "../../../models/language/lifecycle.ts";
import type { Rule } from "../../../models/language/rule.ts";
import { found, restOf, type Law } from "../../../models/language/surroundings.ts";
import type { Policy } from "../../../models/policy.ts";

export interface Reading {
  readonly law: Law;
  readonly policy: Policy;
  readonly rule: (id: string) => Rule;
  /** An instance of which nothing has been said. */
  readonly rest: (machine: string) => Instance;
  /** One rule of a party, asked at an instant. */
  readonly ask: (rule: string, instances: Instances, given: Given, atMs: number) => Decided;
  /** One event, sent to an instance at an instant. */
  readonly send: (machine: string, instance: Instance, event: string, given: Given, atMs: number) => Answered;
  /** The instance after every deadline that is due by then. */
  readonly later: (machine: string, instance: Instance, atMs: number) => Instance;
}

export function readingOf(law: Law, policy: Policy): Reading {
  const machineOf = (id: string): Lifecycle | undefined => law.machines.find((machine) => machine.id === id);
  const machine = (id: string): Lifecycle => found(machineOf(id), id);
  const rule = (id: string): Rule =>
    found(
      law.rules.find((one) => one.id === id),
      id,
    );
  return {
    law,
    policy,
    rule,
    rest: (id) => restOf(machine(id)),
    ask: (id, instances, given, atMs) => decide(rule(id), machineOf, policy, instances, given, atMs),
    send: (id, instance, event, given, atMs) =>
      interpret(machine(id), policy, instance, { type: event, given }, atMs),
    later: (id, instance, atMs) => settle(machine(id), policy, instance, -Infinity, atMs).instance,
  };
}

/** Whether an event was heard and not refused. */
export const isTaken = ({ own }: Answered): boolean => own !== undefined && own.refused === "";

/** A number of the policy by its name. */
export const numberOf = ({ policy }: Reading, name: string): number => Number(policy.constants[name]);
