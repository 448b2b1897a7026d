// The thread that searches zones, so that the other ways go on meanwhile and an interruption is heard at once.
// It is given one search, answers once, and ends.
import { parentPort, workerData } from "node:worker_threads";
import { Context } from "effect";
import { law } from "../../models/law.ts";
import { sliceOf } from "../../models/slices.ts";
import { listening } from "./listening.ts";
import { Stopwatch } from "../stopwatch.ts";
import { readZoneRequest, type ZoneAnswer } from "./zonemessages.ts";
import { searchZones } from "./zones/search.ts";

const { slice: id, preset, constants, sets, untimed } = readZoneRequest(workerData);
const slice = sliceOf(id, "timed");
if (slice !== undefined) {
  const { policy, read } = listening({ preset, constants, sets });
  const { now: stopwatch } = Context.get(Context.empty(), Stopwatch);
  const { zones, transitions, stuck, cut, seconds, promises } = searchZones({
    slice,
    law,
    policy,
    untimed,
    stopwatch,
  });
  const answer: ZoneAnswer = {
    zones,
    transitions,
    stuck,
    cut,
    seconds,
    reads: [...read],
    promises: [...promises].map(([promise, found]) => ({ id: promise, ...found })),
  };
  parentPort?.postMessage(answer);
}
