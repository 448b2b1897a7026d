// The work of the core row, prepared beforehand: for each step an instance, an event and an instant, in columns.
// The mix is drawn from a seed: codes asked for and typed, passes, withdrawals and mere looks, seconds or weeks apart.
// An instance's instants never go backwards; instances know nothing of one another.
import { stream, uniform, wholeBelow } from "../../world/random.ts";

export interface Steps {
  readonly instances: number;
  readonly count: number;
  readonly slot: Int32Array;
  /** Number of the event in the generated core, 0 for a mere look. */
  readonly event: Uint8Array;
  /** Whether a typed code is the right one. */
  readonly matches: Uint8Array;
  readonly now: Float64Array;
}

const beginsAtMs = 1_593_561_600_000;
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Shares of events by their number in the generated core: looks, codes asked for, codes typed, passes, withdrawals. */
const eventShares = [0.02, 0.24, 0.36, 0.37, 0.01];
const rightCodes = 0.7;
/** How long an instance is left alone before its next step, at the most, and how often. */
const pauses = [
  { share: 0.5, mostMs: 4 * minute },
  { share: 0.25, mostMs: hour },
  { share: 0.15, mostMs: 3 * day },
  { share: 0.1, mostMs: 40 * day },
];

const placeOf = (drawn: number, shares: readonly number[]): number => {
  let left = drawn;
  for (const [place, share] of shares.entries()) {
    left -= share;
    if (left < 0) return place;
  }
  return shares.length - 1;
};

const pauseShares = pauses.map(({ share }) => share);

export const prepareSteps = (instances: number, count: number, seed: number): Steps => {
  const slot = new Int32Array(count);
  const event = new Uint8Array(count);
  const matches = new Uint8Array(count);
  const now = new Float64Array(count);
  const draws = stream(seed, "bench core");
  const last = new Float64Array(instances).fill(beginsAtMs);
  for (let step = 0; step < count; step += 1) {
    const chosen = wholeBelow(draws, step, 0, instances);
    const pause = pauses[placeOf(uniform(draws, step, 3), pauseShares)]?.mostMs ?? 0;
    const instant = (last[chosen] ?? 0) + wholeBelow(draws, step, 4, pause);
    slot[step] = chosen;
    event[step] = placeOf(uniform(draws, step, 1), eventShares);
    matches[step] = uniform(draws, step, 2) < rightCodes ? 1 : 0;
    now[step] = instant;
    last[chosen] = instant;
  }
  return { instances, count, slot, event, matches, now };
};

/** The steps of the first instances alone, in their order. */
export const stepsOf = (steps: Steps, instances: number): Steps => {
  const chosen: number[] = [];
  for (let step = 0; step < steps.count; step += 1) if ((steps.slot[step] ?? 0) < instances) chosen.push(step);
  const taken = (column: { readonly [place: number]: number }) => (step: number) => column[step] ?? 0;
  return {
    instances,
    count: chosen.length,
    slot: Int32Array.from(chosen, taken(steps.slot)),
    event: Uint8Array.from(chosen, taken(steps.event)),
    matches: Uint8Array.from(chosen, taken(steps.matches)),
    now: Float64Array.from(chosen, taken(steps.now)),
  };
};
