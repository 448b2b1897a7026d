// A measurement as it stands in the report: counts, lengths, and the course of it part by part.
// The command and the search for the limit make their figures here, so that a rate of the curve is judged by what is printed.
// It computes and prints nothing.
import type { Offered, Requests } from "../results/loadreport.ts";
import { expected, lengthMs } from "./arrivals.ts";
import { askedIn, type Counts } from "./counting.ts";
import { percentilesOf, sumOfLatencies } from "./latencies.ts";
import type { Measurement } from "./measuring.ts";

const requestsOf = ({ latencies, ...counts }: Counts, seconds: number): Requests => ({
  ...counts,
  donePerSecond: seconds > 0 ? counts.done / seconds : 0,
  ...percentilesOf(sumOfLatencies([latencies])),
});

export const offeredOf = (measurement: Measurement): Offered => {
  const { load, issuance, checkIn, parts, partMs, late, complete, countedMs } = measurement;
  const seconds = countedMs / 1_000;
  return {
    issuance: requestsOf(issuance, seconds),
    ...(load.scans ? { checkIn: requestsOf(checkIn, seconds) } : {}),
    offeredPerSecond: expected(load.stretches) / (lengthMs(load.stretches) / 1_000),
    seconds,
    late,
    complete,
    parts: parts.map((part, place) => {
      const { p50Ms, p99Ms } = percentilesOf(sumOfLatencies([part.issuance.latencies]));
      const both = (became: "refused" | "shed" | "failed"): number =>
        part.issuance[became] + part.checkIn[became];
      return {
        fromSecond: (place * partMs) / 1_000,
        asked: askedIn(part.issuance),
        issued: part.issuance.done,
        checkIns: part.checkIn.done,
        refused: both("refused"),
        shed: both("shed"),
        failed: both("failed"),
        waitP50Ms: p50Ms,
        waitP99Ms: p99Ms,
      };
    }),
  };
};

/** Of all requests, the share that was shed or got no answer. */
export const lostShareOf = ({ issuance, checkIn }: Offered): number => {
  const all = checkIn === undefined ? [issuance] : [issuance, checkIn];
  const total = all.reduce((sum, { done, refused, shed, failed }) => sum + done + refused + shed + failed, 0);
  const lost = all.reduce((sum, { shed, failed }) => sum + shed + failed, 0);
  return total === 0 ? 0 : lost / total;
};

/** The longer of both waits. */
export const waitOf = ({ issuance, checkIn }: Offered, percentile: "p50Ms" | "p99Ms"): number =>
  Math.max(issuance[percentile], checkIn?.[percentile] ?? 0);
