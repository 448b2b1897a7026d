/**
 * Makes the moves of a group on the parts that they touch, given by their numbers, and says what each leads to.
 * This is where the generated core is called; whoever asks may remember the answer, because nothing else goes into it.
 * What it hands out is overwritten by the next call.
 */
import type { Compiled } from "./compile.ts";
import { toCells, toFrame } from "./parts.ts";
import { passingOf } from "./passing.ts";

/** One move that was made; `numbers` are those of the group's parts afterwards. */
export type Emit = (
  move: number,
  refused: number,
  numbers: Int32Array,
  clipped: boolean,
  verdicts: Uint8Array,
) => void;

export interface Aged {
  /** The number of the part a tick later, or -1 where it lets no time pass. */
  readonly number: number;
  readonly clipped: boolean;
}

export interface Expander {
  readonly compiled: Compiled;
  /** The numbers of all parts of a state, by its cells. */
  readonly numbersOf: (cells: ArrayLike<number>) => Int32Array;
  readonly moves: (
    parts: readonly number[],
    members: readonly number[],
    numbers: Int32Array,
    emit: Emit,
  ) => void;
  /** What the questions of a group say when a tick has passed. */
  readonly watches: (
    parts: readonly number[],
    members: readonly number[],
    numbers: Int32Array,
    says: (watch: number, verdict: number) => void,
  ) => void;
  readonly ages: (part: number, number: number, phase: number) => Aged;
  /** The hour of the day. */
  readonly phaseOf: (numbers: Int32Array) => number;
  /** All cells of a state. */
  readonly cellsOf: (numbers: Int32Array) => Int32Array;
}

export function makeExpander(compiled: Compiled): Expander {
  const { layout, moves, watches } = compiled;
  const { parts, cells, tick, slice } = layout;
  const passing = passingOf(compiled);
  const cellsBefore = new Int32Array(cells.length);
  const cellsAfter = new Int32Array(cells.length);
  const B = new Float64Array(cells.length);
  const A = new Float64Array(cells.length);
  const after = new Int32Array(parts.length);
  const verdicts = new Uint8Array(Math.max(1, ...[...moves, ...watches].map(({ asks }) => asks.length)));
  const phasePart = parts.findIndex(({ kind }) => kind === "phase");

  const phaseOf = (numbers: Int32Array): number =>
    phasePart < 0 ? 0 : (parts[phasePart]?.locals.values()[numbers[phasePart] ?? 0] ?? 0);

  const loadPart = (place: number, number: number, now: number): void => {
    const part = parts[place];
    if (part === undefined) return;
    const values = part.locals.values();
    for (let cell = 0; cell < part.size; cell += 1)
      cellsBefore[part.first + cell] = values[number * part.size + cell] ?? 0;
    toFrame(part, cellsBefore, B, now, tick);
  };

  /** The number of what stands in frame A; the old one where nothing has changed. */
  const numberAfter = (place: number, number: number): number => {
    const part = parts[place];
    if (part === undefined) return number;
    for (let cell = part.first; cell < part.first + part.size; cell += 1)
      if (cellsAfter[cell] !== cellsBefore[cell]) return part.locals.numberOf(cellsAfter, part.first);
    return number;
  };

  const backToCells = (place: number, now: number): boolean => {
    const part = parts[place];
    return part !== undefined && toCells(part, A, cellsAfter, now, tick, slice.horizon);
  };

  return {
    compiled,
    phaseOf,
    numbersOf: (values) => {
      const all = Int32Array.from(values);
      return Int32Array.from(parts, ({ locals, first }) => locals.numberOf(all, first));
    },
    cellsOf: (numbers) => {
      for (let place = 0; place < parts.length; place += 1) {
        const { locals, first = 0, size = 0 } = parts[place] ?? {};
        const values = locals?.values();
        for (let cell = 0; cell < size; cell += 1)
          cellsBefore[first + cell] = values?.[(numbers[place] ?? 0) * size + cell] ?? 0;
      }
      return cellsBefore;
    },
    moves: (touched, members, numbers, emit) => {
      const now = layout.nowAt(phaseOf(numbers));
      for (const place of touched) loadPart(place, numbers[place] ?? 0, now);
      for (const move of members) {
        A.set(B);
        verdicts.fill(0);
        const refused = moves[move]?.make(B, A, now, verdicts) ?? -1;
        if (refused < 0) continue;
        let clipped = false;
        for (let index = 0; index < touched.length; index += 1) {
          const place = touched[index] ?? 0;
          clipped = backToCells(place, now) || clipped;
          after[index] = numberAfter(place, numbers[place] ?? 0);
        }
        emit(move, refused, after, clipped, verdicts);
      }
    },
    watches: (touched, members, numbers, says) => {
      const now = layout.nowAt(phaseOf(numbers));
      for (const place of touched) {
        loadPart(place, numbers[place] ?? 0, now);
        passing.settle(place, B, A, now + tick);
      }
      for (const watch of members) {
        watches[watch]?.make(B, A, now + tick, verdicts);
        says(watch, verdicts[0] ?? 0);
      }
    },
    ages: (place, number, phase) => {
      const now = layout.nowAt(phase);
      loadPart(place, number, now);
      if (passing.isHeldBack(place, B, now + tick)) return { number: -1, clipped: false };
      passing.settle(place, B, A, now + tick);
      if (place === phasePart) A[parts[place]?.first ?? 0] = (phase + 1) % slice.ticksADay;
      const clipped = backToCells(place, now + tick);
      return { number: numberAfter(place, number), clipped };
    },
  };
}
