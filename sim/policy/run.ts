// One run at the policy level: a whole city on the generated core, day by day, in one thread or several.
// It counts, watches the promises and hands over what it found; files are written by those who asked for the run.
// Passes are counted here and never made: there is no signature and no store, and what is proved of the law is what runs.
import { setImmediate } from "node:timers/promises";
import { machineCores, refusalCodes, toldOf, toldNames } from "../../impl/generated/law.ts";
import { issuerOpenDay } from "../../impl/generated/rules/issuer.ts";
import { makeDayColumns } from "../../impl/generated/core/day.ts";
import { policyNumbers } from "../../impl/generated/policy.ts";
import { makeStepLog } from "../../impl/lifecycle/core.ts";
import { millisecondsADay } from "../../models/policy.ts";
import type { Observation } from "../../models/observations.ts";
import { watchAll } from "../checkers/watchall.ts";
import { decisionsHash } from "../decisions.ts";
import { cityAtFirst, cityDay, type CityEvent, type CityState } from "../world/city.ts";
import { dayOf } from "../world/intended.ts";
import type { LivedDay } from "../results/lived.ts";
import { makeCases, type CaseCounts } from "./cases.ts";
import { extrasOf } from "./city.ts";
import { addCounts, countTransitions, makeCounts, transitionsMost, type Counts } from "./counts.ts";
import { findingsOf, type PolicyFinding } from "./findings.ts";
import { serveDay } from "./serving.ts";
import { openThreads, type PartOfThread, type ThreadsOptions } from "./threads.ts";
import type { Watched } from "./watching.ts";

export interface PolicyRunOptions extends ThreadsOptions {
  /** Told after each day, as a share of the run. */
  readonly progress?: (share: number) => void;
  /** Asked after each day: when true the run ends there, with what there is. */
  readonly isInterrupted?: () => boolean;
}

/** What was counted of one day, beside what happens by ten minutes. */
export interface PolicyDay extends LivedDay {
  readonly recordsLive: number;
  readonly recordsErased: number;
  readonly reidentified: number;
  readonly lookups: number;
}

export interface PolicyRan {
  readonly complete: boolean;
  readonly days: readonly PolicyDay[];
  readonly counts: Counts;
  readonly cases: CaseCounts;
  /** By code, those of cases included. */
  readonly refusals: ReadonlyMap<string, number>;
  readonly accountsEnded: number;
  readonly records: { readonly recorded: number; readonly live: number; readonly erased: number };
  readonly city: CityState;
  readonly findings: readonly PolicyFinding[];
  readonly traceHash: string;
}

const accountEnded = toldNames.indexOf("account.ended");

const sum = (column: Int32Array): number => column.reduce((all, each) => all + each, 0);

const endedIn = ({ transitions }: Counts): number =>
  machineCores.reduce((all, { number, transitions: known }) => {
    let ended = 0;
    for (let each = 1; each <= known.length; each += 1)
      if (toldOf(number, each) === accountEnded) ended += transitions[number * transitionsMost + each] ?? 0;
    return all + ended;
  }, 0);

export const runPolicy = async (options: PolicyRunOptions): Promise<PolicyRan> => {
  const numbers = policyNumbers(options.policy);
  const threads = openThreads(options);
  try {
    return await runDays(options, numbers, threads);
  } finally {
    await Promise.all(threads.map(({ close }) => close()));
  }
};

