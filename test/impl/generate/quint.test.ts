// The exported Quint modules before the quint tool itself: each is type-checked, a mistake is refused, and a run is a run of ours.
// What the tool's own simulator does, move by move with what was refused, the plain reading of the slice must be able to do as well.
// Only the tool's type checker and its TypeScript simulator are used; neither needs a network.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Schema } from "effect";
import { afterAll, describe, expect, it } from "vitest";
import { relevantFields } from "../../../models/language/cells.ts";
import { readSlice } from "../../../models/language/compose.ts";
import { smallPolicy } from "../../../models/language/small.ts";
import { machines } from "../../../models/machines.ts";
import { defaultPolicy } from "../../../models/policy.ts";
import { sliceOf, slices } from "../../../models/slices.ts";
import { rules } from "../../../models/system.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const tool = join(root, "node_modules/.bin/quint");
const fileOf = (id: string): string => join(root, `impl/generated/quint/${id}.qnt`);
const scratch = mkdtempSync(join(tmpdir(), "entrylog-quint-"));
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

const quint = (...args: readonly string[]) => spawnSync(tool, args, { encoding: "utf8" });
const Run = Schema.Struct({
  states: Schema.Array(Schema.Struct({ moved: Schema.String, refused: Schema.String })),
});
const readRun = Schema.decodeUnknownSync(Schema.fromJsonString(Run));

describe("the quint tool", () => {
  it.each(slices)("type-checks $id", ({ id }) => {
    expect(quint("typecheck", fileOf(id)).status).toBe(0);
  });

  it("refuses a module with a mistake in it", () => {
    const file = join(scratch, "mistaken.qnt");
    writeFileSync(file, readFileSync(fileOf("gate"), "utf8").replace("var refused: str", "var refused: int"));
    expect(quint("typecheck", file).status).not.toBe(0);
  });

  it.each(["gate", "case"] as const)("runs %s as the plain reading does", (id) => {
    const slice = sliceOf(id);
    if (slice === undefined) throw new Error(`there is no slice ${id}`);
    const law = { machines, rules };
    const relevant = relevantFields(slice, law);
    const { begins, make } = readSlice(slice, law, smallPolicy(slice, defaultPolicy), (instance, field) =>
      relevant.has(`${instance} ${field}`),
    );
    const trace = join(scratch, `${id}.itf.json`);
    const run = [
      "--backend=typescript",
      "--max-samples=1",
      "--max-steps=20",
      "--seed=7",
      `--out-itf=${trace}`,
    ];
    expect(quint("run", ...run, fileOf(id)).status).toBe(0);
    const [, ...steps] = readRun(readFileSync(trace, "utf8")).states;
    expect(steps).toHaveLength(20);
    let world = begins;
    for (const { moved, refused } of steps) {
      const made = make(world, moved);
      expect({ moved: made?.move, refused: made?.refused }).toEqual({ moved, refused });
      world = made?.world ?? world;
    }
  });
});
