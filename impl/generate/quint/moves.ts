/**
 * Prints the moves of a slice as Quint: whether each can be made, what it leads to, and the action that makes it.
 * The reading is that of compose.ts: the call, what the promises ask, what is remembered, what is forgotten, the normal form.
 */
import { LawMistake } from "../../../models/language/evaluate.ts";
import type { Term } from "../../../models/language/expression.ts";
import type { Fields } from "../../../models/language/fields.ts";
import type { Move } from "../../../models/language/slice.ts";
import { quoted } from "../names.ts";
import { factsOf } from "../promela/rule.ts";
import { lookUp } from "../terms.ts";
import { settled } from "./deadlines.ts";
import { eventName, lowered } from "./form.ts";
import { printJudgements } from "./promises.ts";
import {
  anyDeadline,
  isToken,
  moveNames,
  phaseOf,
  scopeOf,
  within,
  type Scene,
  type Worlds,
} from "./scene.ts";
import { both, printCondition, printTerm } from "./terms.ts";
import {
  applied,
  block,
  changed,
  definition,
  firstOf,
  record,
  enclosed,
  type Entry,
  type Lines,
  type Value,
} from "./text.ts";

type Values = readonly Value[];

/** What a call says: what has to be named before it, and its refusal and instances as spelt then. */
interface Call {
  readonly values: Values;
  readonly instances: readonly (readonly [name: string, text: string])[];
  /** How its refusal is spelt; nothing for a call that cannot refuse. */
  readonly refused: string | undefined;
}

const broughtBy = (
  scene: Scene,
  given: Readonly<Record<string, Term>>,
  fields: Fields,
  names: readonly string[],
): readonly string[] =>
  names.map((name) => {
    const term = given[name];
    if (term === undefined) throw new LawMistake(`the call brings no ${name}`);
    return printTerm(term, scopeOf(scene, within("w")), fields[name]);
  });

const callOf = (scene: Scene, { call, at: decidedAt }: Move): Call => {
  const at = decidedAt?.kind === "now" ? undefined : decidedAt;
  if (call === undefined) return { values: [], instances: [], refused: undefined };
  const decided = at === undefined ? "NOW" : "at";
  const phase = phaseOf(scene, "w");
  const answering = (name: string, ...parameters: readonly string[]): Value => [
    "answer",
    enclosed(
      `${name}(`,
      [...parameters, decided, phase].filter((text) => text !== ""),
      ")",
    ),
  ];
  const values: Values =
    at === undefined ? [] : [["at", [printTerm(at, scopeOf(scene, within("w")), { kind: "instant" })]]];
  const settledAs = (instance: string, it: string, from: string) =>
    settled(scene.formOf(instance), it, from, decided, phase);
  switch (call.kind) {
    case "sweep":
      return {
        values,
        instances: [[call.instance, settledAs(call.instance, `w.${call.instance}`, "SINCE_EVER")]],
        refused: undefined,
      };
    case "event": {
      const form = scene.formOf(call.instance);
      const fields = form.machine.meta.events[call.event]?.fields ?? {};
      const it = settledAs(call.instance, `w.${call.instance}`, "SINCE_EVER");
      const given = broughtBy(scene, call.given, fields, Object.keys(fields));
      return {
        values: [...values, answering(eventName(form, call.event), it, ...given)],
        instances: [[call.instance, settledAs(call.instance, "answer.it", decided)]],
        refused: "answer.refused",
      };
    }
    case "rule": {
      const { name, rule } = scene.askedBy(call);
      const bound = Object.keys(rule.instances).map((one) => [one, call.instances[one] ?? ""] as const);
      if (new Set(bound.map(([, instance]) => instance)).size < bound.length)
        throw new LawMistake(`${rule.id} is asked with one instance under two names`);
      const given = broughtBy(scene, call.given, rule.trigger.fields, factsOf(rule));
      const instances = bound.map(([, instance]) => `w.${instance}`);
      return {
        values: [...values, answering(name, ...instances, ...given)],
        instances: bound.map(([one, instance]) => [instance, `answer.${one}`]),
        refused: "answer.refused",
      };
    }
  }
};

