// A whole run of the benchmark: the rows that were asked for, one after another, in one report.
// The rows of the services share one house, opened below the folder that is given and gone afterwards.
// It prints nothing and judges nothing; a quick run goes the same ways with sizes too small for its ratios to mean anything.
import { availableParallelism } from "node:os";
import { Effect, FileSystem } from "effect";
import { modelHash } from "../../impl/generated/stamp.ts";
import { PolicyInForce } from "../../impl/lifecycle/desk.ts";
import { millisecondsADay } from "../../models/policy.ts";
import { measureCheckIn, type CheckInSize } from "./checkin.ts";
import { measureCore, type CoreSize } from "./core.ts";
import { measureIssue, type IssueSize } from "./issue.ts";
import { measureIssueHttp, type IssueHttpSize } from "./issuehttp.ts";
import { measureJoin, type JoinSize } from "./join.ts";
import { measureLookup, type LookupSize } from "./lookup.ts";
import { postgresPrograms } from "../postgres/server.ts";
import { measurePostgresCheckIn } from "./postgres/checkin.ts";
import { measureEraseDay, type EraseDaySize } from "./postgres/eraseday.ts";
import { measurePostgresLookup } from "./postgres/lookup.ts";
import { openPostgresPremises } from "./postgres/premises.ts";
import { openPremises, opensAtMs } from "./premises.ts";
import { fullProve, measureProve, quickProve, type ProveSize } from "./prove.ts";
import { benchSchemaVersion, rowIds, type BenchReport, type BenchRow, type RowId } from "./row.ts";

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
};

/** For those who have the time and the disk: ten million visits in a day. */
export const largeSizes: BenchSizes = {
  ...fullSizes,
  eraseDay: { visits: [...fullSizes.eraseDay.visits, 10_000_000], times: 3 },
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
};

/** The days of the virtual clock on which each row works, none of them another's. */
const issueAtMs = opensAtMs + 3_600_000;
const checkInAtMs = opensAtMs + 8 * millisecondsADay;
const lookupAtMs = opensAtMs + 9 * millisecondsADay;
const joinAtMs = opensAtMs + 15 * millisecondsADay;
const eraseAtMs = opensAtMs + 14 * millisecondsADay;

export interface BenchOptions {
  readonly rows: readonly RowId[];
  /** Rows that were asked for and cannot be measured here. */
  readonly missing: BenchReport["missing"];
  readonly sizes: BenchSizes;
  readonly quick: boolean;
  /** Below this folder, made if it is not there, the parties keep their stores while they are measured, and SPIN its program. */
  readonly folder: string;
  /** Told of each row before it begins. */
  readonly beginning: (row: RowId, place: number) => void;
}

const openPostgres = Effect.fnUntraced(function* (folder: string, { people, venues }: BenchSizes) {
  const programs = postgresPrograms();
  if (programs === undefined) return yield* Effect.die(new Error("there is no PostgreSQL to measure over"));
  return yield* openPostgresPremises(folder, people, venues, programs);
});

export const runBench = Effect.fnUntraced(function* (options: BenchOptions) {
  const { sizes, folder, beginning } = options;
  const policy = yield* PolicyInForce;
  const files = yield* FileSystem.FileSystem;
  yield* files.makeDirectory(folder, { recursive: true });
  const asked = rowIds.filter((id) => options.rows.includes(id));
  // Each house is opened for the first row that is measured in it, and shared with the others.
  const house = yield* Effect.cached(openPremises(folder, sizes.people, sizes.venues));
  const postgres = yield* Effect.cached(openPostgres(folder, sizes));

  const measure = (row: RowId) => {
    switch (row) {
      case "core":
        return measureCore(sizes.core, policy, policy);
      case "issue":
        return Effect.flatMap(house, (premises) => measureIssue(premises, sizes.issue, issueAtMs));
      case "checkin":
        return Effect.flatMap(house, (premises) => measureCheckIn(premises, sizes.checkin, checkInAtMs));
      case "lookup":
        return Effect.flatMap(house, (premises) => measureLookup(premises, sizes.lookup, lookupAtMs));
      case "join":
        return Effect.flatMap(house, (premises) => measureJoin(premises, sizes.join, joinAtMs));
      case "checkin-pg":
        return Effect.flatMap(postgres, (there) => measurePostgresCheckIn(there, sizes.checkin, checkInAtMs));
      case "lookup-pg":
        return Effect.flatMap(postgres, (there) => measurePostgresLookup(there, sizes.lookup, lookupAtMs));
      case "erase-day":
        return Effect.flatMap(postgres, (there) => measureEraseDay(there, sizes.eraseDay, eraseAtMs));
      case "issue-http":
        return Effect.flatMap(
          files.makeTempDirectoryScoped({ directory: folder, prefix: "bench-http-" }),
          (own) => measureIssueHttp(sizes.issueHttp, own),
        );
      case "prove":
        return measureProve(sizes.prove, policy, folder);
    }
  };

  const rows: BenchRow[] = [];
  for (const [place, row] of asked.entries()) {
    beginning(row, place);
    rows.push(yield* measure(row));
  }
  return {
    schemaVersion: benchSchemaVersion,
    manifest: { modelHash, node: process.version, cpus: availableParallelism(), quick: options.quick },
    rows,
    missing: options.missing,
  } satisfies BenchReport;
});
