// What a run at the load level counted, as it stands in run.json: waits from the instants at which things were meant, refusals, days, records.
// Requests that got no answer of the law are told apart: with any of them a run is no equal of those at the other levels.
// It asks the custodian for its public counts and looks into nothing.
import { Effect, Schema } from "effect";
import type { Work } from "../../results/findings.ts";
import type { Run } from "../../results/run.ts";
import type { Tally } from "../../service/tally.ts";
import { asked } from "../asking.ts";
import type { Counting, Counts } from "../counting.ts";
import { percentilesOf, sumOfLatencies } from "../latencies.ts";
import type { PhoneLine } from "../phone.ts";
import { isOfTheLaw } from "./answers.ts";

export interface LevelCounting {
  readonly issuance: Counting;
  /** Everything else that phones ask. */
  readonly other: Counting;
  readonly checkIn: Counting;
}

const tellCounts = Schema.decodeUnknownSync(
  Schema.Struct({ recorded: Schema.Int, live: Schema.Int, erased: Schema.Int }),
);

const workOf = ({ done, latencies }: Counts, elapsedMs: number): typeof Work.Type => ({
  count: done,
  perSecond: elapsedMs > 0 ? (done / elapsedMs) * 1_000 : 0,
  ...percentilesOf(sumOfLatencies([latencies])),
});

const noWork: typeof Work.Type = { count: 0 };

/** Codes in the order of the alphabet. */
const inOrder = (codes: Iterable<readonly [string, number]>): Readonly<Record<string, number>> =>
  Object.fromEntries([...codes].toSorted(([one], [other]) => (one < other ? -1 : 1)));

/** Requests that a busy server sent away or nobody answered, by code. */
export const lostIn = ({ issuance, other, checkIn }: LevelCounting): Readonly<Record<string, number>> => {
  const lost = new Map<string, number>();
  for (const { codes } of [issuance, other, checkIn].map((each) => each.counted()))
    for (const [code, count] of Object.entries(codes))
      if (!isOfTheLaw(code)) lost.set(code, (lost.get(code) ?? 0) + count);
  return inOrder(lost);
};

export const countedOf = Effect.fnUntraced(function* (
  { connections, withinMs }: PhoneLine,
  countsUrl: string,
  counting: LevelCounting,
  tally: Tally,
  elapsedMs: number,
) {
  const url = `${countsUrl}/v1/counts`;
  const replied = yield* Effect.promise(() => asked({ method: "GET", url, withinMs }, connections));
  const { recorded, live, erased } = tellCounts(replied.body);
  tally.today().recordsLive = live;
  tally.today().shed = counting.issuance.counted().shed;
  const profile = tally.profile();
  const total = (column: "verifications" | "withdrawals"): number =>
    tally.days.reduce((sum, day) => sum + day[column], 0);
  return {
    issuance: workOf(counting.issuance.counted(), elapsedMs),
    checkIn: workOf(counting.checkIn.counted(), elapsedMs),
    lookup: noWork,
    reidentification: noWork,
    erasure: noWork,
    records: { recorded, live, erased },
    accounts: { verified: total("verifications"), withdrawn: total("withdrawals"), ended: 0 },
    cases: { requested: 0, refused: 0, approved: 0, answered: 0, people: 0, nobody: 0, wrong: 0 },
    refusals: inOrder(tally.refusals),
    days: tally.days,
    ...(profile === undefined ? {} : { profile }),
  } satisfies Partial<Run>;
});