/** What is remembered afterwards; read over variables as they were before and instances as they are after the call. */
const remembered = (
  scene: Scene,
  { sets = {}, done = {}, refused = {} }: Move,
  worlds: Worlds,
  canRefuse: boolean,
) => {
  const scope = scopeOf(scene, worlds);
  const shape = lookUp(scene.slice.variables, scene.slice.id);
  const names = [...new Set([...Object.keys(sets), ...Object.keys(done), ...Object.keys(refused)])];
  return names.map((name): Entry => {
    const spelt = (term: Term | undefined): string =>
      term === undefined ? `w.${name}` : printTerm(term, scope, shape(name));
    const [ifDone, ifRefused] = [spelt(done[name] ?? sets[name]), spelt(refused[name] ?? sets[name])];
    return [name, !canRefuse || ifDone === ifRefused ? ifDone : `if (isDone) ${ifDone} else ${ifRefused}`];
  });
};

const said = ({ says: sentence, names = {} }: Move): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (open, name: string) => names[name] ?? open);

const mayBeMade = (scene: Scene, { when, call }: Move): string =>
  both(
    call?.kind === "sweep" ? anyDeadline(scene, call.instance, (deadline) => `${deadline} <= NOW`) : "true",
    when === undefined ? "true" : printCondition(when, scopeOf(scene, within("w"))),
  );

/** The action of a move, and what it is called by. */
export const printAction = (id: string, isAlways: boolean): Lines => {
  const { action, may, after } = moveNames(id);
  const taken = `takes(${quoted(id)}, ${after}(world))`;
  return [
    ...(isAlways
      ? [`action ${action} = ${taken}`]
      : enclosed(`action ${action} = all {`, [`${may}(world)`, taken], "}")),
    "",
  ];
};

/** What a move leads to. */
const stepOf = (scene: Scene, move: Move): Lines => {
  const { values, instances, refused } = callOf(scene, move);
  const canRefuse = refused !== undefined;
  const called = instances.map(([name, text]): Entry => [
    name,
    canRefuse && isToken(scene, name) ? `if (isDone) ${text} else w.${name}` : text,
  ]);
  const after = called.length === 0 ? "w" : "after";
  const worlds = { variables: "w", instances: after, before: "w" };
  const forgotten = (move.forgets ?? []).map((name): Entry => [name, `${lowered(scene.formOf(name))}AtRest`]);
  const judged = printJudgements(scene, move.id, worlds);
  const isJudged = judged.length > 1;
  const judgedIfDone =
    canRefuse && isJudged ? firstOf([{ guard: "isDone", value: judged }], ["Set()"]) : judged;
  const remembers = remembered(scene, move, worlds, canRefuse);
  const usesDone = /isDone/.test(JSON.stringify([called, judgedIfDone, remembers]));
  return block(
    [
      ...values,
      ...(usesDone ? [["isDone", [`${refused ?? ""} == ""`]] as const] : []),
      ...(called.length === 0 ? [] : [["after", changed("w", called)] as const]),
      ...(isJudged ? [["judged", judgedIfDone] as const] : []),
    ],
    record([
      ["world", applied("inOrder", changed(after, [...remembers, ...forgotten]))],
      ["refused", refused ?? `""`],
      ["judged", isJudged ? "judged" : "Set()"],
    ]),
  );
};

export function printMove(scene: Scene, move: Move): Lines {
  const { may, after } = moveNames(move.id);
  const guard = mayBeMade(scene, move);
  return [
    ...(guard === "true" ? [] : definition("", may, [["w", "World"]], "bool", [guard])),
    ...definition(`${move.id}. ${said(move)}`, after, [["w", "World"]], "Step", stepOf(scene, move)),
    ...printAction(move.id, guard === "true"),
  ];
}
