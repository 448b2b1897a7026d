// The row of threads: the same plain city with two workers against one, from the end of the first day to the end of the last.
// Until the first day is over each worker makes its world, which is not measured.
// Both are held to the same decisions, and so to the same hash.
import { Effect } from "effect";
import type { Point, RatioRow } from "../row.ts";
import { compare, type Side } from "../sides.ts";
import type { PeerSize } from "./againstpeers.ts";
import { toldOf } from "./counts.ts";
import { runOurs, type OursRan } from "./ours.ts";
import { plainCity, type PlainCity } from "./plaincity.ts";

const side = (city: PlainCity, workers: number): Side<never> => {
  let ran: OursRan | undefined;
  return {
    ready: () => Effect.sync(() => void (ran = undefined)),
    work: () =>
      Effect.map(runOurs(city, { workers }), (made) => {
        ran = made;
        const [first = 0, ...others] = made.secondsByDay;
        const [, ...later] = made.checkInsByDay;
        return {
          units: later.reduce((sum, checkIns) => sum + checkIns, 0),
          tookMs: ((others.at(-1) ?? first) - first) * 1_000,
        };
      }),
    outcome: () => Effect.sync(() => (ran === undefined ? "nothing" : toldOf(ran))),
  };
};

export const measureSimWorkers = Effect.fnUntraced(function* (size: PeerSize) {
  const city = yield* plainCity(size);
  const compared = yield* compare(side(city, 2), side(city, 1), size.blocks);
  const { ours, theirs, equal } = compared;
  const points: readonly Point[] = [
    { size: 1, rate: theirs },
    { size: 2, rate: ours },
  ];
  return {
    id: "sim-workers",
    compared: `Check-ins a second of ${size.people.toLocaleString("en")} people over ${String(size.days)} days at the policy level: two workers against one.`,
    unit: "check-ins a second",
    goal: 1.7,
    aim: 1.9,
    ours,
    theirs,
    ratio: ours / theirs,
    equal,
    besides: {},
    growth: { workers: points },
  } satisfies RatioRow;
});
