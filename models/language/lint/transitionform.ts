/**
 * The form of a transition: a target, one guard, actions out of three, a description and clauses.
 * XState takes much more here (strings, closures, lists of targets); all of it is refused with its place.
 * What the transition means is judged in transitions.ts, after this.
 */
import { clauses, sentence } from "./evidenceform.ts";
import { condition, term } from "./expressionform.ts";
import { codeName, dottedName } from "./fieldsform.ts";
import { found, own, shown, type Finding } from "./finding.ts";
import { dictionary, isRecord, list, may, need, one, record, text, type Shape } from "./shape.ts";

const guard: Shape = (value, place) => {
  const type = isRecord(value) ? value["type"] : value;
  if (type !== "holds") return [found("unknown-guard", place, `There is no guard ${shown(type)}.`)];
  if (!isRecord(value)) return [found("guard-without-params", place, "The guard holds no condition.")];
  return record({ type: need(text()), params: need(condition, "guard-without-params") })(value, place);
};

/** Fields to set; which fields there are is not yet asked. */
const assignments: Shape = (value, place) =>
  isRecord(value) && Object.keys(value).length === 0
    ? [found("empty-list", place, "It sets nothing.")]
    : dictionary(term, () => [])(value, place);

const params: Readonly<Record<string, Shape>> = {
  set: assignments,
  tell: record({ type: need(dottedName) }),
  refuse: record({ code: need(codeName) }),
};

const action: Shape = (value, place) => {
  const type = isRecord(value) ? value["type"] : value;
  const shape = typeof type === "string" ? own(params, type) : undefined;
  if (shape === undefined) return [found("unknown-action", place, `There is no action ${shown(type)}.`)];
  if (!isRecord(value)) return [found("action-without-params", place, `"${String(type)}" is given nothing.`)];
  return record({ type: need(text()), params: need(shape, "action-without-params") })(value, place);
};

const features = (key: string, place: string): Finding =>
  key === "cond" || key === "in"
    ? found("unknown-guard", place, `"${key}" is a guard of older machines.`)
    : found("unknown-key", place, `"${key}" is not among what a transition may have.`);

const transition: Shape = record(
  {
    target: may(text()),
    reenter: may(one([true])),
    guard: may(guard),
    actions: need(list(action)),
    description: sentence,
    meta: need(record({ clauses }), "clauses-missing"),
  },
  features,
);

/** The alternatives of one event or deadline, in the order in which they are asked. */
export const alternatives: Shape = list(transition, "empty-list");
