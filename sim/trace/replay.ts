// Replays a witness trace against the models: every decision allowed, its answer the law's, times in order, and the whole of it consumed.
// What it requires of time: the lines of one row are in order, of a crisis level since its last change; lines of different
// instances may stand in any order, because parties work in batches. A pass and a visit are placed by their own instants.
// It takes a line at a time, so it can run beside a simulation or over a file, and stops at the first fault.
import { Option, Schema } from "effect";
import type { Observation } from "../../models/observations.ts";
import { presets, type Policy } from "../../models/policy.ts";
import { makeDecide, type Decide } from "./deciding.ts";
import type { Fault } from "./fault.ts";
import { machineNamed, makeHoldings } from "./holdings.ts";
import { settle } from "./law.ts";
import { TraceHeader, endMark, isSum, seenMark, sumAtFirst, sumOf } from "./line.ts";
import { Seen, asObservation } from "./seen.ts";

export interface ReplayOptions {
  /** The hash of the models that are to have made the trace; any if not given. */
  readonly modelHash?: string;
  /** Hears every observation, in the order of the trace. */
  readonly sees: (seen: Observation) => void;
}

export interface Replay {
  /** Takes the next line, without its end of line; answers the fault, which is then answered for ever. */
  readonly feed: (line: string) => Fault | undefined;
  /** Says that nothing more comes; answers the fault if the trace is not whole. */
  readonly end: () => Fault | undefined;
  /** Decisions and observations so far. */
  readonly lines: () => number;
  readonly header: () => TraceHeader | undefined;
}

const readHeader = Schema.decodeUnknownOption(Schema.fromJsonString(TraceHeader));
const readSeen = Schema.decodeUnknownOption(Schema.fromJsonString(Seen));

const policyOf = ({ preset, set }: TraceHeader): Policy | undefined => {
  const found = Object.values(presets).find(({ preset: name }) => name === preset);
  return found === undefined ? undefined : { ...found, constants: { ...found.constants, ...set } };
};

const broken =
  "The sum does not follow from the line before: something was changed, moved, doubled or left out here.";

export const makeReplay = ({ modelHash, sees }: ReplayOptions): Replay => {
  const holdings = makeHoldings();
  const day = machineNamed("day");
  let policy: Policy | undefined;
  let header: TraceHeader | undefined;
  let decide: Decide | undefined;
  let sum = sumAtFirst;
  let taken = 0;
  let lines = 0;
  let hasEnded = false;
  let lastAt = 0;
  let fault: Fault | undefined;

  const begin = (text: string): string | undefined => {
    header = Option.getOrUndefined(readHeader(text));
    if (header === undefined) return "This is no witness trace, or one of another version.";
    if (modelHash !== undefined && header.modelHash !== modelHash)
      return `The trace was made by the models ${header.modelHash}, and these are ${modelHash}.`;
    policy = policyOf(header);
    if (policy === undefined) return `There is no preset called ${header.preset}.`;
    decide = makeDecide(policy, holdings, sees);
    return undefined;
  };

  /** A day that is erased must have come to its end. */
  const endDay = (party: string, number: number, at: number): string | undefined => {
    const days = holdings.rows(party, "day");
    const held = days.get(String(number));
    if (held === undefined || policy === undefined) return undefined;
    settle(day, held, -Infinity, at, { policy, now: at, fields: {}, given: {} }, []);
    if (day.states.get(held.state)?.gone !== true)
      return `The ${party} erases day ${String(number)} before its end.`;
    days.delete(String(number));
    return undefined;
  };

  const observe = (text: string): string | undefined => {
    const seen = Option.getOrUndefined(readSeen(text));
    if (seen === undefined) return "This line holds no observation.";
    lines += 1;
    lastAt = Math.max(lastAt, seen.at);
    sees(asObservation(seen));
    return seen.kind === "dayErased" ? endDay(seen.party, seen.day, seen.at) : undefined;
  };

  /** Days that ended before the last observation, and that nobody erased. */
  const leftDays = (): void => {
    for (const party of ["issuer", "custodian"] as const)
      for (const held of holdings.rows(party, "day").values()) {
        const endsAt = held.fields["endsAt"];
        if (typeof endsAt === "number" && lastAt >= endsAt)
          sees({ kind: "stillHeld", at: lastAt, party, what: "day", endsAt });
      }
  };

  const take = (text: string): string | undefined => {
    if (decide === undefined) return begin(text);
    if (hasEnded) return "Something stands behind the last line.";
    const columns = text.split("\t");
    if (columns[0] === seenMark) return observe(columns[1] ?? "");
    if (columns[0] === endMark) {
      hasEnded = true;
      if (columns[1] !== String(lines))
        return `The end counts ${columns[1] ?? ""} lines, and ${String(lines)} stand here.`;
      leftDays();
      return undefined;
    }
    if (columns.length !== 5) return "This line has not the columns of a decision.";
    lines += 1;
    const at = Number(columns[0]);
    return decide({
      at,
      rule: columns[1] ?? "",
      keys: columns[2] ?? "",
      facts: columns[3] ?? "",
      answer: columns[4] ?? "",
    });
  };

  const feed = (line: string): Fault | undefined => {
    if (fault !== undefined) return fault;
    taken += 1;
    const cut = line.lastIndexOf("\t");
    const text = line.slice(0, Math.max(cut, 0));
    sum = sumOf(text, sum);
    const sentence = isSum(line, cut + 1, sum) ? take(text) : broken;
    if (sentence !== undefined) fault = { line: taken, sentence };
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
    header: () => header,
  };
};
