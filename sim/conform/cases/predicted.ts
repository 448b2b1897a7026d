/**
 * How many cases a lifecycle must have, by arithmetic over its states and transitions; it runs no search and makes no case.
 * A pair is one transition into a state and one out of it, so their number is the sum over states of ways in times ways out.
 */
import { transitionsOf, type Lifecycle } from "../../../models/language/lifecycle.ts";

export interface Predicted {
  readonly transitions: number;
  /** Before those that are listed as infeasible are taken off. */
  readonly pairs: number;
  readonly deadlines: number;
  readonly notAllowed: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Before, at and after. */
const sidesOfADeadline = 3;

export function predictedFor(machine: Lifecycle): Predicted {
  const placed = transitionsOf(machine);
  const states = Object.entries(machine.states);
  const events = Object.keys(machine.meta.events).length;
  const into = (state: string): number => placed.filter(({ target }) => target === state).length;
  const outOf = (state: string): number => placed.filter(({ source }) => source === state).length;
  const deadlines = placed.filter(({ trigger }) => trigger.kind === "deadline").length;
  return {
    transitions: placed.length,
    pairs: sum(states.map(([state]) => into(state) * outOf(state))),
    // Looked at, and met by each event.
    deadlines: deadlines * sidesOfADeadline * (1 + events),
    notAllowed: states.length * events - sum(states.map(([, { on }]) => Object.keys(on ?? {}).length)),
  };
}
