/**
 * The test cases of one rule: from a point at which it refuses nothing, every single fact and every single instance departs from it,
 * and pairs of such departures where the answer is one not met before. So every refusal is met, and both sides of each deadline.
 * The first point is found by letting one thing after another depart for the better; a rule that always refuses has none.
 */
import { decide, type Decided, type Instances } from "../../../models/language/decide.ts";
import { holds } from "../../../models/language/evaluate.ts";
import type { Value } from "../../../models/language/expression.ts";
import type { Field } from "../../../models/language/fields.ts";
import type { Given } from "../../../models/language/interpret.ts";
import { transitionsOf } from "../../../models/language/lifecycle.ts";
import type { Rule } from "../../../models/language/rule.ts";
import { machineOf } from "../../../models/machines.ts";
import { presets, type PresetName } from "../../../models/policy.ts";
import type { Case } from "../case.ts";
import { boundariesOf, comparisonsIn } from "./boundaries.ts";
import { standingsOf } from "./rulestandings.ts";
import { beginningMs } from "./search.ts";

/** What a rule is asked, and over what. */
interface Point {
  readonly standings: Instances;
  readonly given: Given;
}

/** One thing that departs, and what it becomes. */
interface Departure {
  readonly says: string;
  readonly point: Point;
}

export interface RuleCases {
  readonly rule: string;
  readonly cases: readonly Case[];
  /** Codes of refusals, and what was told, that a case meets; empty for being told nothing. */
  readonly answers: ReadonlySet<string>;
}

const bothSides = (instant: number): readonly number[] => [instant - 1, instant, instant + 1];

const decidedBy = (rule: Rule, field: string): boolean =>
  Object.values(rule.instances).some(
    ({ decidedAt }) => decidedAt?.kind === "given" && decidedAt.field === field,
  );

/** What the rule asks about time, and what the machine asks that its first event is sent to. */
const comparisonsOfRule = ({ refusals, steps, instances }: Rule) => {
  const [asked] = steps;
  const machine = machineOf(instances[asked?.instance ?? ""]?.machine ?? "");
  const heard = Object.values(machine?.states ?? {}).flatMap(({ on }) => on?.[asked?.event ?? ""] ?? []);
  const guards = heard.flatMap(({ guard }) => (guard === undefined ? [] : [guard.params]));
  return [...refusals.map(({ when }) => when), ...guards].flatMap(comparisonsIn);
};

const valuesOf = (
  rule: Rule,
  preset: PresetName,
  name: string,
  field: Field,
  point: Point,
): readonly Value[] => {
  switch (field.kind) {
    case "instant": {
      const given = Object.fromEntries(Object.entries(point.given).filter(([other]) => other !== name));
      const [asked] = rule.steps;
      const fields = point.standings[asked?.instance ?? ""]?.fields ?? {};
      const around = { policy: presets[preset], now: beginningMs, fields, given, instances: point.standings };
      const boundaries = boundariesOf(comparisonsOfRule(rule), { kind: "given", field: name }, around);
      const instants = new Set([beginningMs, ...boundaries].flatMap(bothSides));
      return decidedBy(rule, name) ? [...instants] : [...instants, null];
    }
    case "count":
    case "id":
      return field.domain;
    case "choice":
      return field.words;
    case "flag":
      return [true, false];
  }
};

const ofFacts = (rule: Rule, preset: PresetName, point: Point): readonly Departure[] =>
  Object.entries(rule.trigger.fields).flatMap(([name, field]) =>
    valuesOf(rule, preset, name, field, point)
      .filter((value) => value !== point.given[name])
      .map((value) => ({
        says: `${name}=${typeof value === "number" && field.kind === "instant" ? `noon${value < beginningMs ? "" : "+"}${value - beginningMs}` : String(value)}`,
        point: { ...point, given: { ...point.given, [name]: value } },
      })),
  );

