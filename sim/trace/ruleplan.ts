// A rule made ready to decide many lines: its machines looked up, its facts' names in order, one place for what is bound and given.
// `examine` settles its instances and asks the refusals, `carryOut` sends the events; between the two a watcher can look.
// It decides as models/language/decide.ts does, and a test holds the two against each other.
import { evaluate, holds } from "../../models/language/evaluate.ts";
import type { Condition, Term, Value } from "../../models/language/expression.ts";
import type { Field } from "../../models/language/fields.ts";
import type { Rule } from "../../models/language/rule.ts";
import type { IndexedMachine } from "./indexed.ts";
import { settle, take, type Around, type Held } from "./law.ts";

const nothing = {};

export interface PlannedInstance {
  readonly name: string;
  readonly machine: IndexedMachine;
  /** The rows of this machine at the rule's party, by key. */
  readonly rows: Map<string, Held>;
  readonly decidedAt: Term | undefined;
  /** Whether the rule may send it an event. */
  readonly changes: boolean;
}

interface PlannedStep {
  /** Its place among the instances. */
  readonly place: number;
  readonly event: string;
  readonly when: Condition | undefined;
  readonly brings: readonly (readonly [name: string, term: Term])[];
}

export interface RulePlan {
  readonly rule: Rule;
  readonly steps: readonly PlannedStep[];
  readonly facts: readonly (readonly [name: string, field: Field])[];
  readonly instances: readonly PlannedInstance[];
  /** The instances of the line at hand, by the rule's names for them. */
  readonly bound: Record<string, Held>;
  readonly given: Record<string, Value>;
  /** By instance, the instant at which it is decided. */
  readonly instants: number[];
  /** What deadlines told while the instances were settled. */
  readonly heard: string[];
}

export const planOf = (
  rule: Rule,
  machineOf: (id: string) => IndexedMachine,
  rowsOf: (party: string, machine: string) => Map<string, Held>,
): RulePlan => ({
  rule,
  steps: rule.steps.map(({ instance, event, when, with: terms }) => ({
    place: Object.keys(rule.instances).indexOf(instance),
    event,
    when,
    brings: Object.entries(terms ?? {}),
  })),
  facts: Object.entries(rule.trigger.fields),
  instances: Object.entries(rule.instances).map(([name, { machine, decidedAt }]) => ({
    name,
    machine: machineOf(machine),
    rows: rowsOf(rule.party, machine),
    decidedAt,
    changes: rule.steps.some(({ instance }) => instance === name),
  })),
  bound: {},
  given: {},
  instants: [],
  heard: [],
});

/** The instant at which an instance is decided. */
export const instantOf = (
  { decidedAt }: PlannedInstance,
  { given }: RulePlan,
  at: number,
  around: Around,
): number => {
  if (decidedAt === undefined) return at;
  around.now = at;
  around.given = given;
  const instant = evaluate(decidedAt, around);
  return typeof instant === "number" ? instant : at;
};

/** Settles what is bound and asks the refusals in order; answers the code, or empty. */
export const examine = (plan: RulePlan, at: number, around: Around): string => {
  const { instances, bound, given, instants, heard } = plan;
  heard.length = 0;
  for (let place = 0; place < instances.length; place += 1) {
    const instance = instances[place];
    const held = instance === undefined ? undefined : bound[instance.name];
    if (instance === undefined || held === undefined) continue;
    const instant = instantOf(instance, plan, at, around);
    instants[place] = instant;
    if (instance.machine.timed) settle(instance.machine, held, -Infinity, instant, around, heard);
  }
  around.now = at;
  around.fields = nothing;
  around.given = given;
  around.instances = bound;
  for (const { when, code } of plan.rule.refusals) if (holds(when, around)) return code;
  return "";
};

export interface Carried {
  /** The code with which the first step was refused, or empty. */
  readonly refused: string;
  /** What the first step told, or empty. */
  readonly told: string;
}

const silent: Carried = { refused: "", told: "" };
const notAllowed: Carried = { refused: "not-allowed", told: "" };

/** What a step brings along, read before any step has changed anything; nothing where the step is left out. */
const broughtBy = (
  { when, brings }: PlannedStep,
  around: Around,
): Readonly<Record<string, Value>> | undefined => {
  if (when !== undefined && !holds(when, around)) return undefined;
  if (brings.length === 0) return nothing;
  const brought: Record<string, Value> = {};
  for (const [name, term] of brings) brought[name] = evaluate(term, around);
  return brought;
};

/** Sends the rule's events, after `examine` has refused nothing. */
export const carryOut = (plan: RulePlan, at: number, around: Around): Carried => {
  const { steps, instances, bound, instants, heard } = plan;
  around.now = at;
  around.fields = nothing;
  around.given = plan.given;
  const brought = steps.map((step) => broughtBy(step, around));
  let answer: Carried | undefined;
  for (let number = 0; number < steps.length; number += 1) {
    const { place = 0, event = "" } = steps[number] ?? {};
    const given = brought[number];
    const instance = instances[place];
    const held = instance === undefined ? undefined : bound[instance.name];
    if (given === undefined || instance === undefined || held === undefined) continue;
    const instant = instants[place] ?? at;
    const taken = take(instance.machine, held, event, given, instant, around);
    // Only the first event of a rule may be refused by its machine.
    if (answer === undefined) {
      answer = taken ?? notAllowed;
      if (answer.refused !== "") return answer;
    }
    settle(instance.machine, held, instant, instant, around, heard);
  }
  return answer ?? silent;
};
