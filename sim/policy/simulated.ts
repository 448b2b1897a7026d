// A simulation at the policy level as it stands in run.json: the run of the generated core, with its days, its busiest day and its verdicts.
// `simulate --level policy` calls it. It measures how fast the virtual city went, and nothing of a service, because there is none.
// An interrupted run is that of the days there were.
import { Effect } from "effect";
import { machineCores } from "../../impl/generated/law.ts";
import { policyNumbers } from "../../impl/generated/policy.ts";
import { manifestOf, commandOf, type Prepared } from "../preparing.ts";
import { profileMinutes, type Day, type Profile } from "../results/days.ts";
import { judged } from "../results/judging.ts";
import { figuresOfDay, makeLived } from "../results/lived.ts";
import { partyKnowledge } from "../results/partyknowledge.ts";
import { runSchemaVersion, type Run } from "../results/run.ts";
import { dateOf } from "../results/seouldate.ts";
import { Stopwatch } from "../stopwatch.ts";
import { takenOf, type Counts } from "./counts.ts";
import type { PolicyDay, PolicyRan } from "./gathering.ts";
import { listenTo, type Lives } from "./life/listening.ts";
import { around, numberOf, tellLife } from "./life/telling.ts";
import { clockOfTen, tensADay } from "../world/tenminutes.ts";
import { runPolicy } from "./run.ts";

const ofDay = (column: Int32Array, day: number): number =>
  column.subarray(day * tensADay, (day + 1) * tensADay).reduce((all, each) => all + each, 0);

const dayOf = (startsAtMs: number, counts: Counts, figures: PolicyDay, day: number): Day => ({
  day: dateOf(startsAtMs, day),
  passesIssued: ofDay(counts.issued, day),
  checkIns: ofDay(counts.checkIns, day),
  refusals: ofDay(counts.refused, day),
  verifications: ofDay(counts.verified, day),
  withdrawals: ofDay(counts.withdrawn, day),
  lookups: figures.lookups,
  reidentified: figures.reidentified,
  recordsErased: figures.recordsErased,
  recordsLive: figures.recordsLive,
  ...figuresOfDay(figures),
});

/** The day with the most check-ins, by ten minutes. */
const profileOf = ({ counts }: PolicyRan, days: readonly Day[]): Profile | undefined => {
  const most = Math.max(...days.map(({ checkIns }) => checkIns));
  const day = days.findIndex(({ checkIns }) => checkIns === most);
  const found = days[day];
  if (found === undefined) return undefined;
  return {
    day: found.day,
    minutes: profileMinutes,
    rows: Array.from({ length: tensADay }, (_, step) => {
      const slot = day * tensADay + step;
      return {
        at: clockOfTen(step),
        issued: counts.issued[slot] ?? 0,
        checkIns: counts.checkIns[slot] ?? 0,
        refused: counts.refused[slot] ?? 0,
      };
    }),
  };
};

const coverageOf = (counts: Counts): NonNullable<Run["coverage"]> => ({
  transitions: machineCores.reduce((all, { transitions }) => all + transitions.length, 0),
  met: machineCores.reduce(
    (all, { number, transitions }) =>
      all + transitions.filter((_, place) => takenOf(counts, number, place + 1) > 0).length,
    0,
  ),
});

/** One person's whole life in the run, where the breach was one's; else the run itself. */
const replayOf = (prepared: Prepared, person: number | undefined): string =>
  person === undefined || person < 0
    ? commandOf(prepared)
    : `npm run -s entrylog -- replay ${prepared.asked.out} --person ${String(numberOf(person))}`;

const promisesOf = (prepared: Prepared, { findings }: PolicyRan, lives: Lives): Run["promises"] =>
  findings.map(({ id, clauses, verdict, checked, breach }) => {
    const life = breach?.person === undefined ? undefined : lives.get(breach.person);
    return {
      id,
      clauses,
      verdict,
      checked,
      ...(breach === undefined ? {} : { breach: breach.sentence, replay: replayOf(prepared, breach.person) }),
      ...(breach === undefined || life === undefined
        ? {}
        : { story: tellLife(prepared.world, around(life, breach.atMs), "en") }),
    };
  });

/** The lives of those who met a promise broken first, up to then. */
const livesOfBreaches = async (
  { findings }: PolicyRan,
  options: Parameters<typeof listenTo>[2],
): Promise<Lives> => {
  const breaches = findings.flatMap(({ breach }) => breach ?? []);
  const people = breaches.flatMap(({ person }) => person ?? []);
  if (people.length === 0) return new Map();
  const untilMs = Math.max(...breaches.map(({ atMs }) => atMs));
  return (await listenTo(people, untilMs, options)).lives;
};

type ShowProgress = (share: number, doing: string) => void;

export const simulatePolicy = (prepared: Prepared, progress: ShowProgress, isInterrupted: () => boolean) => {
  const { asked, policy, world } = prepared;
  const running = Effect.promise(() =>
    runPolicy({
      world,
      policy,
      workers: asked.workers,
      progress: (share) => {
        progress(share, "the city's days");
      },
      isInterrupted,
    }),
  );
  return reported(prepared, running, progress, isInterrupted);
};

/** What a run has found, wherever it runs, as it stands in run.json. */
export const reported = Effect.fnUntraced(function* <E, R>(
  prepared: Prepared,
  running: Effect.Effect<PolicyRan, E, R>,
  progress: ShowProgress,
  isInterrupted: () => boolean = () => false,
) {
  const { scenario, policy, world } = prepared;
  const stopwatch = yield* Stopwatch;
  const begun = stopwatch.now();
  const ran = yield* running;
  const seconds = (stopwatch.now() - begun) / 1_000;
  const lives = yield* Effect.promise(() =>
    livesOfBreaches(ran, {
      world,
      policy,
      progress: (share) => {
        progress(share, "what led to the breach");
      },
      isInterrupted,
    }),
  );
  const days = ran.days.map((figures, day) => dayOf(world.startsAtMs, ran.counts, figures, day));
  const lived = makeLived(world);
  for (const day of ran.days) lived.dayOver(day);
  const issued = ran.counts.issued.reduce((all, each) => all + each, 0);
  const decisions = ran.counts.decided.reduce((all, each) => all + each, 0);
  const { accountsEnded, cases, records, traceHash } = ran;
  const total = (column: Int32Array): number => column.reduce((all, each) => all + each, 0);
  return judged(scenario, {
    schemaVersion: runSchemaVersion,
    manifest: yield* manifestOf(prepared, ran.complete),
    pace: { decisions, seconds, perSecond: decisions / seconds },
    issuance: { count: issued },
    checkIn: { count: records.recorded },
    lookup: { count: days.reduce((all, { lookups }) => all + lookups, 0) },
    reidentification: { count: cases.people },
    erasure: { count: records.erased },
    records,
    accounts: {
      verified: total(ran.counts.verified),
      withdrawn: total(ran.counts.withdrawn),
      ended: accountsEnded,
    },
    cases: { ...cases },
    refusals: Object.fromEntries([...ran.refusals].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    days,
    ...lived.profile(profileOf(ran, days)),
    ...lived.findings(records.recorded, policyNumbers(policy).retention),
    promises: promisesOf(prepared, ran, lives),
    whoKnewWhat: partyKnowledge(),
    coverage: coverageOf(ran.counts),
    traceHash,
    outcomeHash: traceHash,
  });
});
