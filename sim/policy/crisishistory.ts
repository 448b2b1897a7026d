// The crisis level over a run, as the law answers it: by instant, whether collection was active.
// People are not taken in the order of time, so the level is known for the whole run beforehand; a scenario says it.
// Both parties hear a level at the same instant, so that one history serves both.
import {
  crisisLevelAnnounced,
  makeCrisisColumns,
  type CrisisColumns,
} from "../../impl/generated/core/crisis.ts";
import type { PolicyNumbers } from "../../impl/generated/policy.ts";
import { makeStepLog } from "../../impl/lifecycle/core.ts";
import { vocabularies } from "../../models/policy.ts";
import type { Scenario } from "../scenario.ts";

export interface CrisisHistory {
  /** Days come in order; what is asked for until the next day begins lies in this one, or shortly after it. */
  readonly beginDay: (startsAtMs: number, endsAtMs: number) => void;
  /** Sets the row to how it stood at an instant. */
  readonly bring: (atMs: number, into: CrisisColumns) => void;
}

/** Steps of a visit that begins before midnight may come so long after it. */
const afterMidnightMs = 3_600_000;

export const makeCrisisHistory = (
  levels: Scenario["crisis"]["levels"],
  policy: PolicyNumbers,
): CrisisHistory => {
  const row = makeCrisisColumns(1);
  const log = makeStepLog();
  const states = levels.map(({ at, level }) => {
    crisisLevelAnnounced(row, 0, vocabularies.crisisLevel.indexOf(level), at, policy, log);
    log.length = 0;
    return { at, state: row.state[0] ?? 0 };
  });
  let changes: typeof states = [];
  let atFirst = 0;
  return {
    beginDay: (startsAtMs, endsAtMs) => {
      atFirst = states.findLast(({ at }) => startsAtMs >= at)?.state ?? 0;
      changes = states.filter(({ at }) => at > startsAtMs && endsAtMs + afterMidnightMs >= at);
    },
    bring: (atMs, into) => {
      into.state[0] =
        changes.length === 0 ? atFirst : (changes.findLast(({ at }) => atMs >= at)?.state ?? atFirst);
    },
  };
};
