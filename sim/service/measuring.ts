// The measured phase after a city's run: so many lookups at the custodian and so many re-identifications under cases,
// on what the run has left. Lookups ask for a venue and a window that hold visits; cases are real ones, with two officers.
// Nothing here is faster or simpler than in the run itself.
import { Effect } from "effect";
import type { House } from "../../impl/house.ts";
import type { StopwatchService } from "../stopwatch.ts";
import { stream, wholeBelow } from "../world/random.ts";
import type { CaseIntent } from "../world/request.ts";
import type { World } from "../world/world.ts";
import { venueNumber } from "./devices.ts";
import type { Investigations } from "./investigations.ts";
import type { Tally } from "./tally.ts";
import type { Truth } from "./truth.ts";

const windowMs = 24 * 3_600_000;
const lookBackMs = 14 * windowMs;
const lookupsABatch = 100;

export interface MeasuringParts {
  readonly world: World;
  readonly house: House;
  readonly truth: Truth;
  readonly tally: Tally;
  readonly stopwatch: StopwatchService;
  readonly investigations: Investigations;
  readonly progress: (done: number, of: number) => void;
}

/** Lookups over venues that had visits in the last 14 days, windows of a day, drawn from a stream of their own. */
const measureLookups = Effect.fnUntraced(function* (parts: MeasuringParts, untilMs: number) {
  const { world, house, tally, stopwatch, truth } = parts;
  const { lookups } = world.scenario.measured;
  const venues = truth.busiest(untilMs - lookBackMs, untilMs);
  if (venues.length === 0) return;
  const draws = stream(world.size.seed, "measured lookups");
  for (let done = 0; done < lookups; done += 1) {
    const venue = venues[wholeBelow(draws, done, 0, venues.length)]?.venue ?? 0;
    const fromMs = untilMs - windowMs - wholeBelow(draws, done, 1, lookBackMs - windowMs);
    const begun = stopwatch.now();
    yield* house.custodian.lookup(venueNumber(venue), fromMs, fromMs + windowMs);
    tally.lookup.add(1, stopwatch.now() - begun);
    if (done % lookupsABatch === 0) parts.progress(done, lookups);
  }
  tally.today().lookups += lookups;
});

/** Cases over the busiest venues of the last days, until enough people were named. */
const measureReidentifications = Effect.fnUntraced(function* (parts: MeasuringParts, untilMs: number) {
  const { world, truth, investigations } = parts;
  const wanted = world.scenario.measured.reidentifications;
  const begun = investigations.counts.people;
  for (let back = 1; back <= 13; back += 1) {
    const windowEndMs = untilMs - (back - 1) * windowMs;
    const windowStartMs = windowEndMs - windowMs;
    for (const { venue } of truth.busiest(windowStartMs, windowEndMs)) {
      if (investigations.counts.people - begun >= wanted) return;
      const intent: CaseIntent = {
        number: -1 - investigations.counts.requested,
        kind: "regular",
        atMs: untilMs,
        requestedBy: 0,
        ground: "investigation",
        venues: [venue],
        windowStartMs,
        windowEndMs,
        decision: "approve",
        decidedBy: 1,
        decideAtMs: untilMs,
        about: -1,
      };
      yield* investigations.request(intent);
      yield* investigations.decide(intent.number, 1, "approve", untilMs);
      parts.progress(investigations.counts.people - begun, wanted);
    }
  }
});

export const measure = Effect.fnUntraced(function* (parts: MeasuringParts, atMs: number) {
  yield* measureLookups(parts, atMs);
  yield* measureReidentifications(parts, atMs);
});
