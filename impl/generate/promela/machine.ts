/**
 * Prints what one form of lifecycle does as Promela inlines over `it`: it fires deadlines and answers events.
 * The reading is that of interpret.ts, with instants in ticks from now; fields that nothing in the slice reads are left out.
 */
import { LawMistake } from "../../../models/language/evaluate.ts";
import {
  refusalOf,
  setBy,
  transitionsOf,
  type PlacedTransition,
} from "../../../models/language/lifecycle.ts";
import { lookUp } from "../terms.ts";
import type { Form } from "./forms.ts";
import { printKeeping, printResting } from "./order.ts";
import type { Page } from "./page.ts";
import { printCondition, printTerm, stateName, type Scope } from "./terms.ts";
import { atOnce, comment, firstOf, indented, inline, sequence } from "./text.ts";
import { camelCase } from "../names.ts";

export const eventInline = (form: Form, event: string): string =>
  camelCase(`${form.name.charAt(0).toLowerCase()}${form.name.slice(1)}.${event}`);

const deadlinesOf = ({ machine }: Form): readonly (readonly [state: string, names: readonly string[]])[] =>
  Object.entries(machine.states).flatMap(([state, { after }]) =>
    after === undefined ? [] : [[state, Object.keys(after)] as const],
  );

export const hasDeadlines = (form: Form): boolean => deadlinesOf(form).length > 0;

const scopeOf = (form: Form, page: Page, now: string, event?: string): Scope => {
  const { machine } = form;
  return {
    glossary: page.glossary,
    fieldOf: lookUp(machine.meta.fields, machine.id),
    givenOf: lookUp(
      event === undefined ? {} : (machine.meta.events[event]?.fields ?? {}),
      `${machine.id} ${event ?? ""}`,
    ),
    printField: (name) => {
      if (!form.fields.some(([field]) => field === name))
        throw new LawMistake(`${machine.id}.${name} is read, and has no cell`);
      return `it.${name}`;
    },
    printGiven: (name) => `given_${name}`,
    printState: () => "it.state",
    machineOf: () => machine,
    now,
  };
};

/** What a transition writes, all of it at once; its new state last. */
const effectOf = (
  form: Form,
  placed: PlacedTransition,
  scope: Scope,
  page: Page,
): readonly (readonly string[])[] => {
  const updates = Object.entries(setBy(placed.transition)).flatMap(([name, term]) => {
    const field = form.fields.find(([known]) => known === name)?.[1];
    return field === undefined ? [] : [{ target: `it.${name}`, text: printTerm(term, scope, field) }];
  });
  const refused = refusalOf(placed.transition);
  return [
    ...atOnce(updates, (target) => page.scratch("int", `aside_${target.replace(/\W/g, "_")}`)),
    ...(refused === undefined ? [] : [[`refused = ${page.glossary.refusal(refused)}`]]),
    ...(placed.target === placed.source ? [] : [[`it.state = ${stateName(form.machine, placed.target)}`]]),
  ];
};

const guardOf = ({ transition }: PlacedTransition, scope: Scope): string =>
  transition.guard === undefined ? "true" : printCondition(transition.guard.params, scope);

/** Whether a deadline of this form reads the instant at which it fires. */
export const firesAtInstants = (form: Form): boolean =>
  transitionsOf(form.machine)
    .filter(({ trigger }) => trigger.kind === "deadline")
    .some(({ transition }) => {
      const read = form.fields.map(([name]) => setBy(transition)[name]);
      return /"kind":"now"/.test(JSON.stringify([transition.guard, read]));
    });

/** Fires every deadline that is due, the earliest first; of two at one instant the one that its state names first. */
const printSettling = (form: Form, page: Page): readonly string[] => {
  const { machine } = form;
  const timed = firesAtInstants(form);
  page.scratch("byte", "firings");
  if (timed) page.scratch("short", "instant");
  const scope = scopeOf(form, page, "instant");
  const options = deadlinesOf(form).flatMap(([state, names]) =>
    names.flatMap((name, place) => {
      const others = names.map((other, where) =>
        where === place ? `it.${name} <= upTo` : `it.${name} ${where < place ? "<" : "<="} it.${other}`,
      );
      const alternatives = transitionsOf(machine).filter(
        ({ source, trigger }) => source === state && trigger.kind === "deadline" && trigger.name === name,
      );
      const chosen = firstOf(
        alternatives.map((placed) => ({
          guard: guardOf(placed, scope),
          body: sequence([["firings++"], ...effectOf(form, placed, scope, page)]),
        })),
        ["break"],
      );
      return [
        `:: firings < FIRINGS_MOST && it.state == ${stateName(machine, state)} && ${others.join(" && ")} ->`,
        ...indented(sequence([...(timed ? [[`instant = LATEST(instant, it.${name})`]] : []), chosen]), "   "),
      ];
    }),
  );
  return [
    comment(`Fires the deadlines of a ${machine.id} that are due, each at its own instant.`),
    ...inline(
      `settle${form.name}`,
      ["it", ...(timed ? ["from"] : []), "upTo"],
      [`${timed ? "instant = from; " : ""}firings = 0;`, "do", ...options, ":: else -> break", "od"],
    ),
  ];
};

/** How a call of the settling inline reads: everything due up to an instant, but fired at none before `from`. */
export const settling = (form: Form, it: string, from: string, upTo: string): readonly string[] =>
  hasDeadlines(form)
    ? [`settle${form.name}(${[it, ...(firesAtInstants(form) ? [from] : []), upTo].join(", ")})`]
    : [];

const printEvent = (form: Form, event: string, page: Page): readonly string[] => {
  const { machine } = form;
  const scope = scopeOf(form, page, "at", event);
  const placed = transitionsOf(machine).filter(
    ({ trigger }) => trigger.kind === "event" && trigger.name === event,
  );
  // States that answer alike are printed once.
  const answers = Map.groupBy(
    Map.groupBy(placed, ({ source }) => source),
    ([source, alternatives]) =>
      JSON.stringify(
        alternatives.map(({ transition, target }) => [transition, target === source ? "" : target]),
      ),
  );
  const options = [...answers.values()].map((states) => ({
    guard: states.map(([state]) => `it.state == ${stateName(machine, state)}`).join(" || "),
    body: firstOf(
      (states[0]?.[1] ?? []).map((one) => ({
        guard: guardOf(one, scope),
        body: sequence(effectOf(form, one, scope, page)),
      })),
      [`refused = ${page.glossary.refusal("not-allowed")}`],
    ),
  }));
  const given = Object.keys(machine.meta.events[event]?.fields ?? {}).map((name) => `given_${name}`);
  return [
    comment(`The event ${event} of a ${machine.id}, decided at an instant.`),
    ...inline(
      eventInline(form, event),
      ["it", ...given, "at"],
      [
        "if",
        ...options.flatMap(({ guard, body }) => [`:: ${guard} ->`, ...indented(body, "     ")]),
        `:: else -> refused = ${page.glossary.refusal("not-allowed")}`,
        "fi",
      ],
    ),
  ];
};

/** Every inline of a form; events that no move sends are left out. */
export const printForm = (form: Form, events: ReadonlySet<string>, page: Page): readonly string[] => [
  ...printResting(form),
  ...printKeeping(form, page),
  ...(hasDeadlines(form) ? printSettling(form, page) : []),
  ...Object.keys(form.machine.meta.events)
    .filter((event) => events.has(event))
    .flatMap((event) => printEvent(form, event, page)),
];
