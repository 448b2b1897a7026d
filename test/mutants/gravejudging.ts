/**
 * Plants each grave mistake in what vitest loads, changing no file, and says whether the tests named for it noticed:
 * `node test/mutants/gravejudging.ts` prints that as JSON. All run in one vitest of its own, each mistake as a project of it.
 * The right program is one more project, which tests must let through, so that it is the mistakes that they notice.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startVitest, type TestModule, type UserWorkspaceConfig } from "vitest/node";
import { graveMistakes, type GraveMistake } from "./gravemistakes.ts";
import type { Judged } from "./judged.ts";

const house = fileURLToPath(new URL("../..", import.meta.url));
const right = "as it is";
/** Of the tests named, some that show that this runs the right program rightly; that all of them pass is seen in the same run of the tests. */
const passing = ["custodian/refusals", "issuer/consent", "protocol/epoch"];

export interface GraveVerdicts {
  readonly judged: readonly Judged[];
  /** What fails in the right program; nothing, or all the rest says nothing. */
  readonly unplanted: string;
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

const projectOf = (
  name: string,
  tests: readonly string[],
  named: string | undefined,
  plugins: NonNullable<UserWorkspaceConfig["plugins"]>,
): UserWorkspaceConfig => {
  const test = {
    name,
    include: tests.map((file) => `test/impl/${file}.test.ts`),
    environment: "node" as const,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    ...(named === undefined ? {} : { testNamePattern: new RegExp(escaped(named)) }),
  };
  return { root: house, plugins, test };
};

const planting = ({ file, from, to, test, named }: GraveMistake, place: number): UserWorkspaceConfig => {
  const path = join(house, file);
  if (readFileSync(path, "utf8").split(from).length !== 2)
    throw new Error(`${file} does not say exactly once: ${from}`);
  return projectOf(String(place), [test], named, [
    {
      name: "plant",
      enforce: "pre",
      api: { vitest: { ignoreFsModuleCache: true } },
      // The file with the mistake is this project's own; all others are the same in every project, and made once for all.
      configureVitest: ({ defineCacheKeyGenerator }) => {
        defineCacheKeyGenerator(({ id }) => (id === path ? `plant ${String(place)}` : undefined));
      },
      transform: (code, id) => (id === path ? code.replace(from, () => to) : undefined),
    },
  ]);
};

interface Finding {
  /** The first test that failed, or what broke before any could. */
  readonly failed: string | undefined;
  readonly ran: number;
}

const findingOf = (modules: readonly TestModule[]): Finding => {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const ran = tests.filter((test) => ["passed", "failed"].includes(test.result().state));
  const failed = ran.find((test) => test.result().state === "failed");
  const broken = modules.flatMap((module) => module.errors());
  return { failed: failed?.fullName ?? broken[0]?.message, ran: ran.length };
};

/** Runs all of them; answers what became of each, and what failed of the right program. */
const judgedGrave = async (): Promise<GraveVerdicts> => {
  const made = mkdtempSync(join(tmpdir(), "entrylog-grave-"));
  const vitest = await startVitest([], {
    config: false,
    root: house,
    watch: false,
    // A module kept from another run would be one with another mistake in it, or with none.
    fsModuleCachePath: made,
    reporters: [{}],
    pool: "forks",
    maxWorkers: 2,
    projects: [...graveMistakes.map(planting), projectOf(right, passing, undefined, [])],
  });
  const modules = Map.groupBy(vitest.state.getTestModules(), (module) => module.project.name);
  const judged = graveMistakes.map(({ says, file, from, test }, place): Judged => {
    const { failed, ran } = findingOf(modules.get(String(place)) ?? []);
    const known = { id: `${file} ${from.trim().replaceAll(/\s+/g, " ")}`, sentence: says };
    return failed === undefined
      ? { ...known, verdict: "survived", killedBy: [], why: `${String(ran)} tests of ${test} pass. ${says}` }
      : { ...known, verdict: "killed", killedBy: ["services' tests"], why: failed };
  });
  const { failed, ran } = findingOf(modules.get(right) ?? []);
  await vitest.close();
  rmSync(made, { recursive: true, force: true });
  return { judged, unplanted: failed ?? (ran === 0 ? "no test ran" : "") };
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(`\n${JSON.stringify(await judgedGrave())}\n`);
  // Vitest leaves 1 behind, because tests failed; they were meant to.
  process.exitCode = 0;
}
