/**
 * Holds the promises against the steps of a zone search: whether a premise can hold in a zone, and whether something in it breaks the conclusion.
 * It reads the conditions that the promises ask of each move; which promise asks for what is none of its business.
 */
import type { Judged } from "../../../models/language/judged.ts";
import type { PropertyId } from "../../../models/properties.ts";
import { holdsIn, where } from "./conditions.ts";
import type { Moment } from "./moment.ts";
import type { Reading } from "./reading.ts";
import { aroundOf, type Standing } from "./standing.ts";
import type { SymbolicInstances } from "./symbol.ts";

export interface Verdict {
  readonly promise: PropertyId;
  readonly kind: Judged["kind"];
  /** The parts of the zone in which the premise holds and the conclusion does not; empty where it is kept. */
  readonly broken: readonly Moment[];
}

export type JudgedByMove = ReadonlyMap<string, readonly Judged[]>;

export const byMove = (judged: readonly Judged[]): JudgedByMove => Map.groupBy(judged, ({ move }) => move);

/** What the promises say of a step that was not refused; of those whose premise can hold in it. */
export function verdicts(
  reading: Reading,
  judged: JudgedByMove,
  step: string,
  before: SymbolicInstances,
  after: Standing,
): readonly Verdict[] {
  const asked = judged.get(step) ?? [];
  if (asked.length === 0) return [];
  const around = aroundOf(reading, after, before);
  return asked.flatMap(({ promise, kind, when, then }) => {
    const premised = where(when, after.moment, around);
    if (premised.length === 0) return [];
    const broken = premised.flatMap((part) =>
      holdsIn(then, part, around).flatMap(({ moment, is }) => (is ? [] : [moment])),
    );
    return [{ promise, kind, broken }];
  });
}
