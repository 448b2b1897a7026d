/**
 * The generated side of the comparison: the core over typed arrays, and `step`, which wraps it in words.
 * The generated modules come in as an argument, so that a copy with a planted mistake is compared by the same code.
 * It encodes values by itself and not through `step`, so that a mistake in `step`'s own encoding is seen.
 */
import type { MachineCore, OpenCore } from "../../impl/lifecycle/machinecore.ts";
import type { StepLog } from "../../impl/lifecycle/core.ts";
import type { step } from "../../impl/lifecycle/step.ts";
import type { PolicyNumbers } from "../../impl/generated/policy.ts";
import type { Value } from "../../models/language/expression.ts";
import type { Policy } from "../../models/policy.ts";
import type { Outcome, Said, SentEvent, Snapshot, TakenAt } from "./outcome.ts";

/** What is generated, and the little that stands around it. */
export interface Law {
  readonly machineCores: readonly MachineCore[];
  readonly refusalCodes: readonly string[];
  readonly toldNames: readonly string[];
  readonly policyNumbers: (policy: Policy) => PolicyNumbers;
  readonly step: typeof step;
  readonly makeStepLog: () => StepLog;
  readonly never: number;
}

export interface CoreSide {
  readonly core: (standing: Snapshot, event: SentEvent | undefined, now: number) => Outcome;
  readonly step: (standing: Snapshot, event: SentEvent | undefined, now: number) => Outcome;
}

type Kind = "instant" | "count" | "choice" | "flag" | "id";
const names = ["", "first", "second"];

export function coreSide(law: Law, id: string, policy: Policy): CoreSide {
  const machine = law.machineCores.find((candidate) => candidate.id === id);
  if (machine === undefined) throw new Error(`there is no core of ${id}`);
  const { table, givenFields, transitions } = machine;
  const numbers = law.policyNumbers(policy);
  const columns = machine.makeColumns(2);
  const log = law.makeStepLog();
  const settling = law.makeStepLog();
  const opened: OpenCore | undefined = machine.open(columns);
  if (opened === undefined) throw new Error(`the columns of ${id} are not its own`);
  const open = opened;
  /** Not the first slot, so that a core that forgets which slot it is given is seen. */
  const slot = 1;
  /** Where the same row is only settled, which a step without an event must come to as well. */
  const other = 0;

  const encoded = (value: Value, kind: Kind, words: readonly string[]): number => {
    if (typeof value === "number") return value;
    if (typeof value === "boolean") return value ? 1 : 0;
    if (value === null) return kind === "instant" ? law.never : 0;
    return kind === "id" ? names.indexOf(value) : words.indexOf(value);
  };
  const decoded = (value: number, kind: Kind, words: readonly string[]): Value => {
    switch (kind) {
      case "instant":
        return value === law.never ? null : value;
      case "count":
        return value;
      case "flag":
        return value === 0 ? false : value === 1 ? true : value;
      case "choice":
        return words[value] ?? value;
      case "id":
        return value === 0 ? null : (names[value] ?? value);
    }
  };
  const saidOf = (number: number, at: number): readonly Said[] => {
    const info = transitions[number - 1];
    const told = law.toldNames[info?.told ?? 0] ?? "";
    const refused = law.refusalCodes[info?.refusal ?? 0] ?? "";
    return [
      ...(told === "" ? [] : [{ kind: "told", name: told, at } as const]),
      ...(refused === "" ? [] : [{ kind: "refused", name: refused, at } as const]),
    ];
  };

  return {
    core: (standing, event, now) => {
      columns.state[slot] = table.states.indexOf(standing.state);
      for (const { name, kind } of table.fields) {
        const column = columns[name];
        if (column !== undefined) {
          column[slot] = encoded(standing.fields[name] ?? null, kind, table.choices[name] ?? []);
        }
      }
      const number =
        event === undefined ? 0 : machine.events.findIndex(({ name }) => name === event.type) + 1;
      const given = givenFields.map(({ name, kind, words }) =>
        encoded(event?.given[name] ?? null, kind, words),
      );
      for (const column of Object.values(columns)) column[other] = column[slot] ?? 0;
      log.length = 0;
      const taken = open.step(slot, number, given, now, numbers, log);
      const fields: Record<string, Value> = {};
      for (const { name, kind } of table.fields) {
        fields[name] = decoded(columns[name]?.[slot] ?? 0, kind, table.choices[name] ?? []);
      }
      const said: Said[] = [];
      const went: TakenAt[] = [];
      for (let entry = 0; entry < log.length; entry += 1) {
        const of = log.transition[entry] ?? 0;
        const at = log.at[entry] ?? 0;
        const own = log.machine[entry] === machine.number && log.slot[entry] === slot;
        said.push(...saidOf(of, at));
        went.push({ transition: own ? (transitions[of - 1]?.id ?? "") : "another instance's", at });
      }
      if (event === undefined) {
        open.settle(other, 0, now, numbers, settling);
        if (Object.values(columns).some((column) => column[other] !== column[slot]))
          said.push({ kind: "refused", name: "what settling alone does otherwise", at: now });
      }
      const state = table.states[columns.state.at(slot) ?? 0] ?? "";
      return { state, fields, said, taken: went, own: transitions[taken - 1]?.id ?? "" };
    },
    step: (standing, event, now) => {
      const stepped = law.step(machine, standing, event, now, numbers);
      const said = stepped.taken.flatMap(({ told, refused, at }): readonly Said[] => [
        ...(told === "" ? [] : [{ kind: "told", name: told, at } as const]),
        ...(refused === "" ? [] : [{ kind: "refused", name: refused, at } as const]),
      ]);
      const notAllowed = event !== undefined && stepped.transition === "";
      if (notAllowed !== (stepped.refused === "not-allowed")) {
        said.push({ kind: "refused", name: `${stepped.refused || "nothing"} by step alone`, at: now });
      }
      const taken = stepped.taken.map(({ transition, at }) => ({ transition, at }));
      return { ...stepped.snapshot, said, taken, own: stepped.transition };
    },
  };
}
