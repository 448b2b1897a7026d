/**
 * Mutants of the services, by Stryker: `node test/mutants/services.ts impl/custodian` takes one folder or file, without a name all of them.
 * Stryker makes its copy below .entrylog/, remembers there what it found, and runs of the folder's tests those that reach each mutant.
 * A folder takes from two minutes to an hour on two cores, so that `npm test` takes gravemistakes.ts instead and `npm run test:full` does this last.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { refusalsOfCompiler } from "./compiled.ts";
import { countsOf, outlivedReasons, wronglyExcused, type Judged } from "./judged.ts";
import { serviceEquivalents } from "./serviceequivalents.ts";
import { mutantsOfReport, type ServiceMutant } from "./strykerreport.ts";

const house = fileURLToPath(new URL("../..", import.meta.url));
const kept = join(house, ".entrylog", "mutants");

/** Kinds of change that are not made, with the reason, which the configuration as JSON cannot say. */
const leftOut: Readonly<Record<string, string>> = {
  StringLiteral:
    "it only empties a text: a code or an event's name is then refused by the compiler, SQL by SQLite at once, and sentences are no law",
  ObjectLiteral: "it empties an object, which the compiler refuses under this project's settings",
  OptionalChaining: "it drops a question mark, which the compiler refuses under this project's settings",
};
const config = "test/mutants/stryker.config.json";

const mustGiveReasons = (): void => {
  const [, listed = ""] =
    /"excludedMutations": \[([^\]]*)\]/.exec(readFileSync(join(house, config), "utf8")) ?? [];
  const kinds = [...listed.matchAll(/\w+/g)].map(([kind]) => kind);
  if (kinds.toSorted().join() !== Object.keys(leftOut).toSorted().join())
    throw new Error(
      `${config} leaves out ${listed}, and reasons stand for ${Object.keys(leftOut).join(", ")}`,
    );
};

/** What the parties wrote by hand, and what stands under them; each with the tests whose business it is. */
const testsOfFolders: Readonly<Record<string, readonly string[]>> = {
  "impl/protocol": ["test/impl/protocol"],
  "impl/lifecycle": ["test/impl/lifecycle", "test/services/constraints"],
  "impl/store": ["test/impl/store"],
  "impl/venue": ["test/impl/venue"],
  "impl/custodian": ["test/impl/custodian"],
  "impl/issuer": ["test/impl/issuer"],
  "impl/authority": ["test/impl/authority"],
};
export const serviceFolders: readonly string[] = Object.keys(testsOfFolders);

const testsOf = (path: string): readonly string[] =>
  Object.entries(testsOfFolders)
    .filter(([folder]) => path.startsWith(folder))
    .flatMap(([, tests]) =>
      tests.map((name) => (name.includes("/impl/") ? `${name}/*.test.ts` : `${name}.test.ts`)),
    );

const patternOf = (path: string): string =>
  statSync(join(house, path)).isDirectory() ? `${path}/**/*.ts` : path;

const finished = (command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: house, stdio: "inherit", env: { ...process.env, ...env } });
    child.on("error", reject);
    child.on("close", (code) => {
      resolve(code ?? 1);
    });
  });

/** A survivor that the compiler refuses never was a program; one that is the same program in other words has its reason. */
const considered = (mutants: readonly ServiceMutant[]): readonly Judged[] => {
  const alive = mutants.filter(({ judged }) => judged.verdict === "survived");
  const refusals = refusalsOfCompiler(alive);
  const refused = new Map(alive.map((mutant, place) => [mutant, refusals[place]] as const));
  return mutants.map((mutant): Judged => {
    const { judged } = mutant;
    const refusal = refused.get(mutant);
    if (refusal !== undefined) return { ...judged, verdict: "refused", why: refusal };
    const reason = serviceEquivalents[judged.id];
    if (reason === undefined) return judged;
    return judged.verdict === "survived"
      ? { ...judged, verdict: "equivalent", why: reason }
      : { ...judged, excused: reason };
  });
};

/** What the last run of a folder or file left, judged anew: another reason or another compiler needs no other run. */
export const judgedBefore = (path: string): readonly Judged[] =>
  considered(mutantsOfReport(JSON.parse(readFileSync(reportOf(path), "utf8")), path));

const reportOf = (path: string): string => join(kept, `${path.replaceAll(/\W+/g, "-")}.json`);

/** Lets Stryker mutate one folder or file; what it found before, of text that is the same still, it need not find again. */
export async function judgedServices(path: string): Promise<readonly Judged[]> {
  mustGiveReasons();
  mkdirSync(kept, { recursive: true });
  const stryker = join(house, "node_modules/@stryker-mutator/core/bin/stryker.js");
  const asked = ["--incrementalFile", reportOf(path), "--mutate", patternOf(path)];
  const env = { MUTANT_TESTS: testsOf(path).join(" "), NODE_COMPILE_CACHE: join(kept, "compiled") };
  const code = await finished(process.execPath, [stryker, "run", config, ...asked], env);
  if (code !== 0 || !existsSync(reportOf(path)))
    throw new Error(`Stryker ended with ${String(code)} for ${path}`);
  return judgedBefore(path);
}

/** Reasons for mutants of these folders that there are not. */
export const outlivedServiceReasons = (
  folders: readonly string[],
  judged: readonly Judged[],
): readonly string[] => {
  const concerned = Object.entries(serviceEquivalents).filter(([id]) =>
    folders.some((folder) => id.startsWith(`${folder}/`)),
  );
  return outlivedReasons(Object.fromEntries(concerned), judged);
};

const said = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const named = process.argv.slice(2).filter((argument) => argument !== "--again");
  const judge = process.argv.includes("--again") ? judgedBefore : judgedServices;
  for (const path of named.length > 0 ? named : serviceFolders) {
    const judged = await judge(path);
    for (const { id, why, verdict } of judged) if (verdict === "survived") said(`survived  ${id}: ${why}`);
    for (const line of wronglyExcused(judged)) said(`is no such program in other words: ${line}`);
    for (const id of outlivedServiceReasons([path], judged))
      said(`a reason stands for a mutant that there is not: ${id}`);
    const { mutants, refused, equivalent, killed, survived, percent } = countsOf(judged);
    said(
      `${path}: ${String(mutants)} mutants, ${String(refused)} refused by the compiler, ${String(equivalent)} the same in other words, ` +
        `${String(killed)} killed, ${String(survived)} survived, ${percent.toFixed(1)} %`,
    );
  }
}
