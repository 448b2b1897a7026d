// `check-trace` as people type it, over the trace of a real run: what it says when the trace is right, in words and as JSON, plain or
// compressed; where it points when the trace is not; and how it answers files that are no trace to be checked.
// A trace whose promises do not hold, though every decision is the law's, ends otherwise than one that was refused.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Console, Effect, Option, Result, Schema } from "effect";
import { Command } from "effect/cli";
import { beforeAll, describe, expect, it } from "vitest";
import { Stop } from "../../../impl/exit.ts";
import { checkTraceCommand } from "../../../sim/trace/command.ts";
import { freshFolder } from "../../impl/store/freshfolder.ts";
import { decisionIn } from "./decisionline.ts";
import { changed, doubled, dropped, summedAnew, swapped } from "./tampering.ts";
import { simulateTown, type Town } from "./towntrace.ts";

let town: Town = { out: "", file: "", lines: [] };
beforeAll(async () => {
  town = await simulateTown();
});

const asStop = Schema.decodeUnknownOption(Stop);

const run = async (...given: readonly string[]) => {
  const printed: string[] = [];
  const heard: Console.Console = { ...console, log: (line: string) => void printed.push(line) };
  const ended = await Effect.runPromise(
    Effect.result(Command.runWith(checkTraceCommand, { version: "0" })(given)).pipe(
      Effect.provideService(Console.Console, heard),
      Effect.provide(NodeServices.layer),
    ),
  );
  const stop = Result.isFailure(ended) ? Option.getOrUndefined(asStop(ended.failure)) : undefined;
  return { ended, stop, text: printed.join("\n") };
};

const fileOf = (bytes: string | Uint8Array, name = "witness.trace"): string => {
  const file = join(freshFolder(), name);
  writeFileSync(file, bytes);
  return file;
};
const written = (lines: readonly string[]): string => fileOf(`${lines.join("\n")}\n`);

describe("a right trace", () => {
  it("is replayed whole: lines, promises and its hash are those of the run", async () => {
    const { ended, text } = await run(town.file);
    expect(Result.isSuccess(ended)).toBe(true);
    const found: unknown = JSON.parse(readFileSync(join(town.out, "run.json"), "utf8"));
    const { text: json } = await run(town.file, "--json");
    const checked: unknown = JSON.parse(json);
    expect(found).toMatchObject({ trace: { lines: town.lines.length - 2, replayed: true } });
    for (const name of ["promises", "traceHash"])
      expect(Object.entries(checked ?? {}).find(([key]) => key === name)).toEqual(
        Object.entries(found ?? {}).find(([key]) => key === name),
      );
    expect(checked).toMatchObject({ verdict: "held", lines: town.lines.length - 2, refused: null, seed: 5 });
    expect(text).toContain("decisions and observations replayed against the models, every answer theirs.");
    expect(text).toContain("No promise is broken in this trace.");
  });

  it("may be compressed, and says the same", async () => {
    const file = fileOf(gzipSync(readFileSync(town.file)), "witness.trace.gz");
    expect(gunzipSync(readFileSync(file)).equals(readFileSync(town.file))).toBe(true);
    const [plain, compressed] = [await run(town.file), await run(file)];
    expect(compressed.text.replaceAll(file, town.file)).toBe(plain.text);
  });
});

