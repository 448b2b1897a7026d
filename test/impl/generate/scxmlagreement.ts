/**
 * Compares what a document says with what evaluate.ts makes of the machine: every condition and every update, in drawn surroundings.
 * scxmlmeaning.test.ts expects no disagreement from the printed documents, and one from each with a planted mistake.
 * It takes the transitions by their order, which scxml.test.ts compares by itself.
 */
import fc from "fast-check";
import { evaluate, holds, type Surroundings } from "../../../models/language/evaluate.ts";
import {
  setBy,
  transitionsOf,
  type Lifecycle,
  type PlacedTransition,
} from "../../../models/language/lifecycle.ts";
import { expressionsOf } from "./scxmlexpressions.ts";
import type { ReadMachine } from "./scxmlread.ts";
import { surroundings } from "./surroundings.ts";

/** Whether the law takes the transition here, were it asked for it alone; a deadline only once it has come. */
const taken = ({ trigger, transition }: PlacedTransition, around: Surroundings): boolean => {
  const deadline = around.fields[trigger.name];
  const due = trigger.kind === "event" || (typeof deadline === "number" && around.now >= deadline);
  return due && (transition.guard === undefined || holds(transition.guard.params, around));
};

const after = ({ transition }: PlacedTransition, around: Surroundings) => ({
  ...around.fields,
  ...Object.fromEntries(
    Object.entries(setBy(transition)).map(([name, term]) => [name, evaluate(term, around)]),
  ),
});

const policyOf = ({ policy }: Surroundings) => ({ ...policy.constants, ...policy.sets });

/** The first disagreement in so many drawn surroundings a transition, told; nothing where there is none. */
export function disagreement(
  read: ReadMachine,
  machine: Lifecycle,
  runs: { readonly seed: number; readonly numRuns: number },
): string | undefined {
  const { transitions } = expressionsOf(read);
  const placed = transitionsOf(machine);
  if (placed.length !== transitions.length) return "another number of transitions";
  for (const [place, own] of placed.entries()) {
    const printed = transitions[place];
    if (printed === undefined) return `no transition ${own.id}`;
    const given = own.trigger.kind === "event" ? (machine.meta.events[own.trigger.name]?.fields ?? {}) : {};
    const alike = fc.property(surroundings(machine.meta.fields, given), (around) => {
      const data = { ...around.fields, policy: policyOf(around) };
      const brought = { ...around.given, now: around.now };
      const enabled = printed.enabled(data, brought);
      if (enabled !== taken(own, around)) throw new Error(`the condition says ${String(enabled)}`);
      if (!enabled) return;
      const ours = after(own, around);
      const theirs = printed.updated(data, brought);
      const wrong = Object.entries(ours).find(([name, value]) => theirs[name] !== value);
      if (wrong !== undefined) {
        const [name, value] = wrong;
        throw new Error(`${name} becomes ${String(theirs[name])} and not ${String(value)}`);
      }
    });
    const details = fc.check(alike, runs);
    if (details.failed) return `${own.id}: ${fc.defaultReportMessage(details)}`;
  }
  return undefined;
}
