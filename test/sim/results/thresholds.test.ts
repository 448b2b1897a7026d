// Thresholds and published ranges, judged on a run whose figures are written by hand.
// What a run does not know is neither met nor missed.
import { describe, expect, it } from "vitest";
import { renderGoals } from "../../../sim/goalstext.ts";
import { calibrate } from "../../../sim/results/calibration.ts";
import { toldFaults } from "../../../sim/results/faults.ts";
import { judged } from "../../../sim/results/judging.ts";
import type { Run } from "../../../sim/results/run.ts";
import { judgeThresholds } from "../../../sim/results/thresholds.ts";
import type { Scenario } from "../../../sim/scenario.ts";
import type { ThresholdMeasure } from "../../../sim/world/format/goals.ts";
import { defaultScenario, shippedScenario } from "../world/city.ts";

const work = { count: 0 };
const day = (more: Partial<Run["days"][number]>): Run["days"][number] => ({
  day: "2020-07-01",
  passesIssued: 90,
  checkIns: 50,
  refusals: 0,
  verifications: 0,
  withdrawals: 0,
  lookups: 0,
  reidentified: 3,
  recordsErased: 0,
  recordsLive: 50,
  ...more,
});
const row = (at: string, checkIns: number, waitP99Ms: number) => ({
  at,
  issued: 0,
  refused: 0,
  checkIns,
  waitP99Ms,
});

const run: Run = {
  schemaVersion: 2,
  manifest: {
    modelHash: "",
    scenario: "by hand",
    about: "",
    level: "policy",
    passes: "counted",
    policy: { preset: "2020-07", set: {} },
    seed: 1,
    people: 100,
    venues: 10,
    days: 2,
    startsOn: "2020-07-01",
    standsFor: 1,
    complete: true,
    faults: [],
    ranOn: "2026-01-01",
    versions: {},
    command: "",
  },
  issuance: work,
  checkIn: work,
  lookup: { count: 1, p99Ms: 4 },
  reidentification: work,
  erasure: work,
  records: { recorded: 100, live: 100, erased: 0 },
  accounts: { verified: 0, withdrawn: 0, ended: 0 },
  cases: { requested: 2, refused: 0, approved: 2, answered: 2, people: 6, nobody: 0, wrong: 0 },
  refusals: { "pass-expired": 25 },
  days: [day({ shed: 20, lost: 4 }), day({ shed: 0, lost: 1, recordsLive: 100 })],
  profile: {
    day: "2020-07-01",
    minutes: 10,
    rows: [row("11:50", 30, 900), row("12:00", 10, 1_200), row("12:50", 5, 100), row("13:00", 5, 100)],
  },
  tracing: { contacts: 8, found: 6, curve: [] },
  promises: [],
};

const asking = (what: ThresholdMeasure, bound: "most" | "least", limit: number): Scenario => ({
  ...defaultScenario,
  thresholds: [{ id: "it", what, [bound]: limit, source: "by hand" }],
});

const judge = (what: ThresholdMeasure, bound: "most" | "least", limit: number, of: Run = run) =>
  judgeThresholds(asking(what, bound, limit), of).thresholds.map(({ value, met }) => [value, met])[0];

describe("a threshold", () => {
  it.each([
    ["shedShare", 0.1],
    ["issuanceWaitP99", 1_200],
    ["visitsLost", 5],
    ["contactsFoundShare", 0.75],
    ["recordsLiveMost", 100],
    ["lookupP99", 4],
    ["lateShare", 0.2],
  ] as const)("of %s is met at the limit and missed beyond it", (what, value) => {
    expect(judge(what, "most", value)).toEqual([value, true]);
    expect(judge(what, "most", value * 0.99)).toEqual([value, false]);
    expect(judge(what, "least", value)).toEqual([value, true]);
    expect(judge(what, "least", value * 1.01)).toEqual([value, false]);
  });

  it("about which the run knows nothing is named, and is neither met nor missed", () => {
    const { profile: _, ...without } = run;
    expect(judgeThresholds(asking("issuanceWaitP99", "most", 1), without)).toEqual({
      thresholds: [],
      unknown: ["it"],
    });
    const { thresholds, notJudged } = judged(asking("issuanceWaitP99", "most", 1), without);
    expect({ thresholds, notJudged }).toEqual({ thresholds: [], notJudged: ["it"] });
    expect(renderGoals({ ...without, thresholds: [], notJudged: ["it"] })).toEqual([
      "",
      "Thresholds",
      expect.stringMatching(/^ {2}it +not judged: this run knows nothing of it$/),
    ]);
  });
});

describe("a published range", () => {
  it("stands beside what came out of the run", () => {
    const ranges = (
      ["visitsAVenueADay", "lunchHourShare", "passesACheckIn", "recordsACase", "joinedShare"] as const
    ).map((what) => ({ what, from: 0, to: 1, source: "by hand" }));
    const lines = calibrate({ ...defaultScenario, calibration: ranges }, run);
    expect(lines.map(({ id, measured }) => [id, measured])).toEqual([
      ["visitsAVenueADay", 5],
      ["lunchHourShare", 0.3],
      ["passesACheckIn", 1.8],
      ["recordsACase", 3],
      ["joinedShare", 0.06],
    ]);
  });
});

describe("a run held against its scenario", () => {
  it("has what the scenario asks, and nothing where it asks nothing", () => {
    expect(judged(asking("visitsLost", "most", 0), run).thresholds).toMatchObject([{ id: "it", met: false }]);
    const { calibration: _, ...silent } = defaultScenario;
    expect(judged(silent, run)).toEqual(run);
  });

  it("tells its faults in both languages, with their times in Seoul", () => {
    expect(toldFaults(shippedScenario("hot-spot"))).toEqual([
      {
        what: "balancer-failed",
        from: "2022-01-06 11:00",
        to: "2022-01-06 16:20",
        says: {
          en: "all traffic of Naver goes to one server",
          ko: "네이버의 모든 요청이 서버 한 대로 몰립니다",
        },
      },
    ]);
    expect(toldFaults(defaultScenario)).toEqual([]);
  });
});