describe("a trace that is refused", () => {
  const place = (rule: string) =>
    town.lines.findIndex((line, at) => at > 300 && line.includes(`\t${rule}\t`) && !line.includes("\t!"));

  it.for(["dropped", "doubled", "swapped"] as const)(
    "for one line %s names line, instant, rule and reason, in words and as JSON",
    async (how) => {
      const at = place("issuer.sendCode");
      const forged = { dropped, doubled, swapped }[how](town.lines, at);
      const line = how === "doubled" ? at + 2 : at + 1;
      const named = decisionIn(forged[line - 1] ?? "");
      const file = written(forged);
      const { stop, text } = await run(file, "--json");
      expect(stop).toMatchObject({ code: 10, reason: "trace-refused" });
      const refused = { line, at: named?.at, rule: named?.rule };
      expect(JSON.parse(text)).toMatchObject({ verdict: "refused", promises: [], traceHash: null, refused });
      const said = await run(file);
      expect(said.text).toMatch(
        new RegExp(
          `refused at line ${String(line)}, 2020-\\d\\d-\\d\\d [\\d:.]+ in Seoul, ${named?.rule ?? ""}:\n  The sum`,
        ),
      );
      expect(stop?.sentence).toContain(`line ${String(line)}, `);
    },
  );

  it("with sums made anew is refused by the law, with its answer", async () => {
    const at = place("custodian.record");
    const { stop } = await run(written(summedAnew(doubled(town.lines, at))));
    expect(stop).toMatchObject({ code: 10, reason: "trace-refused" });
    expect(stop?.sentence).toMatch(
      /line \d+, .* in Seoul, custodian\.record: The law answers "!pass-replayed"/,
    );
  });

  it("because it was cut off, plain or compressed, is refused where it breaks off", async () => {
    const whole = readFileSync(town.file);
    const { stop } = await run(fileOf(whole.subarray(0, whole.length - 40)));
    expect(stop).toMatchObject({ code: 10, reason: "trace-refused" });
    expect(stop?.sentence).toContain(`line ${String(town.lines.length - 1)}: This line is not whole`);
    const last = await run(fileOf(whole.subarray(0, -1)));
    expect(last.stop?.sentence).toContain(`line ${String(town.lines.length)}: This line is not whole`);
    const missing = await run(written(town.lines.slice(0, -1)));
    expect(missing.stop?.sentence).toContain(`line ${String(town.lines.length)}: The trace breaks off`);
    const packed = gzipSync(whole);
    const cut = await run(fileOf(packed.subarray(0, Math.floor(packed.length / 2))));
    expect(cut.stop).toMatchObject({ code: 10, reason: "trace-refused" });
    expect(cut.stop?.sentence).toContain("breaks off");
    const half = Math.floor(packed.length / 2);
    const damaged = await run(fileOf(packed.fill(255, half, half + 30)));
    expect(damaged.stop).toMatchObject({ code: 10, reason: "trace-refused" });
  });
});

describe("a trace whose run broke a promise", () => {
  it("ends with 10 and the promise, not with a refusal", async () => {
    // The driver says that a store was found to hold what is not its own: no decision is another for that.
    const at = town.lines.findIndex((line) => line.includes("storeSearched") && line.includes('"venue"'));
    const found = changed(town.lines, at, '"found":[]', '"found":["phone"]');
    expect(found).not.toEqual(town.lines);
    const { stop, text } = await run(written(summedAnew(found)));
    expect(stop).toMatchObject({ code: 10, reason: "promise-broken", sentence: "Broken: venue-blind." });
    expect(text).toMatch(/venue-blind +broken/);
  });
});

describe("a file that is no trace to be checked", () => {
  const header = () => town.lines[0] ?? "";
  it.for([
    ["is not there", () => join(freshFolder(), "nowhere.trace"), "trace-unreadable"],
    ["is a folder", () => freshFolder(), "trace-unreadable"],
    ["is empty", () => fileOf(""), "trace-empty"],
    ["is a compressed nothing", () => fileOf(gzipSync("")), "trace-empty"],
    ["is prose", () => fileOf("Dear reader,\nthis is no trace.\n"), "trace-unknown"],
    [
      "is binary",
      () => fileOf(Uint8Array.from({ length: 200_000 }, (_, at) => (at * 7919) % 251)),
      "trace-unknown",
    ],
    ["is JSON of something else", () => fileOf('{"schemaVersion":1,"manifest":{}}\n'), "trace-unknown"],
    ["has a header cut in two", () => fileOf(header().slice(0, 40)), "trace-unknown"],
    [
      "was compressed and damaged since",
      () => fileOf(gzipSync(readFileSync(town.file)).fill(255, 20, 60)),
      "trace-damaged",
    ],
    [
      "is of another version",
      () => written(summedAnew(changed(town.lines, 0, '"schemaVersion":1', '"schemaVersion":2'))),
      "trace-version",
    ],
    [
      "is of other models",
      () => written(summedAnew(changed(town.lines, 0, '"modelHash":"', '"modelHash":"00'))),
      "trace-models",
    ],
    [
      "is of a policy that there is not",
      () => written(summedAnew(changed(town.lines, 0, '"set":{}', '"set":{"passLifetim":5}'))),
      "trace-policy",
    ],
  ] as const)("because it %s", async ([_, make, reason]) => {
    const { stop, text } = await run(make());
    expect(stop).toMatchObject({ code: 2, reason });
    expect(stop?.sentence).toMatch(/^\S.*\.$/);
    expect(stop?.sentence).not.toContain("Error:");
    expect(stop?.advice).not.toBe("");
    expect(text).toBe("");
  });

  it("that may not be read", async () => {
    const folder = freshFolder();
    mkdirSync(join(folder, "below"));
    const { stop } = await run(join(folder, "below", "x".repeat(300)));
    expect(stop).toMatchObject({ code: 2, reason: "trace-unreadable" });
  });
});
