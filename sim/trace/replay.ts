// Replays a witness trace against the models: every decision allowed, its answer the law's, times in order, and the whole of it consumed.
// What it requires of time: the lines of one row are in order, of a crisis level since its last change, and nothing is decided
// before what was seen already; lines of different instances may otherwise stand in any order, because parties work in batches.
// It takes a line at a time, so it can run beside a simulation or over a file, and stops at the first fault.
import { Option } from "effect";
import type { Observation } from "../../models/observations.ts";
import { endMark, seenMark } from "../../models/story/tracetext.ts";
import type { Counting } from "../coverage/counting.ts";
import { makeDecide, type Decide } from "./deciding.ts";
import type { Fault } from "./fault.ts";
import { readBeginning } from "./header.ts";
import { makeHoldings } from "./holdings.ts";
import { isSum, sumAtFirst, sumOf, type TraceHeader } from "./line.ts";
import { makeObserving, readSeen, type Observing } from "./observing.ts";

export interface ReplayOptions {
  /** The hash of the models that are to have made the trace; any if not given. */
  readonly modelHash?: string;
  /** Hears every observation, in the order of the trace. */
  readonly sees: (seen: Observation) => void;
  /** Counts what is met of the law. */
  readonly counting?: Pick<Counting, "took" | "decided">;
}

export interface Replay {
  /** Takes the next line, without its end of line; answers the fault, which is then answered for ever. */
  readonly feed: (line: string) => Fault | undefined;
  /** Says that nothing more comes; answers the fault if the trace is not whole. */
  readonly end: () => Fault | undefined;
  /** Decisions and observations so far. */
  readonly lines: () => number;
  /** Lines of any kind so far, the one of a fault included. */
  readonly taken: () => number;
  readonly header: () => TraceHeader | undefined;
}

const broken =
  "The sum does not follow from the line before: something was changed, moved, doubled or left out here.";

const countsNothing: Pick<Counting, "took" | "decided"> = {
  took: () => undefined,
  decided: () => undefined,
};

/** What a line says of itself, right or wrong, for whoever looks for it. */
const namedBy = (line: string): Pick<Fault, "at" | "rule"> => {
  const [first = "", second = ""] = line.split("\t");
  const seen = first === seenMark ? Option.getOrUndefined(readSeen(second)) : undefined;
  if (seen !== undefined) return { at: seen.at, rule: seen.kind };
  return /^\d{1,15}$/.test(first) && /^[a-z]+\.[A-Za-z]+$/.test(second)
    ? { at: Number(first), rule: second }
    : {};
};

interface Reading {
  readonly decide: Decide;
  readonly observing: Observing;
}

export const makeReplay = ({ modelHash, sees, counting = countsNothing }: ReplayOptions): Replay => {
  let header: TraceHeader | undefined;
  let reading: Reading | undefined;
  let sum = sumAtFirst;
  let taken = 0;
  let lines = 0;
  let hasEnded = false;
  let fault: Fault | undefined;

  const begin = (text: string): string | undefined => {
    const begun = readBeginning(text, modelHash);
    if ("sentence" in begun) return begun.sentence;
    const { policy } = begun;
    header = begun.header;
    const holdings = makeHoldings();
    const { took, decided } = counting;
    reading = {
      decide: makeDecide({ policy, holdings, sees, took, decided }),
      observing: makeObserving({ policy, holdings, sees, took }),
    };
    return undefined;
  };

  const finish = (counted: string, { observing }: Reading): string | undefined => {
    hasEnded = true;
    if (counted !== String(lines)) return `The end counts ${counted} lines, and ${String(lines)} stand here.`;
    observing.end();
    return undefined;
  };

  const take = (text: string): string | undefined => {
    if (reading === undefined) return begin(text);
    if (hasEnded) return "Something stands behind the last line.";
    const { decide, observing } = reading;
    const columns = text.split("\t");
    const [first = "", rule = "", keys = "", facts = "", answer = ""] = columns;
    if (first === endMark) return finish(rule, reading);
    if (first !== seenMark && columns.length !== 5) return "This line has not the columns of a decision.";
    lines += 1;
    if (first === seenMark) return observing.observe(rule);
    const at = Number(first);
    return decide({ at, rule, keys, facts, answer }) ?? observing.decided(at, keys);
  };

  const feed = (line: string): Fault | undefined => {
    if (fault !== undefined) return fault;
    taken += 1;
    const cut = line.lastIndexOf("\t");
    const text = line.slice(0, Math.max(cut, 0));
    sum = sumOf(text, sum);
    const sentence = isSum(line, cut + 1, sum) ? take(text) : broken;
    if (sentence !== undefined) fault = { line: taken, sentence, ...namedBy(line) };
    return fault;
  };

  return {
    feed,
    end: () => {
      if (fault === undefined && !hasEnded)
        fault = { line: taken + 1, sentence: "The trace breaks off: its last line is missing." };
      return fault;
    },
    lines: () => lines,
    taken: () => taken,
    header: () => header,
  };
};
