/**
 * The parts of a slice: the hour of the day, each instance, and each thing remembered, with the cells that belong to it.
 * Every move touches a few parts and leaves the others alone; the search is quick because of that.
 * A frame holds the same cells as the generated core counts them: instants in milliseconds, never as its own number.
 */
import { never } from "../../../impl/lifecycle/core.ts";
import { beginningMs, tickMs } from "../../../models/language/compose.ts";
import { cellsOf, neverTicks, type Cell } from "../../../models/language/cells.ts";
import { LawMistake } from "../../../models/language/evaluate.ts";
import type { Lifecycle } from "../../../models/language/lifecycle.ts";
import type { Slice } from "../../../models/language/slice.ts";
import type { GeneratedLaw } from "./generated.ts";
import { makeLocals, type Locals, type Tally } from "./locals.ts";

export interface Part {
  readonly kind: "phase" | "instance" | "variable";
  /** Of the instance or the variable. */
  readonly name: string;
  /** The place of its first cell, and how many it has. */
  readonly first: number;
  readonly size: number;
  /** By cell: whether it is an instant. */
  readonly isInstant: readonly boolean[];
  /** The cells of a part in which nothing has been said. */
  readonly rest: readonly number[];
  /** By state: whether nothing is kept in it. */
  readonly gone: readonly boolean[];
  readonly locals: Locals;
}

/** A slice laid out for the search. */
export interface Layout {
  readonly slice: Slice;
  readonly cells: readonly Cell[];
  readonly parts: readonly Part[];
  readonly partOf: (name: string) => number;
  readonly machineFor: (instance: string) => Lifecycle;
  readonly tick: number;
  readonly tally: Readonly<Tally>;
  /** The present instant in a state whose hour of the day is this one. */
  readonly nowAt: (phase: number) => number;
}

/** The name of the part that holds the hour of the day. */
export const phaseName = "";

const nameOf = (cell: Cell): string => {
  switch (cell.kind) {
    case "phase":
      return phaseName;
    case "variable":
      return `variable ${cell.name}`;
    default:
      return cell.instance;
  }
};

const isInstant = (cell: Cell): boolean =>
  (cell.kind === "field" || cell.kind === "variable") && cell.form.kind === "instant";

/** The form of a part in words: parts of one form share their numbers. */
const formOf = (cells: readonly Cell[], machine: string): string =>
  `${machine}: ${cells.map((cell) => (cell.kind === "field" ? cell.field : cell.kind === "variable" ? JSON.stringify(cell.form) : cell.kind)).join(" ")}`;

export function layoutOf(slice: Slice, { law }: GeneratedLaw): Layout {
  const cells = cellsOf(slice, law);
  const machineFor = (instance: string): Lifecycle => {
    const id = slice.instances[instance]?.machine;
    const machine = law.machines.find((one) => one.id === id);
    if (machine === undefined) throw new LawMistake(`the slice has no instance called ${instance}`);
    return machine;
  };
  const locals = new Map<string, Locals>();
  const tally: Tally = { sayings: 0 };
  const partAt = (name: string, own: readonly Cell[], first: number): Part => {
    const kind = name === phaseName ? "phase" : own[0]?.kind === "variable" ? "variable" : "instance";
    const machine = kind === "instance" ? machineFor(name) : undefined;
    const form = formOf(own, machine?.id ?? "");
    const shared = locals.get(form) ?? makeLocals(own.length, tally);
    locals.set(form, shared);
    const states = Object.keys(machine?.states ?? {});
    const initial = states.indexOf(machine?.initial ?? "");
    return {
      kind,
      name,
      first,
      size: own.length,
      isInstant: own.map(isInstant),
      rest: own.map((cell) => (cell.kind === "state" ? initial : isInstant(cell) ? neverTicks : 0)),
      gone: states.map((state) => machine?.states[state]?.meta.gone === true),
      locals: shared,
    };
  };
  const grouped = Map.groupBy(cells.keys(), (place) => nameOf(cells[place] ?? { kind: "phase" }));
  const parts = [...grouped].map(([name, places]) =>
    partAt(
      name,
      places.map((place) => cells[place] ?? { kind: "phase" }),
      places[0] ?? 0,
    ),
  );
  const numbers = new Map(parts.map(({ name }, place) => [name, place]));
  const tick = tickMs(slice);
  return {
    slice,
    cells,
    parts,
    partOf: (name) => {
      const found = numbers.get(name);
      if (found === undefined) throw new LawMistake(`the slice has no part called ${name}`);
      return found;
    },
    machineFor,
    tick,
    tally,
    nowAt: (phase) => beginningMs + phase * tick,
  };
}

/** Writes the cells of a part into a frame, as the generated core counts them. */
export function toFrame(part: Part, cells: Int32Array, frame: Float64Array, now: number, tick: number): void {
  for (let place = 0; place < part.size; place += 1) {
    const value = cells[part.first + place] ?? 0;
    frame[part.first + place] =
      part.isInstant[place] !== true ? value : value === neverTicks ? never : now + value * tick;
  }
}

/**
 * Writes a part of a frame back as cells: what is gone is at rest, and what is older than the horizon is as old as the horizon.
 * Answers whether an instant was that old.
 */
export function toCells(
  part: Part,
  frame: Float64Array,
  cells: Int32Array,
  now: number,
  tick: number,
  horizon: number,
): boolean {
  let clipped = false;
  const { first, size } = part;
  const gone = part.kind === "instance" && part.gone[frame[first] ?? 0] === true;
  for (let place = 0; place < size; place += 1) {
    const value = frame[first + place] ?? 0;
    if (gone) cells[first + place] = part.rest[place] ?? 0;
    else if (part.isInstant[place] !== true) cells[first + place] = value;
    else if (value === never) cells[first + place] = neverTicks;
    else {
      const ticks = (value - now) / tick;
      if (!Number.isInteger(ticks) || ticks >= neverTicks)
        throw new LawMistake(
          `${part.name} has an instant ${String(ticks)} ticks from now, which no cell can hold`,
        );
      if (ticks < -horizon) clipped = true;
      cells[first + place] = Math.max(ticks, -horizon);
    }
  }
  return clipped;
}
