// How often the last simulation took each transition, as its run leaves it beside run.json, and from that how often it came into each state.
// evidence.ts reads it; the first state of an instance counts as met when it is left.
import { Schema } from "effect";
import { transitionsOf } from "../../../models/language/lifecycle.ts";
import { machines } from "../../../models/machines.ts";

export const SimulationFile = Schema.Struct({
  schemaVersion: Schema.Literal(1),
  modelHash: Schema.String,
  kind: Schema.Literal("simulation"),
  counts: Schema.Struct({ transitions: Schema.Record(Schema.String, Schema.Number) }),
});

/** By id of a transition, or of a state as `visit:recorded`. */
export const simulationData = ({ counts: { transitions } }: typeof SimulationFile.Type) => {
  const states = new Map<string, number>();
  const add = (state: string, times: number): void =>
    void states.set(state, (states.get(state) ?? 0) + times);
  for (const machine of machines)
    for (const { id, source, target } of transitionsOf(machine)) {
      const times = transitions[id] ?? 0;
      add(`${machine.id}:${target}`, times);
      if (source === machine.initial && source !== target) add(`${machine.id}:${source}`, times);
    }
  return { ...transitions, ...Object.fromEntries(states) };
};
export type SimulationData = Readonly<Record<string, number>>;
