/**
 * What the passing of one tick does to each part of a slice: rows are settled by the generated core, everything else grows older.
 * A row that is swept late is left alone, and holds time back when its deadline has waited as long as it may.
 * Tokens are nobody's rows: no time passes for them until somebody looks.
 */
import { never } from "../../../impl/lifecycle/core.ts";
import { policyNumbers } from "../../../impl/generated/policy.ts";
import type { Compiled } from "./compile.ts";
import { log } from "./held.ts";

export interface Passing {
  /** Writes the part into frame A as it is at the instant N, from how it was in B. */
  readonly settle: (part: number, B: Float64Array, A: Float64Array, N: number) => void;
  /** Whether the part lets no time pass to the instant N. */
  readonly isHeldBack: (part: number, B: Float64Array, N: number) => boolean;
}

export function passingOf({ layout, held, policy }: Compiled): Passing {
  const { slice, parts, machineFor } = layout;
  const numbers = policyNumbers(policy);
  const settled = parts.map(({ kind, name }) => {
    const isOnTime = kind === "instance" && slice.instances[name]?.sweptWithin === undefined;
    return isOnTime && machineFor(name).meta.keptAs !== "token" ? held.get(name) : undefined;
  });
  /** By part and state: the cells of the deadlines that the state obeys; and how late the sweep may be. */
  const swept = parts.map(({ kind, name, first }) => {
    const constant = kind === "instance" ? slice.instances[name]?.sweptWithin : undefined;
    if (constant === undefined) return undefined;
    const cellOf = (field: string): number =>
      layout.cells.findIndex(
        (cell) => cell.kind === "field" && cell.instance === name && cell.field === field,
      );
    const states = Object.values(machineFor(name).states);
    return {
      state: first,
      deadlines: states.map(({ after = {} }) => Object.keys(after).map(cellOf)),
      lateness: Number(policy.constants[constant] ?? 0),
    };
  });
  return {
    settle: (place, B, A, N) => {
      const { first = 0, size = 0 } = parts[place] ?? {};
      for (let cell = first; cell < first + size; cell += 1) A[cell] = B[cell] ?? 0;
      const row = settled[place];
      if (row === undefined) return;
      row.load(B);
      row.open.settle(0, 0, N, numbers, log);
      row.store(A);
    },
    isHeldBack: (place, B, N) => {
      const row = swept[place];
      if (row === undefined) return false;
      const due = (row.deadlines[B[row.state] ?? 0] ?? []).reduce(
        (least, cell) => Math.min(least, B[cell] ?? never),
        never,
      );
      return due !== never && N > due + row.lateness;
    },
  };
}
