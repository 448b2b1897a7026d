/**
 * What a field or a term can be while a slice is read over zones: a plain value, an instant of the zone, or a duration that nobody has fixed.
 * An instant is so much after one of the zone's clocks; its number is not known, only how it lies to others.
 * Everything that evaluates the law symbolically speaks of these.
 */
import type { Value } from "../../../models/language/expression.ts";
import { present } from "./matrix.ts";

export interface Instant {
  readonly clock: number;
  readonly plus: number;
}

/** A sum of durations of the policy, by their names, where they may be anything. */
export interface Span {
  readonly durations: readonly string[];
}

export type Symbolic = Value | Instant | Span;

export const presentInstant: Instant = { clock: present, plus: 0 };

export const isInstant = (of: Symbolic): of is Instant =>
  typeof of === "object" && of !== null && "clock" in of;

export const isSpan = (of: Symbolic): of is Span =>
  typeof of === "object" && of !== null && "durations" in of;

export const after = ({ clock, plus }: Instant, more: number): Instant => ({ clock, plus: plus + more });

/** An instance over a zone. */
export interface SymbolicInstance {
  readonly state: string;
  readonly fields: Readonly<Record<string, Symbolic>>;
}

export type SymbolicInstances = Readonly<Record<string, SymbolicInstance>>;
