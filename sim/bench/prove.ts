// The prove row: states a second of the exhaustive search over generated code, against SPIN on the same slice.
// Both keep a way to every state; SPIN searches without the observer that would count for it, and its compiling is left out.
// Ours compiles, counts and hashes as always. Both are held to the same states and the same transitions; larger slices stand beside,
// and how long the zones of each slice take, which nobody else searches.
import { Effect, FileSystem } from "effect";
import { smallPolicy } from "../../models/language/small.ts";
import type { Slice, SliceId } from "../../models/language/slice.ts";
import type { Policy } from "../../models/policy.ts";
import { doorOf } from "../../models/slices/door.ts";
import { sliceOf } from "../../models/slices.ts";
import { gateOf } from "../../models/slices/gate.ts";
import { whole } from "../../models/slices/whole.ts";
import { runSpin } from "../prove/spin/spin.ts";
import { generated } from "../prove/states/generated.ts";
import { searchStates } from "../prove/states/search.ts";
import { searchZones } from "../prove/zones/search.ts";
import { Stopwatch } from "../stopwatch.ts";
import type { RatioRow, RowGoal } from "./row.ts";
import { median } from "./sides.ts";

const goal = {
  id: "prove",
  compared:
    "States a second of an exhaustive search of a slice, with a way to every state kept: the search over generated code, " +
    "which hashes the transition relation and judges every promise, against SPIN's search of the exported slice, which does neither.",
  unit: "states a second",
  goal: 0.5,
  aim: 1,
} as const satisfies RowGoal;

export interface ProveSize {
  readonly slice: Slice;
  /** Searched once by each side, and shown beside the row. */
  readonly besides: Readonly<Record<string, Slice>>;
  /** How often both sides go, each time in the other order. */
  readonly rounds: number;
  /** The slices whose zones are searched, each once. */
  readonly zones: readonly SliceId[];
}

/** Two and a half million states, and beside them about 13 million. */
export const fullProve: ProveSize = {
  slice: doorOf(["1", "2"], ["1", "2"]),
  besides: { "the whole": whole },
  rounds: 3,
  zones: ["gate", "door", "retention", "case"],
};
export const quickProve: ProveSize = { slice: gateOf(["1"]), besides: {}, rounds: 1, zones: ["door"] };

interface Went {
  readonly states: number;
  readonly transitions: number;
  readonly seconds: number;
}

interface Both {
  readonly ours: Went;
  readonly theirs: Went;
}

const rateOf = ({ states, seconds }: Went): number => states / seconds;

/** SPIN prints eight digits of its transitions. */
const digitsLost = 1e-7;

export const isSameWork = ({ ours, theirs }: Both): boolean =>
  ours.states === theirs.states &&
  Math.abs(ours.transitions - theirs.transitions) <= ours.transitions * digitsLost;

/** Both sides once on one slice. */
const measureOnce = Effect.fnUntraced(function* (
  slice: Slice,
  policy: Policy,
  folder: string,
  oursFirst: boolean,
) {
  const small = smallPolicy(slice, policy);
  const search = Effect.promise(() => searchStates({ slice, law: generated, policy: small }));
  const spin = runSpin({
    slice,
    law: generated.law,
    policy: small,
    workFolder: folder,
    unobserved: true,
  });
  const first = oursFirst ? yield* search : undefined;
  const theirs = yield* spin;
  return { ours: first ?? (yield* search), theirs } satisfies Both;
});

/** Seconds that the zones of each slice take, with the real constants. */
const measureZones = Effect.fnUntraced(function* (ids: readonly SliceId[], policy: Policy) {
  const { now: stopwatch } = yield* Stopwatch;
  return Object.fromEntries(
    ids.flatMap((id) => {
      const slice = sliceOf(id, "timed");
      if (slice === undefined) return [];
      const { zones, seconds } = searchZones({ slice, law: generated.law, policy, stopwatch });
      return [[`the ${String(zones)} zones of ${id}`, seconds]];
    }),
  );
});

/** SPIN's program is written below the folder and gone afterwards; where there is no SPIN the row fails and says so. */
export const measureProve = Effect.fnUntraced(function* (
  { slice, besides, rounds, zones }: ProveSize,
  policy: Policy,
  folder: string,
) {
  const files = yield* FileSystem.FileSystem;
  const workFolder = yield* files.makeTempDirectoryScoped({ directory: folder, prefix: "bench-spin-" });
  const measured: Both[] = [];
  for (let round = 0; round < rounds; round += 1)
    measured.push(yield* measureOnce(slice, policy, workFolder, round % 2 === 0));
  const beside: Record<string, number> = {};
  const larger: Both[] = [];
  for (const [name, other] of Object.entries(besides)) {
    const once = yield* measureOnce(other, policy, workFolder, true);
    larger.push(once);
    const states = `${name}, ${once.ours.states.toLocaleString("en")} states`;
    beside[`${states}, ours`] = rateOf(once.ours);
    beside[`${states}, SPIN`] = rateOf(once.theirs);
  }
  const ours = median(measured.map((went) => rateOf(went.ours)));
  const theirs = median(measured.map((went) => rateOf(went.theirs)));
  return {
    ...goal,
    ours,
    theirs,
    ratio: ours / theirs,
    equal: [...measured, ...larger].every(isSameWork),
    besides: beside,
    seconds: yield* measureZones(zones, policy),
  } satisfies RatioRow;
});
