/**
 * A plain breadth-first search over the plain reading of a slice, by whatever law it is given: that is how mutants are searched.
 * It answers in the same form as the search over generated code, and is a hundred times slower.
 * It stops when a given promise is broken, if that is all that is asked.
 */
import { setImmediate } from "node:timers/promises";
import { Context } from "effect";
import { cellNumbers, cellsOf, relevantFields } from "../../models/language/cells.ts";
import { readSlice, type Law, type Made } from "../../models/language/compose.ts";
import { timePasses, type Slice, type World } from "../../models/language/slice.ts";
import type { Policy } from "../../models/policy.ts";
import { properties, type PropertyId } from "../../models/properties.ts";
import { verdictsOn } from "../../models/story/judging.ts";
import { Stopwatch } from "../stopwatch.ts";
import { firstPart, hashOfState, relationHash, secondPart } from "./hash.ts";
import type { SearchProgress, StatesFound } from "./states/result.ts";

export interface PlainOptions {
  readonly slice: Slice;
  readonly law: Law;
  /** The policy in the small, by which the slice is read. */
  readonly policy: Policy;
  /** The search stops when it has reached so many states. */
  readonly limit?: number;
  /** The search stops when this promise is broken. */
  readonly until?: PropertyId;
  readonly onProgress?: (progress: SearchProgress) => void;
  readonly signal?: AbortSignal;
}

interface Reached {
  readonly world: World;
  readonly parent: Reached | undefined;
  readonly move: string;
  readonly depth: number;
  readonly hash: ReturnType<typeof hashOfState>;
}

interface Judged {
  met: number;
  broken: number;
  readonly kinds: Set<string>;
  story?: readonly string[];
}

const turn = 256;

const storyOf = (state: Reached, last: string): readonly string[] => {
  const backwards = [last];
  for (let at = state; at.parent !== undefined; at = at.parent) backwards.push(at.move);
  return backwards.toReversed();
};

const counted = (counts: Map<string, number>, name: string): void =>
  void counts.set(name, (counts.get(name) ?? 0) + 1);

export async function searchPlain(options: PlainOptions): Promise<StatesFound> {
  const { slice, law, policy, limit = Infinity, until, onProgress, signal } = options;
  const stopwatch = Context.get(Context.empty(), Stopwatch);
  const begunMs = stopwatch.now();
  const relevant = relevantFields(slice, law);
  const cells = cellsOf(slice, law);
  const reading = readSlice(slice, law, policy, (instance, field) => relevant.has(`${instance} ${field}`));
  const numbers = new Map([...slice.moves.map(({ id }) => id), timePasses].map((id, number) => [id, number]));
  const known = new Map<string, Reached>();
  const queue: Reached[] = [];
  const perMove = new Map([...numbers.keys()].map((id) => [id, 0]));
  const refusals = new Map<string, number>();
  const promises = new Map<PropertyId, Judged>(
    properties.map(({ id }) => [id, { met: 0, broken: 0, kinds: new Set() }]),
  );
  const sums = { a: 0, b: 0, transitions: 0, cut: 0 };

  const reach = (world: World, parent: Reached | undefined, move: string): Reached => {
    const values = cellNumbers(slice, cells, world);
    const key = values.join();
    const found = known.get(key);
    if (found !== undefined) return found;
    const state: Reached = {
      world,
      parent,
      move,
      depth: (parent?.depth ?? -1) + 1,
      hash: hashOfState(values),
    };
    known.set(key, state);
    queue.push(state);
    return state;
  };
  const follow = (from: Reached, { move, world, refused, clipped, observed }: Made): void => {
    const to = reach(world, from, move);
    const number = numbers.get(move) ?? 0;
    sums.a = (sums.a + firstPart(from.hash.a, number, to.hash.a)) | 0;
    sums.b = (sums.b + secondPart(from.hash.b, number, to.hash.b)) | 0;
    sums.transitions += 1;
    if (clipped) sums.cut += 1;
    counted(perMove, move);
    if (refused !== "") counted(refusals, refused);
    for (const { promise, kind, broken } of verdictsOn(observed, policy)) {
      const judged = promises.get(promise);
      if (judged === undefined) continue;
      judged.met += 1;
      judged.kinds.add(kind);
      if (!broken) continue;
      judged.broken += 1;
      judged.story ??= storyOf(from, move);
    }
  };

  reach(reading.begins, undefined, "");
  const isBroken = (): boolean => until !== undefined && (promises.get(until)?.broken ?? 0) > 0;
  let explored = 0;
  while (explored < queue.length && queue.length < limit && !isBroken() && signal?.aborted !== true) {
    const state = queue[explored];
    if (state === undefined) break;
    explored += 1;
    for (const made of reading.from(state.world)) follow(state, made);
    if (explored % turn !== 0) continue;
    onProgress?.({ states: queue.length, explored, transitions: sums.transitions });
    await setImmediate();
  }
  const unexplored = queue.length - explored;
  return {
    states: queue.length,
    unreduced: queue.length,
    transitions: sums.transitions,
    perMove,
    refusals,
    hash: unexplored > 0 ? "" : relationHash(sums.a, sums.b),
    cut: sums.cut,
    unexplored,
    depth: queue.at(-1)?.depth ?? 0,
    bytes: 0,
    seconds: (stopwatch.now() - begunMs) / 1_000,
    promises: new Map([...promises].map(([id, found]) => [id, { ...found, kinds: [...found.kinds] }])),
  };
}
