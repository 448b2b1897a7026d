// Runs of the simulator for the tests beside this file, in this process.
// The scenario is the default one with changes, measured for a moment only, so that a run takes a second or two.
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect } from "effect";
import type { Stop } from "../../../impl/exit.ts";
import type { Run } from "../../../sim/results/run.ts";
import type { Asked as AskedOfSimulate } from "../../../sim/preparing.ts";
import { simulate } from "../../../sim/simulate.ts";
import { defaultText } from "../world/city.ts";

type Fields = Readonly<Record<string, unknown>>;
/** Fields of a scenario's groups, group by group. */
export type Changes = Readonly<Record<string, Fields>>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};

/** The default scenario, quickly measured, with these fields of its groups changed. */
export const scenarioText = (changes: Changes = {}): string => {
  const groups = fieldsOf(JSON.parse(defaultText));
  const quick = { measured: { lookups: 100, reidentifications: 20 } };
  const merged = [...Object.entries(quick), ...Object.entries(changes)].reduce<Fields>(
    (whole, [name, fields]) => ({ ...whole, [name]: { ...fieldsOf(whole[name]), ...fields } }),
    groups,
  );
  return JSON.stringify(merged, null, 2);
};

const small = {
  people: 100,
  venues: 12,
  days: 1,
  seed: 1,
  durability: "normal",
  level: "service",
  workers: 1,
  set: {},
} as const;

type Asked = Partial<AskedOfSimulate> & Pick<AskedOfSimulate, "scenario" | "out">;

/** The run, or why it was refused. */
export const attempt = (asked: Asked): Promise<Run | Stop> =>
  Effect.runPromise(
    simulate({ ...small, ...asked }).pipe(
      Effect.map(({ run }): Run | Stop => run),
      Effect.catchTag("Stop", (stop) => Effect.succeed(stop)),
      Effect.provide(NodeServices.layer),
    ),
  );

export const runOf = async (asked: Asked): Promise<Run> => {
  const ended = await attempt(asked);
  if ("manifest" in ended) return ended;
  throw new Error(`${ended.reason}: ${ended.sentence}`);
};

export const stopOf = async (asked: Asked): Promise<Stop> => {
  const ended = await attempt(asked);
  if ("manifest" in ended) throw new Error("the run was not refused");
  return ended;
};

/** The promises that have this verdict. */
export const promisesThat = (run: Run, verdict: Run["promises"][number]["verdict"]): readonly string[] =>
  run.promises.filter((promise) => promise.verdict === verdict).map(({ id }) => id);
