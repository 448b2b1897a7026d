// A thread of a load: draws the arrivals of its share, sends each at its instant, and answers what it counted, part by part.
// It is given one order after the other, and told when the one under way is over before its time.
// It does nothing else meanwhile, so that it is late only where the machine is.
import { setTimeout } from "node:timers/promises";
import { parentPort } from "node:worker_threads";
import { Clock, Context } from "effect";
import { makeConnections, type Connections } from "../exchange.ts";
import { Stopwatch } from "../stopwatch.ts";
import { stream } from "../world/random.ts";
import { arrivalsOf, lengthMs } from "./arrivals.ts";
import { makeCounting } from "./counting.ts";
import { addLatency, encodeLatencies, noLatencies } from "./latencies.ts";
import { readWord, type Done, type Order } from "./messages.ts";
import { runOpenLoop } from "./openloop.ts";
import { makeVisiting, type PartCounting } from "./visiting.ts";

const { now: nowMs } = Context.get(Context.empty(), Stopwatch);
const wallClock = Context.get(Context.empty(), Clock.Clock);
/** By how many there may be; kept, because opening one is no part of a visit. */
const connections = new Map<number, Connections>();
let isOver = false;

const partsOf = ({ stretches, warmupMs, partMs }: Order): readonly PartCounting[] =>
  Array.from({ length: Math.max(1, Math.ceil((lengthMs(stretches) - warmupMs) / partMs)) }, () => ({
    issuance: makeCounting(),
    checkIn: makeCounting(),
  }));

const perform = async (order: Order): Promise<Done> => {
  isOver = false;
  const over = connections.get(order.connections) ?? makeConnections(order.connections);
  connections.set(order.connections, over);
  const visit = makeVisiting({
    order,
    connections: over,
    nowMs,
    wallClockMs: () => wallClock.currentTimeMillisUnsafe(),
  });
  const arrivals = arrivalsOf(order.stretches, stream(order.seed, order.chances));
  const parts = partsOf(order);
  const late = noLatencies();
  await runOpenLoop({
    arrivals,
    pace: { nowMs, wait: (ms) => setTimeout(ms) },
    send: (place, dueAtMs) => {
      const part = Math.floor(((arrivals[place] ?? 0) - order.warmupMs) / order.partMs);
      return visit(place, dueAtMs, parts[part]);
    },
    sent: (lateMs) => addLatency(late, lateMs),
    isOver: () => isOver,
  });
  return {
    parts: parts.map(({ issuance, checkIn }) => ({
      issuance: issuance.counted(),
      checkIn: checkIn.counted(),
    })),
    late: encodeLatencies(late),
  };
};

parentPort?.on("message", (message: unknown) => {
  const word = readWord(message);
  if (word.kind === "over") {
    isOver = true;
    return;
  }
  void perform(word).then((done) => parentPort?.postMessage(done));
});
