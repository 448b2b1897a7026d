// The search for the limit: against a function with a known one, and over HTTP against a small server that answers so many a second.
// The server answers one after the other, each after 10 ms: it holds 100 a second and no more.
import { createServer } from "node:http";
import { setTimeout } from "node:timers/promises";
import { Context, Effect } from "effect";
import { describe, expect, it, onTestFinished } from "vitest";
import { makeConnections } from "../../../sim/exchange.ts";
import { arrivalsOf, constant } from "../../../sim/load/arrivals.ts";
import { asked } from "../../../sim/load/asking.ts";
import { becameOf, makeCounting } from "../../../sim/load/counting.ts";
import { percentilesOf, sumOfLatencies } from "../../../sim/load/latencies.ts";
import { findLimit } from "../../../sim/load/limit.ts";
import { runOpenLoop } from "../../../sim/load/openloop.ts";
import { Stopwatch } from "../../../sim/stopwatch.ts";
import { stream } from "../../../sim/world/random.ts";

const searching = (holds: (perSecond: number) => boolean, mostPerSecond = 10_000) =>
  Effect.runPromise(
    findLimit({
      firstPerSecond: 10,
      mostPerSecond,
      measure: (perSecond) => Effect.succeed({ held: holds(perSecond), found: perSecond }),
    }),
  );

describe("the search for the limit", () => {
  it("doubles, then halves the difference, and comes within a tenth", async () => {
    const { perSecond, isReached, tried } = await searching((rate) => rate <= 300);
    expect(tried.map((one) => one.perSecond).slice(0, 6)).toEqual([10, 20, 40, 80, 160, 320]);
    expect(isReached).toBe(true);
    expect(perSecond).toBeGreaterThan(300 / 1.1);
    expect(perSecond).toBeLessThanOrEqual(300);
  });

  it("goes down where not even the first rate holds, and says 0 where none does", async () => {
    expect((await searching((rate) => rate <= 3)).perSecond).toBe(3);
    expect(await searching(() => false)).toMatchObject({ perSecond: 0, isReached: true });
  });

  it("says that it found none where every rate held", async () => {
    expect(await searching(() => true, 100)).toMatchObject({ perSecond: 100, isReached: false });
  });

  it("finds the limit of a server that is known to have one", async () => {
    let before: Promise<unknown> = Promise.resolve();
    const server = createServer((_, response) => {
      before = before.then(() => setTimeout(10)).then(() => response.end("{}"));
    });
    await new Promise<void>((listening) => void server.listen(0, "127.0.0.1", listening));
    const connections = makeConnections(64);
    onTestFinished(() => {
      connections.plain.destroy();
      server.closeAllConnections();
      server.close();
    });
    const address = server.address();
    const url = `http://127.0.0.1:${String(typeof address === "object" ? address?.port : 0)}/`;
    const { now: nowMs } = Context.get(Context.empty(), Stopwatch);

    const p99At = async (perSecond: number): Promise<number> => {
      const counting = makeCounting();
      await runOpenLoop({
        arrivals: arrivalsOf(constant(perSecond, 1_200), stream(1, "a known server")),
        pace: { nowMs, wait: (ms) => setTimeout(ms) },
        send: async (_, dueAtMs) => {
          const replied = await asked({ method: "GET", url, withinMs: 20_000 }, connections);
          counting.count(becameOf(replied), replied.code, nowMs() - dueAtMs);
        },
        sent: () => undefined,
        isOver: () => false,
      });
      return percentilesOf(sumOfLatencies([counting.counted().latencies])).p99Ms;
    };
    const { perSecond, isReached } = await Effect.runPromise(
      findLimit({
        firstPerSecond: 50,
        mostPerSecond: 400,
        measure: (rate) =>
          Effect.map(
            Effect.promise(() => p99At(rate)),
            (p99Ms) => ({ held: p99Ms <= 150, found: p99Ms }),
          ),
      }),
    );
    expect(isReached).toBe(true);
    expect(perSecond).toBeGreaterThanOrEqual(25);
    expect(perSecond).toBeLessThan(125);
  });
});
