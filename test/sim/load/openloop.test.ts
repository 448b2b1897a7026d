// The open loop under a clock of the test: each request at its instant whatever the server does, and every wait counted from that instant.
// A server that stands still for a second has to show a second in what 99 of 100 waited; a load that waited for answers would hide it.
import { describe, expect, it } from "vitest";
import { makeCounting } from "../../../sim/load/counting.ts";
import { percentilesOf, sumOfLatencies } from "../../../sim/load/latencies.ts";
import { runOpenLoop, type OpenLoop } from "../../../sim/load/openloop.ts";

/** A clock that goes on only when somebody waits for it, from one instant that is waited for to the next. */
const makeClock = () => {
  let nowMs = 0;
  const waiting: { readonly atMs: number; readonly go: () => void }[] = [];
  const goOn = (): void => {
    const next = waiting.toSorted((one, other) => one.atMs - other.atMs)[0];
    if (next === undefined) return;
    waiting.splice(waiting.indexOf(next), 1);
    nowMs = Math.max(nowMs, next.atMs);
    next.go();
  };
  return {
    nowMs: () => nowMs,
    wait: (ms: number): Promise<void> =>
      new Promise((go) => {
        waiting.push({ atMs: nowMs + ms, go });
        // After everything that is ready now has been done.
        setImmediate(goOn);
      }),
  };
};

/** One request every ten milliseconds for ten seconds. */
const arrivals = Float64Array.from({ length: 1_000 }, (_, place) => place * 10);
const standsStillFromMs = 4_000;
const standsStillUntilMs = 5_000;

const waitsOf = async (over: Partial<OpenLoop> = {}) => {
  const clock = makeClock();
  const counting = makeCounting();
  const sentAtMs: number[] = [];
  const lateMs: number[] = [];
  /** Answers after a millisecond, and nothing at all while it stands still. */
  const answered = (): Promise<void> => {
    const now = clock.nowMs();
    const isStill = now >= standsStillFromMs && now < standsStillUntilMs;
    return clock.wait(isStill ? standsStillUntilMs - now : 1);
  };
  await runOpenLoop({
    arrivals,
    pace: clock,
    send: async (_, dueAtMs) => {
      sentAtMs.push(clock.nowMs());
      await answered();
      counting.count("done", "", clock.nowMs() - dueAtMs);
    },
    sent: (late) => lateMs.push(late),
    isOver: () => false,
    ...over,
  });
  return { sentAtMs, lateMs, counts: counting.counted() };
};

describe("the open loop", () => {
  it("sends each request at its instant, whatever is answered", async () => {
    const { sentAtMs, lateMs } = await waitsOf();
    expect(sentAtMs).toEqual([...arrivals]);
    expect(Math.max(...lateMs)).toBe(0);
  });

  it("shows the second for which a server stood still", async () => {
    const { counts } = await waitsOf();
    const { p50Ms, p90Ms, p99Ms, maxMs } = percentilesOf(sumOfLatencies([counts.latencies]));
    expect(counts.done).toBe(1_000);
    expect(p50Ms).toBeCloseTo(1, 1);
    // A tenth of all came while it stood still, and waited half a second on average.
    expect(p90Ms).toBeLessThan(100);
    expect(p99Ms).toBeGreaterThan(850);
    expect(maxMs).toBeGreaterThan(990);
    expect(maxMs).toBeLessThan(1_010);
  });

  it("counts from the intended instant where it is late itself", async () => {
    const clock = makeClock();
    let now = 0;
    const dues: number[] = [];
    const lates: number[] = [];
    await runOpenLoop({
      arrivals: Float64Array.from([0, 10, 20, 30]),
      // Sending takes the loop itself 25 ms.
      pace: { nowMs: () => now, wait: (ms) => ((now += ms), clock.wait(0)) },
      send: (_, dueAtMs) => {
        dues.push(dueAtMs);
        now += 25;
        return Promise.resolve();
      },
      sent: (late) => lates.push(late),
      isOver: () => false,
    });
    expect(dues).toEqual([0, 10, 20, 30]);
    expect(lates).toEqual([0, 15, 30, 45]);
  });

  it("ends before its time when it is told that it is over", async () => {
    let sent = 0;
    const { sentAtMs } = await waitsOf({ isOver: () => sent >= 300, sent: () => (sent += 1) });
    expect(sentAtMs).toHaveLength(300);
  });
});
