/**
 * Turns a lifecycle into an XState 5 machine that can run: the named guard, actions and delays get their one interpretation.
 * Tests, diagrams and the comparison with generated code execute the result; the service does not.
 * XState's own timers belong to simulated clocks: a real timer cannot wait 28 days.
 */
import { assign, emit, setup, type AnyStateMachine } from "xstate";
import type { Policy } from "../policy.ts";
import { evaluate, holds, type Surroundings } from "./evaluate.ts";
import type { Condition, Term, Value } from "./expression.ts";
import type { Lifecycle } from "./lifecycle.ts";

export type Context = Readonly<Record<string, Value>>;
export type LawEvent = Readonly<Record<string, Value>> & { readonly type: string };
export type Told =
  { readonly type: "told"; readonly what: string } | { readonly type: "refused"; readonly code: string };

/** Where a running machine reads the present instant, in whole milliseconds. */
export interface InstantSource {
  readonly now: () => number;
}

/** For drawing and for linting, where no time passes. */
export const stoppedClock: InstantSource = { now: () => 0 };

const deadlinesOf = (machine: Lifecycle): readonly string[] => [
  ...new Set(Object.values(machine.states).flatMap((state) => Object.keys(state.after ?? {}))),
];

/** XState takes the types of a machine from values; these stand for all others of their type. */
const samples: { readonly context: Context; readonly events: LawEvent; readonly emitted: Told } = {
  context: {},
  events: { type: "" },
  emitted: { type: "told", what: "" },
};

/** The executable machine of a lifecycle under a policy; a deadline that never comes has an infinite delay. */
export function executable(machine: Lifecycle, policy: Policy, clock: InstantSource): AnyStateMachine {
  const around = (fields: Context, given: Readonly<Record<string, Value>>): Surroundings => ({
    policy,
    now: clock.now(),
    fields,
    given,
  });
  const delays = Object.fromEntries(
    deadlinesOf(machine).map((name) => [
      name,
      ({ context }: { readonly context: Context }): number => {
        const deadline = context[name];
        // Below zero for one that is past when its state is entered, so that the earlier of two such still goes first.
        return typeof deadline === "number" ? deadline - clock.now() : Infinity;
      },
    ]),
  );
  const law = setup({
    types: samples,
    guards: {
      holds: ({ context, event }, params: Condition) => holds(params, around(context, event)),
    },
    actions: {
      set: assign(({ context, event }, params: Readonly<Record<string, Term>>) => {
        const at = around(context, event);
        return Object.fromEntries(Object.entries(params).map(([name, term]) => [name, evaluate(term, at)]));
      }),
      tell: emit((_, params: { readonly type: string }) => ({ type: "told", what: params.type }) as const),
      refuse: emit(
        (_, params: { readonly code: string }) => ({ type: "refused", code: params.code }) as const,
      ),
    },
    delays,
  });
  return law.createMachine(structuredClone(machine));
}
