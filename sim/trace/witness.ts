// Writes the witness trace of a run: every decision of every party, with the inputs of the gate, and what the driver saw beside them.
// It exists in simulations and tests only: parties name the reference it provides, and no deployed party can load anything of sim/.
// Neither ciphertext nor keys nor codes come in; passes, visits and cases stand under ordinals, so that one seed gives one hash.
import { Effect, Layer } from "effect";
import { refusalCodes, toldNames } from "../../impl/generated/law.ts";
import { Witness, type Witnessed } from "../../impl/lifecycle/desk.ts";
import { endMark, neverMark, refusalMark, seenMark, silentMark } from "../../models/story/tracetext.ts";
import { rules } from "../../models/system.ts";
import { asciiJson, sumText, type TraceHeader } from "./line.ts";
import { makeTraceNames, type TraceNames } from "./names.ts";
import type { Seen } from "./seen.ts";
import { openTraceFile, type TraceUnwritable } from "./tracefile.ts";

export interface TraceEnd {
  /** Decisions and observations, without header and end. */
  readonly lines: number;
  /** sha256 over the bytes of the file. */
  readonly hash: string;
}

export interface WitnessTrace {
  /** What a party's services call for each decision. */
  readonly decided: (decision: Witnessed) => void;
  /** Provides `decided` to the services built over it. */
  readonly layer: Layer.Layer<never>;
  /** Registers a pass, `epoch id in hex/number`, in the order of issue; answers its ordinal. */
  readonly nameToken: (token: string) => number;
  /** Writes down what was seen at one moment; the order of what is given together does not matter. */
  readonly observe: (seen: readonly Seen[]) => void;
  readonly lines: () => number;
  readonly drain: Effect.Effect<void, TraceUnwritable>;
  /** Writes the last line and closes the file. Nothing may be decided any more. */
  readonly end: Effect.Effect<TraceEnd, TraceUnwritable>;
}

export interface WitnessOptions {
  readonly file: string;
  readonly header: TraceHeader;
  /** Hears each line as it stands in the file, without its end of line: a checker that runs alongside. */
  readonly hears?: (line: string) => void;
}

type Namer = (key: string) => string;

const never = Number.MAX_SAFE_INTEGER;
const answers = {
  refused: refusalCodes.map((code) => `${refusalMark}${code}`),
  told: toldNames.map((name) => (name === "" ? silentMark : name)),
};
const answerText = (answer: number): string =>
  (answer > 0 ? answers.refused[answer] : answers.told[-answer]) ?? refusalMark;

const same: Namer = (key) => key;
const issueRule = "issuer.issue";

/** By rule, how each of its keys is named. */
const namersOf = (names: TraceNames): ReadonlyMap<string, readonly Namer[]> => {
  const byMachine: Readonly<Record<string, Namer>> = {
    pass: names.tokenName,
    visit: names.visitName,
    disclosure: names.caseName,
  };
  return new Map(
    rules.map(({ id, instances }) => [
      id,
      Object.values(instances).map(({ machine }) => byMachine[machine] ?? same),
    ]),
  );
};

const factsText = (facts: readonly number[]): string => {
  let text = "";
  for (let place = 0; place < facts.length; place += 1) {
    const fact = facts[place] ?? 0;
    text += `${place === 0 ? "" : ","}${fact === never ? neverMark : String(fact)}`;
  }
  return text;
};

export const openWitness = Effect.fnUntraced(function* ({ file, header, hears }: WitnessOptions) {
  const trace = yield* openTraceFile(file);
  const names = makeTraceNames();
  const namers = namersOf(names);
  let lines = 0;
  let passes = 0;

  const write = (text: string): void => {
    const sum = trace.append(text);
    hears?.(`${text}\t${sumText(sum)}`);
  };

  const keysText = (rule: string, keys: readonly string[], answer: number): string => {
    const naming = namers.get(rule);
    let text = "";
    for (let place = 0; place < keys.length; place += 1) {
      let name = naming?.[place]?.(keys[place] ?? "") ?? "";
      // The issuer decides before the pass has a number; its place among those issued is its name.
      if (rule === issueRule && name === "" && answer <= 0) {
        name = String(passes);
        passes += 1;
      }
      text += place === 0 ? name : `,${name}`;
    }
    return text;
  };

  const decided = ({ rule, keys, facts, at, answer }: Witnessed): void => {
    lines += 1;
    write(
      `${String(at)}\t${rule}\t${keysText(rule, keys, answer)}\t${factsText(facts)}\t${answerText(answer)}`,
    );
  };

  const named = (seen: Seen): Seen => ("case" in seen ? { ...seen, case: names.caseName(seen.case) } : seen);

  const observe = (seen: readonly Seen[]): void => {
    for (const text of seen.map((each) => asciiJson(named(each))).sort()) {
      lines += 1;
      write(`${seenMark}\t${text}`);
    }
  };

  write(asciiJson(header));
  return {
    decided,
    layer: Layer.succeed(Witness, decided),
    nameToken: names.nameToken,
    observe,
    lines: () => lines,
    drain: trace.drain,
    end: Effect.suspend(() => {
      write(`${endMark}\t${String(lines)}`);
      return Effect.map(trace.end, (hash) => ({ lines, hash }));
    }),
  } satisfies WitnessTrace;
});
