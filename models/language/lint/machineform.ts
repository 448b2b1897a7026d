/**
 * The form of a machine: the allow-list of XState's configuration that a lifecycle may use.
 * Everything else of XState is refused here by name, with the reason and what to write instead.
 * A machine that passes has the type `Lifecycle`; what it means is judged afterwards.
 */
import type { Lifecycle } from "../lifecycle.ts";
import type { FindingCode } from "./advice.ts";
import { clauses, party, sentence } from "./evidenceform.ts";
import { dottedName, eventFields, fields, plainName } from "./fieldsform.ts";
import { found, own, shown, type Finding } from "./finding.ts";
import { dictionary, list, may, need, one, record, such, text, unknownKey, type Shape } from "./shape.ts";
import { alternatives } from "./transitionform.ts";

const features: Readonly<Record<string, readonly [FindingCode, string]>> = {
  always: [
    "always-transition",
    "A transition that waits for nothing is hidden from the one who reads the events.",
  ],
  invoke: ["invoked-actor", "An invoked actor acts outside the law."],
  onDone: ["done-transition", "It waits for a nested state or an actor to be done."],
  onError: ["done-transition", "It waits for an actor to fail."],
  entry: ["entry-or-exit-action", "What happens on entry is hidden from the transition that causes it."],
  exit: ["entry-or-exit-action", "What happens on exit is hidden from the transition that causes it."],
  states: ["nested-states", "A state holds states of its own."],
  initial: ["nested-states", "A state names a nested state to begin in."],
  history: ["history-state", "A state that remembers depends on more than the events and fields."],
  output: ["machine-output", "An output is said to nobody whom the law knows."],
};

const refused = (key: string, place: string, value: unknown): Finding => {
  if (key === "type") return stateType(value, place);
  const feature = own(features, key);
  return feature === undefined ? unknownKey(key, place) : found(feature[0], place, feature[1]);
};

const stateType = (value: unknown, place: string): Finding => {
  if (value === "parallel") return found("parallel-states", place, "Two states would hold at once.");
  if (value === "history") return found("history-state", place, "The state remembers another one.");
  return found("state-type", place, `There is no type ${shown(value)} among those allowed here.`);
};

const eventName = (name: string, place: string): readonly Finding[] =>
  name.includes("*")
    ? [found("wildcard-event", place, `"${name}" stands for events that nobody has named.`)]
    : dottedName(name, place);

const yesOrNo = such((value) => typeof value === "boolean", "true or false");

const state: Shape = record(
  {
    type: may((value, place) => (value === "final" ? [] : [stateType(value, place)])),
    description: sentence,
    meta: need(record({ clauses, keeps: need(list(text())), gone: may(one([true])) }), "clauses-missing"),
    on: may(dictionary(alternatives, eventName)),
    after: may(dictionary(alternatives, () => [])),
  },
  refused,
);

const keptAs = { row: true, partition: true, token: true } satisfies Record<
  Lifecycle["meta"]["keptAs"],
  true
>;

const eventForm: Shape = record({ fields: need(eventFields), durable: need(yesOrNo), clauses });

const meta: Shape = record({
  keptAs: need(one(Object.keys(keptAs))),
  parties: need(list(party, "empty-list")),
  clauses,
  fields: need(fields),
  events: need(dictionary(eventForm, eventName)),
});

/** The whole machine. Of its context only that it is an object: its values are compared with the fields at rest. */
export const machineForm: Shape = record(
  {
    id: need(plainName),
    description: sentence,
    initial: need(text()),
    context: need(
      dictionary(
        () => [],
        () => [],
      ),
    ),
    meta: need(meta),
    states: need(dictionary(state, plainName)),
  },
  (key, place, value) =>
    key === "states" || key === "initial" ? unknownKey(key, place) : refused(key, place, value),
);
