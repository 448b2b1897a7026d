// What a run at the policy level has found, gathered from its parts day by day: cases are carried out over their records, and the promises watched.
// The parts may be threads of this program or shards of a cluster; what comes out is the same however people are shared among them.
// It runs nobody's day, and writes no file.
import { issuerOpenDay } from "../../impl/generated/rules/issuer.ts";
import { makeDayColumns } from "../../impl/generated/core/day.ts";
import { machineCores, refusalCodes, toldOf, toldNames } from "../../impl/generated/law.ts";
import { policyNumbers } from "../../impl/generated/policy.ts";
import { makeStepLog } from "../../impl/lifecycle/core.ts";
import type { Observation } from "../../models/observations.ts";
import { millisecondsADay, type Policy } from "../../models/policy.ts";
import { watchAll } from "../checkers/watchall.ts";
import { decisionsHash } from "../decisions.ts";
import type { LivedDay } from "../results/lived.ts";
import type { CityEvent } from "../world/city.ts";
import type { World } from "../world/world.ts";
import type { CaseCounts } from "../casecounts.ts";
import { makeCases, type CasesParts } from "./cases.ts";
import { addCounts, countTransitions, makeCounts, takenOf, type Counts } from "./counts.ts";
import type { CourseDay } from "./course.ts";
import { findingsOf, type PolicyFinding } from "./findings.ts";
import type { Lived, PartEnd } from "./part.ts";

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
  readonly findings: readonly PolicyFinding[];
  readonly traceHash: string;
}

const accountEnded = toldNames.indexOf("account.ended");

const sum = (column: Int32Array): number => column.reduce((all, each) => all + each, 0);

const endedIn = (counts: Counts): number =>
  machineCores.reduce((all, { number, transitions }) => {
    let ended = 0;
    for (let each = 1; each <= transitions.length; each += 1)
      if (toldOf(number, each) === accountEnded) ended += takenOf(counts, number, each);
    return all + ended;
  }, 0);

/** When all of a day's records have ended, by that instant, in all parts together. */
const erasedIn = (lived: readonly Lived[]): ReadonlyMap<number, number> => {
  const ended = new Map<number, number>();
  for (const { erased } of lived)
    for (const [endedAtMs, records] of erased) ended.set(endedAtMs, (ended.get(endedAtMs) ?? 0) + records);
  return ended;
};

export interface GatheringParts {
  readonly world: World;
  readonly policy: Policy;
  /** What all parts hold that a case asks for, in any order. */
  readonly find: CasesParts["find"];
}

export interface Gathering {
  /** Takes in a day that all parts have lived; days come in order. */
  readonly dayLived: (today: CourseDay, lived: readonly Lived[]) => Promise<void>;
  readonly ran: (ends: readonly PartEnd[]) => PolicyRan;
}

export const makeGathering = ({ world, policy, find }: GatheringParts): Gathering => {
  const numbers = policyNumbers(policy);
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
      return (await find(lookup)).toSorted((a, b) => a.scannedAtMs - b.scannedAtMs || a.person - b.person);
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
  let erasedInAll = 0;

  return {
    dayLived: async ({ day, startsAtMs, endsAtMs, city, events, served }, lived) => {
      openDay(day, startsAtMs);
      seeAll(lived.flatMap(({ seen }) => seen).toSorted((a, b) => a.at - b.at));
      const before = { reidentified, lookups };
      await publicEvents(events);
      let erased = 0;
      for (const [endedAtMs, records] of erasedIn(lived)) {
        erased += records;
        dayErased(endedAtMs, records);
      }
      erasedInAll += erased;
      const earliest = Math.min(...lived.map(({ earliestEndMs }) => earliestEndMs));
      if (earliest !== Infinity)
        watch.see({ kind: "stillHeld", at: endsAtMs, party: "custodian", what: "visit", endsAt: earliest });
      days.push({
        recordsLive: lived.reduce((all, part) => all + part.live, 0),
        recordsErased: erased,
        reidentified: reidentified - before.reidentified,
        lookups: lookups - before.lookups,
        day,
        startsAtMs,
        endsAtMs,
        city,
        served,
      });
    },
    ran: (ends) => {
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
        findings: findingsOf(
          watch.findings(),
          ends.map(({ watched }) => watched),
        ),
        traceHash: decisionsHash(counts),
      };
    },
  };
};
