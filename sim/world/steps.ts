// A day's visits taken apart into single steps in the order of time: arrive, type a code, ask, show, show again.
// The driver walks down this list with its clock; steps that a visit turns out not to need are passed over by it.
// A step after midnight is handed to the next day, so that the steps of all days follow one another in time.
import type { DayPlan } from "./plan.ts";
import type { Served } from "./queue.ts";

/** What a step is; its place in this list is its number in the column `kind`. */
export const stepKinds = [
  /** At the door. Ask for a code by SMS if there is no live verification, or if it is to be renewed. */
  "arrive",
  /** If a code was sent: type the wrong ones, then the right one. */
  "typeCode",
  /** Agree to the notice if the policy asks now, and ask for a pass. */
  "ask",
  /** Show the pass asked for last. */
  "show",
  /** If the showing was refused as expired: ask for one more pass. */
  "askAgain",
  /** If one more was asked for: show it. */
  "showAgain",
  /** Show the pass of `show` a second time, to be refused. */
  "replay",
] as const;
export type StepKind = (typeof stepKinds)[number];

export interface Steps {
  readonly count: number;
  readonly atMs: Float64Array;
  readonly kind: Uint8Array;
  /** A number for the visit, the same for all its steps and never used again in the run. */
  readonly visit: Int32Array;
  readonly person: Int32Array;
  readonly venue: Int32Array;
  /** arrive: 1 if the person declines the notice. typeCode: wrong codes first. ask: the pass's number from 0. */
  readonly detail: Int32Array;
  /** arrive: renew a verification with no more than this left. 0 elsewhere. */
  readonly renewBeforeMs: Float64Array;
}

const kindNumber = (kind: StepKind): number => stepKinds.indexOf(kind);

const emptySteps = (count: number): Steps => ({
  count,
  atMs: new Float64Array(count),
  kind: new Uint8Array(count),
  visit: new Int32Array(count),
  person: new Int32Array(count),
  venue: new Int32Array(count),
  detail: new Int32Array(count),
  renewBeforeMs: new Float64Array(count),
});

export const noSteps: Steps = emptySteps(0);

const copyRow = (from: Steps, row: number, into: Steps, at: number): void => {
  into.atMs[at] = from.atMs[row] ?? 0;
  into.kind[at] = from.kind[row] ?? 0;
  into.visit[at] = from.visit[row] ?? 0;
  into.person[at] = from.person[row] ?? 0;
  into.venue[at] = from.venue[row] ?? 0;
  into.detail[at] = from.detail[row] ?? 0;
  into.renewBeforeMs[at] = from.renewBeforeMs[row] ?? 0;
};

/** By time; steps of one instant stay in the order in which they were written. */
const inOrder = (steps: Steps, originMs: number): Steps => {
  const room = 2 ** 25;
  const keys = Float64Array.from(steps.atMs, (at, row) => (at - originMs) * room + row).sort();
  const sorted = emptySteps(steps.count);
  keys.forEach((key, at) => copyRow(steps, key % room, sorted, at));
  return sorted;
};

const part = (steps: Steps, from: number, to: number): Steps => ({
  count: to - from,
  atMs: steps.atMs.subarray(from, to),
  kind: steps.kind.subarray(from, to),
  visit: steps.visit.subarray(from, to),
  person: steps.person.subarray(from, to),
  venue: steps.venue.subarray(from, to),
  detail: steps.detail.subarray(from, to),
  renewBeforeMs: steps.renewBeforeMs.subarray(from, to),
});

const stepsEach = (plan: DayPlan): number => {
  const { visits } = plan;
  let count = 0;
  for (let row = 0; row < visits.count; row += 1) {
    count += visits.declines[row] === 1 ? 1 : 5 + (visits.passesAsked[row] ?? 0);
    if (visits.declines[row] !== 1 && (visits.replayDelayMs[row] ?? 0) > 0) count += 1;
  }
  return count;
};

/** When a pass of a visit is made: when it is asked for, or when the line before the service lets it; NaN for who gave up. */
const passAtMs = ({ visits }: DayPlan, row: number, pass: number, served: Served | undefined): number =>
  served === undefined
    ? (visits.arriveAtMs[row] ?? 0) + (visits.firstAskDelayMs[row] ?? 0) + pass * (visits.passGapMs[row] ?? 0)
    : (served.madeAtMs[(served.firstPass[row] ?? 0) + pass] ?? Number.NaN);

/** The steps of a day, those left from the day before first, and what is left for the day after. */
export const stepsOf = (
  plan: DayPlan,
  firstVisit: number,
  left: Steps,
  served?: Served,
): { readonly steps: Steps; readonly left: Steps } => {
  const { visits } = plan;
  const all = emptySteps(left.count + stepsEach(plan));
  let at = 0;
  for (; at < left.count; at += 1) copyRow(left, at, all, at);
  for (let row = 0; row < visits.count; row += 1) {
    const write = (kind: StepKind, atMs: number, detail: number, renewBeforeMs = 0): void => {
      all.atMs[at] = atMs;
      all.kind[at] = kindNumber(kind);
      all.visit[at] = firstVisit + row;
      all.person[at] = visits.person[row] ?? -1;
      all.venue[at] = visits.venue[row] ?? -1;
      all.detail[at] = detail;
      all.renewBeforeMs[at] = renewBeforeMs;
      at += 1;
    };
    const arriveAtMs = visits.arriveAtMs[row] ?? 0;
    const declines = visits.declines[row] ?? 0;
    write("arrive", arriveAtMs, declines, visits.renewBeforeMs[row] ?? 0);
    if (declines === 1) continue;
    write("typeCode", arriveAtMs + (visits.codeDelayMs[row] ?? 0), visits.wrongCodes[row] ?? 0);
    const asked = visits.passesAsked[row] ?? 1;
    let madeAtMs = Number.NaN;
    for (let pass = 0; pass < asked; pass += 1) {
      madeAtMs = passAtMs(plan, row, pass, served);
      if (!Number.isNaN(madeAtMs)) write("ask", madeAtMs, pass);
    }
    if (Number.isNaN(madeAtMs)) continue;
    const shownAtMs = madeAtMs + (visits.showDelayMs[row] ?? 0);
    write("show", shownAtMs, asked - 1);
    write("askAgain", shownAtMs, asked);
    write("showAgain", shownAtMs + (visits.secondShowDelayMs[row] ?? 0), asked);
    const replayDelayMs = visits.replayDelayMs[row] ?? 0;
    if (replayDelayMs > 0) write("replay", shownAtMs + replayDelayMs, asked - 1);
  }
  // Whoever gave up has fewer steps than there was room for.
  const sorted = inOrder(part(all, 0, at), plan.startsAtMs);
  let end = sorted.count;
  while (end > 0 && (sorted.atMs[end - 1] ?? 0) >= plan.endsAtMs) end -= 1;
  return { steps: part(sorted, 0, end), left: part(sorted, end, sorted.count) };
};
