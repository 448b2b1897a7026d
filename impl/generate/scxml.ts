/**
 * Prints each lifecycle as W3C SCXML with the ECMAScript data model, for tools that know nothing of entrylog.
 * SCXML has no clock that could wait 28 days, so a deadline is an event, `deadline.<field>`, which is believed only once the field's instant has come;
 * every event brings the instant of its decision along as `now`. It decides nothing itself: everything printed stands in models/.
 */
import type { ClauseId } from "../../models/clauses.ts";
import type { Term } from "../../models/language/expression.ts";
import type { Fields } from "../../models/language/fields.ts";
import {
  refusalOf,
  setBy,
  toldBy,
  transitionsOf,
  type Lifecycle,
  type PlacedTransition,
} from "../../models/language/lifecycle.ts";
import { defaultPolicy } from "../../models/policy.ts";
import { printCondition, printTerm, printValue, type Spelling } from "./ecmascript.ts";
import { hasDeadlines } from "./core.ts";
import { eventFieldsOf } from "./names.ts";
import { lookUp } from "./terms.ts";
import { comment, element, type Lines } from "./xml.ts";

const says = (description: string, clauses: readonly ClauseId[]): Lines =>
  comment(`${description} (${clauses.join(", ")})`);

/** The names that a part of the law mentions under a key; the law is data, so its text says them. */
const mentioned = (law: unknown, pattern: RegExp): ReadonlySet<string> =>
  new Set([...JSON.stringify([law]).matchAll(pattern)].map(([, name = ""]) => name));
const fieldsIn = (law: unknown) => mentioned(law, /"kind":"field","field":"(\w+)"/g);
const constantsIn = (law: unknown) => mentioned(law, /"kind":"policy","name":"(\w+)"/g);
const setsIn = (law: unknown) => mentioned(law, /"set":"(\w+)"/g);

/** What one update of a transition writes and another one reads: it has to be read as it was before. */
const readAfterWritten = (updates: Readonly<Record<string, Term>>): readonly string[] =>
  Object.keys(updates).filter((name) =>
    Object.entries(updates).some(([other, term]) => other !== name && fieldsIn(term).has(name)),
  );

const spellingOf = (machine: Lifecycle, copied: readonly string[] = []): Spelling => ({
  fieldOf: lookUp(machine.meta.fields, machine.id),
  givenOf: lookUp(eventFieldsOf(machine), `an event of ${machine.id}`),
  spellField: (name) => (copied.includes(name) ? `before.${name}` : name),
  spellGiven: (name) => `_event.data.${name}`,
  spellPolicy: (name) => `policy.${name}`,
  now: "_event.data.now",
});

/** Updates are simultaneous in the law and happen one after the other here. */
const printUpdates = (machine: Lifecycle, updates: Readonly<Record<string, Term>>): Lines => {
  const copied = readAfterWritten(updates);
  const copies = `{ ${copied.map((name) => `${name}: ${name}`).join(", ")} }`;
  const assign = (location: string, expr: string) => element("assign", { location, expr });
  return [
    ...(copied.length === 0 ? [] : assign("before", copies)),
    ...Object.entries(updates).flatMap(([name, term]) =>
      assign(name, printTerm(term, spellingOf(machine, copied))),
    ),
  ];
};

const guardOf = (machine: Lifecycle, { trigger, transition }: PlacedTransition): string | undefined => {
  const guard =
    transition.guard === undefined ? undefined : printCondition(transition.guard.params, spellingOf(machine));
  if (trigger.kind === "event") return guard;
  const due = `${trigger.name} !== null && _event.data.now >= ${trigger.name}`;
  return guard === undefined ? due : `${due} && (${guard})`;
};

