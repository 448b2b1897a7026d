// The work of the core row, prepared beforehand: for each step an instance, an event and an instant, in columns.
// Events are drawn one after another as an issuer meets them: codes asked for, typed rightly, wrongly or too late, passes for days
// and weeks, renewals, guesses and locks, some withdrawals, and much that must be refused. An instance's instants never go backwards.
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

/** By the number of an instance's last event: how likely each is the next (look, code asked, code typed, pass, withdrawal). */
const nextShares: readonly (readonly number[])[] = [
  [0, 0.2, 0.05, 0.74, 0.01],
  [0, 0.08, 0.88, 0.03, 0.01],
  [0.01, 0.05, 0.14, 0.8, 0],
  [0.02, 0.12, 0.02, 0.835, 0.005],
  [0, 0.9, 0.02, 0.08, 0],
];
const rightCodes = 0.85;
/** One instance in so many belongs to somebody who guesses codes, mostly wrongly, and goes on. */
const guessersEvery = 16;
const guessersNext = [0.01, 0.09, 0.8, 0.1, 0];
const guessedRightly = 0.15;
const codeTyped = 2;

interface Pause {
  readonly share: number;
  readonly mostMs: number;
}
const soon: readonly Pause[] = [
  { share: 0.9, mostMs: minute },
  { share: 0.1, mostMs: 30 * minute },
];
const inTheirOwnTime: readonly Pause[] = [
  { share: 0.45, mostMs: 8 * hour },
  { share: 0.45, mostMs: 3 * day },
  { share: 0.1, mostMs: 40 * day },
];
/** How long an instance is left alone after its last event, by its number. */
const pausesAfter: readonly (readonly Pause[])[] = [
  inTheirOwnTime,
  soon,
  soon,
  inTheirOwnTime,
  inTheirOwnTime,
];
const pauseShares = pausesAfter.map((pauses) => pauses.map(({ share }) => share));

const placeOf = (drawn: number, shares: readonly number[]): number => {
  let left = drawn;
  for (const [place, share] of shares.entries()) {
    left -= share;
    if (left < 0) return place;
  }
  return shares.length - 1;
};

const withdrawal = 4;

export const prepareSteps = (instances: number, count: number, seed: number): Steps => {
  const slot = new Int32Array(count);
  const event = new Uint8Array(count);
  const matches = new Uint8Array(count);
  const now = new Float64Array(count);
  const draws = stream(seed, "bench core");
  const lastEvent = new Uint8Array(instances).fill(withdrawal);
  const lastInstant = new Float64Array(instances).fill(beginsAtMs);
  for (let step = 0; step < count; step += 1) {
    const chosen = wholeBelow(draws, step, 0, instances);
    const last = lastEvent[chosen] ?? 0;
    const guesses = chosen % guessersEvery === 0;
    const shares = guesses && last === codeTyped ? guessersNext : (nextShares[last] ?? []);
    const next = placeOf(uniform(draws, step, 1), shares);
    const pause = pausesAfter[last]?.[placeOf(uniform(draws, step, 2), pauseShares[last] ?? [])]?.mostMs ?? 0;
    const instant = (lastInstant[chosen] ?? 0) + wholeBelow(draws, step, 3, pause);
    slot[step] = chosen;
    event[step] = next;
    matches[step] = uniform(draws, step, 4) < (guesses ? guessedRightly : rightCodes) ? 1 : 0;
    now[step] = instant;
    lastEvent[chosen] = next;
    lastInstant[chosen] = instant;
  }
  return { instances, count, slot, event, matches, now };
};

/** The steps of the first instances alone, in their order. */
export const stepsOf = (steps: Steps, instances: number): Steps => {
  const chosen: number[] = [];
  for (let step = 0; step < steps.count; step += 1)
    if ((steps.slot[step] ?? 0) < instances) chosen.push(step);
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
