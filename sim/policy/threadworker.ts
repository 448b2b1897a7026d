// A thread of the policy level: makes the same world as everybody from scenario, size and seed, and carries its part of the people.
// It answers the main thread's asks in their order, and ends when it is told to.
import { parentPort, workerData } from "node:worker_threads";
import { Result } from "effect";
import { makeWorld } from "../world/world.ts";
import { makePart, type Part } from "./part.ts";
import { isThreadAsk, isThreadStart, type ThreadAnswer, type ThreadAsk } from "./threads.ts";

const partOf = (data: unknown): Part => {
  if (!isThreadStart(data)) throw new TypeError("a thread was started without its part");
  const world = Result.getOrThrow(makeWorld(data.scenario, data.size));
  return makePart({ ...data, world });
};

const part = partOf(workerData);

const answerTo = (ask: ThreadAsk): ThreadAnswer => {
  switch (ask.kind) {
    case "intend":
      return { kind: ask.kind, answer: part.intend(ask.day) };
    case "live":
      return { kind: ask.kind, answer: part.live(ask.today) };
    case "find":
      return { kind: ask.kind, answer: part.find(ask.lookup) };
    case "end":
      return { kind: ask.kind, answer: part.end() };
  }
};

parentPort?.on("message", (message: unknown) => {
  if (isThreadAsk(message)) parentPort?.postMessage(answerTo(message));
});
