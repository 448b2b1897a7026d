// A fresh clone becomes ready by itself: npm ci runs when, and only when, what is installed is not what is locked.
// It is tried in a small copy with an npm that only writes down how it was called, so that nothing is downloaded.
// The guard against an old Node is tried by telling it that the Node is old.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { root } from "./source-files.ts";

let copy = "";

const write = (path: string, text: string) => {
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  writeFileSync(join(copy, path), text);
};
const lock = (packages: object) => JSON.stringify({ lockfileVersion: 3, packages });
const locked = { "": {}, "node_modules/here": { version: "1.0.0" } };

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), "entrylog-prepare-"));
  cpSync(join(root, "test", "setup"), join(copy, "test", "setup"), { recursive: true });
  write("package-lock.json", lock(locked));
  write("node_modules/here/package.json", "{}");
  write("node_modules/.package-lock.json", lock(locked));
  write("npm.cjs", 'require("node:fs").writeFileSync("called", process.argv.slice(2).join(" "));');
});

afterEach(() => {
  rmSync(copy, { recursive: true, force: true });
});

function prepare() {
  const env = { ...process.env, npm_execpath: join(copy, "npm.cjs") };
  const call = [join(copy, "test", "setup", "prepare.mjs")];
  const { status, stdout, stderr } = spawnSync(process.execPath, call, { cwd: copy, encoding: "utf8", env });
  const called = join(copy, "called");
  return { status, stdout, stderr, npm: existsSync(called) ? readFileSync(called, "utf8") : undefined };
}

describe("prepare", () => {
  it("does nothing and says nothing when everything is installed", () => {
    expect(prepare()).toEqual({ status: 0, stdout: "", stderr: "", npm: undefined });
  });

  it("installs a fresh clone, saying so in one line that is not on stdout", () => {
    rmSync(join(copy, "node_modules"), { recursive: true });
    const { status, stdout, stderr, npm } = prepare();
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    expect(npm).toMatch(/^ci /);
    expect(stderr).toMatch(/^Installing [^\n]*\n$/);
  });

  it.each([
    ["another version", { ...locked, "node_modules/here": { version: "1.0.1" } }],
    ["another content", { ...locked, "node_modules/here": { version: "1.0.0", integrity: "sha512-x" } }],
    ["one package more", { ...locked, "node_modules/new": { version: "2.0.0" } }],
    [
      "the Node of this platform",
      {
        ...locked,
        [`node_modules/node-${process.platform}-${process.arch}`]: { version: "24.0.0", optional: true },
      },
    ],
  ])("installs when the lock file has %s", (_difference, packages) => {
    write("package-lock.json", lock(packages));
    expect(prepare().npm).toMatch(/^ci /);
  });

  it("installs when a package was removed by hand", () => {
    rmSync(join(copy, "node_modules", "here"), { recursive: true });
    expect(prepare().npm).toMatch(/^ci /);
  });

  it("leaves alone what is optional and meant for another platform", () => {
    write(
      "package-lock.json",
      lock({ ...locked, "node_modules/elsewhere": { version: "1.0.0", optional: true } }),
    );
    expect(prepare().npm).toBeUndefined();
  });

  it("stops with one sentence when npm does not succeed", () => {
    rmSync(join(copy, "node_modules"), { recursive: true });
    write("npm.cjs", "process.exit(7);");
    const { status, stderr } = prepare();
    expect(status).toBe(1);
    expect(stderr).toMatch(/npm ci did not succeed[^\n]*\n$/);
  });
});

describe("the guard", () => {
  const guard = (version: string) => {
    const told = `Object.defineProperty(process, "versions", { value: { node: "${version}" } });`;
    const script = join(root, "test", "setup", "node-version.mjs");
    const call = ["--import", `data:text/javascript,${encodeURIComponent(told)}`, script];
    return spawnSync(process.execPath, call, { encoding: "utf8" });
  };

  it.each(["18.0.0", "20.20.2", "23.11.1"])("stops on Node %s with one sentence", (version) => {
    const { status, stderr } = guard(version);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^entrylog needs Node 24[^\n]*\n$/);
  });

  it.each(["24.0.0", "26.1.0"])("lets Node %s pass in silence", (version) => {
    const { status, stdout, stderr } = guard(version);
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "", stderr: "" });
  });
});
