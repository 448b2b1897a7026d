// How long answers took, in an HDR histogram: three figures of every length between a microsecond and two minutes, in a few kilobytes.
// Histograms of threads are sent as text and added up without loss. Lengths are given and answered in milliseconds.
// It keeps no single length, and no order.
import {
  build,
  decodeFromCompressedBase64,
  encodeIntoCompressedBase64,
  type Histogram,
} from "hdr-histogram-js";

export type Latencies = Histogram;

const microsecondsAMillisecond = 1_000;
const longestMs = 120_000;

export const noLatencies = (): Latencies =>
  build({
    bitBucketSize: 32,
    lowestDiscernibleValue: 1,
    highestTrackableValue: longestMs * microsecondsAMillisecond,
    numberOfSignificantValueDigits: 3,
    autoResize: false,
    useWebAssembly: false,
  });

/** What is longer than the longest counts as the longest. */
export const addLatency = (latencies: Latencies, tookMs: number): void => {
  const kept = Math.min(Math.max(tookMs, 0), longestMs);
  latencies.recordValue(Math.round(kept * microsecondsAMillisecond));
};

export const encodeLatencies = (latencies: Latencies): string => encodeIntoCompressedBase64(latencies);

/** Those of all these texts together. */
export const sumOfLatencies = (texts: readonly string[]): Latencies => {
  const sum = noLatencies();
  for (const text of texts) sum.add(decodeFromCompressedBase64(text));
  return sum;
};

export interface Percentiles {
  readonly p50Ms: number;
  readonly p90Ms: number;
  readonly p99Ms: number;
  readonly p999Ms: number;
  readonly maxMs: number;
}

/** All 0 where nothing was kept. */
export const percentilesOf = (latencies: Latencies): Percentiles => {
  const at = (percent: number): number =>
    latencies.totalCount === 0 ? 0 : latencies.getValueAtPercentile(percent) / microsecondsAMillisecond;
  return { p50Ms: at(50), p90Ms: at(90), p99Ms: at(99), p999Ms: at(99.9), maxMs: at(100) };
};
