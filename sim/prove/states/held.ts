/**
 * One instance of a slice in the columns of the generated core: put there from a frame, and taken back from there.
 * Fields that the slice does not follow are at rest in the columns and are not taken back.
 * Everything that the core does to an instance of the search happens here, in slot 0 of columns of its own.
 */
import { makeStepLog, type StepLog } from "../../../impl/lifecycle/core.ts";
import type { MachineCore, OpenCore } from "../../../impl/lifecycle/machinecore.ts";
import type { Columns } from "../../../impl/store/rowtable.ts";
import { LawMistake } from "../../../models/language/evaluate.ts";
import type { GeneratedLaw } from "./generated.ts";
import type { Layout } from "./parts.ts";

export interface Held {
  readonly machine: MachineCore;
  readonly columns: Columns;
  readonly open: OpenCore;
  readonly load: (frame: Float64Array) => void;
  readonly store: (frame: Float64Array) => void;
}

/** One log for all; the search reads nothing from it. */
export const log: StepLog = makeStepLog();

export function heldOf(layout: Layout, { cores }: GeneratedLaw, instance: string): Held {
  const { id, states } = layout.machineFor(instance);
  const machine = cores.find((core) => core.id === id);
  const columns = machine?.makeColumns(1);
  const open = columns === undefined ? undefined : machine?.open(columns);
  if (machine === undefined || columns === undefined || open === undefined)
    throw new LawMistake(`no core was generated for ${id}`);
  if (String(Object.keys(states)) !== String(machine.table.states))
    throw new LawMistake(`the generated core of ${id} numbers its states otherwise`);
  const part = layout.parts[layout.partOf(instance)];
  const names = layout.cells
    .slice(part?.first, (part?.first ?? 0) + (part?.size ?? 0))
    .map((cell) => (cell.kind === "field" ? cell.field : "state"));
  const followed = names.flatMap((name, place) => {
    const column = columns[name];
    return column === undefined ? [] : [{ column, place: (part?.first ?? 0) + place }];
  });
  if (followed.length !== names.length) throw new LawMistake(`the generated core of ${id} lacks a field`);
  const others = machine.table.fields.flatMap(({ name, kind }) => {
    const column = columns[name];
    return names.includes(name) || column === undefined
      ? []
      : [{ column, rest: kind === "instant" ? machine.table.never : 0 }];
  });
  return {
    machine,
    columns,
    open,
    load: (frame) => {
      log.length = 0;
      for (const { column, rest } of others) column[0] = rest;
      for (const { column, place } of followed) column[0] = frame[place] ?? 0;
    },
    store: (frame) => {
      for (const { column, place } of followed) frame[place] = column[0] ?? 0;
    },
  };
}
