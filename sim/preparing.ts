// What every level of a simulation begins with: the scenario found and read, its policy chosen, its world made; and the manifest that says so.
// `simulate` and what builds on it ask here first; every mistake of a scenario or of the command line is answered before anything runs.
// It runs nothing and writes nothing.
import { DateTime, Effect, Result, type Redacted } from "effect";
import packageJson from "../package.json" with { type: "json" };
import { modelHash } from "../impl/generated/stamp.ts";
import { exitCodes, Stop } from "../impl/exit.ts";
import type { Durability } from "../impl/store/sqlite.ts";
import type { Policy } from "../models/policy.ts";
import { policyOf } from "./policychoice.ts";
import { toldFaults } from "./results/faults.ts";
import type { Level } from "./results/manifest.ts";
import type { Run } from "./results/run.ts";
import { dateOf } from "./results/seouldate.ts";
import { readWholeScenario, type Scenario, type ScenarioInvalid } from "./scenario.ts";
import { findScenario } from "./scenarios.ts";
import { standsFor, type Overrides } from "./world/size.ts";
import { makeWorld, type World } from "./world/world.ts";

export interface Asked extends Overrides {
  /** A path, or the name of a scenario that comes with the program. */
  readonly scenario: string;
  readonly level: Level;
  /** Threads of the policy level. */
  readonly workers: number;
  /** Of the policy level: lived in so many shards by the runners of a cluster, instead of here. */
  readonly cluster?: { readonly url: Redacted.Redacted; readonly shards: number } | undefined;
  /** Constants of the policy that are set otherwise than in the scenario. */
  readonly set: Readonly<Record<string, string>>;
  readonly out: string;
  readonly durability: Durability;
}

export interface Prepared {
  readonly asked: Asked;
  readonly scenario: Scenario;
  /** The text of the scenario, with all that it took over from another. */
  readonly whole: string;
  readonly policy: Policy;
  readonly world: World;
}

const invalid = (source: string, mistakes: ScenarioInvalid): Stop =>
  new Stop({
    code: exitCodes.usage,
    reason: "scenario-invalid",
    sentence: `${source} cannot be run:\n${mistakes.message}`,
    advice: "Mend what is named above and run it again.",
  });

const decided = <A>(source: string, result: Result.Result<A, ScenarioInvalid>): Effect.Effect<A, Stop> =>
  Result.isSuccess(result) ? Effect.succeed(result.success) : Effect.fail(invalid(source, result.failure));

/** A number where the text is one; durations and words stay as they are written. */
const valueOf = (text: string): number | string => (/^\d+$/.test(text) ? Number(text) : text);

type Chosen = Pick<Asked, "scenario"> & Partial<Pick<Asked, "set">>;

/** A scenario with its policy, or what is wrong with it. */
export const scenarioOf = Effect.fnUntraced(function* (asked: Chosen) {
  const { source, text, shipped } = yield* findScenario(asked.scenario);
  const { scenario: written, whole } = yield* decided(source, readWholeScenario(text, shipped));
  const set = Object.entries(asked.set ?? {}).map(([name, value]) => [name, valueOf(value)] as const);
  const scenario: Scenario = {
    ...written,
    policy: { ...written.policy, set: { ...written.policy.set, ...Object.fromEntries(set) } },
  };
  const policy = yield* decided(source, policyOf(scenario));
  return { source, scenario, whole, policy };
});

/** The world of a scenario, or what is wrong with it. */
export const worldOf = Effect.fnUntraced(function* (asked: Overrides & Chosen) {
  const { source, ...chosen } = yield* scenarioOf(asked);
  const world = yield* decided(source, makeWorld(chosen.scenario, asked));
  return { ...chosen, world };
});

export const prepare = Effect.fnUntraced(function* (asked: Asked) {
  return { asked, ...(yield* worldOf(asked)) } satisfies Prepared;
});

/** The command that does the same again. */
export const commandOf = ({ asked, world: { size } }: Prepared): string =>
  [
    `npm run -s entrylog -- simulate ${asked.scenario}`,
    ...(asked.level === "service" ? [] : [`--level ${asked.level}`]),
    `--people ${String(size.people)} --venues ${String(size.venues)} --days ${String(size.days)} --seed ${String(size.seed)}`,
    ...Object.entries(asked.set).map(([name, value]) => `--set ${name}=${value}`),
    `--out ${asked.out}`,
  ].join(" ");

/** The manifest of a run that has come to its end, or not. */
export const manifestOf = Effect.fnUntraced(function* (prepared: Prepared, complete: boolean) {
  const { asked, scenario, world } = prepared;
  const { people, venues, days, seed } = world.size;
  return {
    modelHash,
    scenario: scenario.name,
    about: scenario.about,
    level: asked.level,
    passes: asked.level === "policy" ? "counted" : "real",
    policy: { preset: scenario.policy.preset, set: scenario.policy.set },
    seed,
    people,
    venues,
    days,
    startsOn: dateOf(world.startsAtMs, 0),
    standsFor: standsFor(scenario, world.size),
    complete,
    ...(asked.level === "policy" ? { workers: asked.workers } : { durability: asked.durability }),
    faults: toldFaults(scenario),
    ranOn: DateTime.formatIsoDateUtc(yield* DateTime.now),
    versions: { entrylog: packageJson.version, node: process.version },
    command: commandOf(prepared),
  } satisfies Run["manifest"];
});
