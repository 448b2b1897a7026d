// The part of the proof that belongs to the main job: every state of the small slices, up to swaps, and every mistake caught.
// It takes seconds; `entrylog prove` goes on to the real constants and to SPIN.
import { Effect } from "effect";
import { defaultPolicy } from "../../models/policy.ts";
import { slices } from "../../models/slices.ts";
import { makeProgress } from "../output/progress.ts";
import { Stopwatch } from "../stopwatch.ts";
import { prove, type Proven } from "./proof.ts";

const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ",");

const folder = ".entrylog/proof";

export const proveShortly = Effect.gen(function* () {
  const progress = makeProgress(yield* Stopwatch);
  return yield* prove({
    slices: slices.map(({ id }) => id).filter((id) => id !== "whole"),
    ways: new Set(["states"] as const),
    policy: defaultPolicy,
    reduce: true,
    folder,
    onProgress: progress.show,
  }).pipe(Effect.ensuring(progress.end));
});

/** What came out, in a few lines. */
export const renderShortly = ({ proof: { slices: searched, promises } }: Proven): string => {
  const states = searched.reduce((sum, slice) => sum + (slice.states ?? 0), 0);
  const held = promises.filter(({ verdict }) => verdict === "held").length;
  const caught = promises.filter(({ mutantCaught }) => mutantCaught).length;
  return [
    `Searched for a way to break a promise: every one of ${grouped(states)} states in ${String(searched.length)} parts of the system, with small constants.`,
    `${String(held)} of ${String(promises.length)} promises held, and ${String(caught)} deliberate mistakes were caught. \`npm run -s entrylog -- prove\` goes on to the real constants and to SPIN.`,
  ].join("\n");
};
