// At the root stand only the names that the design gives, so that a newcomer sees the whole house at a glance.
// Configurations of tools lie in test/, and what a run writes lies in a folder that git ignores.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root, textOf } from "./source-files.ts";

const required = [
  "LICENSE",
  "README.md",
  "entrylog.ts",
  "impl",
  "models",
  "package-lock.json",
  "package.json",
  "sim",
  "test",
  "tsconfig.json",
  "viz",
];

describe("the root", () => {
  it("holds the names of the design, dot files and installed packages, and nothing else", () => {
    const visible = readdirSync(root).filter((name) => !name.startsWith(".") && name !== "node_modules");
    expect(visible.sort()).toEqual(required);
  });

  it("ignores what runs write and what npm installs", () => {
    const ignored = textOf(".gitignore").split("\n");
    expect(ignored).toContain(".entrylog/");
    expect(ignored).toContain("node_modules/");
  });

  it("has a lock file that names no registry", () => {
    expect(textOf("package-lock.json")).not.toContain('"resolved"');
  });

  it("pins every package to one version", () => {
    const pinned = /^"?(npm:@?[\w/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?"?$/;
    const section = /"(?:dependencies|devDependencies|optionalDependencies)": \{([^}]*)\}/g;
    const versions = [...textOf("package.json").matchAll(section)].flatMap(([, body = ""]) =>
      [...body.matchAll(/"[^"]+": "([^"]+)"/g)].map(([, version = ""]) => version),
    );
    expect(versions.length).toBeGreaterThan(20);
    expect(versions.filter((version) => !pinned.test(version))).toEqual([]);
  });

  it("carries the Apache License 2.0 in full", () => {
    const license = textOf("LICENSE");
    expect(license).toContain("Apache License");
    expect(license).toContain("TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION");
    expect(license).toContain("END OF TERMS AND CONDITIONS");
  });

  it("gives continuous integration one executable that calls npm test", () => {
    const path = join(root, ".ci", "run");
    expect(existsSync(path)).toBe(true);
    expect(statSync(path).mode & 0o111).not.toBe(0);
    expect(readFileSync(path, "utf8")).toMatch(/^npm test$/m);
  });
});
