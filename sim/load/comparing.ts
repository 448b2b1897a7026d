// The same issuer under wrk and under our load, one after the other in one run: as many connections, and the rate that wrk came to.
// wrk asks again when it is answered; ours asks when it is due. That is the difference that the figures show.
// It judges neither.
import { Effect } from "effect";
import type { StopwatchService } from "../stopwatch.ts";
import { constant } from "./arrivals.ts";
import type { makeCrowd } from "./crowd.ts";
import type { Load, Measure, Measurement } from "./measuring.ts";
import { offeredOf } from "./reporting.ts";
import { runWrk } from "./wrk.ts";

const says =
  "wrk asks again only when it is answered: while the server is slow it asks less, and the waits of those who would have come stand in none of its figures. The open loop asks at the same rate whatever is answered, and counts each wait from the instant at which the request was due.";

/** More than an issuer on one core answers, so that nobody has to ask more often than a person may. */
const mostPerSecond = 4_000;
const secondsAMinute = 60;

export interface ComparingParts {
  readonly issuer: string;
  readonly crowd: ReturnType<typeof makeCrowd>;
  readonly measure: Measure;
  readonly stopwatch: StopwatchService;
  readonly progress: (share: number, doing: string) => void;
}

export const compareWithWrk = Effect.fnUntraced(function* (
  { issuer, crowd, measure, stopwatch, progress }: ComparingParts,
  load: Omit<Load, "stretches">,
  seconds: number,
) {
  const asks = mostPerSecond * Math.min(seconds, secondsAMinute);
  const taken = yield* crowd.take(asks, stopwatch.now(), (done, of) =>
    progress(done / of, "people made ready for wrk"),
  );
  const { connections } = load;
  const {
    requests,
    seconds: took,
    ...theirs
  } = yield* runWrk({
    issuer,
    people: taken.people,
    connections,
    seconds,
  });
  crowd.giveBack(taken, stopwatch.now());
  const perSecond = (requests - theirs.notDone) / took;
  const oursAt = (rate: number) => {
    const stretches = constant(rate, load.warmupMs + seconds * 1_000);
    const nothing = (_: Measurement): Effect.Effect<void> => Effect.void;
    return Effect.map(measure({ ...load, scans: false, stretches }, nothing), offeredOf);
  };
  const ours = [yield* oursAt(perSecond), yield* oursAt(perSecond / 2)];
  return { with: "wrk", connections, theirs: { perSecond, ...theirs }, ours, says };
});
