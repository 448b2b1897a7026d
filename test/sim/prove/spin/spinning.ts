// Runs SPIN for a test, in a temporary folder that is removed again, and lays its result beside that of the plain search.
// Nothing here is compared: the tests say what has to be equal.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect, type FileSystem, type Path } from "effect";
import type { ChildProcessSpawner } from "effect/process";
import { judgedOn } from "../../../../models/language/judged.ts";
import { smallPolicy } from "../../../../models/language/small.ts";
import { timePasses, type Slice } from "../../../../models/language/slice.ts";
import { machines } from "../../../../models/machines.ts";
import { defaultPolicy, type Policy } from "../../../../models/policy.ts";
import { rules } from "../../../../models/system.ts";
import { searchPlain } from "../../../../sim/prove/plain.ts";
import type { SpinFound } from "../../../../sim/prove/spin/spin.ts";

export const law = { machines, rules };

/** The policy with some constants set otherwise, made small for a slice. */
export const small = (slice: Slice, set: Policy["constants"] = {}): Policy =>
  smallPolicy(slice, { ...defaultPolicy, constants: { ...defaultPolicy.constants, ...set } });

/** For searches of a few thousand states: a short stack, and a compiler that does not try hard. */
export const quick = { depthMost: 200_000, optimise: false } as const;

type Services = FileSystem.FileSystem | Path.Path | ChildProcessSpawner.ChildProcessSpawner;

/** What an effect over SPIN gives, or the error it ends with. */
export async function spun<Found, Problem>(
  running: (workFolder: string) => Effect.Effect<Found, Problem, Services>,
): Promise<Found | Problem> {
  const workFolder = mkdtempSync(join(tmpdir(), "entrylog-spin-"));
  try {
    const ending = running(workFolder).pipe(
      Effect.catch((problem) => Effect.succeed(problem)),
      Effect.provide(NodeServices.layer),
    );
    return await Effect.runPromise(ending);
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
}

/** What has to be equal, from whichever search. */
export interface Comparable {
  readonly states: number;
  readonly transitions: number;
  readonly perMove: Readonly<Record<string, number>>;
  readonly hash: string;
  readonly promises: Readonly<Record<string, { readonly met: number; readonly broken: number }>>;
}

const movesOf = (slice: Slice): readonly string[] => [...slice.moves.map(({ id }) => id), timePasses];

export const bySpin = (slice: Slice, found: SpinFound): Comparable => ({
  states: found.states,
  transitions: found.transitions,
  perMove: Object.fromEntries(movesOf(slice).map((move, place) => [move, found.perMove[place] ?? -1])),
  hash: found.hash,
  promises: Object.fromEntries(found.promises),
});

export async function byPlainSearch(slice: Slice, policy: Policy): Promise<Comparable> {
  const found = await searchPlain({ slice, law, policy });
  const judged = new Set(judgedOn(slice).map(({ promise }) => promise));
  const promises = [...judged].map((promise) => {
    const { met = 0, broken = 0 } = found.promises.get(promise) ?? {};
    return [promise, { met, broken }] as const;
  });
  return {
    states: found.states,
    transitions: found.transitions,
    perMove: Object.fromEntries(found.perMove),
    hash: found.hash,
    promises: Object.fromEntries(promises),
  };
}
