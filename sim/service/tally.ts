// What a run counts while it goes: passes, check-ins, refusals by code, and the real time that batches took.
// The driver adds to it; run.json and series.csv are made from it. Counts a day are kept in the order of the days.
import { refusalCode } from "../../impl/lifecycle/refused.ts";
import type { Recorder } from "../stopwatch.ts";

export interface DayCount {
  readonly day: number;
  passesIssued: number;
  checkIns: number;
  refusals: number;
  verifications: number;
  withdrawals: number;
  lookups: number;
  reidentified: number;
  recordsErased: number;
  recordsLive: number;
}

export interface Tally {
  readonly refusals: Map<string, number>;
  readonly days: DayCount[];
  readonly issuance: Recorder;
  readonly checkIn: Recorder;
  readonly lookup: Recorder;
  readonly reidentification: Recorder;
  readonly erasure: Recorder;
  readonly refused: (answer: number) => void;
  readonly refusedAs: (code: string) => void;
  /** The counts of the day that runs now. */
  readonly today: () => DayCount;
  readonly begin: (day: number) => void;
  readonly endAccounts: (accounts: number) => void;
  /** Accounts that ended by themselves or by withdrawal. */
  readonly accountsEnded: () => number;
}

const emptyDay = (day: number): DayCount => ({
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

export const makeTally = (recorder: () => Recorder): Tally => {
  const refusals = new Map<string, number>();
  const days: DayCount[] = [];
  let current = emptyDay(0);
  let ended = 0;
  const refusedAs = (code: string): void => {
    refusals.set(code, (refusals.get(code) ?? 0) + 1);
    current.refusals += 1;
  };
  return {
    refusals,
    days,
    issuance: recorder(),
    checkIn: recorder(),
    lookup: recorder(),
    reidentification: recorder(),
    erasure: recorder(),
    refused: (answer) => refusedAs(refusalCode(answer)),
    refusedAs,
    today: () => current,
    endAccounts: (accounts) => {
      ended += accounts;
    },
    accountsEnded: () => ended,
    begin: (day) => {
      current = emptyDay(day);
      days.push(current);
    },
  };
};
