// A scenario's time on the wall clock: its first instant is put a moment ahead of now, and everything else keeps its distance from it.
// Parties read the real clock, so phones and devices live by it; who counts and hears decisions is told the scenario's own instants.
// Every deadline of the law is a distance, so outcomes are those of the scenario, unless a run crosses midnight in Seoul.
import type { HearsDecision } from "../../decisions.ts";
import type { Tally } from "../../service/tally.ts";
import type { Truth } from "../../service/truth.ts";

export interface WallClock {
  readonly nowMs: () => number;
  /** How far the wall clock is ahead of the scenario. */
  readonly aheadMs: number;
}

/** How much later than the scenario a visit does what it does at present: as far ahead as the clock is, and its own delay. */
export type Later = () => number;

export const inScenarioTime =
  (later: Later, hears: HearsDecision): HearsDecision =>
  (who, atMs, decision, answer, venue) =>
    hears(who, atMs - later(), decision, answer, venue);

/** The tally, told when the scenario meant it; and as waits those from the instant at which it was meant. */
export const tallyInScenarioTime = (later: Later, { nowMs }: WallClock, tally: Tally): Tally => ({
  ...tally,
  issuing: (passes, _, atMs) => tally.issuing(passes, nowMs() - atMs, atMs - later()),
  issued: (atMs) => tally.issued(atMs - later()),
  checkedIn: (atMs) => tally.checkedIn(atMs - later()),
  refused: (answer, atMs) => tally.refused(answer, atMs - later()),
  refusedAs: (code, atMs) => tally.refusedAs(code, atMs === undefined ? undefined : atMs - later()),
});

/** Nobody is asked about who was where at this level. */
export const noTruth: Truth = {
  visited: () => undefined,
  wasThere: () => false,
  whoWas: () => undefined,
  forgetBefore: () => undefined,
  busiest: () => [],
};
