// One scenario of half a minute at all levels: on the generated core, against the real parties in virtual time, and against real servers on the wall clock.
// Whatever was decided about anybody has to be the same, one decision after the other, with its instant, its answer and its place.
// Waits are not compared: they are what the levels differ in.
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect, Result } from "effect";
import { beforeAll, describe, expect, it } from "vitest";
import { prepareLoadLevel, type LoadLevelFound } from "../../../../sim/load/level/run.ts";
import { policyOf } from "../../../../sim/policychoice.ts";
import { readScenario } from "../../../../sim/scenario.ts";
import { atBothLevels, writing } from "../../policy/bothlevels.ts";
import { makeScratch } from "../../scratch.ts";
import { shipped, worldOf } from "../../world/city.ts";
import { minuteAtDoor } from "./minuteatdoor.ts";

const scratch = makeScratch();
const scenario = Result.getOrThrow(readScenario(minuteAtDoor, shipped));
const policy = Result.getOrThrow(policyOf(scenario));
const world = worldOf(scenario);

const atLoadLevel = async (): Promise<{ heard: readonly string[]; found: LoadLevelFound }> => {
  const { hears, lines } = writing(world);
  const folder = scratch.path("load");
  const found = await Effect.runPromise(
    Effect.gen(function* () {
      const prepared = yield* prepareLoadLevel({
        world,
        policy,
        folder,
        decided: hears,
        progress: () => undefined,
      });
      yield* prepared.run;
      return yield* prepared.found;
    }).pipe(Effect.scoped, Effect.provide(NodeServices.layer)),
  );
  return { heard: lines.toSorted(), found };
};

describe("a scenario at the load level", () => {
  let others: Awaited<ReturnType<typeof atBothLevels>> | undefined;
  let load: Awaited<ReturnType<typeof atLoadLevel>> | undefined;

  beforeAll(async () => {
    others = await atBothLevels(scenario, {});
    load = await atLoadLevel();
  }, 180_000);

  it("makes the decisions of the other levels, one by one", () => {
    expect(load?.found.lost).toEqual({});
    expect(load?.heard.length).toBeGreaterThan(200);
    expect(load?.heard).toEqual(others?.byService);
    expect(load?.heard).toEqual(others?.byPolicy);
    expect(load?.found.run.refusals).toEqual(others?.service.refusals);
  });

  it("meets everything that people do wrong at a door", () => {
    const met = (part: string): number => (load?.heard ?? []).filter((line) => line.includes(part)).length;
    for (const part of [
      "issue",
      "record",
      "pass-expired",
      "pass-replayed",
      "code.mismatched",
      "code.locked",
    ]) {
      expect(met(part), part).toBeGreaterThan(0);
    }
  });

  it("counts what it did, and how long it took from the instant at which it was meant", () => {
    const run = load?.found.run;
    const stored = others?.service.records.recorded ?? 0;
    expect(stored).toBeGreaterThan(0);
    expect(run?.checkIn.count).toBe(stored);
    expect(run?.records).toEqual({ recorded: stored, live: stored, erased: 0 });
    expect(run?.issuance.p50Ms).toBeGreaterThan(0);
    expect(run?.issuance.p99Ms).toBeGreaterThanOrEqual(run?.issuance.p50Ms ?? 0);
    const [day] = run?.days ?? [];
    expect(day).toMatchObject({ day: "2020-07-02", checkIns: stored, passesIssued: run?.issuance.count });
  });

  it("holds what can be seen from outside: stores that are blind, and events that the models make too", () => {
    const held = load?.found.run.promises.filter(({ verdict }) => verdict === "held").map(({ id }) => id);
    expect(held).toEqual(expect.arrayContaining(["issuer-blind", "custodian-blind", "venue-blind"]));
    expect(load?.found.run.promises.filter(({ verdict }) => verdict === "broken")).toEqual([]);
    expect(load?.found.run.trace).toMatchObject({ replayed: true });
  });
});
