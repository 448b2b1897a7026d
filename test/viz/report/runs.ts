// Runs for the tests of the report: one that really happened, small and once a file, and the same with all that any level may know.
// The second is of the simulator's own form, so that the report is tested with what can really be written.
// What is added to it means nothing.
import { Effect } from "effect";
import { encodeRun, type Run } from "../../../sim/results/run.ts";
import type { RunReported } from "../../../viz/report/form.ts";
import { decodeRun } from "../../../viz/report/reading.ts";
import type { Scratch } from "../../sim/scratch.ts";
import { runOf, scenarioText } from "../../sim/simulate/running.ts";

/** A city of a hundred people on one day, at the service level. */
export const smallRun = (scratch: Scratch): Promise<Run> =>
  runOf({ scenario: scratch.file("city.json", scenarioText()), out: scratch.path("run") });

/** As the report reads what the simulator writes. */
export const asReported = (run: Run): Promise<RunReported> =>
  Effect.runPromise(decodeRun(encodeRun(run), "run.json"));

const dayOf = (index: number): string => `2020-07-${String(index + 1).padStart(2, "0")}`;

const bump = (index: number, most: number): number => Math.round(most * Math.exp(-(((index - 75) / 8) ** 2)));

const both = (en: string, ko: string) => ({ en, ko });

/** With everything that a run may hold: a broken promise, a missed threshold, a queue, an outbreak, faults, a month of days. */
export const withAll = (run: Run): Run => {
  const [first] = run.days;
  if (first === undefined) throw new Error("the run has no day");
  return {
    ...run,
    manifest: {
      ...run.manifest,
      standsFor: 1_000,
      workers: 2,
      faults: [
        {
          what: "issuer-slow",
          from: "2020-07-01 11:30",
          to: "2020-07-01 15:30",
          says: both(
            "A dependency of the issuer is overloaded.",
            "발급기관이 의존하는 서비스가 과부하입니다.",
          ),
        },
      ],
    },
    issuance: { ...run.issuance, p90Ms: 3, p999Ms: 20, maxMs: 44 },
    days: Array.from({ length: 31 }, (_, index) => ({
      ...first,
      day: dayOf(index),
      recordsLive: 100 * index,
      shed: index,
      waiting: 2 * index,
      infected: index % 5,
      reported: index % 3,
      contacts: 9,
      found: 7,
    })),
    profile: {
      day: dayOf(0),
      minutes: 10,
      rows: (run.profile?.rows ?? []).map((row, index) => ({
        ...row,
        lookups: index % 7,
        queueMost: bump(index, 300),
        shed: bump(index, 120),
        lookupP50Ms: 2.5,
        lookupP99Ms: 8 + (index % 5),
        servedMost: 4,
      })),
    },
    infection: { infected: 123, reported: 45, index: 3 },
    tracing: {
      contacts: 420,
      found: 382,
      curve: Array.from({ length: 54 }, (_, index) => ({
        retentionDays: 7 + index,
        found: Math.round(400 * (1 - Math.exp(-(7 + index) / 9))),
        contacts: 420,
        personDaysExposed: 1_200 * (7 + index),
      })),
    },
    promises: run.promises.map((promise) =>
      promise.id === "two-officers"
        ? {
            ...promise,
            verdict: "broken",
            breach: "One officer was enough <on that day> & nobody saw it.",
            story: ["officer 1 asks for a case", "officer 1 approves it"],
            replay: "npm run -s entrylog -- replay two-officers.itf.json",
          }
        : promise,
    ),
    calibration: [
      {
        id: "visitsAVenueADay",
        says: both("Visits of a venue on a day", "시설 한 곳의 하루 방문"),
        measured: 9.2,
        from: 7.5,
        to: 10.5,
        source: "published totals",
      },
    ],
    thresholds: [
      {
        id: "shed",
        says: both("Share of asks turned away", "돌려보낸 요청의 비율"),
        value: 12.3,
        bound: "most",
        limit: 1,
        unit: "%",
        met: false,
      },
    ],
    outcomeHash: "ab".repeat(32),
  };
};
