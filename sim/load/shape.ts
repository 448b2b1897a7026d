// The shape of a load as it is asked for: a rate that stands, `50..200` that climbs, a spike, or the first day of a scenario in a shorter time.
// The command reads its flags with it. A day keeps its form: its busiest ten minutes come at the rate that is given.
// It answers every mistake with the flag and what belongs there.
import { Effect } from "effect";
import { exitCodes, Stop } from "../../impl/exit.ts";
import { durationMs } from "../../models/settings.ts";
import { cityDays } from "../world/city.ts";
import type { World } from "../world/world.ts";
import { constant, ramp, spike, type Stretch } from "./arrivals.ts";

export const mistaken = (flag: string, found: string, wanted: string): Stop =>
  new Stop({
    code: exitCodes.usage,
    reason: "load-invalid",
    sentence: `--${flag} is ${found}.`,
    advice: `Give ${wanted}.`,
  });

const perSecondMost = 100_000;

export const rateOf = (flag: string, perSecond: number): Effect.Effect<number, Stop> =>
  perSecond > 0 && perSecond <= perSecondMost
    ? Effect.succeed(perSecond)
    : Effect.fail(
        mistaken(
          flag,
          String(perSecond),
          `visits a second, more than 0 and at most ${String(perSecondMost)}`,
        ),
      );

export const timeOf = (flag: string, text: string, leastMs: number): Effect.Effect<number, Stop> => {
  const ms = durationMs(text);
  return ms === undefined || ms < leastMs
    ? Effect.fail(
        mistaken(
          flag,
          `"${text}"`,
          `a length of time such as "30s" or "10m", at least ${String(leastMs)} ms`,
        ),
      )
    : Effect.succeed(ms);
};

/** `50..200` as two rates. */
const climbOf = Effect.fnUntraced(function* (text: string) {
  const [, from, to] = /^(\d+(?:\.\d+)?)\.\.(\d+(?:\.\d+)?)$/.exec(text.trim()) ?? [];
  if (from === undefined || to === undefined)
    return yield* mistaken("ramp", `"${text}"`, "two rates such as 50..200");
  return { from: yield* rateOf("ramp", Number(from)), to: yield* rateOf("ramp", Number(to)) };
});

const binMs = 10 * 60_000;

/** The first day of a world: its visits by ten minutes, in so much time, its busiest ten minutes at this rate. */
export const dayOf = (world: World, mostPerSecond: number, forMs: number): readonly Stretch[] => {
  const [day] = cityDays(world);
  if (day === undefined) return [];
  const bins = Array.from({ length: Math.ceil((day.endsAtMs - day.startsAtMs) / binMs) }, () => 0);
  for (const arriveAtMs of day.plan.visits.arriveAtMs) {
    const bin = Math.floor((arriveAtMs - day.startsAtMs) / binMs);
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  const most = Math.max(1, ...bins);
  return bins.flatMap((visits) => constant((visits / most) * mostPerSecond, forMs / bins.length));
};

export interface ShapeAsked {
  readonly perSecond: number;
  readonly ramp: string | undefined;
  readonly spike: number | undefined;
  readonly world: World | undefined;
  readonly forMs: number;
}

export const shapeOf = Effect.fnUntraced(function* (asked: ShapeAsked) {
  const { perSecond, forMs, world } = asked;
  if ([asked.ramp, asked.spike, world].filter((each) => each !== undefined).length > 1)
    return yield* mistaken("ramp", "given beside another shape", "one of --ramp, --spike and --scenario");
  if (asked.ramp !== undefined) {
    const { from, to } = yield* climbOf(asked.ramp);
    return ramp(from, to, forMs);
  }
  const usual = yield* rateOf("rate", perSecond);
  if (asked.spike !== undefined) return spike(usual, yield* rateOf("spike", asked.spike), forMs);
  return world === undefined ? constant(usual, forMs) : dayOf(world, usual, forMs);
});
