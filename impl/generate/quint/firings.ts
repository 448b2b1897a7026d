/**
 * How many deadlines of a lifecycle can fire one after the other, at the most, while nobody does anything.
 * Quint knows no loops, so what fires deadlines there has to be told how often; guards are left out, so the answer is never too small.
 * A law whose deadlines could go on firing for ever is refused.
 */
import { LawMistake } from "../../../models/language/evaluate.ts";
import { setBy, transitionsOf, type Lifecycle } from "../../../models/language/lifecycle.ts";

/** More deadlines than any law chains. */
const firingsMost = 100;

export function firingsOf(machine: Lifecycle): number {
  const deadlines = transitionsOf(machine).filter(({ trigger }) => trigger.kind === "deadline");
  const from = (state: string, never: ReadonlySet<string>, sofar: number): number => {
    if (sofar > firingsMost) throw new LawMistake(`the deadlines of ${machine.id} can go on firing for ever`);
    const firing = deadlines.filter(({ source, trigger }) => source === state && !never.has(trigger.name));
    const after = firing.map(({ target, transition }) => {
      const sets = Object.entries(setBy(transition));
      const ended = sets.filter(([, term]) => term.kind === "literal" && term.value === null);
      const kept = [...never].filter((name) => !sets.some(([set]) => set === name));
      return from(target, new Set([...kept, ...ended.map(([name]) => name)]), sofar + 1);
    });
    return Math.max(sofar, ...after);
  };
  return Math.max(...Object.keys(machine.states).map((state) => from(state, new Set(), 0)));
}