/** What is told and refused is sent and not raised, so that those outside can hear it; no state listens to it. */
const printTransition = (machine: Lifecycle, placed: PlacedTransition): Lines => {
  const { trigger, transition } = placed;
  const [told, refused] = [toldBy(transition), refusalOf(transition)];
  return [
    ...says(transition.description, transition.meta.clauses),
    ...element(
      "transition",
      {
        event: trigger.kind === "deadline" ? `deadline.${trigger.name}` : trigger.name,
        cond: guardOf(machine, placed),
        target: transition.target,
      },
      [
        ...printUpdates(machine, setBy(transition)),
        ...(told === undefined ? [] : element("send", { event: `told.${told}` })),
        ...(refused === undefined ? [] : element("send", { event: `refused.${refused}` })),
      ],
    ),
  ];
};

const printStates = (machine: Lifecycle): Lines => {
  const bySource = Map.groupBy(transitionsOf(machine), ({ source }) => source);
  return Object.entries(machine.states).flatMap(([name, state]) => [
    ...says(state.description, state.meta.clauses),
    ...element(
      state.type === "final" ? "final" : "state",
      { id: name },
      (bySource.get(name) ?? []).flatMap((placed) => printTransition(machine, placed)),
    ),
  ]);
};

/** The constants and sets that the machine asks for; another policy is other data and never other states. */
const printPolicy = (machine: Lifecycle): Lines => {
  const words = (set: readonly string[]) => `[${set.map(printValue).join(", ")}]`;
  const numbers = Object.entries(defaultPolicy.constants).filter(([name]) =>
    constantsIn(machine.states).has(name),
  );
  const sets = Object.entries(defaultPolicy.sets).filter(([name]) => setsIn(machine.states).has(name));
  const entries = [
    ...numbers.map(([name, value]) => `${name}: ${printValue(value)}`),
    ...sets.map(([name, set]) => `${name}: ${words(set)}`),
  ];
  if (entries.length === 0) return [];
  return [
    ...comment(`The policy ${defaultPolicy.preset}, as far as it is asked here; durations in ms.`),
    ...element("data", { id: "policy", expr: `{ ${entries.join(", ")} }` }),
  ];
};

const printContext = (machine: Lifecycle): Lines => [
  ...comment(
    "The context: instants in ms since 1970 UTC; null where an instant never comes or nobody is meant.",
  ),
  ...Object.entries(machine.context).flatMap(([id, value]) =>
    element("data", { id, expr: printValue(value) }),
  ),
];

const needsCopies = (machine: Lifecycle): boolean =>
  transitionsOf(machine).some(({ transition }) => readAfterWritten(setBy(transition)).length > 0);

const sayFields = (fields: Fields): string =>
  Object.entries(fields)
    .map(([name, field]) => `${name} (${field.kind === "choice" ? field.words.join(" or ") : field.kind})`)
    .join(", ") || "nothing else";

const deadlineUse =
  "A deadline is the event deadline.FIELD, sent at the instant that FIELD names: the earliest first, " +
  "of two at one instant the one that its state names first, and all that are due before any other event.";

const printUse = (machine: Lifecycle): Lines => [
  ...says(machine.description, machine.meta.clauses),
  ...comment(
    "Every event brings data: now, the instant at which it is decided, in ms since 1970 UTC, and what is named here.",
  ),
  ...Object.entries(machine.meta.events).flatMap(([name, { fields, clauses }]) =>
    says(`${name} brings ${sayFields(fields)}.`, clauses),
  ),
  ...(hasDeadlines(machine) ? comment(deadlineUse) : []),
];

export function printScxml(machine: Lifecycle): string {
  const document = element(
    "scxml",
    {
      xmlns: "http://www.w3.org/2005/07/scxml",
      version: "1.0",
      name: machine.id,
      initial: machine.initial,
      datamodel: "ecmascript",
    },
    [
      ...printUse(machine),
      ...element("datamodel", {}, [
        ...printPolicy(machine),
        ...printContext(machine),
        ...(needsCopies(machine) ? element("data", { id: "before", expr: "{}" }) : []),
      ]),
      ...printStates(machine),
    ],
  );
  return `${document.join("\n")}\n`;
}
