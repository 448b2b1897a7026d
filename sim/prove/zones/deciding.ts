/**
 * Reads one rule over a zone: settles its instances, asks its refusals in order, then sends its events; decide.ts does the same for one world.
 * Each part of the zone comes out with what the rule decided there.
 */
import { LawMistake } from "../../../models/language/evaluate.ts";
import type { Lifecycle } from "../../../models/language/lifecycle.ts";
import type { Rule, RuleStep } from "../../../models/language/rule.ts";
import { holdsIn } from "./conditions.ts";
import type { Branches, Moment } from "./moment.ts";
import { settle, take, type Surely } from "./settling.ts";
import {
  isInstant,
  type Instant,
  type Symbolic,
  type SymbolicInstance,
  type SymbolicInstances,
} from "./symbol.ts";
import { onward, valueOf, valuesOf, type Around } from "./terms.ts";

export interface Decided {
  readonly instances: SymbolicInstances;
  /** What was taken, each as the rule's name for the instance and the transition. */
  readonly taken: readonly (readonly [string, string])[];
  readonly refused: string;
  readonly told: string;
}

interface Planned {
  readonly step: RuleStep;
  readonly given: Readonly<Record<string, Symbolic>>;
}

type Instants = Readonly<Record<string, Instant>>;

const one = <Kind>(name: string, among: Readonly<Record<string, Kind>>): Kind => {
  const found = among[name];
  if (found === undefined) throw new LawMistake(`the rule has no instance ${name}`);
  return found;
};

const instantsOf = (rule: Rule, moment: Moment, around: Around): Branches<Instants> =>
  Object.entries(rule.instances).reduce<Branches<Instants>>(
    (sofar, [name, { decidedAt }]) =>
      onward(sofar, (part, instants): Branches<Instants> => {
        if (decidedAt === undefined) return [{ moment: part, is: { ...instants, [name]: around.now } }];
        return onward(valueOf(decidedAt, part, around), (last, at) => {
          if (!isInstant(at)) throw new LawMistake(`${rule.id}: ${name} is decided at no instant`);
          return [{ moment: last, is: { ...instants, [name]: at } }];
        });
      }),
    [{ moment, is: {} }],
  );

const planned = (rule: Rule, moment: Moment, around: Around): Branches<readonly Planned[]> =>
  rule.steps.reduce<Branches<readonly Planned[]>>(
    (sofar, step) =>
      onward(sofar, (part, steps) =>
        onward(
          step.when === undefined ? [{ moment: part, is: true }] : holdsIn(step.when, part, around),
          (asked, isSo): Branches<readonly Planned[]> =>
            isSo
              ? onward(valuesOf(step.with, asked, around), (last, given) => [
                  { moment: last, is: [...steps, { step, given }] },
                ])
              : [{ moment: asked, is: steps }],
        ),
      ),
    [{ moment, is: [] }],
  );

const refusalIn = (rule: Rule, moment: Moment, around: Around): Branches<string> =>
  rule.refusals.reduce<Branches<string>>(
    (sofar, { code, when }) =>
      onward(sofar, (part, refused) =>
        refused === ""
          ? onward(holdsIn(when, part, around), (last, isSo) => [{ moment: last, is: isSo ? code : "" }])
          : [{ moment: part, is: refused }],
      ),
    [{ moment, is: "" }],
  );

/** What the rule decides over these instances. */
export function decide(
  rule: Rule,
  machineOf: (id: string) => Lifecycle,
  before: SymbolicInstances,
  given: Readonly<Record<string, Symbolic>>,
  moment: Moment,
  now: Instant,
  surely: Surely,
): Branches<Decided> {
  const machineFor = (name: string): Lifecycle => machineOf(one(name, rule.instances).machine);
  const put = (
    { instances, taken, ...rest }: Decided,
    name: string,
    instance: SymbolicInstance,
    more: readonly string[],
  ): Decided => ({
    ...rest,
    instances: { ...instances, [name]: instance },
    taken: [...taken, ...more.map((transition) => [name, transition] as const)],
  });
  const settled = (
    sofar: Branches<Decided>,
    name: string,
    from: Instant | undefined,
    at: Instant,
  ): Branches<Decided> =>
    onward(sofar, (part, decided) =>
      onward(
        settle(machineFor(name), one(name, decided.instances), part, from, at, surely),
        (last, { instance, taken }) => [{ moment: last, is: put(decided, name, instance, taken) }],
      ),
    );

  const stepped = (
    sofar: Branches<Decided>,
    place: number,
    { step: { instance: name, event: type }, given: brought }: Planned,
    at: Instant,
  ): Branches<Decided> =>
    onward(sofar, (part, decided): Branches<Decided> => {
      if (decided.refused !== "") return [{ moment: part, is: decided }];
      const instance = one(name, decided.instances);
      return onward(
        take(machineFor(name), instance, { type, given: brought }, part, at, surely),
        (last, answer): Branches<Decided> => {
          const next = put(decided, name, answer.instance, answer.taken);
          if (place > 0) return settled([{ moment: last, is: next }], name, at, at);
          if (answer.refused !== "") return [{ moment: last, is: { ...next, refused: answer.refused } }];
          return settled([{ moment: last, is: { ...next, told: answer.told } }], name, at, at);
        },
      );
    });

  const begin: Around = { ...surely, now, fields: {}, given, instances: {} };
  return onward(instantsOf(rule, moment, begin), (begun, instants) => {
    const first: Branches<Decided> = [
      { moment: begun, is: { instances: before, taken: [], refused: "", told: "" } },
    ];
    const allSettled = Object.keys(rule.instances).reduce(
      (sofar, name) => settled(sofar, name, undefined, one(name, instants)),
      first,
    );
    return onward(allSettled, (part, decided) => {
      const around: Around = { ...begin, instances: decided.instances };
      return onward(refusalIn(rule, part, around), (asked, refused): Branches<Decided> => {
        if (refused !== "") return [{ moment: asked, is: { ...decided, refused } }];
        return onward(planned(rule, asked, around), (last, steps) =>
          steps.reduce<Branches<Decided>>(
            (sofar, plan, place) => stepped(sofar, place, plan, one(plan.step.instance, instants)),
            [{ moment: last, is: decided }],
          ),
        );
      });
    });
  });
}
