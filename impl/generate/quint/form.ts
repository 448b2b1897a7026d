/**
 * What the printers of one form of lifecycle share: its names, what its own terms mean, and what a transition makes of an instance.
 */
import { LawMistake } from "../../../models/language/evaluate.ts";
import type { Fields } from "../../../models/language/fields.ts";
import { setBy, type PlacedTransition } from "../../../models/language/lifecycle.ts";
import { camelCase } from "../names.ts";
import type { Form } from "../promela/forms.ts";
import { lookUp } from "../terms.ts";
import { stateName, type Lexicon } from "./lexicon.ts";
import { isOneOf, printCondition, printTerm, type Scope } from "./terms.ts";
import { changed, type Entry, type Lines, type Parameter } from "./text.ts";

export const lowered = ({ name }: Pick<Form, "name">): string => name.charAt(0).toLowerCase() + name.slice(1);
export const eventName = (form: Form, event: string): string => camelCase(`${lowered(form)}.${event}`);
export const instantsOf = (form: Form): readonly string[] =>
  form.fields.filter(([, { kind }]) => kind === "instant").map(([name]) => name);
export const goneIn = ({ machine }: Form): readonly string[] =>
  Object.entries(machine.states).flatMap(([state, { meta }]) => (meta.gone === true ? [state] : []));

/** Whether anything of an instance has to be put in order after a move. */
export const isPutInOrder = (form: Form): boolean => goneIn(form).length + instantsOf(form).length > 0;

/** What a midnight is reckoned from, where a tick is not a day. */
export const phaseParameter = ({ slice }: Lexicon): readonly Parameter[] =>
  slice.ticksADay > 1 ? [["phase", "int"]] : [];

export const scopeOf = (form: Form, lexicon: Lexicon, given: Fields): Scope => {
  const { machine } = form;
  return {
    lexicon,
    fieldOf: lookUp(machine.meta.fields, machine.id),
    givenOf: lookUp(given, `an event of ${machine.id}`),
    machineOf: () => machine,
    spellField: (name) => {
      if (!form.fields.some(([field]) => field === name))
        throw new LawMistake(`${machine.id}.${name} is read, and has no cell`);
      return `it.${name}`;
    },
    spellState: () => "it.state",
    now: "at",
    phase: "phase",
  };
};

export const isIn = ({ machine }: Form, states: readonly string[]): string =>
  isOneOf(
    "it.state",
    states.map((state) => stateName(machine, state)),
  );

export const guardOf = ({ transition }: PlacedTransition, scope: Scope): string =>
  transition.guard === undefined ? "true" : printCondition(transition.guard.params, scope);

/** The instance after a transition; all of it is read before any of it is written. */
export const movedBy = (
  form: Form,
  { source, target, transition }: PlacedTransition,
  scope: Scope,
): Lines => {
  const sets = Object.entries(setBy(transition)).flatMap(([name, term]): readonly Entry[] => {
    const field = form.fields.find(([known]) => known === name)?.[1];
    return field === undefined ? [] : [[name, printTerm(term, scope, field)]];
  });
  const state: readonly Entry[] = target === source ? [] : [["state", stateName(form.machine, target)]];
  return changed("it", [...state, ...sets]);
};
