// What a run counts while it goes: passes, check-ins, refusals by code, and the real time that batches took.
// The driver adds to it; run.json and series.csv are made from it. Counts a day are kept in the order of the days.
// What happens at an instant of the city comes with it, so that the busiest day is counted by ten minutes too.
import { refusalCode } from "../../impl/lifecycle/refused.ts";
import { millisecondsADay } from "../../models/policy.ts";
import type { Day, Profile } from "../results/days.ts";
import { dateOf } from "../results/seouldate.ts";
import type { Recorder } from "../stopwatch.ts";
import { makeProfiling } from "./profiling.ts";

type DayCount = { -readonly [Column in keyof Day]: Day[Column] };

export interface Tally {
  readonly refusals: Map<string, number>;
  readonly days: readonly Day[];
  /** The busiest day, by ten minutes. */
  readonly profile: () => Profile | undefined;
  readonly issuance: Pick<Recorder, "measured">;
  readonly checkIn: Recorder;
  readonly lookup: Recorder;
  readonly reidentification: Recorder;
  readonly erasure: Recorder;
  /** A batch of the issuer came out with so many passes. */
  readonly issuing: (passes: number, elapsedMs: number, atMs: number) => void;
  readonly issued: (atMs: number) => void;
  readonly checkedIn: (atMs: number) => void;
  readonly refused: (answer: number, atMs: number) => void;
  /** Without an instant it is of the day, and of no ten minutes: a case, which nobody waits for at a door. */
  readonly refusedAs: (code: string, atMs?: number) => void;
  /** The counts of the day that runs now. */
  readonly today: () => DayCount;
  readonly begin: (day: number) => void;
  readonly endAccounts: (accounts: number) => void;
  /** Accounts that ended by themselves or by withdrawal. */
  readonly accountsEnded: () => number;
}

const emptyDay = (day: string): DayCount => ({
  day,
  passesIssued: 0,
  checkIns: 0,
  refusals: 0,
  verifications: 0,
  withdrawals: 0,
  lookups: 0,
  reidentified: 0,
  recordsErased: 0,
  recordsLive: 0,
});

/** Of a run that starts at this instant. */
export const makeTally = (startsAtMs: number, recorder: () => Recorder): Tally => {
  const refusals = new Map<string, number>();
  const days: DayCount[] = [];
  const profiling = makeProfiling(recorder);
  const issuance = recorder();
  let current = emptyDay(dateOf(startsAtMs, 0));
  let ended = 0;
  const refusedAs = (code: string, atMs?: number): void => {
    refusals.set(code, (refusals.get(code) ?? 0) + 1);
    current.refusals += 1;
    if (atMs !== undefined) profiling.add("refused", atMs);
  };
  return {
    refusals,
    days,
    profile: profiling.busiest,
    issuance,
    checkIn: recorder(),
    lookup: recorder(),
    reidentification: recorder(),
    erasure: recorder(),
    issuing: (passes, elapsedMs, atMs) => {
      issuance.add(passes, elapsedMs);
      profiling.waited(passes, elapsedMs, atMs);
    },
    issued: (atMs) => {
      current.passesIssued += 1;
      profiling.add("issued", atMs);
    },
    checkedIn: (atMs) => {
      current.checkIns += 1;
      profiling.add("checkIns", atMs);
    },
    refused: (answer, atMs) => {
      refusedAs(refusalCode(answer), atMs);
    },
    refusedAs,
    today: () => current,
    endAccounts: (accounts) => {
      ended += accounts;
    },
    accountsEnded: () => ended,
    begin: (day) => {
      current = emptyDay(dateOf(startsAtMs, day));
      days.push(current);
      profiling.begin(current.day, startsAtMs + day * millisecondsADay);
    },
  };
};
