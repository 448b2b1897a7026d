// How much each row measures: in a full run, in a quick one whose ratios mean nothing, and in a large one.
// They differ by sizes alone, so that a quick run goes all the ways of a full one.
import type { SimulatorSizes } from "./city/sizes.ts";
import type { CheckInSize } from "./checkin.ts";
import type { CoreSize } from "./core.ts";
import type { IssueSize } from "./issue.ts";
import type { IssueHttpSize } from "./issuehttp.ts";
import type { JoinSize } from "./join.ts";
import type { LookupSize } from "./lookup.ts";
import type { EraseDaySize } from "./postgres/eraseday.ts";
import { fullProve, quickProve, type ProveSize } from "./prove.ts";

export interface BenchSizes {
  readonly people: number;
  readonly venues: number;
  readonly core: CoreSize;
  readonly issue: IssueSize;
  readonly checkin: CheckInSize;
  readonly lookup: LookupSize;
  readonly join: JoinSize;
  readonly eraseDay: EraseDaySize;
  readonly issueHttp: IssueHttpSize;
  readonly prove: ProveSize;
  readonly simulator: SimulatorSizes;
}

const seed = 1;
const instances = 65_536;

export const fullSizes: BenchSizes = {
  people: 10_000,
  venues: 200,
  core: { instances, steps: 3_000_000, sample: 800, blocks: 3, seed },
  issue: { batch: 1_000, blocks: 2 },
  checkin: { batch: 500, scansARound: 5_000, blocks: 2 },
  lookup: { days: 5, visitsADay: 4, lookups: 1_000, blocks: 3, seed },
  join: { visitsADay: 4, venuesACase: 20, blocks: 2 },
  eraseDay: { visits: [10_000, 100_000, 1_000_000], times: 4 },
  issueHttp: { people: 4_000, requestsARound: 8_000, connections: 64, blocks: 2 },
  prove: fullProve,
  simulator: {
    core: { people: 20_000, days: 35, blocks: 1 },
    cpp: { people: 100_000, days: 35, blocks: 2 },
    flat: {
      smallest: { people: 10_000, days: 28 },
      times: 5,
      between: [{ people: 100_000, days: 28 }],
      largest: [],
    },
    workers: { people: 200_000, days: 15, blocks: 1 },
    memory: { small: { people: 50_000, days: 8 }, large: { people: 1_000_000, days: 8 } },
    nation: { people: 1_000_000, days: 28 },
  },
};

/** For those who have the time and the disk: ten million people, and ten million visits in a day. */
export const largeSizes: BenchSizes = {
  ...fullSizes,
  eraseDay: { visits: [...fullSizes.eraseDay.visits, 10_000_000], times: 3 },
  simulator: {
    ...fullSizes.simulator,
    flat: { ...fullSizes.simulator.flat, largest: [{ people: 10_000_000, days: 28 }] },
  },
};

export const quickSizes: BenchSizes = {
  people: 500,
  venues: 10,
  core: { instances, steps: 300_000, sample: 200, blocks: 1, seed },
  issue: { batch: 250, blocks: 1 },
  checkin: { batch: 100, scansARound: 300, blocks: 1 },
  lookup: { days: 2, visitsADay: 2, lookups: 20, blocks: 1, seed },
  join: { visitsADay: 1, venuesACase: 3, blocks: 1 },
  eraseDay: { visits: [100, 1_000], times: 1 },
  issueHttp: { people: 100, requestsARound: 200, connections: 16, blocks: 1 },
  prove: quickProve,
  simulator: {
    core: { people: 500, days: 31, blocks: 1 },
    cpp: { people: 2_000, days: 31, blocks: 1 },
    flat: {
      smallest: { people: 1_000, days: 7 },
      times: 2,
      between: [{ people: 3_000, days: 7 }],
      largest: [],
    },
    workers: { people: 2_000, days: 7, blocks: 1 },
    memory: { small: { people: 2_000, days: 4 }, large: { people: 40_000, days: 4 } },
    nation: { people: 10_000, days: 7 },
  },
};
