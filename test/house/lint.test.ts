// The linter is seen to refuse what this code base never does: each habit is planted in a copy and must be told.
// That the real code is clean is the lint step of `npm test`; this shows that the step could fail.
// A planted comment that switches rules off must change nothing.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Schema } from "effect";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "./source-files.ts";

const Report = Schema.fromJsonString(
  Schema.Array(
    Schema.Struct({
      filePath: Schema.String,
      messages: Schema.Array(Schema.Struct({ ruleId: Schema.NullOr(Schema.String), message: Schema.String })),
    }),
  ),
);

const planted: readonly (readonly [habit: string, code: string, rule: string])[] = [
  ["any", `export const planted = (value: any) => value;`, "@typescript-eslint/no-explicit-any"],
  [
    "not-null",
    `export const planted = (a: readonly number[]) => a[0]!;`,
    "@typescript-eslint/no-non-null-assertion",
  ],
  [
    "as",
    "export const planted = (value: unknown) => value as string;",
    "@typescript-eslint/consistent-type-assertions",
  ],
  ["clock", `export const planted = () => Date.now();`, "no-restricted-properties"],
  ["date", `export const planted = () => new Date();`, "no-restricted-syntax"],
  ["chance", `export const planted = () => Math.random();`, "no-restricted-properties"],
  [
    "identity",
    `import { randomUUID } from "node:crypto";\nexport const planted = randomUUID;`,
    "no-restricted-imports",
  ],
  [
    "index",
    `import { NodeServices } from "@effect/platform-node";\nexport const planted = NodeServices;`,
    "no-restricted-imports",
  ],
  [
    "floating",
    "export const planted = () => { Promise.resolve(1); };",
    "@typescript-eslint/no-floating-promises",
  ],
  [
    "silenced",
    `/* eslint-disable */\nexport const planted = () => Math.random();`,
    "no-restricted-properties",
  ],
  ["ignored", `// @ts-ignore\nexport const planted: number = "";`, "@typescript-eslint/ban-ts-comment"],
];

describe("the linter", () => {
  const copy = mkdtempSync(join(tmpdir(), "entrylog-lint-"));
  let told: readonly string[] = [];

  beforeAll(() => {
    for (const folder of ["test", "sim"]) mkdirSync(join(copy, folder));
    for (const file of ["package.json", "tsconfig.json", "test/eslint.config.js", "test/ambient.js"]) {
      cpSync(join(root, file), join(copy, file));
    }
    symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
    for (const [habit, code] of planted) writeFileSync(join(copy, "sim", `${habit}.ts`), `${code}\n`);
    writeFileSync(join(copy, "sim", "stopwatch.ts"), `export const planted = () => performance.now();\n`);
    const eslint = join(root, "node_modules", "eslint", "bin", "eslint.js");
    const call = [eslint, "--config", "test/eslint.config.js", "--format", "json", "sim"];
    const { stdout } = spawnSync(process.execPath, call, { cwd: copy, encoding: "utf8" });
    told = Schema.decodeSync(Report)(stdout).flatMap(({ filePath, messages }) =>
      messages.map(({ ruleId }) => `${filePath.replace(/^.*[/\\]/, "")}: ${ruleId ?? "?"}`),
    );
  });

  afterAll(() => {
    rmSync(copy, { recursive: true, force: true });
  });

  it.each(planted)("refuses %s", (habit, _code, rule) => {
    expect(told).toContain(`${habit}.ts: ${rule}`);
  });

  it("lets the named adapter read a clock", () => {
    expect(told.filter((line) => line.startsWith("stopwatch.ts"))).toEqual([]);
  });
});
