// The machines of the law with their transitions by state and by what sets them off, so that none has to be searched for.
// The checker of traces looks them up here; law.ts settles and moves instances with them.
import type { Condition, Term, Value } from "../../models/language/expression.ts";
import {
  refusalOf,
  setBy,
  toldBy,
  transitionsOf,
  type Lifecycle,
  type PlacedTransition,
} from "../../models/language/lifecycle.ts";

export interface IndexedTransition {
  readonly id: string;
  readonly target: string;
  readonly guard: Condition | undefined;
  readonly sets: readonly (readonly [field: string, term: Term])[];
  /** Empty where it tells nothing, or refuses nothing. */
  readonly told: string;
  readonly refused: string;
}

interface IndexedState {
  readonly gone: boolean;
  readonly deadlines: readonly {
    readonly field: string;
    readonly alternatives: readonly IndexedTransition[];
  }[];
  readonly events: ReadonlyMap<string, readonly IndexedTransition[]>;
}

export interface IndexedMachine {
  readonly id: string;
  readonly initial: string;
  readonly atRest: Readonly<Record<string, Value>>;
  /** Whether any of its states obeys a deadline. */
  readonly timed: boolean;
  readonly states: ReadonlyMap<string, IndexedState>;
}

const indexedTransition = ({ id, target, transition }: PlacedTransition): IndexedTransition => ({
  id,
  target,
  guard: transition.guard?.params,
  sets: Object.entries(setBy(transition)),
  told: toldBy(transition) ?? "",
  refused: refusalOf(transition) ?? "",
});

const alternativesIn = (
  machine: Lifecycle,
  state: string,
  kind: PlacedTransition["trigger"]["kind"],
): ReadonlyMap<string, readonly IndexedTransition[]> => {
  const leaving = transitionsOf(machine).filter(
    ({ source, trigger }) => source === state && trigger.kind === kind,
  );
  const byName = Map.groupBy(leaving, ({ trigger }) => trigger.name);
  return new Map([...byName].map(([name, placed]) => [name, placed.map(indexedTransition)]));
};

export const indexed = (machine: Lifecycle): IndexedMachine => ({
  id: machine.id,
  initial: machine.initial,
  atRest: machine.context,
  timed: Object.values(machine.states).some(({ after }) => after !== undefined),
  states: new Map(
    Object.entries(machine.states).map(([name, { meta }]) => [
      name,
      {
        gone: meta.gone ?? false,
        deadlines: [...alternativesIn(machine, name, "deadline")].map(([field, alternatives]) => ({
          field,
          alternatives,
        })),
        events: alternativesIn(machine, name, "event"),
      },
    ]),
  ),
});
