/**
 * What is right, remembered: XState's outcome of every case of a machine's table, and the plain reading's of every case of a rule.
 * Thousands of mutants are compared with it, in an order that the seed decides, so that most are found out within a few cases.
 * A case is worked out when the first mutant needs it, and once only.
 */
import fc from "fast-check";
import { decide, type Decided } from "../../models/language/decide.ts";
import { interpret } from "../../models/language/interpret.ts";
import type { Lifecycle } from "../../models/language/lifecycle.ts";
import type { Rule } from "../../models/language/rule.ts";
import { machineOf } from "../../models/machines.ts";
import { presets, type Policy } from "../../models/policy.ts";
import { casesOf, type Case } from "../equal/cases.ts";
import { edgePolicies } from "../equal/nothinglasts.ts";
import type { Outcome } from "../equal/outcome.ts";
import { drawnCase, orderedCases, type RuleCase } from "../equal/rulecases.ts";
import { xstateSide } from "../equal/xstateside.ts";
import { sampleSeed, shuffled } from "./sample.ts";

/** Cases of one subject under one policy, and what is right in each. */
export interface Expected<One, Right> {
  readonly policy: Policy;
  readonly cases: readonly One[];
  readonly rightIn: (place: number) => Right;
}

const remembering = <One, Right>(
  policy: Policy,
  cases: readonly One[],
  work: (one: One) => Right,
): Expected<One, Right> => {
  const known: (Right | undefined)[] = [];
  return {
    policy,
    cases,
    rightIn: (place) => {
      const one = cases[place];
      if (one === undefined) throw new Error(`there is no case ${String(place)}`);
      const right = known[place] ?? work(one);
      known[place] = right;
      return right;
    },
  };
};

/** A law that does not mention what differs between the presets is the same under each; at the edge it is another. */
const policiesOf = (law: unknown): readonly Policy[] =>
  JSON.stringify(law).includes('"consentAsked"')
    ? [presets["2020-07"], presets["2020-10"], ...edgePolicies]
    : [presets["2020-07"], ...edgePolicies];

/** The order is the seed's; a policy that nobody lives under gets a part of the cases, as nothinglasts.test.ts takes one. */
const ordered = <One>(policy: Policy, cases: readonly One[], most: number): readonly One[] =>
  shuffled(cases, sampleSeed).slice(0, edgePolicies.includes(policy) ? Math.min(most, 10_000) : most);

/** Before every instant of the table, so that XState arms a timer for each deadline. */
const lead = 10;

const expectedOfMachine = (machine: Lifecycle, most: number): readonly Expected<Case, Outcome>[] => {
  const all = Object.keys(machine.states).flatMap((state) => [...casesOf(machine, state)]);
  return policiesOf(machine).map((policy) => {
    const xstate = xstateSide(machine, policy);
    return remembering(policy, ordered(policy, all, most), ({ standing, event, now }) => {
      const outcome = xstate.start(standing, now - lead).step(event, now);
      const { taken } = interpret(machine, policy, standing, event, now);
      return { ...outcome, taken: taken.map(({ transition, at }) => ({ transition, at })) };
    });
  });
};

const drawnEach = 2_000;

const expectedOfRule = (rule: Rule, most: number): readonly Expected<RuleCase, Decided>[] => {
  const machines = Object.values(rule.instances).map(({ machine }) => machineOf(machine));
  const random = fc.sample(drawnCase(rule), { seed: sampleSeed, numRuns: drawnEach });
  const all = [...random, ...orderedCases(rule)];
  return policiesOf([rule, machines]).map((policy) =>
    remembering(policy, ordered(policy, all, most), ({ before, given, now }) =>
      decide(rule, machineOf, policy, before, given, now),
    ),
  );
};

/** The tables of all machines and rules, each made when it is first asked for; `most` bounds the cases of each. */
export interface Tables {
  readonly ofMachine: (machine: Lifecycle | undefined) => readonly Expected<Case, Outcome>[];
  readonly ofRule: (rule: Rule) => readonly Expected<RuleCase, Decided>[];
}

const once = <Key, Answer>(work: (key: Key) => Answer): ((key: Key) => Answer) => {
  const known = new Map<Key, Answer>();
  return (key) => {
    const answer = known.get(key) ?? work(key);
    known.set(key, answer);
    return answer;
  };
};

export const tablesOf = (most: number): Tables => ({
  ofMachine: once((machine) => (machine === undefined ? [] : expectedOfMachine(machine, most))),
  ofRule: once((rule) => expectedOfRule(rule, most)),
});
