// `entrylog prove-numbers` as people type it: what cannot be asked about or written is answered before anything is searched.
// An interruption leaves what was proved, and the next run goes on from there: both are seen on the table itself.
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect } from "effect";
import { writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { numbersCommand } from "../../../../sim/prove/numbers/command.ts";
import { grid } from "../../../../sim/prove/numbers/grid.ts";
import { entryOf, keptIn, writeTable } from "../../../../sim/prove/numbers/table.ts";
import type { NumbersVerdict } from "../../../../sim/results/numbers.ts";
import { makeScratch } from "../../scratch.ts";
import { runCommand } from "../running.ts";

const scratch = makeScratch();
const run = <A, E>(effect: Effect.Effect<A, E, NodeServices.NodeServices>) =>
  Effect.runPromise(Effect.provide(effect, NodeServices.layer));

const usual: readonly NumbersVerdict[] = [
  { id: "two-officers", verdict: "held", grade: "for all constants" },
  { id: "trace-possible", verdict: "held", grade: "for the real constants" },
];
const less: readonly NumbersVerdict[] = [
  { id: "two-officers", verdict: "held", grade: "for all constants" },
  { id: "trace-possible", verdict: "not shown" },
];

describe("prove-numbers", () => {
  it("ends with 2 for a constant that nobody asks about, and names those that are", async () => {
    const { code, reason, advice } = await runCommand(numbersCommand, "--constant", "epochLength");
    expect({ code, reason }).toEqual({ code: 2, reason: "constant-unknown" });
    expect(advice).toContain("retention");
  });

  it("keeps of a table what was proved of this law, and writes only what is otherwise", async () => {
    const file = scratch.path("numbers.json");
    const [first] = grid;
    if (first === undefined) throw new Error("nothing is asked about");
    const entry = entryOf(first, less, usual);
    expect(entry).toEqual({
      value: first.value,
      otherwise: [{ id: "trace-possible", verdict: "not shown" }],
    });
    await run(writeTable(file, usual, new Map([[first, entry]])));
    expect(await run(keptIn(file))).toEqual(new Map([[first, entry]]));
  });

  it("keeps nothing of a file of another form, nor of one that is not there", async () => {
    const file = scratch.path("other.json");
    writeFileSync(file, `{"schemaVersion":0}`);
    expect((await run(keptIn(file))).size).toBe(0);
    expect((await run(keptIn(scratch.path("none.json")))).size).toBe(0);
  });
});
