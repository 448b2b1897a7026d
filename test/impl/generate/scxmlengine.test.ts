// Qt's own SCXML engine lives random timed histories of every lifecycle, from the exported files, under both policies,
// and after every step stands where the plain reading of the models stands, with the same fields and the same things said.
// Every transition of every machine is taken at least once. A mistake planted in a file is told.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { transitionsOf, type Lifecycle } from "../../../models/language/lifecycle.ts";
import { machines } from "../../../models/machines.ts";
import { presetNames, presets } from "../../../models/policy.ts";
import { seed } from "../../equal/seed.ts";
import { withTool } from "../../with-tool.ts";
import { compileEngine, livedOtherwise } from "./scxmlengine.ts";
import { historiesOf } from "./scxmlhistories.ts";

const exported = (id: string) => readFileSync(join("impl", "generated", "scxml", `${id}.scxml`), "utf8");

/** What is written instead of what, in the file of a machine. */
const mistakes: readonly (readonly [machine: string, right: string, wrong: string])[] = [
  ["visit", "policy.retention", "policy.lateDelivery"],
  ["visit", 'event="told.visit.disclosed"', 'event="told.visit.stored"'],
  ["disclosure", "officer === requestedBy", "officer !== requestedBy"],
  ["pass", "_event.data.now >= expiresAt", "true"],
  ["consent", 'event="deadline.endsAt"', 'event="deadline.givenAt"'],
  ["crisis", ".indexOf(_event.data.level)", ".indexOf(_event.data.leve)"],
];

withTool("g++", "a program around Qt's engine", (compiler) => {
  withTool("qscxmlc", "which is installed with its compiler", () => {
    const scratch = mkdtempSync(join(tmpdir(), "entrylog-engine-"));
    let engine = "";
    beforeAll(() => {
      engine = compileEngine(compiler, scratch);
    });
    afterAll(() => {
      rmSync(scratch, { recursive: true, force: true });
    });

    it.for(machines.map((machine): readonly [string, Lifecycle] => [machine.id, machine]))(
      "lives %s as the models do",
      ([id, machine]) => {
        const taken = presetNames.flatMap((preset) => {
          const histories = historiesOf(machine, presets[preset], seed);
          expect(livedOtherwise(engine, exported(id), machine, presets[preset], histories)).toBeUndefined();
          return histories.flatMap((history) => history.taken);
        });
        const ids = transitionsOf(machine).map((placed) => placed.id);
        expect(ids.filter((one) => !taken.includes(one))).toEqual([]);
      },
    );

    describe("tells a planted mistake", () => {
      it.for(mistakes)("in %s: %s, written %s", ([id, right, wrong]) => {
        const machine = machines.find((candidate) => candidate.id === id);
        if (machine === undefined) throw new Error(`there is no machine called ${id}`);
        expect(exported(id)).toContain(right);
        const histories = historiesOf(machine, presets["2020-07"], seed);
        const planted = exported(id).replaceAll(right, wrong);
        expect(livedOtherwise(engine, planted, machine, presets["2020-07"], histories)).toMatch(/ and not /);
      });
    });
  });
});
