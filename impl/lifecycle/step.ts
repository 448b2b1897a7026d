/**
 * `step` in words: one machine, one state with named fields, one event, one instant. It only encodes and decodes around the core.
 * Tests, checkers and small tools use it; services run the core on columns.
 */
import type { Value } from "../../models/language/expression.ts";
import { machineCores, refusalCodes, toldNames } from "../generated/law.ts";
import type { PolicyNumbers } from "../generated/policy.ts";
import { makeStepLog, never, type StepLog } from "./core.ts";
import type { GivenField, MachineCore } from "./machinecore.ts";

export interface Snapshot {
  readonly state: string;
  readonly fields: Readonly<Record<string, Value>>;
}

export interface SentEvent {
  readonly type: string;
  readonly given: Readonly<Record<string, Value>>;
}

export interface Stepped {
  readonly snapshot: Snapshot;
  /** Everything taken, in order: deadlines, then the event's own transition. */
  readonly taken: readonly {
    readonly transition: string;
    readonly at: number;
    readonly told: string;
    readonly refused: string;
  }[];
  /** The event's own transition; empty where it is not allowed or there was no event. */
  readonly transition: string;
  /** The code with which the event was refused, or empty. */
  readonly refused: string;
}

export const coreOf = (id: string): MachineCore | undefined =>
  machineCores.find((machine) => machine.id === id);

type Names = Map<string, number>;

const encode = (value: Value, kind: GivenField["kind"], words: readonly string[], ids: Names): number => {
  switch (kind) {
    case "instant":
      return typeof value === "number" ? value : never;
    case "count":
      return Number(value);
    case "flag":
      return value === true ? 1 : 0;
    case "choice":
      return words.indexOf(String(value));
    case "id": {
      if (typeof value !== "string") return 0;
      const known = ids.get(value) ?? ids.size + 1;
      ids.set(value, known);
      return known;
    }
  }
};

const decode = (value: number, kind: GivenField["kind"], words: readonly string[], ids: Names): Value => {
  switch (kind) {
    case "instant":
      return value === never ? null : value;
    case "count":
      return value;
    case "flag":
      return value === 1;
    case "choice":
      return words[value] ?? null;
    case "id":
      return [...ids].find(([, number]) => number === value)?.[0] ?? null;
  }
};

const takenOf = (machine: MachineCore, log: StepLog): Stepped["taken"] =>
  Array.from({ length: log.length }, (_, entry) => {
    const info = machine.transitions[(log.transition[entry] ?? 0) - 1];
    return {
      transition: info?.id ?? "",
      at: log.at[entry] ?? 0,
      told: toldNames[info?.told ?? 0] ?? "",
      refused: refusalCodes[info?.refusal ?? 0] ?? "",
    };
  });

/** One step of a machine; without an event only the deadlines that are due fire. */
export function step(
  machine: MachineCore,
  before: Snapshot,
  event: SentEvent | undefined,
  now: number,
  policy: PolicyNumbers,
): Stepped {
  const ids: Names = new Map();
  const { table } = machine;
  const columns = machine.makeColumns(1);
  columns.state[0] = table.states.indexOf(before.state);
  for (const { name, kind } of table.fields) {
    const column = columns[name];
    if (column !== undefined)
      column[0] = encode(before.fields[name] ?? null, kind, table.choices[name] ?? [], ids);
  }
  const given = machine.givenFields.map(({ name, kind, words }) =>
    encode(event?.given[name] ?? null, kind, words, ids),
  );
  const number = event === undefined ? 0 : machine.events.findIndex(({ name }) => name === event.type) + 1;
  const log = makeStepLog();
  const taken = machine.open(columns)?.step(0, number, given, now, policy, log) ?? 0;
  const info = machine.transitions[taken - 1];
  const refused =
    event === undefined ? "" : taken === 0 ? "not-allowed" : (refusalCodes[info?.refusal ?? 0] ?? "");
  return {
    snapshot: {
      state: table.states[columns.state[0]] ?? "",
      fields: Object.fromEntries<Value>(
        table.fields.map(({ name, kind }) => [
          name,
          decode(columns[name]?.[0] ?? 0, kind, table.choices[name] ?? [], ids),
        ]),
      ),
    },
    taken: takenOf(machine, log),
    transition: info?.id ?? "",
    refused,
  };
}
