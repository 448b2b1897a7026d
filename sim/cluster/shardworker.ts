// The thread of a runner in which shards are lived, one after the other, so that the runner itself is heard by the others meanwhile.
// It keeps the last world it made: shards of one run share it.
import { parentPort } from "node:worker_threads";
import { Result, Schema } from "effect";
import { makeWorld, type World } from "../world/world.ts";
import { liveShard } from "./shard.ts";
import { AnswerText, WorkText, type Work } from "./work.ts";

const readWork = Schema.decodeUnknownSync(WorkText);
const writeAnswer = Schema.encodeSync(AnswerText);

let last: { readonly of: string; readonly world: World } | undefined;

const worldOf = ({ scenario, size }: Work): World => {
  const of = JSON.stringify([scenario, size]);
  if (last?.of !== of) last = { of, world: Result.getOrThrow(makeWorld(scenario, size)) };
  return last.world;
};

parentPort?.on("message", (text: unknown) => {
  const work = readWork(text);
  parentPort?.postMessage(writeAnswer(liveShard(worldOf(work), work)));
});
