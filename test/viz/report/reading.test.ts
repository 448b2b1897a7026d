// What the report reads is what the simulator writes; anything else is refused with a code and a sentence that names the place.
// No mistake is answered with a report of half a run.
import { mkdirSync, writeFileSync } from "node:fs";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect } from "effect";
import { beforeAll, describe, expect, it } from "vitest";
import { encodeRun, type Run } from "../../../sim/results/run.ts";
import type { Stop } from "../../../viz/stop.ts";
import { drawReport } from "../../../viz/report/draw.ts";
import { makeScratch } from "../../sim/scratch.ts";
import { asReported, smallRun, withAll } from "./runs.ts";

const scratch = makeScratch();
let run: Run;
beforeAll(async () => {
  run = await smallRun(scratch);
});

const refusalOf = (name: string, text?: string): Promise<Stop> => {
  const folder = scratch.path(name);
  mkdirSync(folder, { recursive: true });
  if (text !== undefined) writeFileSync(`${folder}/run.json`, text);
  const drawn = drawReport({ run: folder, language: "en" });
  return Effect.runPromise(Effect.flip(drawn).pipe(Effect.provide(NodeServices.layer)));
};

describe("a run.json", () => {
  it("is read as the simulator has written it, with all that a run may hold", async () => {
    expect(await asReported(run)).toMatchObject({
      schemaVersion: 2,
      manifest: { level: "service", people: 100 },
    });
    const all = await asReported(withAll(run));
    expect(all.tracing?.curve.length).toBe(54);
    expect(all.thresholds?.[0]?.met).toBe(false);
    expect(all.profile?.rows[75]?.queueMost).toBe(300);
  });

  const refused: readonly (readonly [
    name: string,
    text: () => string | undefined,
    reason: string,
    sentence: string,
  ])[] = [
    ["cut", () => encodeRun(run).slice(0, -20), "run-cut", "cut short"],
    ["empty", () => "", "run-cut", "cut short"],
    [
      "older",
      () => JSON.stringify({ ...run, schemaVersion: 1 }),
      "run-version",
      "of version 1, and this program reads version 2",
    ],
    ["other", () => '{"schemaVersion":1,"slices":[]}', "run-other", "no manifest"],
    ["wrong", () => JSON.stringify({ ...run, promises: 7 }), "run-invalid", "promises"],
    ["none", () => undefined, "run-missing", "cannot be read"],
  ];
  it.each(refused)("is refused when it is %s", async (name, text, reason, sentence) => {
    const stop = await refusalOf(name, text());
    expect(stop).toMatchObject({ _tag: "Stop", code: 2, reason });
    expect(stop.sentence).toContain(sentence);
    expect(stop.sentence).toContain(`${scratch.path(name)}/run.json`);
    expect(stop.advice).toContain("simulate");
  });

  it("is no reason to leave half a report where none can be written", async () => {
    const drawn = drawReport({
      run: scratch.path("run"),
      out: scratch.path("city.json/report.html"),
      language: "en",
    });
    const stop = await Effect.runPromise(Effect.flip(drawn).pipe(Effect.provide(NodeServices.layer)));
    expect(stop).toMatchObject({ code: 2, reason: "out-unwritable" });
  });
});
