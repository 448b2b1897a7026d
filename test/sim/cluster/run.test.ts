// `simulate --cluster`: three runners live a run in shards, and what is gathered is the run that one thread lives, to the last count.
// One of them is killed in the midst of it; another run is given up half-way, and the next one is not disturbed by what is left.
// Whoever cannot be asked, and whoever is of another law, is told as such.
import { Effect, Fiber, Redacted, Result } from "effect";
import { expect, it } from "vitest";
import { askingLayer } from "../../../impl/cluster/asking.ts";
import { SqlClient } from "../../../impl/store/sql.ts";
import { clusterSchema, Shard } from "../../../sim/cluster/contract.ts";
import { OtherProgram, program } from "../../../sim/cluster/program.ts";
import { policyOf } from "../../../sim/policychoice.ts";
import { runPolicy } from "../../../sim/policy/run.ts";
import { withTool } from "../../with-tool.ts";
import { present } from "../../impl/protocol/hex.ts";
import { until } from "../../impl/serve/processes.ts";
import { shippedScenario, worldOf } from "../world/city.ts";
import { freshServer, runOver, startRunners } from "./runners.ts";

const cityOf = (name: string, people: number, days: number) => {
  const scenario = shippedScenario(name);
  return {
    world: worldOf(scenario, { people, days }),
    policy: Result.getOrThrow(policyOf(scenario)),
  };
};

withTool("postgres", "a run in shards", (server) => {
  it("is the run of one thread, though a runner is killed and another run was given up", () =>
    Effect.runPromise(
      Effect.scoped(
        Effect.gen(function* () {
          const url = yield* freshServer(server);
          const city = cityOf("default", 30_000, 10);

          // Another database of the server, where nobody works.
          const elsewhere = url.replace("/postgres?", "/template1?");
          const alone = yield* Effect.forkChild(Effect.flip(runOver(elsewhere, { ...city, shards: 4 })));

          const runners = yield* startRunners(url, 3);
          let done = 0;
          const heard = (shards: number): void => void (done = shards);
          const givenUp = yield* Effect.forkChild(runOver(url, { ...city, shards: 24 }, heard));
          yield* until(() => done > 0);
          yield* Fiber.interrupt(givenUp);

          done = 0;
          const running = yield* Effect.forkChild(runOver(url, { ...city, shards: 24 }, heard));
          yield* until(() => done > 0);
          present(runners[1]).signal("SIGKILL");
          expect(done).toBeLessThan(12);
          const ran = yield* Fiber.join(running);

          const expected = yield* Effect.promise(() => runPolicy({ ...city, workers: 1 }));
          expect(ran.traceHash).toBe(expected.traceHash);
          expect(ran).toEqual(expected);
          expect(ran.cases.answered).toBeGreaterThan(5);

          const served = cityOf("enforcement-day", 5_000, 2);
          const ranServed = yield* runOver(url, { ...served, shards: 3 });
          expect(ranServed).toEqual(yield* Effect.promise(() => runPolicy({ ...served, workers: 1 })));
          expect(ranServed.days.some(({ served: line }) => (line?.shed ?? 0) > 0)).toBe(true);

          expect(yield* Fiber.join(alone)).toMatchObject({ _tag: "Stop", reason: "no-runner" });
          const asked = Effect.gen(function* () {
            const sql = yield* SqlClient.SqlClient;
            expect(yield* sql.unsafe("SELECT 1 FROM cluster_messages")).toEqual([]);
            const shard = (yield* Shard.client)("another run/0");
            return yield* Effect.flip(
              shard.Live({ run: "another run", ...program, law: "another law", work: "" }),
            );
          });
          expect(
            yield* Effect.provide(asked, askingLayer({ url: Redacted.make(url), schema: clusterSchema })),
          ).toEqual(new OtherProgram(program));
        }),
      ),
    ));
});
