/**
 * The one form of worlds that nothing can tell apart: what nobody reads is at rest, what is gone is nothing said,
 * the old is as old as the horizon, and the present is the same hour of the first day.
 * Without it a slice would have no end; searches count states in this form.
 */
import { millisecondsADay } from "../policy.ts";
import type { Value } from "./expression.ts";
import { atRest } from "./fields.ts";
import type { Instance } from "./interpret.ts";
import type { Lifecycle } from "./lifecycle.ts";
import type { Slice, World } from "./slice.ts";
import { beginningMs, found, restOf } from "./surroundings.ts";

export interface Normal {
  readonly world: World;
  /** Whether an instant was so old that the slice no longer tells it from older ones. */
  readonly clipped: boolean;
}

export const normalForm =
  (
    { variables: forms }: Slice,
    machineFor: (instance: string) => Lifecycle,
    relevant: (instance: string, field: string) => boolean,
    horizonMs: number,
  ) =>
  ({ now, instances, variables }: World): Normal => {
    let clipped = false;
    const back = Math.floor((now - beginningMs) / millisecondsADay) * millisecondsADay;
    const oldest = now - horizonMs;
    const instant = (value: Value): Value => {
      if (typeof value !== "number") return value;
      if (value < oldest) clipped = true;
      return Math.max(value, oldest) - back;
    };
    const kept = (name: string, one: Instance): Instance => {
      const machine = machineFor(name);
      // What is gone is no row any more: whoever asks for it next finds nothing said.
      const { state, fields } = machine.states[one.state]?.meta.gone === true ? restOf(machine) : one;
      const entries = Object.entries(fields).map(([field, value]): readonly [string, Value] => {
        const form = found(machine.meta.fields[field], field);
        if (!relevant(name, field)) return [field, atRest(form)];
        return [field, form.kind === "instant" ? instant(value) : value];
      });
      return { state, fields: Object.fromEntries(entries) };
    };
    const world = {
      now: now - back,
      instances: Object.fromEntries(Object.entries(instances).map(([name, one]) => [name, kept(name, one)])),
      variables: Object.fromEntries(
        Object.entries(variables).map(([name, value]) => [
          name,
          forms[name]?.kind === "instant" ? instant(value) : value,
        ]),
      ),
    };
    return { world, clipped };
  };
