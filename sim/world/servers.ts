// One issuer's servers: each makes one pass after the other, and those who wait stand in line before one of them.
// The queue of the service asks for a pass here and is told when it is made, or that the line is full.
// Every server is as fast as the rest; a fault takes throughput away while it stands, from passes that are being made too.
// In a run made smaller there are fewer servers, each busy for longer with a pass, as with all whom one person stands for, while
// the pass is there as soon as in reality. Those people would not come in the same instant, so idle time of a while before counts.
import type { Scenario } from "../scenario.ts";
import { changesFor, standing, throughputLeft } from "./faults.ts";

export interface Servers {
  /** When a pass asked for now is made, or undefined when whoever asks is told to come back. Asked in the order of time. */
  readonly ask: (atMs: number) => number | undefined;
  /** How many wait at this instant, nobody counted who is being served. */
  readonly waiting: (atMs: number) => number;
}

export interface ServerFigures {
  readonly servers: number;
  /** What is left of one server's throughput when it stands for all that a failed balancer reaches. */
  readonly aloneShare: number;
  /** How long a server is busy with a pass. */
  readonly busyMs: number;
  /** So much idle time of a server counts when people come at once who stand for many; none in a run of full size. */
  readonly idleCountsMs: number;
  /** After how long a pass is there that is begun at once. */
  readonly passMs: number;
  readonly queueMost: number;
}

interface Server {
  freeAtMs: number;
  /** When each of those who were put in line begins to be served; those before `served` have begun. */
  readonly beginsMs: number[];
  served: number;
}

/** How long the line is allowed to grow before what has begun is dropped from it. */
const lineKept = 4_096;

export const makeServers = (scenario: Scenario, issuer: string, figures: ServerFigures): Servers => {
  const changes = changesFor(scenario, issuer);
  const all = Array.from({ length: figures.servers }, (): Server => ({
    freeAtMs: -Infinity,
    beginsMs: [],
    served: 0,
  }));

  const shareAt = (atMs: number): number =>
    throughputLeft(scenario, atMs, issuer) *
    (standing(scenario, "balancer-failed", atMs, issuer) === undefined ? 1 : figures.aloneShare);

  /** When so much work is done that is begun at this instant, through all that stands in the way. */
  const doneAt = (beginMs: number, workMs: number): number => {
    let atMs = beginMs;
    let leftMs = workMs;
    for (const changeMs of changes.filter((change) => change > beginMs)) {
      const share = shareAt(atMs);
      if (atMs + leftMs / share <= changeMs) break;
      leftMs -= (changeMs - atMs) * share;
      atMs = changeMs;
    }
    return atMs + leftMs / shareAt(atMs);
  };

  const waitingAt = (server: Server, atMs: number): number => {
    while (server.served < server.beginsMs.length && atMs >= (server.beginsMs[server.served] ?? 0))
      server.served += 1;
    if (server.served > lineKept) {
      server.beginsMs.splice(0, server.served);
      server.served = 0;
    }
    return server.beginsMs.length - server.served;
  };

  const waiting = (atMs: number): number => all.reduce((sum, server) => sum + waitingAt(server, atMs), 0);

  return {
    waiting,
    ask: (atMs) => {
      if (standing(scenario, "issuer-away", atMs, issuer) !== undefined) return undefined;
      const reached =
        standing(scenario, "balancer-failed", atMs, issuer) === undefined ? all : all.slice(0, 1);
      const [first, ...others] = reached;
      if (first === undefined) return undefined;
      const chosen = others.reduce((best, each) => (each.freeAtMs < best.freeAtMs ? each : best), first);
      const freeAtMs = Math.max(chosen.freeAtMs, atMs - figures.idleCountsMs);
      const beginMs = Math.max(atMs, freeAtMs);
      if (beginMs > atMs && waiting(atMs) >= figures.queueMost) return undefined;
      chosen.freeAtMs = doneAt(freeAtMs, figures.busyMs);
      chosen.beginsMs.push(beginMs);
      return Math.ceil(doneAt(beginMs, figures.passMs));
    },
  };
};
