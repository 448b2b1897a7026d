// One scenario of half a minute at two levels: against the real parties in virtual time, and against real servers on the wall clock.
// Whatever was decided about anybody has to be the same, one decision after the other, with its instant, its answer and its place.
// Waits are not compared: they are what the levels differ in.
import { mkdirSync } from "node:fs";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { NodeServices } from "@effect/platform-node";
import { Effect, Result } from "effect";
import { beforeAll, describe, expect, it } from "vitest";
import { refusalCodes, toldNames } from "../../../../impl/generated/law.ts";
import { PolicyInForce } from "../../../../impl/lifecycle/desk.ts";
import { decisions, type HearsDecision } from "../../../../sim/decisions.ts";
import { prepareLoadLevel, type LoadLevelFound } from "../../../../sim/load/level/run.ts";
import { policyOf } from "../../../../sim/policychoice.ts";
import { readScenario } from "../../../../sim/scenario.ts";
import { prepareRun } from "../../../../sim/service/run.ts";
import { makeVirtualClock } from "../../../../sim/virtualclock.ts";
import { makeWorld } from "../../../../sim/world/world.ts";
import { root } from "../../../house/source-files.ts";
import { makeScratch } from "../../scratch.ts";
import { minuteAtDoor } from "./minuteatdoor.ts";

const scratch = makeScratch();
const scenarios = join(root, "sim", "scenarios");
const shipped = new Map(
  readdirSync(scenarios).map((file) => [
    file.replace(/\.json$/, ""),
    readFileSync(join(scenarios, file), "utf8"),
  ]),
);
const scenario = Result.getOrThrow(readScenario(minuteAtDoor, shipped));
const policy = Result.getOrThrow(policyOf(scenario));
const world = Result.getOrThrow(makeWorld(scenario));
const nothing = (): void => undefined;

/** Every decision of the world's days, in words and in an order of its own. */
const hearing = () => {
  const heard: string[] = [];
  const hears: HearsDecision = (who, atMs, decision, answer, venue) => {
    // The service level goes on after the last day, with guests of the one venue that is a party.
    if (atMs >= world.endsAtMs) return;
    const said = answer > 0 ? refusalCodes[answer] : toldNames[-answer];
    heard.push(
      `${String(atMs - world.startsAtMs)} ${String(who)} ${decisions[decision] ?? ""} ${said ?? ""} ${String(venue)}`,
    );
  };
  return { hears, heard: () => heard.toSorted() };
};

const atServiceLevel = async (): Promise<readonly string[]> => {
  const clock = makeVirtualClock(world.startsAtMs);
  const { hears, heard } = hearing();
  const folder = scratch.path("service");
  mkdirSync(folder);
  const run = Effect.gen(function* () {
    const prepared = yield* prepareRun({
      world,
      policy,
      folder,
      durability: "normal",
      clock,
      watchers: {
        issued: nothing,
        learned: nothing,
        swept: nothing,
        withdrew: nothing,
        dayOver: nothing,
        progress: nothing,
        decided: hears,
      },
    });
    yield* prepared.run;
  });
  await Effect.runPromise(
    run.pipe(
      Effect.scoped,
      Effect.provideService(PolicyInForce, policy),
      Effect.provide(clock.layer),
      Effect.provide(NodeServices.layer),
    ),
  );
  return heard();
};

const atLoadLevel = async (): Promise<{ heard: readonly string[]; found: LoadLevelFound }> => {
  const { hears, heard } = hearing();
  const folder = scratch.path("load");
  const found = await Effect.runPromise(
    Effect.gen(function* () {
      const prepared = yield* prepareLoadLevel({ world, policy, folder, decided: hears, progress: nothing });
      yield* prepared.run;
      return yield* prepared.found;
    }).pipe(Effect.scoped, Effect.provide(NodeServices.layer)),
  );
  return { heard: heard(), found };
};

describe("a scenario at the load level", () => {
  let service: readonly string[] = [];
  let load: Awaited<ReturnType<typeof atLoadLevel>> | undefined;

  beforeAll(async () => {
    service = await atServiceLevel();
    load = await atLoadLevel();
  }, 180_000);

  it("makes the decisions of the service level, one by one", () => {
    expect(load?.found.lost).toEqual({});
    expect(load?.heard).toEqual(service);
  });

  it("meets everything that people do wrong at a door", () => {
    const met = (part: string): number => service.filter((line) => line.includes(part)).length;
    for (const part of [
      "issue ",
      "record ",
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
    const stored = service.filter((line) => / record {2}/.test(line)).length;
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
