/**
 * The form of a lifecycle: an XState machine whose configuration is data all the way down, and the builders that write it.
 * Machine files use `lifecycle`, `to`, `stay` and `refuse`; the linter, the generator and the diagrams read `Lifecycle`.
 * A deadline is a context field; a state that obeys it names the field under `after`, and XState's delay is computed from it.
 */
import type { ClauseId } from "../clauses.ts";
import type { Condition, Term, Value } from "./expression.ts";
import { contextAtRest, type Fields } from "./fields.ts";

export type Action =
  | { readonly type: "set"; readonly params: Readonly<Record<string, Term>> }
  | { readonly type: "tell"; readonly params: { readonly type: string } }
  | { readonly type: "refuse"; readonly params: { readonly code: string } };

export interface Transition {
  readonly target?: string;
  readonly reenter?: true;
  readonly guard?: { readonly type: "holds"; readonly params: Condition };
  readonly actions: readonly Action[];
  readonly description: string;
  readonly meta: { readonly clauses: readonly ClauseId[] };
}

export interface State {
  readonly type?: "final";
  readonly description: string;
  readonly meta: {
    readonly clauses: readonly ClauseId[];
    /** Fields that may say something while in this state; all others are at rest. */
    readonly keeps: readonly string[];
    /** No row is kept in this state: nothing was ever said, or all of it has been erased. */
    readonly gone?: true;
  };
  readonly on?: Readonly<Record<string, readonly Transition[]>>;
  readonly after?: Readonly<Record<string, readonly Transition[]>>;
}

export interface EventForm {
  readonly fields: Fields;
  /** False for an event whose durable trace would be a list of a person's passes: it is never written down. */
  readonly durable: boolean;
  readonly clauses: readonly ClauseId[];
}

export interface Lifecycle {
  readonly id: string;
  readonly description: string;
  readonly initial: string;
  readonly context: Readonly<Record<string, Value>>;
  readonly meta: {
    /** Rows of a table, rows of a partition a day, or nothing but the token itself. */
    readonly keptAs: "row" | "partition" | "token";
    readonly parties: readonly string[];
    readonly clauses: readonly ClauseId[];
    readonly fields: Fields;
    readonly events: Readonly<Record<string, EventForm>>;
  };
  readonly states: Readonly<Record<string, State>>;
}

interface Wording {
  readonly says: string;
  readonly clauses: readonly ClauseId[];
  readonly when?: Condition;
}

interface Change extends Wording {
  readonly set?: Readonly<Record<string, Term>>;
  readonly tell?: string;
}

const guardOf = (when: Condition | undefined) =>
  when === undefined ? {} : { guard: { type: "holds", params: when } as const };

const changesOf = ({ set, tell }: Change): readonly Action[] => [
  ...(set === undefined ? [] : [{ type: "set", params: set } as const]),
  ...(tell === undefined ? [] : [{ type: "tell", params: { type: tell } } as const]),
];

/** A transition into a state; into the same state it enters anew, so that its deadlines are set again. */
export const to = (target: string, change: Change): Transition => ({
  target,
  reenter: true,
  ...guardOf(change.when),
  actions: changesOf(change),
  description: change.says,
  meta: { clauses: change.clauses },
});

/** A transition that stays where it is and leaves the deadlines of the state as they are. */
export const stay = (change: Change): Transition => ({
  ...guardOf(change.when),
  actions: changesOf(change),
  description: change.says,
  meta: { clauses: change.clauses },
});

/** A refusal: nothing changes, and the asker is told the code. */
export const refuse = (code: string, wording: Wording): Transition => ({
  ...guardOf(wording.when),
  actions: [{ type: "refuse", params: { code } }],
  description: wording.says,
  meta: { clauses: wording.clauses },
});

/** An event and what it brings along. */
export const event = (clauses: readonly ClauseId[], fields: Fields = {}, durable = true): EventForm => ({
  fields,
  durable,
  clauses,
});

/** Writes a lifecycle down; its context starts with nothing said. */
export const lifecycle = (parts: Omit<Lifecycle, "context">): Lifecycle => ({
  ...parts,
  context: contextAtRest(parts.meta.fields),
});

/** The code a transition refuses with, if it is a refusal. */
export const refusalOf = (transition: Transition): string | undefined => {
  const action = transition.actions.find((candidate) => candidate.type === "refuse");
  return action?.type === "refuse" ? action.params.code : undefined;
};

/** What a transition tells, if anything. */
export const toldBy = (transition: Transition): string | undefined => {
  const action = transition.actions.find((candidate) => candidate.type === "tell");
  return action?.type === "tell" ? action.params.type : undefined;
};

/** What a transition sets. */
export const setBy = (transition: Transition): Readonly<Record<string, Term>> => {
  const action = transition.actions.find((candidate) => candidate.type === "set");
  return action?.type === "set" ? action.params : {};
};

/** One transition with its place in the machine. Its number in the list is its number in generated code, from 1. */
export interface PlacedTransition {
  readonly id: string;
  readonly source: string;
  readonly trigger: { readonly kind: "event" | "deadline"; readonly name: string };
  /** Its place among the alternatives of the same trigger in the same state, from 0. */
  readonly alternative: number;
  readonly target: string;
  readonly transition: Transition;
}

/** All transitions of a lifecycle in order; ids are derived, `visit:recorded--eraseAt-->erased`. */
export const transitionsOf = (machine: Lifecycle): readonly PlacedTransition[] =>
  Object.entries(machine.states).flatMap(([source, state]) =>
    (
      [
        ["event", state.on],
        ["deadline", state.after],
      ] as const
    ).flatMap(([kind, group]) =>
      Object.entries(group ?? {}).flatMap(([name, alternatives]) =>
        alternatives.map((transition, alternative) => {
          const target = transition.target ?? source;
          const place = alternatives.length > 1 ? `#${String(alternative + 1)}` : "";
          return {
            id: `${machine.id}:${source}--${name}${place}-->${target}`,
            source,
            trigger: { kind, name },
            alternative,
            target,
            transition,
          };
        }),
      ),
    ),
  );
