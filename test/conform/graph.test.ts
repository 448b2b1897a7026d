// The cases against `xstate/graph`, a reference that is not ours: on each machine without time, guards and updates it knows the same
// edges and the same pairs of edges, and no case gets to its transition by fewer transitions than the shortest path it finds.
import { getAdjacencyMap, getShortestPaths } from "xstate/graph";
import { Schema } from "effect";
import { describe, expect, it } from "vitest";
import { interpret, type Instance } from "../../models/language/interpret.ts";
import { transitionsOf, type Lifecycle } from "../../models/language/lifecycle.ts";
import { machineOf, machines } from "../../models/machines.ts";
import { presets } from "../../models/policy.ts";
import type { Case } from "../../sim/conform/case.ts";
import { pairsOf } from "../../sim/conform/cases/explored.ts";
import { lifecycleCases } from "../../sim/conform/cases/lifecyclecases.ts";
import { projection } from "../equal/paths.ts";

const State = Schema.Struct({ value: Schema.String });
const Adjacency = Schema.Record(
  Schema.String,
  Schema.Struct({
    state: State,
    transitions: Schema.Record(
      Schema.String,
      Schema.Struct({ event: Schema.Struct({ type: Schema.String }), state: State }),
    ),
  }),
);
const ShortestPaths = Schema.Array(Schema.Struct({ state: State, weight: Schema.Number }));

interface Edge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
}

/** Where each event leads from each state, as the library sees it; events are named by their transitions. */
const edgesOf = (machine: Lifecycle): readonly Edge[] => {
  const events = transitionsOf(machine).map(({ id }) => ({ type: id }));
  const found: unknown = getAdjacencyMap(projection(machine), { events });
  return Object.values(Schema.decodeUnknownSync(Adjacency)(found)).flatMap(({ state, transitions }) =>
    Object.values(transitions)
      // An event that a state does not hear leaves it where it is, and is none of its edges.
      .filter(({ event }) => event.type.startsWith(`${machine.id}:${state.value}--`))
      .map(({ event, state: target }) => ({ id: event.type, source: state.value, target: target.value })),
  );
};

/** Transitions that guards and time let nobody take by the shortest path, by machine. */
const detours: Readonly<Record<string, number>> = { consent: 0, verification: 33 };

const byId = (one: Edge, other: Edge): number => (one.id < other.id ? -1 : 1);

/** How many transitions the case has taken when it first takes its own. */
const lengthOf = ({ subject, steps, covers }: Case): number => {
  const machine = subject.kind === "lifecycle" ? machineOf(subject.machine) : undefined;
  if (machine === undefined) return Infinity;
  let instance: Instance = { state: machine.initial, fields: machine.context };
  const taken: string[] = [];
  for (const { now, event } of steps) {
    const answered = interpret(machine, presets[subject.preset], instance, event, now);
    instance = answered.instance;
    taken.push(...answered.taken.map(({ transition }) => transition));
  }
  return taken.indexOf(covers[0] ?? "") + 1;
};

describe.for(machines.map((machine) => [machine.id, machine] as const))("%s", ([, machine]) => {
  const placed = transitionsOf(machine);
  const edges = edgesOf(machine);

  it("has the edges that xstate/graph finds", () => {
    expect(edges.toSorted(byId)).toEqual(
      placed.map(({ id, source, target }) => ({ id, source, target })).toSorted(byId),
    );
  });

  it("has the pairs that follow from them", () => {
    const pairs = edges.flatMap((first) =>
      edges.filter(({ source }) => source === first.target).map((second) => `${first.id} ${second.id}`),
    );
    expect(
      pairsOf(machine)
        .map(([first, second]) => `${first.id} ${second.id}`)
        .toSorted(),
    ).toEqual(pairs.toSorted());
  });

  it("has no case shorter than the shortest path, and few that are longer", () => {
    const found: unknown = getShortestPaths(projection(machine), {
      events: placed.map(({ id }) => ({ type: id })),
    });
    const steps = new Map(
      Schema.decodeUnknownSync(ShortestPaths)(found).map(({ state, weight }) => [state.value, weight]),
    );
    const cases = lifecycleCases(machine).cases.filter(({ kind }) => kind === "transition");
    const longer = cases.map((one) => {
      const { source } = placed.find(({ id }) => id === one.covers[0]) ?? { source: "" };
      return lengthOf(one) - (steps.get(source) ?? Infinity) - 1;
    });
    expect(longer).toHaveLength(placed.length);
    expect(longer.filter((by) => by < 0)).toEqual([]);
    expect(longer.filter((by) => by > 0)).toHaveLength(detours[machine.id] ?? 0);
  });
});
