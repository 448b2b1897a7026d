// What every party holds while a trace is replayed: rows by their keys, passes by ordinal, visits by day and ordinal.
// An instance that is gone is dropped, and whoever comes next under its key begins anew, as in a store.
// It decides nothing.
import { machines } from "../../models/machines.ts";
import { indexed, type IndexedMachine } from "./indexed.ts";
import { atRest, isGone, type Held } from "./law.ts";
import { makeTokens, type Tokens } from "./tokens.ts";

const indexedMachines = new Map(machines.map((machine) => [machine.id, indexed(machine)]));

export const machineNamed = (id: string): IndexedMachine => {
  const machine = indexedMachines.get(id);
  if (machine === undefined) throw new TypeError(`there is no machine called ${id}`);
  return machine;
};

export type Rows = Map<string, Held>;

export interface Holdings {
  /** The rows of one machine at one party. */
  readonly rows: (party: string, machine: string) => Rows;
  readonly tokens: Tokens;
  readonly visit: (name: string) => Held | undefined;
  /** How the next visit stored into the day of this one is called. */
  readonly nextVisit: (name: string) => string;
  /** The visits of a day that are held; nothing where the day is over, or was never begun. */
  readonly visitsOf: (day: number) => readonly Held[] | undefined;
  /** Every row that is held, with its machine. */
  readonly everyRow: () => readonly (readonly [IndexedMachine, Held])[];
  /** Keeps a visit under its name; days that were over long before this instant are dropped. */
  readonly keepVisit: (name: string, visit: Held, at: number) => void;
  readonly dropVisit: (name: string) => void;
  readonly dropDay: (day: number) => void;
  /** When an account last withdrew. */
  readonly withdrawals: Map<string, number>;
}

interface VisitPlace {
  readonly day: string;
  readonly ordinal: number;
}

/** So long a day's visits wait to be seen erased; a trace in which nobody looks would keep them for ever. */
const sweptWithinMs = 86_400_000;

const placeOf = (name: string): VisitPlace => {
  const cut = name.indexOf(".");
  return { day: name.slice(0, cut), ordinal: Number(name.slice(cut + 1)) };
};

export const makeHoldings = (): Holdings => {
  const rows = new Map<string, Rows>();
  const visits = new Map<string, (Held | undefined)[]>();
  /** By day, how many visits were ever stored; it outlives the day, so that nothing can be stored into it as if it were new. */
  const stored = new Map<string, number>();

  const dropOverDays = (at: number): void => {
    for (const [day, ofDay] of visits) {
      const eraseAt = ofDay.find((visit) => visit !== undefined)?.fields["eraseAt"];
      if (typeof eraseAt === "number" && at >= eraseAt + sweptWithinMs) visits.delete(day);
    }
  };

  return {
    rows: (party, machine) => {
      const name = `${party}.${machine}`;
      const found = rows.get(name) ?? new Map<string, Held>();
      rows.set(name, found);
      return found;
    },
    tokens: makeTokens(),
    visit: (name) => {
      const { day, ordinal } = placeOf(name);
      return visits.get(day)?.[ordinal];
    },
    nextVisit: (name) => {
      const { day } = placeOf(name);
      return `${day}.${String(stored.get(day) ?? 0)}`;
    },
    visitsOf: (day) => visits.get(String(day))?.filter((visit) => visit !== undefined),
    everyRow: () =>
      [...rows].flatMap(([name, held]) => {
        const machine = machineNamed(name.slice(name.indexOf(".") + 1));
        return [...held.values()].map((row) => [machine, row] as const);
      }),
    keepVisit: (name, visit, at) => {
      const { day, ordinal } = placeOf(name);
      if (ordinal >= (stored.get(day) ?? 0)) stored.set(day, ordinal + 1);
      let ofDay = visits.get(day);
      if (ofDay === undefined) {
        dropOverDays(at);
        ofDay = [];
        visits.set(day, ofDay);
      }
      ofDay[ordinal] = visit;
    },
    dropVisit: (name) => {
      const { day, ordinal } = placeOf(name);
      const ofDay = visits.get(day);
      if (ofDay !== undefined) ofDay[ordinal] = undefined;
    },
    dropDay: (day) => void visits.delete(String(day)),
    withdrawals: new Map(),
  };
};

/** The row under a key; one at rest where there is none, which is not kept yet. */
export const rowOf = (rows: Rows, key: string, machine: IndexedMachine): Held =>
  rows.get(key) ?? atRest(machine);

/** Keeps a row, or drops it when it is gone. */
export const keepRow = (rows: Rows, key: string, machine: IndexedMachine, held: Held): void => {
  if (isGone(machine, held)) rows.delete(key);
  else rows.set(key, held);
};
