/**
 * The policy of a slice in the small: its durations as a few ticks, so that every state can be counted.
 * A constant that somebody sets is made small in proportion to the law's own, never to nothing and never past what the slice can hold.
 * What holds in the small has been searched, not proved, for the real constants; zones prove those.
 */
import { constants, type Constant, type Policy } from "../policy.ts";
import { tickMs } from "./compose.ts";
import type { Slice } from "./slice.ts";

/** A duration that somebody sets is made so many ticks longer, at the most, than the longest that the slice has. */
const ticksBeyond = 2;

const durations: ReadonlyMap<string, number> = new Map(
  Object.entries<Constant>(constants).flatMap(([name, { kind, value }]) =>
    kind === "duration" && typeof value === "number" ? [[name, value] as const] : [],
  ),
);

/** The slice's policy: `policy` says what is set otherwise than the law's own constants. */
export function smallPolicy(slice: Slice, policy: Policy): Policy {
  const tick = tickMs(slice);
  const ticksMost =
    Math.max(
      ...Object.entries(slice.small).flatMap(([name, ticks]) => (durations.has(name) ? [ticks] : [])),
    ) + ticksBeyond;
  const small = Object.entries(slice.small).map(([name, amount]): readonly [string, number | string] => {
    const usual = durations.get(name);
    const wanted = policy.constants[name];
    if (typeof wanted !== "number") return [name, amount];
    if (usual === undefined) return [name, wanted === constantOf(name) ? amount : wanted];
    if (wanted === usual) return [name, amount * tick];
    const ticks = Math.round((amount * wanted) / usual);
    return [name, Math.min(ticksMost, Math.max(1, ticks)) * tick];
  });
  return { ...policy, constants: { ...policy.constants, ...Object.fromEntries(small) } };
}

const constantOf = (name: string): number | string | undefined =>
  Object.entries<Constant>(constants).find(([known]) => known === name)?.[1].value;
