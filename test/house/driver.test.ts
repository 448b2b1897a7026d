// What `npm test` says and how it ends: a failed step fails it, and a suite that did not run is told last and by name.
// It is tried in a small copy whose scripts only pass or fail, with a PATH on which no outside tool can be found.
// It never installs anything here.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "./source-files.ts";

const copy = mkdtempSync(join(tmpdir(), "entrylog-driver-"));

const write = (path: string, text: string) => {
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  writeFileSync(join(copy, path), text);
};

beforeAll(() => {
  mkdirSync(join(copy, "test"));
  const files = ["test/run.ts", "test/tools.ts", "test/setup/bothstores.ts"];
  for (const file of [...files, "sim/debian.ts", "sim/bench/city/toolchain.ts"])
    cpSync(join(root, file), join(copy, file));
  write("package.json", '{ "type": "module" }');
  write(
    "npm.cjs",
    'console.log("ran", ...process.argv.slice(2)); process.exit(process.argv[4] === process.env.FAILS ? 1 : 0);',
  );
  write(
    "test/coverage.ts",
    'console.log("joined coverage"); process.exit(process.env["FAILS"] === "coverage" ? 1 : 0);',
  );
  write("test/reader.test.ts", ["with", `Tool("zbarimg", "a reader", () => undefined);`].join(""));
});

afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

function drive(env: NodeJS.ProcessEnv, args: readonly string[] = []) {
  const call = [join(copy, "test", "run.ts"), ...args];
  const nowhere = { PATH: join(copy, "nowhere"), INSTALL_TOOLS: "0", npm_execpath: join(copy, "npm.cjs") };
  const { status, stdout } = spawnSync(process.execPath, call, {
    encoding: "utf8",
    env: { ...nowhere, ...env },
  });
  return { status, stdout, lastLine: stdout.trimEnd().split("\n").at(-1) ?? "" };
}

describe("the driver of npm test", () => {
  it("runs types, format, lint and tests, and names what it could not run last", () => {
    const { status, stdout, lastLine } = drive({});
    expect(status).toBe(0);
    expect([...stdout.matchAll(/^ran run -s (\S+)/gm)].map(([, script]) => script)).toEqual([
      "typecheck",
      "format:check",
      "lint",
      "vitest",
    ]);
    expect(lastLine).toMatch(/^NOT RUN test\/reader\.test\.ts .*apt-get install zbar-tools/);
  });

  it("fails under CI when a suite could not run", () => {
    expect(drive({ CI: "true" }).status).toBe(1);
  });

  it.each(["typecheck", "format:check", "lint", "vitest", "coverage"])(
    "fails when %s fails, and still runs the tests",
    (script) => {
      const { status, stdout } = drive({ FAILS: script });
      expect(status).toBe(1);
      expect(stdout).toContain(`FAILED  ${script}`);
      expect(stdout).toContain("ran run -s vitest");
    },
  );

  it("gives its arguments to vitest and leaves the other steps out", () => {
    const { stdout } = drive({}, ["test/house", "-t", "door"]);
    expect(stdout).toContain("ran run -s vitest -- test/house -t door");
    expect(stdout).not.toContain("ran run -s lint");
    expect(stdout).not.toContain("joined coverage");
  });

  it("asks vitest for JUnit, and says in a file for CI what ran and what did not", () => {
    const { stdout } = drive({ FAILS: "lint", CI: "true" });
    expect(stdout).toContain("--reporter=junit --outputFile.junit=.entrylog/ci/junit.xml");
    const ran: unknown = JSON.parse(readFileSync(join(copy, ".entrylog", "ci", "ran.json"), "utf8"));
    expect(ran).toMatchObject({
      schemaVersion: 1,
      passed: false,
      steps: [
        { step: "typecheck", passed: true },
        { step: "format:check", passed: true },
        { step: "lint", passed: false },
        { step: "vitest", passed: true },
        { step: "coverage", passed: true },
      ],
      notRun: [{ suite: "test/reader.test.ts", needs: "zbarimg" }],
    });
  });
});
