// A whole run of the benchmark: the rows that were asked for, one after another, in one report.
// The rows of the services share one house, opened below the folder that is given and gone afterwards.
// It prints nothing and judges nothing; a quick run goes the same ways with sizes too small for its ratios to mean anything.
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { Effect, FileSystem } from "effect";
import { modelHash } from "../../impl/generated/stamp.ts";
import { PolicyInForce } from "../../impl/lifecycle/desk.ts";
import { millisecondsADay } from "../../models/policy.ts";
import { measureSimCore, measureSimCpp, measureSimLog } from "./city/againstpeers.ts";
import { flatRow, nationRow, runSize } from "./city/growing.ts";
import { measureSimMemory } from "./city/memory.ts";
import { measureSimWorkers } from "./city/workers.ts";
import { measureCheckIn } from "./checkin.ts";
import { measureCore } from "./core.ts";
import { measureIssue } from "./issue.ts";
import { measureIssueHttp } from "./issuehttp.ts";
import { measureJoin } from "./join.ts";
import { measureLookup } from "./lookup.ts";
import { postgresPrograms } from "../postgres/server.ts";
import { measurePostgresCheckIn } from "./postgres/checkin.ts";
import { measureEraseDay } from "./postgres/eraseday.ts";
import { measurePostgresLookup } from "./postgres/lookup.ts";
import { openPostgresPremises } from "./postgres/premises.ts";
import { openPremises, opensAtMs } from "./premises.ts";
import { measureProve } from "./prove.ts";
import { benchSchemaVersion, rowIds, type BenchReport, type BenchRow, type RowId } from "./row.ts";
import type { BenchSizes } from "./sizes.ts";

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

  const temporary = (prefix: string) =>
    files.makeTempDirectoryScoped({ directory: resolve(folder), prefix: `bench-${prefix}-` });
  // The nation is the largest city of the curve too, where no larger one is asked for.
  const nation = yield* Effect.cached(runSize(sizes.simulator.nation));
  const flat = Effect.gen(function* () {
    const { smallest, times, between, largest } = sizes.simulator.flat;
    const small = yield* Effect.forEach(Array.from({ length: times }), () => runSize(smallest));
    const larger = yield* Effect.forEach(between, runSize);
    const last = yield* Effect.forEach(largest, runSize);
    return flatRow(small, [...larger, yield* nation, ...last]);
  });

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
        return Effect.flatMap(temporary("http"), (own) => measureIssueHttp(sizes.issueHttp, own));
      case "prove":
        return measureProve(sizes.prove, policy, folder);
      case "sim-core":
        return Effect.flatMap(temporary("peer"), (own) => measureSimCore(sizes.simulator.core, own));
      case "sim-log":
        return Effect.flatMap(temporary("peer"), (own) => measureSimLog(sizes.simulator.core, own));
      case "sim-cpp":
        return Effect.flatMap(temporary("peer"), (own) => measureSimCpp(sizes.simulator.cpp, own));
      case "sim-flat":
        return flat;
      case "sim-memory":
        return measureSimMemory(sizes.simulator.memory);
      case "sim-workers":
        return measureSimWorkers(sizes.simulator.workers);
      case "sim-nation":
        return Effect.map(nation, nationRow);
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
