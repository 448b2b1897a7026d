/**
 * Paths through every transition of a machine, as data: untimed ones from `@xstate/test`, and timed stories that can happen.
 * `pathsOf` leaves time and guards out: each alternative of each event or deadline is an event of its own, named by its transition.
 * stories.ts finds when each transition can really be taken; whoever drives a service needs those.
 */
import { createTestModel } from "@xstate/test";
import { createMachine } from "xstate";
import { transitionsOf, type Lifecycle, type PlacedTransition } from "../../models/language/lifecycle.ts";

export interface Path {
  readonly machine: string;
  readonly steps: readonly PlacedTransition[];
}

/** The machine without time, guards and updates. */
export const projection = (machine: Lifecycle) => {
  const leaving = (state: string) => transitionsOf(machine).filter(({ source }) => source === state);
  return createMachine({
    id: machine.id,
    initial: machine.initial,
    states: Object.fromEntries(
      Object.keys(machine.states).map((state) => [
        state,
        { on: Object.fromEntries(leaving(state).map(({ id, target }) => [id, target])) },
      ]),
    ),
  });
};

/** The library's types lean on names that XState has dropped since, so what it hands out is read as unknown. */
const propertyOf = (found: unknown, name: string): unknown =>
  typeof found === "object" && found !== null
    ? Object.getOwnPropertyDescriptor(found, name)?.value
    : undefined;
const textOf = (found: unknown, name: string): string => {
  const value = propertyOf(found, name);
  return typeof value === "string" ? value : "";
};
const listOf = (found: unknown): readonly unknown[] => (Array.isArray(found) ? found : []);

/** Shortest paths to every transition. By default the library tells states apart and not transitions, and misses back edges. */
export function pathsOf(machine: Lifecycle): readonly Path[] {
  const placed = new Map(transitionsOf(machine).map((one) => [one.id, one]));
  const model = createTestModel(projection(machine), {
    serializeTransition: (_state: unknown, event: unknown, before: unknown) =>
      event === undefined ? "" : ` by ${textOf(event, "type")} from ${textOf(before, "value")}`,
  });
  const found: unknown = model.getShortestPaths();
  return listOf(found).map((path) => ({
    machine: machine.id,
    steps: listOf(propertyOf(path, "steps")).flatMap(
      (step) => placed.get(textOf(propertyOf(step, "event"), "type")) ?? [],
    ),
  }));
}
