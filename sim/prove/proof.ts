// The whole proof: the slices that were asked for, each in the ways that were asked for, the mistakes, and what follows for each promise.
// What is found is written down as proof.json and a story for every broken promise, in one folder.
// It can be interrupted; what was searched by then is told, and the proof says that it is not whole.
import { Effect, FileSystem, Ref } from "effect";
import { exitCodes, Stop } from "../../impl/exit.ts";
import { makeFolder } from "../../impl/folder.ts";
import { modelHash } from "../../impl/generated/stamp.ts";
import type { SliceId } from "../../models/language/slice.ts";
import { law } from "../../models/law.ts";
import type { Policy } from "../../models/policy.ts";
import type { PropertyId } from "../../models/properties.ts";
import { isLawsOwn, setIn } from "../../models/settings.ts";
import { isTimed } from "../../models/slices.ts";
import { play, type Story } from "../../models/story/story.ts";
import { proofSchemaVersion, type Proof, type ProvenSlice } from "../results/proof.ts";
import { disagreementsOf } from "./agreeing.ts";
import { catchMistakes, type Mistake } from "./mistakes.ts";
import { storyFileOf } from "./story/itf.ts";
import { promisesHash } from "./promiseshash.ts";
import { searchSlice, type Searched, type Way } from "./threeways.ts";
import { judgedOf, type Judged } from "./verdicts.ts";

export interface ProofOptions {
  readonly slices: readonly SliceId[];
  readonly ways: ReadonlySet<Way>;
  readonly policy: Policy;
  /** Searches states only up to swaps of people, venues or officers, which is faster and leaves the relation without a hash. */
  readonly reduce?: boolean;
  readonly folder: string;
  readonly onProgress: (share: number, doing: string) => void;
}

export interface Proven {
  readonly proof: Proof;
  /** Stories of broken promises. */
  readonly stories: ReadonlyMap<PropertyId, Story>;
}

/** What the searches of these slices do not cover, said with every proof. */
const notCoveredBy = (searched: readonly SliceId[]): readonly string[] => [
  "Counters over a sliding minute (passes of a person, scans of a venue) are facts that the searches choose freely, not counters that they follow.",
  "A slice follows as many people, passes, venues and cases as it names; more of them are not searched together.",
  ...searched
    .filter((id) => !isTimed(id))
    .map(
      (id) =>
        `The slice ${id} is searched with small constants only, and lowers no grade: its parts are searched with the real ones in the other slices.`,
    ),
];

const rate = (count: number, seconds: number): number => Math.round(count / Math.max(seconds, 0.001));

const provenSlice = (searched: Searched, isOwn: boolean): ProvenSlice => {
  const { slice, states, zones, spin } = searched;
  const { id, description, leavesOut, small, ticksADay, horizon } = slice;
  return {
    id,
    description,
    leavesOut,
    small,
    ticksADay,
    horizon,
    ...(states === undefined
      ? {}
      : {
          states: states.unreduced,
          transitions: states.transitions,
          hash: states.hash,
          perSecond: rate(states.states, states.seconds),
          bytes: states.bytes,
          clipped: states.cut,
        }),
    ...(spin === undefined
      ? {}
      : {
          spinStates: spin.found.states,
          spinTransitions: spin.found.transitions,
          spinHash: spin.found.hash,
          spinPerSecond: rate(spin.found.states, spin.found.seconds),
          formulas: [...spin.formulas].map(([formula, { holds }]) => ({ id: formula, holds })),
        }),
    ...(zones === undefined ? {} : { zones: zones.timed.zones, zoneTransitions: zones.timed.transitions }),
    cut: (states?.unexplored ?? 0) + (zones?.timed.cut ?? 0),
    disagreements: [...disagreementsOf(searched, isOwn)],
  };
};

const storyNameOf = (id: string): string => `${id}.itf.json`;

const promiseOf = ({ story, ...said }: Judged): Proof["promises"][number] =>
  story === undefined ? said : { ...said, story: storyNameOf(said.id) };

const proofOf = (
  { ways, policy }: ProofOptions,
  all: readonly Searched[],
  judged: readonly Judged[],
  complete: boolean,
): Proof => {
  const set = setIn(policy);
  const slices = all.map((searched) => provenSlice(searched, isLawsOwn(policy)));
  return {
    schemaVersion: proofSchemaVersion,
    modelHash,
    promisesHash,
    policy: { preset: policy.preset, set },
    ways: [...ways],
    complete,
    slices,
    agree: slices.every(({ disagreements }) => disagreements.length === 0),
    promises: judged.map(promiseOf),
    notCovered: notCoveredBy(all.map(({ slice }) => slice.id)),
  };
};

const unwritable = (folder: string) => (): Stop =>
  new Stop({
    code: exitCodes.usage,
    reason: "out-unwritable",
    sentence: `Nothing can be written into ${folder}.`,
    advice: "Choose another folder with --out, or give this process the right to write there.",
  });

const write = Effect.fnUntraced(function* (folder: string, { proof, stories }: Proven) {
  const files = yield* FileSystem.FileSystem;
  yield* files.writeFileString(`${folder}/proof.json`, `${JSON.stringify(proof, null, 2)}\n`);
  for (const [id, story] of stories)
    yield* files.writeFileString(
      `${folder}/${storyNameOf(id)}`,
      `${JSON.stringify(storyFileOf(story, play(story, law)), null, 2)}\n`,
    );
});

/** Searches, judges and writes; when it is interrupted, with what there is. */
export const prove = Effect.fnUntraced(function* (options: ProofOptions) {
  const { slices, ways, policy, reduce = false, folder, onProgress } = options;
  // A folder that cannot be had is better told before minutes of searching than after.
  yield* Effect.mapError(makeFolder(folder), unwritable(folder));
  const searched = yield* Ref.make<readonly Searched[]>([]);
  const caught = yield* Ref.make<readonly Mistake[]>([]);

  const conclude = Effect.fnUntraced(function* (complete: boolean) {
    const all = yield* Ref.get(searched);
    const judged = judgedOf(all, yield* Ref.get(caught), policy);
    const stories = new Map(
      judged.flatMap(({ id, story }) => (story === undefined ? [] : [[id, story] as const])),
    );
    const proven: Proven = { proof: proofOf(options, all, judged, complete), stories };
    yield* Effect.mapError(write(folder, proven), unwritable(folder));
    return proven;
  });

  const searching = Effect.gen(function* () {
    for (const [place, id] of slices.entries()) {
      const share = (place + 0.5) / (slices.length + 1);
      const found = yield* searchSlice({
        id,
        ways,
        policy,
        reduce,
        folder,
        onProgress: (doing) => {
          onProgress(share, doing);
        },
      });
      if (found !== undefined) yield* Ref.update(searched, (before) => [...before, found]);
    }
    onProgress(slices.length / (slices.length + 1), "mistakes that must be caught");
    yield* Ref.set(caught, yield* catchMistakes());
  });

  yield* Effect.onInterrupt(searching, () => Effect.ignore(conclude(false)));
  return yield* conclude(true);
});
