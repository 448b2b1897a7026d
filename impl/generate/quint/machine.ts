/**
 * Prints what one form of lifecycle is and does as Quint: its states and record, how it rests and grows older, and its events.
 * The reading is that of interpret.ts, with instants in ticks from now; fields that nothing in the slice reads are left out.
 */
import { refusalOf, transitionsOf, type Lifecycle } from "../../../models/language/lifecycle.ts";
import { quoted } from "../names.ts";
import type { Form } from "../promela/forms.ts";
import { hasDeadlines } from "../promela/machine.ts";
import { printSettling } from "./deadlines.ts";
import {
  eventName,
  goneIn,
  guardOf,
  instantsOf,
  isIn,
  isPutInOrder,
  lowered,
  movedBy,
  phaseParameter,
  scopeOf,
} from "./form.ts";
import { stateName, stateType, type Lexicon } from "./lexicon.ts";
import {
  changed,
  definition,
  firstOf,
  record,
  says,
  type Entry,
  type Lines,
  type Parameter,
} from "./text.ts";

export const printStates = (machine: Lifecycle): Lines => [
  says(machine.description),
  `type ${stateType(machine)} =`,
  ...Object.entries(machine.states).flatMap(([state, { description }]) => [
    `  // ${description}`,
    `  | ${stateName(machine, state)}`,
  ]),
  "",
];

const printRecord = (form: Form, lexicon: Lexicon): Lines => {
  const { name, machine, fields } = form;
  const types = fields.map(([field, how]): Entry => [field, lexicon.typeOf(how)]);
  const rest = fields.map(([field, how]): Entry => [field, lexicon.atRest(how)]);
  const [opening = "", ...more] = record([["state", stateType(machine)], ...types]);
  const [first = "", ...others] = record([["state", stateName(machine, machine.initial)], ...rest]);
  return [
    `type ${name} = ${opening}`,
    ...more,
    "",
    says(`A ${machine.id} of which nothing has been said.`),
    `pure val ${lowered(form)}AtRest: ${name} = ${first}`,
    ...others,
    "",
  ];
};

const printOrder = (form: Form): Lines => {
  const { name } = form;
  const instants = instantsOf(form);
  const each = (how: string): Lines =>
    changed(
      "it",
      instants.map((field) => [field, `${how}(it.${field})`]),
    );
  const gone = isIn(form, goneIn(form));
  const order = firstOf([{ guard: gone, value: [`${lowered(form)}AtRest`] }], each("clip"));
  return [
    ...(isPutInOrder(form)
      ? definition(
          "What is gone is no row any more, and what is older than the horizon is as old as the horizon.",
          `${lowered(form)}InOrder`,
          [["it", name]],
          name,
          order,
        )
      : []),
    ...(instants.length === 0
      ? []
      : definition("", `${lowered(form)}Older`, [["it", name]], name, each("older"))),
  ];
};

const printEvent = (form: Form, event: string, lexicon: Lexicon): Lines => {
  const { name, machine } = form;
  const given = machine.meta.events[event]?.fields ?? {};
  const scope = scopeOf(form, lexicon, given);
  const placed = transitionsOf(machine).filter(
    ({ trigger }) => trigger.kind === "event" && trigger.name === event,
  );
  const answer = (it: Lines, refused: string): Lines =>
    record([
      ["it", it],
      ["refused", quoted(refused)],
    ]);
  const notAllowed = answer(["it"], "not-allowed");
  // States that answer alike are printed once.
  const alike = Map.groupBy(
    Map.groupBy(placed, ({ source }) => source),
    ([source, alternatives]) =>
      JSON.stringify(
        alternatives.map(({ transition, target }) => [transition, target === source ? "" : target]),
      ),
  );
  const answers = [...alike.values()].map((states) => ({
    guard: isIn(
      form,
      states.map(([state]) => state),
    ),
    value: firstOf(
      (states[0]?.[1] ?? []).map((one) => ({
        guard: guardOf(one, scope),
        value: answer(movedBy(form, one, scope), refusalOf(one.transition) ?? ""),
      })),
      notAllowed,
    ),
  }));
  return definition(
    `The event ${event} of a ${machine.id}, decided at an instant.`,
    eventName(form, event),
    [
      ["it", name],
      ...Object.entries(given).map(([field, how]): Parameter => [field, lexicon.typeOf(how)]),
      ["at", "Moment"],
      ...phaseParameter(lexicon),
    ],
    `{ it: ${name}, refused: str }`,
    firstOf(answers, notAllowed),
  );
};

/** Everything of a form; events that no move sends are left out. */
export const printForm = (form: Form, events: ReadonlySet<string>, lexicon: Lexicon): Lines => [
  ...printRecord(form, lexicon),
  ...printOrder(form),
  ...(hasDeadlines(form) ? printSettling(form, lexicon) : []),
  ...Object.keys(form.machine.meta.events)
    .filter((event) => events.has(event))
    .flatMap((event) => printEvent(form, event, lexicon)),
];
