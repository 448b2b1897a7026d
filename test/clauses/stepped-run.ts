/**
 * Runs a story step by step by any function that decides over plain snapshots: what is due first, then the event.
 * The generated core and the plain reading of the models are run through it; XState and the services have their own ways.
 * It observes and judges nothing.
 */
import type { Instances } from "../../models/language/decide.ts";
import type { Value } from "../../models/language/expression.ts";
import type { Instance } from "../../models/language/interpret.ts";
import { transitionsOf, type Lifecycle } from "../../models/language/lifecycle.ts";
import type { Policy } from "../../models/policy.ts";
import type { Observation } from "./drivers.ts";
import { millisecondsOf, valuesOf } from "./instance.ts";
import { ruleIn, type ReadLaw } from "./readlaw.ts";
import { beginningOf, fieldsByInstance, instancesFor, sendsAfter, settledOnly } from "./standing.ts";
import type { Story } from "./story.ts";

type Values = Readonly<Record<string, Value>>;

interface Told {
  readonly transition: string;
  readonly told: string;
}

export interface Stepped {
  readonly snapshot: Instance;
  readonly taken: readonly Told[];
  /** The event's own transition, and the code it refused with; empty for neither. */
  readonly transition: string;
  readonly refused: string;
}

export type Stepping = (
  before: Instance,
  event: { readonly type: string; readonly given: Values } | undefined,
  now: number,
) => Stepped;

export interface RuleDecided {
  readonly instances: Instances;
  readonly taken: readonly Told[];
  readonly refused: string;
  readonly told: string;
}

export type Deciding = (before: Instances, given: Values, now: number) => RuleDecided;

const toldIn = (taken: readonly Told[]): readonly string[] =>
  taken.flatMap(({ told }) => (told === "" ? [] : [told]));

const alike = (one: Instance, other: Instance | undefined): boolean =>
  one.state === other?.state &&
  Object.entries(one.fields).every(([name, value]) => other.fields[name] === value);

export function observedLifecycle(story: Story, machine: Lifecycle, step: Stepping): readonly Observation[] {
  let standing = beginningOf(machine, story.start);
  return story.steps.map(({ at, send, with: brought }) => {
    const now = millisecondsOf(at);
    const settled = step(standing, undefined, now);
    const event = send === undefined ? undefined : { type: send, given: valuesOf(brought) };
    const answered = step(settled.snapshot, event, now);
    standing = answered.snapshot;
    const unheard = event !== undefined && answered.transition === "";
    return {
      states: { [story.subject]: standing.state },
      fields: standing.fields,
      told: event === undefined ? [] : toldIn(answered.taken),
      meanwhile: toldIn(settled.taken),
      refused: unheard || answered.refused === "" ? null : answered.refused,
      unheard,
      changed: !alike(settled.snapshot, standing),
      sends: [],
    };
  });
}

const deadlinesIn = (law: ReadLaw): ReadonlySet<string> =>
  new Set(
    law.machines.flatMap((machine) =>
      transitionsOf(machine).flatMap(({ id, trigger }) => (trigger.kind === "deadline" ? [id] : [])),
    ),
  );

export function observedRule(
  id: string,
  story: Story,
  policy: Policy,
  law: ReadLaw,
  decide: Deciding,
): readonly Observation[] {
  const rule = ruleIn(law, id);
  const deadlines = deadlinesIn(law);
  let standing: Instances = {};
  return story.steps.map((step) => {
    const now = millisecondsOf(step.at);
    const given = valuesOf(step.with);
    const before = instancesFor(law, rule, story, step, standing);
    const { instances, taken, refused, told } = decide(before, given, now);
    standing = instances;
    const own = taken.findIndex(({ transition }) => !deadlines.has(transition));
    const until = own === -1 ? taken.length : own;
    const settled = settledOnly(law, rule, policy, before, given, now);
    const unheard = refused === "not-allowed";
    return {
      states: Object.fromEntries(Object.entries(instances).map(([name, { state }]) => [name, state])),
      fields: fieldsByInstance(instances),
      told: refused === "" ? toldIn(taken.slice(until)) : [],
      meanwhile: toldIn(taken.slice(0, until)),
      refused: unheard || refused === "" ? null : refused,
      unheard,
      changed: Object.entries(instances).some(([name, one]) => !alike(one, settled[name])),
      sends: sendsAfter(rule, refused, told),
    };
  });
}
