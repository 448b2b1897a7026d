/**
 * Prints how one form of lifecycle fires its deadlines in Quint: one at a time, the earliest first, until none is due.
 * The reading is that of `settle` in interpret.ts; how often it is asked is reckoned by firings.ts, because Quint has no loops.
 */
import { transitionsOf } from "../../../models/language/lifecycle.ts";
import type { Form } from "../promela/forms.ts";
import { firesAtInstants, hasDeadlines } from "../promela/machine.ts";
import { firingsOf } from "./firings.ts";
import type { Lexicon } from "./lexicon.ts";
import { guardOf, isIn, movedBy, phaseParameter, scopeOf } from "./form.ts";
import { both } from "./terms.ts";
import { block, definition, firstOf, record, type Lines, type Parameter } from "./text.ts";

/** One deadline that is due: the earliest, and of two at one instant the one that its state names first. */
const printFiring = (form: Form, lexicon: Lexicon): Lines => {
  const { machine } = form;
  const timed = firesAtInstants(form);
  const scope = scopeOf(form, lexicon, {});
  const outcome = (lines: Lines): Lines =>
    timed
      ? record([
          ["it", lines],
          ["at", "at"],
        ])
      : lines;
  const alternatives = Object.entries(machine.states).flatMap(([state, { after = {} }]) => {
    const names = Object.keys(after);
    return names.map((name, place) => {
      const goesFirst = names.flatMap((other, where) =>
        where === place ? [] : [`it.${name} ${where < place ? "<" : "<="} it.${other}`],
      );
      const placed = transitionsOf(machine).filter(
        ({ source, trigger }) => source === state && trigger.kind === "deadline" && trigger.name === name,
      );
      const chosen = firstOf(
        placed.map((one) => ({ guard: guardOf(one, scope), value: outcome(movedBy(form, one, scope)) })),
        outcome(["it"]),
      );
      return {
        guard: both(isIn(form, [state]), `it.${name} <= upTo`, ...goesFirst),
        value: timed ? block([["at", [`latest(from, it.${name})`]]], chosen) : chosen,
      };
    });
  });
  const otherwise = timed ? ["{ it: it, at: from }"] : ["it"];
  return firstOf(alternatives, otherwise);
};

/** Fires every deadline that is due, one after the other. */
export const printSettling = (form: Form, lexicon: Lexicon): Lines => {
  const { name, machine } = form;
  const timed = firesAtInstants(form);
  const phase = phaseParameter(lexicon);
  const it: Parameter = ["it", name];
  const upTo: Parameter = ["upTo", "Moment"];
  const from: readonly Parameter[] = timed ? [["from", "Moment"]] : [];
  const handed = phase.map(([parameter]) => `, ${parameter}`).join("");
  const rounds = `range(0, ${String(firingsOf(machine))})`;
  const settled = timed
    ? [
        `${rounds}.foldl({ it: it, at: from }, (sofar, _) => fire${name}(sofar.it, sofar.at, upTo${handed})).it`,
      ]
    : [`${rounds}.foldl(it, (sofar, _) => fire${name}(sofar, upTo${handed}))`];
  return [
    ...definition(
      `Fires the deadline of a ${machine.id} that is due first${timed ? ", at its own instant but not before `from`" : ""}.`,
      `fire${name}`,
      [it, ...from, upTo, ...phase],
      timed ? `{ it: ${name}, at: Moment }` : name,
      printFiring(form, lexicon),
    ),
    ...definition(
      `Fires all deadlines of a ${machine.id} that are due; no more than so many can follow each other.`,
      `settle${name}`,
      [it, ...from, upTo, ...phase],
      name,
      settled,
    ),
  ];
};

/** An instance once everything has fired that is due up to an instant, but nothing at an instant before `from`. */
export const settled = (form: Form, it: string, from: string, upTo: string, phase: string): string => {
  if (!hasDeadlines(form)) return it;
  const parameters = [it, ...(firesAtInstants(form) ? [from] : []), upTo, ...(phase === "" ? [] : [phase])];
  return `settle${form.name}(${parameters.join(", ")})`;
};
