/**
 * The instants worth waiting for where an instance stands: around all that it knows, around every boundary that its guards
 * ask about, and around the next start of a day where the law counts days. Going back is left to machines told by two clocks.
 * It does not guess where between two of them something might be set; the zones find what that overlooks.
 */
import { evaluate } from "../../../models/language/evaluate.ts";
import type { Instance } from "../../../models/language/interpret.ts";
import type { Lifecycle } from "../../../models/language/lifecycle.ts";
import { millisecondsADay, type Policy } from "../../../models/policy.ts";
import { boundariesOf } from "./boundaries.ts";
import { comparisonsOf } from "./payloads.ts";

const bothSides = (instant: number): readonly number[] => [instant - 1, instant, instant + 1];

/** Whether the clocks of two parties meet in this machine, so that the second may be behind the first. */
const hasTwoClocks = (machine: Lifecycle): boolean =>
  JSON.stringify(machine.states).includes('"policy","name":"clockSkew"');

const countsDays = (machine: Lifecycle): boolean =>
  JSON.stringify(machine.states).includes('"kind":"startOfDay"');

/** Made once for a machine; answers the instants for where one instance stands, the present one first. */
export function makeWaits(machine: Lifecycle, policy: Policy) {
  const back = hasTwoClocks(machine);
  const days = countsDays(machine);
  const asked = new Map(
    Object.entries(machine.states).map(([state, { on }]) => [
      state,
      comparisonsOf(Object.values(on ?? {}).flat()),
    ]),
  );
  return ({ state, fields }: Instance, now: number): readonly number[] => {
    const around = { policy, now, fields, given: {} };
    const known = Object.values(fields).flatMap((value) => (typeof value === "number" ? [value] : []));
    const later = known.filter((instant) => instant > now);
    const boundaries = boundariesOf(asked.get(state) ?? [], { kind: "now" }, around);
    const tomorrow = Number(
      evaluate({ kind: "startOfDay", instant: { kind: "literal", value: now + millisecondsADay } }, around),
    );
    const interesting = [
      ...later.flatMap(bothSides),
      ...boundaries.flatMap(bothSides),
      ...(days ? [tomorrow - 1, tomorrow] : []),
    ];
    return [now, ...new Set(interesting.filter((instant) => instant > now || (back && instant < now)))];
  };
}