const runDays = async (
  { world, policy, progress, isInterrupted }: PolicyRunOptions,
  numbers: ReturnType<typeof policyNumbers>,
  threads: readonly PartOfThread[],
): Promise<PolicyRan> => {
  const counts = makeCounts(world.startsAtMs, world.size.days);
  const watch = watchAll(policy);
  const log = makeStepLog();
  const dayRows = makeDayColumns(world.size.days);
  const withdrawals = new Map<string, number[]>();
  const refusals = new Map<string, number>();
  let reidentified = 0;
  let lookups = 0;
  const refused = (code: string): void => void refusals.set(code, (refusals.get(code) ?? 0) + 1);
  const cases = makeCases({
    policy,
    counts,
    find: async (lookup) => {
      lookups += lookup.venues.length;
      const found = await Promise.all(threads.map(({ find }) => find(lookup)));
      return found.flat().toSorted((a, b) => a.scannedAtMs - b.scannedAtMs || a.person - b.person);
    },
    withdrewBy: (person, atMs) =>
      withdrawals.get(String(person))?.findLast((each) => !(each > atMs)) ?? Number.NEGATIVE_INFINITY,
    refused,
    reidentified: (people) => void (reidentified += people),
  });

  const seeAll = (seen: readonly Observation[]): void => {
    for (const each of seen) {
      if (each.kind === "personWithdrew") {
        const before = withdrawals.get(each.person);
        if (before === undefined) withdrawals.set(each.person, [each.at]);
        else before.push(each.at);
      }
      watch.see(each);
    }
  };

  const openDay = (day: number, startsAtMs: number): void => {
    issuerOpenDay(dayRows, day, startsAtMs, startsAtMs, numbers, log);
    countTransitions(counts, log);
    const opened = { kind: "dayOpened", at: startsAtMs, dayStart: startsAtMs } as const;
    const endsAt = dayRows.endsAt[day] ?? null;
    for (const party of ["issuer", "custodian"] as const) watch.see({ ...opened, party, endsAt });
  };

  const publicEvents = async (events: readonly CityEvent[]): Promise<void> => {
    for (const event of events) {
      if (event.type === "case") cases.request(event.case);
      if (event.type === "decision")
        await cases.decide(event.caseNumber, event.officer, event.decision, event.atMs);
    }
    seeAll(cases.takeSeen());
  };

  const dayErased = (endedAtMs: number, records: number): void => {
    const dayStart = endedAtMs - numbers.retention;
    const erased = {
      kind: "dayErased",
      at: endedAtMs,
      dayStart,
      dayEnd: dayStart + millisecondsADay,
    } as const;
    watch.see({ ...erased, party: "custodian", records });
    watch.see({ ...erased, party: "issuer", records: 0 });
  };

  const days: PolicyDay[] = [];
  let city = cityAtFirst;
  let erasedInAll = 0;
  let live = 0;
  let intended = threads.map(({ intend }) => intend(0));
  for (let day = 0; day < world.size.days && isInterrupted?.() !== true; day += 1) {
    const today = dayOf(world, day, await Promise.all(intended));
    const intendNext = (): void => {
      if (day + 1 < world.size.days) intended = threads.map(({ intend }) => intend(day + 1));
    };
    // Several threads make the next day while the city looks at this one.
    if (threads.length > 1) intendNext();
    openDay(day, today.startsAtMs);
    const { state, events } = cityDay(world, city, today);
    city = state;
    const serving = serveDay(world, today);
    const extras = extrasOf(events);
    const lived = await Promise.all(
      threads.map(({ range, live: liveDay }, part) =>
        liveDay({
          startsAtMs: today.startsAtMs,
          endsAtMs: today.endsAtMs,
          fate: today.parts[part]?.fate ?? new Uint8Array(0),
          extras: extras.filter(({ person }) => person >= range.fromPerson && !(person >= range.toPerson)),
          served: serving?.byPart[part],
        }),
      ),
    );
    if (threads.length === 1) intendNext();
    seeAll(lived.flatMap(({ seen }) => seen).toSorted((a, b) => a.at - b.at));
    const reidentifiedBefore = reidentified;
    const lookupsBefore = lookups;
    await publicEvents(events);
    let erased = 0;
    const ended = new Map<number, number>();
    for (const part of lived)
      for (const [endedAtMs, records] of part.erased)
        ended.set(endedAtMs, (ended.get(endedAtMs) ?? 0) + records);
    for (const [endedAtMs, records] of ended) {
      erased += records;
      dayErased(endedAtMs, records);
    }
    erasedInAll += erased;
    live = lived.reduce((all, part) => all + part.live, 0);
    const earliest = Math.min(...lived.map(({ earliestEndMs }) => earliestEndMs));
    if (earliest !== Infinity)
      watch.see({
        kind: "stillHeld",
        at: today.endsAtMs,
        party: "custodian",
        what: "visit",
        endsAt: earliest,
      });
    days.push({
      recordsLive: live,
      recordsErased: erased,
      reidentified: reidentified - reidentifiedBefore,
      lookups: lookups - lookupsBefore,
      day,
      startsAtMs: today.startsAtMs,
      endsAtMs: today.endsAtMs,
      // Without the rows of the day, which would keep those of all days in memory.
      city: { ...city, yesterday: undefined },
      served: serving?.served,
    });
    progress?.((day + 1) / world.size.days);
    // Signals are heard between two days.
    await setImmediate();
  }
  const ends = await Promise.all(threads.map(({ end }) => end()));
  const watched: readonly Watched[] = ends.map((each) => each.watched);
  for (const each of ends) addCounts(counts, each.counts);
  for (const [number, count] of counts.refusals.entries())
    if (count > 0) {
      const code = refusalCodes[number] ?? "";
      refusals.set(code, (refusals.get(code) ?? 0) + count);
    }
  const recorded = sum(counts.checkIns);
  return {
    complete: days.length === world.size.days,
    days,
    counts,
    cases: cases.counts,
    refusals,
    accountsEnded: endedIn(counts),
    records: { recorded, live: recorded - erasedInAll, erased: erasedInAll },
    city,
    findings: findingsOf(watch.findings(), watched),
    traceHash: decisionsHash(counts),
  };
};
