// The import rules of the design hold, and are seen to fail: in a copy every rule is broken on purpose and must be told.
// The rules themselves stand in test/dependency-cruiser.config.js.
// A cruise that read no files would also find nothing wrong, so the number of modules is asserted too.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Schema } from "effect";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import rules from "../dependency-cruiser.config.js";
import { files, root } from "./source-files.ts";

const Cruise = Schema.fromJsonString(
  Schema.Struct({
    modules: Schema.Array(Schema.Struct({ source: Schema.String })),
    summary: Schema.Struct({
      violations: Schema.Array(
        Schema.Struct({ from: Schema.String, rule: Schema.Struct({ name: Schema.String }) }),
      ),
    }),
  }),
);

const folders = ["models", "impl", "sim", "viz"];

function cruise(folder: string): typeof Cruise.Type {
  const program = join(root, "node_modules", "dependency-cruiser", "bin", "dependency-cruiser.mjs");
  const config = join(root, "test", "dependency-cruiser.config.js");
  const args = [program, "--config", config, "--output-type", "json", ...folders, "entrylog.ts"];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8", maxBuffer: 2 ** 28 });
  return Schema.decodeSync(Cruise)(stdout);
}

const ownTypeScript = files.filter((path) => /^(models|impl|sim|viz)\/.*\.ts$/.test(path));

describe("the import rules", () => {
  it("hold in the whole product, every file of it read", () => {
    const { modules, summary } = cruise(root);
    const read = modules.filter(({ source }) => /^(models|impl|sim|viz)\/.*\.ts$/.test(source));
    expect(read.length).toBe(ownTypeScript.length);
    expect(summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`)).toEqual([]);
  });
});

/** A planted file, what it imports, and the rule that has to speak. */
const planted: readonly (readonly [file: string, imports: string, rule: string])[] = [
  ["models/planted-effect.ts", "effect", "models-import-xstate-only"],
  ["models/planted-node.ts", "node:fs", "models-import-xstate-only"],
  ["models/planted-impl.ts", "../impl/exit.ts", "models-import-xstate-only"],
  ["impl/planted-sim.ts", "../sim/commands.ts", "impl-imports-models-and-effect"],
  ["impl/planted-viz.ts", "../viz/commands.ts", "impl-imports-models-and-effect"],
  ["impl/planted-package.ts", "fast-check", "impl-imports-models-and-effect"],
  ["sim/planted-viz.ts", "../viz/commands.ts", "sim-imports-models-and-impl"],
  ["viz/planted-impl.ts", "../impl/exit.ts", "viz-imports-models-only"],
  ["viz/planted-sim.ts", "../sim/commands.ts", "viz-imports-models-only"],
  ["impl/issuer/planted.ts", "../custodian/planted-target.ts", "parties-apart"],
  ["impl/venue/planted.ts", "../custodian/planted-target.ts", "parties-apart"],
  ["impl/page/planted.ts", "../custodian/planted-target.ts", "house-alone-knows-the-parties"],
  ["impl/page/client/planted.ts", "../serving.ts", "pages-run-in-browsers"],
  ["impl/board/page/planted.ts", "node:fs", "pages-run-in-browsers"],
  ["sim/demo/page/planted.ts", "../country.ts", "pages-run-in-browsers"],
  ["impl/officer/desk/page/planted.ts", "../opening.ts", "pages-run-in-browsers"],
  ["impl/planted-wiring.ts", "./custodian/planted-target.ts", "house-alone-knows-the-parties"],
  ["impl/authority/planted.ts", "../officer/planted-target.ts", "officers-apart"],
  ["impl/planted-test.ts", "../test/planted-target.ts", "nothing-imports-test"],
  ["sim/planted-door.ts", "../entrylog.ts", "nothing-imports-the-front-door"],
  ["sim/planted-circle.ts", "./planted-round.ts", "no-circles"],
  ["sim/planted-nowhere.ts", "./planted-not-there.ts", "all-found"],
  ["entrylog.ts", "./impl/custodian/planted-target.ts", "front-door-joins-the-faces"],
];

describe("a copy with planted mistakes", () => {
  const copy = mkdtempSync(join(tmpdir(), "entrylog-imports-"));
  let told: readonly string[] = [];

  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), text);
  };

  beforeAll(() => {
    for (const name of [...folders, "package.json", "tsconfig.json"]) {
      if (existsSync(join(root, name))) cpSync(join(root, name), join(copy, name), { recursive: true });
    }
    symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
    write("impl/custodian/planted-target.ts", "export const target = 1;\n");
    write("impl/officer/planted-target.ts", "export const target = 1;\n");
    write("test/planted-target.ts", "export const target = 1;\n");
    for (const [file, imports] of planted)
      write(file, `import * as planted from "${imports}";\nvoid planted;\n`);
    write("sim/planted-round.ts", 'import * as planted from "./planted-circle.ts";\nvoid planted;\n');
    write(
      "viz/planted-type.ts",
      'import type { Stop } from "../impl/exit.ts";\nexport type Planted = Stop;\n',
    );
    write("viz/planted-late.ts", 'export const planted = () => import("../impl/exit.ts");\n');
    write("impl/house.ts", 'import * as allowed from "./custodian/planted-target.ts";\nvoid allowed;\n');
    told = cruise(copy).summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`);
  });

  afterAll(() => {
    rmSync(copy, { recursive: true, force: true });
  });

  it.each(planted)("%s importing %s breaks %s", (file, _imports, rule) => {
    expect(told).toContain(`${rule}: ${file}`);
  });

  it.each(["viz/planted-type.ts", "viz/planted-late.ts"])(
    "%s is told too, a type or a late import",
    (file) => {
      expect(told).toContain(`viz-imports-models-only: ${file}`);
    },
  );

  it("leaves impl/house.ts free to import the parties", () => {
    expect(told.filter((line) => line.endsWith(": impl/house.ts"))).toEqual([]);
  });

  it("breaks every rule there is", () => {
    const broken = new Set(planted.map(([, , rule]) => rule));
    expect([...broken].sort()).toEqual(rules.forbidden.map(({ name }) => name).sort());
  });
});
