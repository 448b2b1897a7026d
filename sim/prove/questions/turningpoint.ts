// Where an answer of the law turns: the last instant at which something is still so, found by halving, to the millisecond.
// It holds for what turns once between two instants, as a right does that begins and then ends; who asks sees to that.
// What does not turn within thirty years is said not to end.
import { millisecondsADay } from "../../../models/policy.ts";

const longestMs = 12_000 * millisecondsADay;

/** Halves between an instant at which it is so and one at which it is not, on either side, and gives the last that is so. */
function halve(isSo: (atMs: number) => boolean, soMs: number, notSoMs: number): number {
  let so = soMs;
  let notSo = notSoMs;
  while (Math.abs(notSo - so) > 1) {
    const middle = Math.trunc((so + notSo) / 2);
    if (isSo(middle)) so = middle;
    else notSo = middle;
  }
  return so;
}

/**
 * The last instant, from the given one on, at which it is so; null if there is no end to it, undefined if it is not even so there.
 */
export function lastSo(isSo: (atMs: number) => boolean, fromMs: number): number | null | undefined {
  if (!isSo(fromMs)) return undefined;
  return isSo(fromMs + longestMs) ? null : halve(isSo, fromMs, fromMs + longestMs);
}

/** The first instant, up to the given one, at which it is so already; undefined if it is not so there. */
export function firstSo(isSo: (atMs: number) => boolean, toMs: number): number | null | undefined {
  if (!isSo(toMs)) return undefined;
  return isSo(toMs - longestMs) ? null : halve(isSo, toMs, toMs - longestMs);
}

/** A length of time in ms, or a number of things; or that it never begins, or never ends. */
export type Lasting = number | "never" | "endless";

/** How long after an instant the last one is. */
export const lasting = (lastMs: number | null | undefined, fromMs: number): Lasting =>
  lastMs === null ? "endless" : lastMs === undefined || lastMs < fromMs ? "never" : lastMs - fromMs;