const ofInstances = (rule: Rule, { standings, given }: Point): readonly Departure[] =>
  Object.entries(rule.instances).flatMap(([name, { machine: id }]) => {
    const machine = machineOf(id);
    if (machine === undefined) return [];
    return standingsOf(machine, beginningMs)
      .filter((instance) => JSON.stringify(instance) !== JSON.stringify(standings[name]))
      .map((instance, index) => ({
        says: `${name} is ${instance.state} (${index + 1})`,
        point: { given, standings: { ...standings, [name]: instance } },
      }));
  });

const decided = (rule: Rule, preset: PresetName, { standings, given }: Point): Decided =>
  decide(rule, machineOf, presets[preset], standings, given, beginningMs);

/** How far the rule comes before it refuses: past its own refusals first, then past those of the machine that it asks. */
const reach = (rule: Rule, preset: PresetName, point: Point): number => {
  const { refused, instances, taken } = decided(rule, preset, point);
  if (refused === "") return Infinity;
  const around = { policy: presets[preset], now: beginningMs, fields: {}, given: point.given, instances };
  const place = rule.refusals.findIndex(({ when }) => holds(when, around));
  if (place >= 0) return place;
  const last = taken.at(-1);
  const machine = machineOf(rule.instances[last?.instance ?? ""]?.machine ?? "");
  const placed = machine === undefined ? [] : transitionsOf(machine);
  const alternative = placed.find(({ id }) => id === last?.transition && last.refused !== "")?.alternative;
  return rule.refusals.length + (alternative === undefined ? 0 : 1 + alternative);
};

const begun = (rule: Rule): Point => ({
  standings: Object.fromEntries(
    Object.entries(rule.instances).flatMap(([name, { machine: id }]) => {
      const machine = machineOf(id);
      return machine === undefined ? [] : [[name, { state: machine.initial, fields: machine.context }]];
    }),
  ),
  given: Object.fromEntries(
    Object.entries(rule.trigger.fields).map(([name, field]): readonly [string, Value] => {
      switch (field.kind) {
        case "instant":
          return [name, beginningMs];
        case "count":
        case "id":
          return [name, field.domain[0] ?? null];
        case "choice":
          return [name, field.words[0] ?? null];
        case "flag":
          return [name, true];
      }
    }),
  ),
});

/** The point from which all else departs. */
export const willingPoint = (rule: Rule, preset: PresetName): Point | undefined => {
  let point = begun(rule);
  for (;;) {
    const now = reach(rule, preset, point);
    if (now === Infinity) return point;
    const better = [...ofInstances(rule, point), ...ofFacts(rule, preset, point)].find(
      (departure) => reach(rule, preset, departure.point) > now,
    );
    if (better === undefined) return undefined;
    point = better.point;
  }
};

const answerOf = ({ refused, told }: Decided): string => (refused === "" ? told : refused);

/** The answer, and everything that was taken on the way. */
const signatureOf = (one: Decided): string =>
  JSON.stringify([answerOf(one), one.taken.map(({ instance, transition }) => [instance, transition])]);

export function ruleCases(rule: Rule, preset: PresetName): RuleCases {
  const willing = willingPoint(rule, preset);
  const answers = new Set<string>();
  if (willing === undefined) return { rule: rule.id, cases: [], answers };
  const signatures = new Set<string>();
  const cases: Case[] = [];
  const take = ({ says, point }: Departure, onlyIfNew: boolean): void => {
    const found = decided(rule, preset, point);
    const signature = signatureOf(found);
    if (onlyIfNew && signatures.has(signature)) return;
    signatures.add(signature);
    answers.add(answerOf(found));
    cases.push({
      id: `answer/${rule.id}/${preset}/${says}`,
      kind: "answer",
      covers: [`${rule.id} ${answerOf(found)}`],
      subject: { kind: "party", party: rule.party, preset, standings: point.standings },
      steps: [{ now: beginningMs, event: { type: rule.id, given: point.given } }],
    });
  };
  const single = [...ofInstances(rule, willing), ...ofFacts(rule, preset, willing)];
  take({ says: "nothing departs", point: willing }, false);
  for (const departure of single) take(departure, false);
  for (const first of single)
    for (const second of ofFacts(rule, preset, first.point))
      take({ says: `${first.says}, ${second.says}`, point: second.point }, true);
  return { rule: rule.id, cases, answers };
}
