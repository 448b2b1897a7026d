// The thread beside a simulation: replays the trace as it is written, and holds every promise against what it sees.
// It is given lines in chunks, and answers once, when told that the trace is at its end.
// A fault ends nothing here: the run goes on, and the answer says where the trace and the models part.
import { parentPort, workerData } from "node:worker_threads";
import { watchAll } from "../checkers/watchall.ts";
import { makeCounting } from "../coverage/counting.ts";
import { readRequest, readStart, type ReplayAnswer } from "./replaymessages.ts";
import { makeReplay } from "./replay.ts";

const { modelHash, policy } = readStart(workerData);
const watching = watchAll(policy);
const counting = makeCounting();
const replay = makeReplay({ modelHash, sees: watching.see, counting });

parentPort?.on("message", (message: unknown) => {
  const request = readRequest(message);
  if (request.lines !== "") for (const line of request.lines.split("\n")) replay.feed(line);
  if (!request.last) return;
  const fault = replay.end();
  const findings = watching.findings();
  for (const { id, checked } of findings) counting.promise(id, checked);
  const answer: ReplayAnswer = { findings, fault: fault ?? null, counts: counting.counted() };
  parentPort?.postMessage(answer);
});
