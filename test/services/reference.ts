/**
 * What a service and its file must say after each step, told by the plain reading of the models alone.
 * An instance that is gone leaves no row and no event, so the service knows nothing of it and starts anew with the next step.
 */
import type { Field } from "../../models/language/fields.ts";
import type { Value } from "../../models/language/expression.ts";
import { interpret, nextDeadline, type Happening, type Instance } from "../../models/language/interpret.ts";
import { transitionsOf, type Lifecycle } from "../../models/language/lifecycle.ts";
import type { Policy } from "../../models/policy.ts";
import type { SqlRow, Stored } from "./storedrows.ts";

export interface Foreseen {
  /** Where the step ends, even if nothing of it is kept. */
  readonly instance: Instance;
  /** What was told, or the code of the refusal. */
  readonly answer: { readonly told: string } | { readonly refused: string } | undefined;
  /** The transitions that it takes. */
  readonly taken: readonly string[];
}

export interface Reference {
  readonly step: (event: Happening | undefined, now: number) => Foreseen;
  /** Where the next step begins. */
  readonly standing: () => Instance;
  readonly nextDeadlineAt: () => number | undefined;
  readonly stored: () => Stored;
}

const asSql = (value: Value, { kind }: Field): unknown => (kind === "flag" ? Number(value) : value);

export function makeReference(machine: Lifecycle, policy: Policy, key: string): Reference {
  const placed = new Map(transitionsOf(machine).map((one) => [one.id, one]));
  const first: Instance = { state: machine.initial, fields: machine.context };
  const isGone = (state: string): boolean => machine.states[state]?.meta.gone === true;
  let standing = first;
  let isKept = false;
  let events: SqlRow[] = [];

  const write = (id: string, at: number): void => {
    const one = placed.get(id);
    if (one === undefined) throw new Error(`${machine.id} has no transition ${id}`);
    const { trigger, target } = one;
    isKept = !isGone(target);
    if (!isKept) events = [];
    else if (trigger.kind === "deadline" || machine.meta.events[trigger.name]?.durable === true)
      events.push({
        key,
        sequence: events.length + 1,
        at,
        event: trigger.name,
        transition: id,
        state: target,
      });
  };

  return {
    step: (event, now) => {
      const { instance, taken, own } = interpret(machine, policy, standing, event, now);
      for (const { transition, at, refused } of taken) if (refused === "") write(transition, at);
      standing = isGone(instance.state) ? first : instance;
      const refused = own === undefined ? "not-allowed" : own.refused;
      const answer = refused === "" ? { told: own?.told ?? "" } : { refused };
      return {
        instance,
        answer: event === undefined ? undefined : answer,
        taken: taken.map(({ transition }) => transition),
      };
    },
    standing: () => standing,
    nextDeadlineAt: () => nextDeadline(machine, standing)?.at,
    stored: () => {
      const fields = Object.entries(machine.meta.fields).map(([name, field]): readonly [string, unknown] => [
        name,
        asSql(standing.fields[name] ?? null, field),
      ]);
      const row = { key, state: standing.state, ...Object.fromEntries(fields) };
      return { rows: isKept ? [row] : [], events: [...events] };
    },
  };
}
