// Searches one slice in the ways that were asked for: every state, every zone, and by SPIN.
// The ways know nothing of each other; agreeing.ts compares what they found.
// A way that cannot be gone here (SPIN not installed) is left out and said; a way that fails is a fault.
import { Worker } from "node:worker_threads";
import { Effect } from "effect";
import type { Slice, SliceId } from "../../models/language/slice.ts";
import { smallPolicy } from "../../models/language/small.ts";
import { law } from "../../models/law.ts";
import type { Policy } from "../../models/policy.ts";
import { isTimed, sliceOf } from "../../models/slices.ts";
import type { FormulaFound, SpinFound } from "./spin/spin.ts";
import { runFormulas, runSpin } from "./spin/spin.ts";
import { generated } from "./states/generated.ts";
import type { StatesFound } from "./states/result.ts";
import { searchStates } from "./states/search.ts";
import { readZoneAnswer, type ZoneAnswer, type ZoneRequest } from "./zonemessages.ts";

export const ways = ["states", "zones", "spin"] as const;
export type Way = (typeof ways)[number];

export interface Searched {
  readonly slice: Slice;
  readonly states?: StatesFound;
  /** With the real constants, and with durations that may be anything. */
  readonly zones?: { readonly timed: ZoneAnswer; readonly untimed: ZoneAnswer };
  readonly spin?: {
    readonly found: SpinFound;
    /** Formulas take a search each, so they are checked on the slice in its timed form, and compared with its states. */
    readonly formulas: ReadonlyMap<string, FormulaFound>;
    readonly formulaStates?: StatesFound;
  };
}

export interface SearchOptions {
  readonly id: SliceId;
  readonly ways: ReadonlySet<Way>;
  readonly policy: Policy;
  /** Keeps only one of all states that are the same up to swaps of people, venues or officers. */
  readonly reduce?: boolean;
  /** Where SPIN's files go. */
  readonly folder: string;
  readonly onProgress: (doing: string) => void;
}

/** Searches zones in a thread of its own. */
export const zonesInThread = (request: ZoneRequest): Effect.Effect<ZoneAnswer> =>
  Effect.callback<ZoneAnswer>((resume) => {
    const worker = new Worker(new URL("./zoneworker.ts", import.meta.url), { workerData: request });
    worker.once("message", (message: unknown) => {
      resume(Effect.sync(() => readZoneAnswer(message)));
    });
    worker.once("error", (error) => {
      resume(Effect.die(error));
    });
    return Effect.promise(() => worker.terminate());
  });

const byZones = ({ id, policy, onProgress }: SearchOptions) =>
  Effect.gen(function* () {
    const request = { slice: id, ...policy, untimed: false };
    onProgress(`zones of ${id}`);
    const timed = yield* zonesInThread(request);
    const untimed = yield* zonesInThread({ ...request, untimed: true });
    return { timed, untimed };
  });

const statesOf = (slice: Slice, policy: Policy, reduce: boolean, onStates: (states: number) => void) =>
  Effect.promise((signal) =>
    searchStates({
      slice,
      law: generated,
      policy: smallPolicy(slice, policy),
      signal,
      reduce,
      onProgress: ({ states }) => {
        onStates(states);
      },
    }),
  );

const byStates = ({ id, policy, reduce = false, onProgress }: SearchOptions, slice: Slice) =>
  statesOf(slice, policy, reduce, (states) => {
    onProgress(`states of ${id}: ${String(states)}`);
  });

const bySpin = ({ id, policy, folder, onProgress }: SearchOptions, slice: Slice) =>
  Effect.gen(function* () {
    const search = {
      slice,
      law,
      policy: smallPolicy(slice, policy),
      workFolder: `${folder}/spin/${id}`,
      onProgress: ({ states }: { readonly states: number }) => {
        onProgress(`SPIN on ${id}: ${String(states)}`);
      },
    };
    onProgress(`SPIN on ${id}`);
    const found = yield* runSpin(search);
    const timed = sliceOf(id, "timed");
    if (timed === undefined) return { found, formulas: new Map<string, FormulaFound>() };
    onProgress(`formulas of ${id}`);
    const formulas = yield* runFormulas({ ...search, slice: timed, policy: smallPolicy(timed, policy) });
    const formulaStates = yield* statesOf(timed, policy, false, () => undefined);
    return { found, formulas, formulaStates };
  });

/** One slice, in the ways that were asked for and that it can be searched in. */
export const searchSlice = Effect.fnUntraced(function* (options: SearchOptions) {
  const slice = sliceOf(options.id);
  if (slice === undefined) return undefined;
  const asked = options.ways;
  const [states, zones, spin] = yield* Effect.all(
    [
      asked.has("states") ? byStates(options, slice) : Effect.undefined,
      asked.has("zones") && isTimed(options.id) ? byZones(options) : Effect.undefined,
      asked.has("spin") ? bySpin(options, slice) : Effect.undefined,
    ],
    { concurrency: 2 },
  );
  return {
    slice,
    ...(states === undefined ? {} : { states }),
    ...(zones === undefined ? {} : { zones }),
    ...(spin === undefined ? {} : { spin }),
  } satisfies Searched;
});
