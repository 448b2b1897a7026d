/**
 * Reads a slice plainly: where it begins, which moves can be made, and what each leads to.
 * The searches over generated code, over zones and by outside checkers are compared with it; it is written to be read, not to be fast.
 * It knows no generated code: rules are read by decide.ts, lifecycles by interpret.ts.
 */
import type { Policy } from "../policy.ts";
import { calling, type Called } from "./calling.ts";
import { holds, type Surroundings } from "./evaluate.ts";
import type { Value } from "./expression.ts";
import { contextAtRest } from "./fields.ts";
import { nextDeadline, settle } from "./interpret.ts";
import type { Lifecycle } from "./lifecycle.ts";
import { normalForm } from "./normalform.ts";
import { timePasses, type Move, type Noted, type Slice, type World } from "./slice.ts";
import { beginningMs, found, restOf, seenIn, seenValue, tickMs, valuesOf, type Law } from "./surroundings.ts";

export { beginningMs, tickMs, type Law } from "./surroundings.ts";

export interface Observed {
  readonly kind: Noted["kind"];
  readonly fields: Readonly<Record<string, Value>>;
}

/** One move that was made. */
export interface Made extends Omit<Called, "instances"> {
  readonly move: string;
  readonly world: World;
  readonly observed: readonly Observed[];
  /** Whether an instant was so old that the slice no longer tells it from older ones. */
  readonly clipped: boolean;
}

export interface Reading {
  readonly begins: World;
  /** All moves that can be made from here, in the order of the slice; time last. */
  readonly from: (world: World) => readonly Made[];
  /** One move by its name, if it can be made. */
  readonly make: (world: World, move: string) => Made | undefined;
  /** So many milliseconds pass, if no sweep would be later than it may. */
  readonly wait: (world: World, durationMs: number) => Made | undefined;
  /** How long until the next deadline of any instance, in milliseconds; nothing where none is ahead. */
  readonly untilDeadline: (world: World) => number | undefined;
}

/** Reads a slice by a law and a policy. Instants older than the horizon are all the same; a story in real time gives a longer one. */
export function readSlice(
  slice: Slice,
  law: Law,
  policy: Policy,
  relevant: (instance: string, field: string) => boolean,
  horizonMs = slice.horizon * tickMs(slice),
): Reading {
  const machines = Object.fromEntries(
    Object.entries(slice.instances).map(([name, { machine: id }]) => [
      name,
      found(
        law.machines.find((machine) => machine.id === id),
        id,
      ),
    ]),
  );
  const machineFor = (name: string): Lifecycle => found(machines[name], name);
  const isToken = (name: string): boolean => machineFor(name).meta.keptAs === "token";
  const around = (world: World, before?: World): Surroundings => seenIn(policy, world, before);
  const call = calling(law, policy, machineFor);
  const normal = normalForm(slice, machineFor, relevant, horizonMs);

  const observed = (notes: readonly Noted[] | undefined, at: Surroundings): readonly Observed[] =>
    (notes ?? [])
      .filter(({ when }) => when === undefined || holds(when, at))
      .map(({ kind, fields }) => ({
        kind,
        fields: Object.fromEntries(Object.entries(fields).map(([name, seen]) => [name, seenValue(seen, at)])),
      }));

  const made = (world: World, move: Move): Made => {
    const called = call(world, move);
    const isDone = called.refused === "";
    // A refused token is as it was: it carries its own time, and nobody has written anything down.
    const written = Object.entries(called.instances).filter(([name]) => isDone || !isToken(name));
    const after: World = { ...world, instances: { ...world.instances, ...Object.fromEntries(written) } };
    const at = around(after);
    const variables = {
      ...world.variables,
      ...valuesOf(move.sets, at),
      ...valuesOf(isDone ? move.done : move.refused, at),
    };
    const remembered: World = { ...after, variables };
    const seen = isDone ? observed(move.notes, around(after, world)) : [];
    const forgotten = Object.fromEntries(
      (move.forgets ?? []).map((name) => [name, restOf(machineFor(name))]),
    );
    const { world: next, clipped } = normal({
      ...remembered,
      instances: { ...remembered.instances, ...forgotten },
    });
    const { refused, told, taken } = called;
    return { move: move.id, world: next, refused, told, taken, observed: seen, clipped };
  };

  const dueOf = (world: World, name: string) =>
    nextDeadline(machineFor(name), found(world.instances[name], name));

  const isHeldBack = (world: World, now: number): boolean =>
    Object.entries(slice.instances).some(([name, { sweptWithin }]) => {
      const due = sweptWithin === undefined ? undefined : dueOf(world, name);
      return due !== undefined && now > due.at + Number(policy.constants[sweptWithin ?? ""]);
    });

  const passed = (world: World, durationMs: number): Made | undefined => {
    const now = world.now + durationMs;
    if (isHeldBack(world, now)) return undefined;
    const taken: string[] = [];
    const instances = Object.fromEntries(
      Object.entries(world.instances).map(([name, before]) => {
        if (isToken(name) || slice.instances[name]?.sweptWithin !== undefined) return [name, before];
        const settled = settle(machineFor(name), policy, before, -Infinity, now);
        taken.push(...settled.taken.map(({ transition }) => transition));
        return [name, settled.instance];
      }),
    );
    const after: World = { now, instances, variables: world.variables };
    const { world: next, clipped } = normal(after);
    const seen = observed(slice.watches, around(after, world));
    return { move: timePasses, world: next, refused: "", told: "", taken, observed: seen, clipped };
  };

  const possibleIn = (world: World): ((move: Move) => boolean) => {
    const at = around(world);
    return ({ when, call: asked }) => {
      if (asked?.kind === "sweep") {
        const due = dueOf(world, asked.instance);
        if (due === undefined || due.at > world.now) return false;
      }
      return when === undefined || holds(when, at);
    };
  };

  const make = (world: World, name: string): Made | undefined => {
    if (name === timePasses) return passed(world, tickMs(slice));
    const move = slice.moves.find(({ id }) => id === name);
    return move !== undefined && possibleIn(world)(move) ? made(world, move) : undefined;
  };

  const from = (world: World): readonly Made[] => {
    const later = passed(world, tickMs(slice));
    return [
      ...slice.moves.filter(possibleIn(world)).map((move) => made(world, move)),
      ...(later === undefined ? [] : [later]),
    ];
  };

  const untilDeadline = (world: World): number | undefined => {
    const ahead = Object.keys(slice.instances)
      .map((name) => (dueOf(world, name)?.at ?? 0) - world.now)
      .filter((durationMs) => durationMs > 0);
    return ahead.length === 0 ? undefined : Math.min(...ahead);
  };

  const began = around({ now: beginningMs, instances: {}, variables: {} });
  const begins: World = {
    now: beginningMs,
    instances: Object.fromEntries(
      Object.entries(slice.instances).map(([name, { begins: how }]) => {
        const rest = restOf(machineFor(name));
        return [
          name,
          how === undefined
            ? rest
            : { state: how.state, fields: { ...rest.fields, ...valuesOf(how.fields, began) } },
        ];
      }),
    ),
    variables: { ...contextAtRest(slice.variables), ...valuesOf(slice.remembers, began) },
  };
  return {
    begins: normal(begins).world,
    from,
    make,
    wait: passed,
    untilDeadline,
  };
}
