// A comparison of two ways of doing the same work: who does it, how much each round holds, and how it is measured.
// Rounds are interleaved A B B A, so that a machine that slows down slows both; the rate of a side is the median of its rounds.
// Only `work` is measured. It judges nothing: a row says what is compared, and the command what is too little.
import { Effect } from "effect";
import { Stopwatch } from "../stopwatch.ts";

/** Units, and how long they took, said by work that does more than what is measured: it starts a program, which reads its tables. */
export interface SelfTimed {
  readonly units: number;
  readonly tookMs: number;
}

/** One way of doing the work. The rounds of both sides have the same numbers and hold the same work. */
export interface Side<E> {
  /** Brings everything to where the round begins. */
  readonly ready: (round: number) => Effect.Effect<void, E>;
  /** Does the round's work; answers how many units that was. */
  readonly work: (round: number) => Effect.Effect<number | SelfTimed, E>;
  /** What the work has come to, as a text that both sides must agree on. */
  readonly outcome: (round: number) => Effect.Effect<string, E>;
}

export interface Compared {
  /** Units a second. */
  readonly ours: number;
  readonly theirs: number;
  /** Whether both came to the same in every round. */
  readonly equal: boolean;
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[(sorted.length >> 1) - 1] ?? 0)) / 2;
};

/** How many rounds each side goes: one to warm up, and two in every block of A B B A. */
export const roundsOf = (blocks: number): number => 1 + blocks * 2;

/** One round of one side: units a second, and what came out. */
export const measureRound = <E>(side: Side<E>, round: number) =>
  Effect.gen(function* () {
    const stopwatch = yield* Stopwatch;
    yield* side.ready(round);
    const begun = stopwatch.now();
    const done = yield* side.work(round);
    const elapsedMs = stopwatch.now() - begun;
    const { units, tookMs } = typeof done === "number" ? { units: done, tookMs: elapsedMs } : done;
    return { rate: (units * 1_000) / tookMs, outcome: yield* side.outcome(round) };
  });

export const compare = <E>(ours: Side<E>, theirs: Side<E>, blocks: number): Effect.Effect<Compared, E> =>
  Effect.gen(function* () {
    const ratesOfOurs: number[] = [];
    const ratesOfTheirs: number[] = [];
    let equal = true;
    for (let round = 0; round < roundsOf(blocks); round += 1) {
      // Ours goes first in rounds of even number, so that two rounds make A B B A.
      const first = round % 2 === 0 ? yield* measureRound(ours, round) : undefined;
      const other = yield* measureRound(theirs, round);
      const own = first ?? (yield* measureRound(ours, round));
      equal = equal && own.outcome === other.outcome;
      if (round === 0) continue;
      ratesOfOurs.push(own.rate);
      ratesOfTheirs.push(other.rate);
    }
    return { ours: median(ratesOfOurs), theirs: median(ratesOfTheirs), equal };
  });
