// When a load arrives: the intended instants of its visits, drawn before the first of them is sent.
// A rate stands, climbs, leaps or follows a day in stretches; around it arrivals are Poisson's, from a named stream of chance.
// It never hears what a server answered. That is what makes a load open.
import { uniform, type Stream } from "../world/random.ts";

/** A stretch of time in which the rate goes evenly from one to the other. */
export interface Stretch {
  readonly forMs: number;
  readonly fromPerSecond: number;
  readonly toPerSecond: number;
}

export const constant = (perSecond: number, forMs: number): readonly Stretch[] => [
  { forMs, fromPerSecond: perSecond, toPerSecond: perSecond },
];

export const ramp = (fromPerSecond: number, toPerSecond: number, forMs: number): readonly Stretch[] => [
  { forMs, fromPerSecond, toPerSecond },
];

const fifth = 0.2;

/** The middle fifth of the time at the rate of the spike, the rest at the usual one. */
export const spike = (usualPerSecond: number, mostPerSecond: number, forMs: number): readonly Stretch[] => [
  ...constant(usualPerSecond, forMs * 2 * fifth),
  ...constant(mostPerSecond, forMs * fifth),
  ...constant(usualPerSecond, forMs * 2 * fifth),
];

export const lengthMs = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { forMs }) => sum + forMs, 0);

const expectedIn = ({ forMs, fromPerSecond, toPerSecond }: Stretch): number =>
  (((fromPerSecond + toPerSecond) / 2) * forMs) / 1_000;

/** How many arrive on average. */
export const expected = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, stretch) => sum + expectedIn(stretch), 0);

export const mostPerSecond = (stretches: readonly Stretch[]): number =>
  Math.max(0, ...stretches.flatMap(({ fromPerSecond, toPerSecond }) => [fromPerSecond, toPerSecond]));

/** The same load for one of several who share it; what they send together is Poisson's again. */
export const shareOf = (stretches: readonly Stretch[], among: number): readonly Stretch[] =>
  stretches.map(({ forMs, fromPerSecond, toPerSecond }) => ({
    forMs,
    fromPerSecond: fromPerSecond / among,
    toPerSecond: toPerSecond / among,
  }));

/** After how many milliseconds of the stretch so many have arrived on average. */
const whenIn = ({ forMs, fromPerSecond, toPerSecond }: Stretch, count: number): number => {
  const gain = (toPerSecond - fromPerSecond) / (forMs / 1_000);
  // Of gain/2·t² + from·t = count the root that is also right where the rate stands.
  const root = Math.sqrt(Math.max(0, fromPerSecond * fromPerSecond + 2 * gain * count));
  return ((2 * count) / (fromPerSecond + root)) * 1_000;
};

/** The intended instants, in milliseconds from the beginning, in their order. */
export const arrivalsOf = (stretches: readonly Stretch[], chances: Stream): Float64Array => {
  const instants: number[] = [];
  let beginsMs = 0;
  let draws = 0;
  const gap = (): number => {
    draws += 1;
    return -Math.log(1 - uniform(chances, 0, draws));
  };
  let next = gap();
  for (const stretch of stretches) {
    const inAll = expectedIn(stretch);
    for (; next < inAll; next += gap()) instants.push(beginsMs + whenIn(stretch, next));
    next -= inAll;
    beginsMs += stretch.forMs;
  }
  return Float64Array.from(instants);
};
