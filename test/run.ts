// What `npm test` does: outside tools, types, format, lint, every test, and what they met of the law, with a summary that hides nothing.
// For CI it leaves JUnit, coverage, and what ran and what did not, in the folder .entrylog/ci.
// Arguments go to vitest and leave the other steps out, as in `npm test -- test/house`, and `--full` adds the long searches.
// With CI=true a suite that could not run fails the whole. It installs outside tools only as root or with
// INSTALL_TOOLS=1, and says so before it does.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installDebian } from "../sim/debian.ts";
import { suitesNeeding, type Tool, toolPath, tools } from "./tools.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const full = process.argv.includes("--full");
const forVitest = process.argv.slice(2).filter((argument) => argument !== "--full");

interface Outcome {
  readonly step: string;
  readonly passed: boolean;
  readonly seconds: number;
}

function run(step: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Outcome {
  const startedAtMs = performance.now();
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  return { step, passed: status === 0, seconds: (performance.now() - startedAtMs) / 1000 };
}

const npmCall = (name: string, args: readonly string[] = []): readonly [string, readonly string[]] => {
  const npm = process.env["npm_execpath"];
  const call = ["run", "-s", name, "--", ...args];
  return npm === undefined ? ["npm", call] : [process.execPath, [npm, ...call]];
};

function npmScript(name: string, args: readonly string[]): Outcome {
  process.stdout.write(`\n== ${name} ==\n`);
  return run(name, ...npmCall(name, args), full ? { FULL_TESTS: "1" } : {});
}

/** A check that keeps one processor busy beside another one; what it says is shown whole when its turn has come. */
function check(name: string): Promise<{ readonly outcome: Outcome; readonly said: string }> {
  const startedAtMs = performance.now();
  const [command, args] = npmCall(name);
  const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const keep = (text: string): void => void (said += text);
  child.stdout.setEncoding("utf8").on("data", keep);
  child.stderr.setEncoding("utf8").on("data", keep);
  return new Promise((resolve) => {
    const ended = (passed: boolean): void => {
      resolve({ outcome: { step: name, passed, seconds: (performance.now() - startedAtMs) / 1000 }, said });
    };
    child.on("error", ({ message }) => {
      said += `${message}\n`;
      ended(false);
    });
    child.on("close", (status) => {
      ended(status === 0);
    });
  });
}

/** The linter takes longer than both others together, so that it runs beside them. */
async function checked(): Promise<readonly Outcome[]> {
  const linted = check("lint");
  const outcomes: Outcome[] = [];
  for (const next of [() => check("typecheck"), () => check("format:check"), () => linted]) {
    const { outcome, said } = await next();
    process.stdout.write(`\n== ${outcome.step} ==\n${said}`);
    outcomes.push(outcome);
  }
  return outcomes;
}

function missingTools(): readonly Tool[] {
  return tools.filter(
    (tool) => toolPath(tool.name) === undefined && suitesNeeding(tool.name, testFolder).length > 0,
  );
}

/** Whether every transition and every clause has its test; a part of the tests cannot tell. */
function coverage(): Outcome {
  process.stdout.write("\n== coverage ==\n");
  return run("coverage", process.execPath, [join(root, "test", "coverage.ts")]);
}

const testFolder = join(root, "test");
const isWhole = forVitest.length === 0;
const forOthers = join(root, ".entrylog", "ci");
/** On a terminal as ever, and as JUnit for whoever reads results by program. */
const reporters = [
  "--reporter=default",
  ...(process.env["GITHUB_ACTIONS"] === "true" ? ["--reporter=github-actions"] : []),
  "--reporter=junit",
  "--outputFile.junit=.entrylog/ci/junit.xml",
  "--reporter=./test/setup/failedtests.ts",
];
const failed = join(forOthers, "failed.txt");
// What an earlier run left there is not what this one found.
if (isWhole) rmSync(forOthers, { recursive: true, force: true });
mkdirSync(forOthers, { recursive: true });

rmSync(failed, { force: true });

installDebian(
  missingTools().flatMap(({ debianPackages }) => debianPackages),
  "the tests",
  (line) => void process.stdout.write(`${line}\n`),
);
const checks = isWhole ? await checked() : [];
const tests = npmScript("vitest", [...forVitest, ...reporters]);
const outcomes = [...checks, tests, ...(isWhole ? [coverage()] : [])];

process.stdout.write("\n== what was run ==\n");
for (const { step, passed, seconds } of outcomes) {
  process.stdout.write(`${passed ? "passed" : "FAILED"}  ${step.padEnd(14)} ${seconds.toFixed(1)} s\n`);
}

if (existsSync(failed))
  for (const line of readFileSync(failed, "utf8").split("\n").filter(Boolean))
    process.stdout.write(`FAILED  ${line}\n`);

const notRun = missingTools().flatMap(({ name, debianPackages }) =>
  suitesNeeding(name, testFolder).map((suite) => ({ suite, needs: name, debianPackages })),
);
for (const { suite, needs, debianPackages } of notRun)
  process.stdout.write(
    `NOT RUN ${suite} in part: it needs ${needs} (apt-get install ${debianPackages.join(" ")}, or INSTALL_TOOLS=1 npm test)\n`,
  );
const mayPass = notRun.length === 0 || process.env["CI"] !== "true";
const passed = mayPass && outcomes.every((outcome) => outcome.passed);
const ran = { schemaVersion: 1, passed, full, asked: forVitest, steps: outcomes, notRun };
writeFileSync(join(forOthers, "ran.json"), `${JSON.stringify(ran, null, 2)}\n`);
process.exitCode = passed ? 0 : 1;
