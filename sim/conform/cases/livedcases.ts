/**
 * The test cases of one party's rules that lives lead to: from rest, by the party's own rules one after the other and by waiting for what
 * runs, the shortest way to every answer and to everything that is taken for it. So they can be played by whoever only asks the party,
 * as over HTTP, while the cases of rulecases.ts put rows side by side by hand. A fact that a party finds out for itself stays at rest here.
 */
import { decide, type Decided, type Instances } from "../../../models/language/decide.ts";
import type { Value } from "../../../models/language/expression.ts";
import { nextDeadline, type Given, type Instance } from "../../../models/language/interpret.ts";
import type { Lifecycle } from "../../../models/language/lifecycle.ts";
import type { PartyName, Rule } from "../../../models/language/rule.ts";
import { machineOf } from "../../../models/machines.ts";
import { presets, type PresetName } from "../../../models/policy.ts";
import { rules } from "../../../models/system.ts";
import type { Case, Step } from "../case.ts";
import { beginningMs } from "./search.ts";
import { standingKey } from "./standingkey.ts";

/** Which rules a life is made of, and which facts of theirs somebody who asks can choose. */
export interface Life {
  readonly party: PartyName;
  readonly rules: readonly string[];
  readonly chosen: Readonly<Record<string, readonly Value[]>>;
  /** Rules that are asked until one is told yes, because what they make is another thing the next time. */
  readonly once: readonly string[];
}

/** One person at an issuer, and the office's word. */
export const lifeOfAPerson: Life = {
  party: "issuer",
  rules: ["announceLevel", "agree", "sendCode", "checkCode", "issue", "withdraw"].map(
    (one) => `issuer.${one}`,
  ),
  chosen: { level: ["attention", "serious"], noticeVersion: [1, 0], matches: [true, false] },
  once: ["issuer.issue"],
};

interface Lived {
  readonly standings: Instances;
  readonly now: number;
  readonly steps: readonly Step[];
  readonly done: readonly string[];
}

const placesMost = 1_500;

const machineNamed = (life: readonly Rule[], name: string): Lifecycle | undefined =>
  machineOf(life.find(({ instances }) => instances[name] !== undefined)?.instances[name]?.machine ?? "");

const atRest = (life: readonly Rule[]): Instances =>
  Object.fromEntries(
    life
      .flatMap(({ instances }) => Object.entries(instances))
      .flatMap(([name, { machine: id }]): readonly (readonly [string, Instance])[] => {
        const machine = machineOf(id);
        return machine === undefined ? [] : [[name, { state: machine.initial, fields: machine.context }]];
      }),
  );

const factsOf = ({ trigger }: Rule, { chosen }: Life): readonly Given[] =>
  Object.entries(trigger.fields).reduce<readonly Given[]>(
    (sofar, [name, { kind }]) =>
      sofar.flatMap((given) =>
        (chosen[name] ?? [kind === "flag" ? false : 0]).map((value) => ({ ...given, [name]: value })),
      ),
    [{}],
  );

/** Now, and both sides of whatever is next to end of each instance. */
const waitsOf = (life: readonly Rule[], { standings, now }: Lived): readonly number[] => {
  const ends = Object.entries(standings).flatMap(([name, instance]) => {
    const machine = machineNamed(life, name);
    const at = machine?.meta.keptAs === "row" ? nextDeadline(machine, instance)?.at : undefined;
    return at === undefined ? [] : [at - 1, at];
  });
  return [now, ...new Set(ends.filter((at) => at > now))];
};

/** Whether something is due that the rule does not look at: then it says nothing about it, and whoever is asked may look. */
const leavesDue = (life: readonly Rule[], rule: Rule, { standings }: Lived, now: number): boolean =>
  Object.entries(standings).some(([name, instance]) => {
    const machine = machineNamed(life, name);
    if (machine?.meta.keptAs !== "row" || rule.instances[name] !== undefined) return false;
    return now >= (nextDeadline(machine, instance)?.at ?? Infinity);
  });

/** A row that is gone is one at rest for the next step. */
const kept = (life: readonly Rule[], found: Instances): Instances =>
  Object.fromEntries(
    Object.entries(found).map(([name, instance]) => {
      const machine = machineNamed(life, name);
      const isGone = machine?.meta.keptAs === "row" && machine.states[instance.state]?.meta.gone === true;
      return [name, isGone ? { state: machine.initial, fields: machine.context } : instance];
    }),
  );

const keyOf = ({ standings, now, done }: Lived): string =>
  [...done, ...Object.values(standings).map((instance) => standingKey({ instance, now, last: "" }))].join(
    " | ",
  );

const answerOf = ({ refused, told }: Decided): string => (refused === "" ? told : refused);

const searched = (life: Life, preset: PresetName): readonly Case[] => {
  const policy = presets[preset];
  const mine = rules.filter(({ id }) => life.rules.includes(id));
  const rest = atRest(mine);
  const cases = new Map<string, Case>();
  const queue: Lived[] = [{ standings: rest, now: beginningMs, steps: [], done: [] }];
  const seen = new Set(queue.map(keyOf));
  for (const place of queue) {
    if (seen.size > placesMost) break;
    for (const now of waitsOf(mine, place)) {
      for (const rule of mine) {
        if (place.done.includes(rule.id) || leavesDue(mine, rule, place, now)) continue;
        for (const given of factsOf(rule, life)) {
          const decided = decide(rule, machineOf, policy, place.standings, given, now);
          const steps = [...place.steps, { now, event: { type: rule.id, given } }];
          const answer = answerOf(decided);
          const taken = decided.taken.map(({ transition }) => transition).join(" ");
          const says =
            `${rule.id}/${preset}/lived/${answer === "" ? "told nothing" : answer} ${taken}`.trimEnd();
          if (!cases.has(says))
            cases.set(says, {
              id: `answer/${says}`,
              kind: "answer",
              covers: [`${rule.id} ${answer}`],
              subject: { kind: "party", party: life.party, preset, standings: rest },
              steps,
            });
          const done =
            decided.refused === "" && life.once.includes(rule.id) ? [...place.done, rule.id] : place.done;
          const standings = kept(mine, { ...place.standings, ...decided.instances });
          const next: Lived = { standings, now, steps, done };
          const key = keyOf(next);
          if (seen.has(key)) continue;
          seen.add(key);
          queue.push(next);
        }
      }
    }
  }
  return [...cases.values()];
};

const known = new Map<string, readonly Case[]>();

/** The cases that this life leads to under a preset, looked for once. */
export const livedCases = (life: Life, preset: PresetName): readonly Case[] => {
  const name = `${life.party} ${preset}`;
  const found = known.get(name) ?? searched(life, preset);
  known.set(name, found);
  return found;
};
