/**
 * The exhaustive search of a slice over the generated core: every state that can be reached, with a way to each.
 * Breadth first, so that the first story in which a promise is broken is a shortest one.
 * It can be interrupted at any time and then says how much it has not looked at; it judges nothing but the promises.
 */
import { setImmediate } from "node:timers/promises";
import { Context } from "effect";
import { readSlice } from "../../../models/language/compose.ts";
import { cellNumbers, relevantFields } from "../../../models/language/cells.ts";
import { LawMistake } from "../../../models/language/evaluate.ts";
import type { Slice } from "../../../models/language/slice.ts";
import type { Policy } from "../../../models/policy.ts";
import { Stopwatch } from "../../stopwatch.ts";
import { relationHash } from "../hash.ts";
import { compileSlice, type Compiled } from "./compile.ts";
import type { Group } from "./contexts.ts";
import { Counting } from "./counting.ts";
import { makeExpander, type Expander } from "./expand.ts";
import { Exploration } from "./explore.ts";
import { together } from "./footprint.ts";
import type { GeneratedLaw } from "./generated.ts";
import type { SearchProgress, StatesFound } from "./result.ts";
import { storyOf } from "./story.ts";
import { makeSymmetry, type Symmetry } from "./symmetry.ts";

export interface SearchOptions {
  readonly slice: Slice;
  readonly law: GeneratedLaw;
  /** The policy in the small, by which the slice is read. */
  readonly policy: Policy;
  /** The search stops when it has reached so many states. */
  readonly limit?: number;
  /** Keeps only one of all states that are the same up to swaps. */
  readonly reduce?: boolean;
  /** Takes every move to touch every part; slow, and there to show that what a move touches is found rightly. */
  readonly wholly?: boolean;
  readonly onProgress?: (progress: SearchProgress) => void;
  readonly signal?: AbortSignal;
}

/** A search as it stands. */
export interface Searched {
  readonly expander: Expander;
  readonly symmetry: Symmetry | undefined;
  readonly begins: Int32Array;
  readonly counting: Counting;
  readonly exploration: Exploration;
  /** States that were looked at. */
  readonly explored: number;
}

/** Moves are kept in 16 bits. */
const movesMost = 65_535;
/** So many states are looked at between two looks at interruptions. */
const turn = 16_384;

/** Where a slice begins, in numbers of its parts; the plain reading says it. */
function beginningOf({ compiled, numbersOf }: Expander): Int32Array {
  const { layout, law, policy } = compiled;
  const { slice, cells } = layout;
  const relevant = relevantFields(slice, law.law);
  const reading = readSlice(slice, law.law, policy, (instance, field) =>
    relevant.has(`${instance} ${field}`),
  );
  return numbersOf(cellNumbers(slice, cells, reading.begins));
}

/** Moves and questions, put together by what they touch. */
function groupsOf({ layout, moves, watches }: Compiled, wholly: boolean): readonly Group[] {
  const all = layout.parts.map((_, place) => place);
  const grouped = (members: Compiled["moves"], isWatch: boolean): readonly Group[] =>
    together(members.map(({ parts }) => (wholly ? all : parts))).map((one) => ({ together: one, isWatch }));
  return [...grouped(moves, false), ...grouped(watches, true)];
}

/** Searches, and leaves all states to whoever asks for them. */
export async function search(options: SearchOptions): Promise<Searched> {
  const { slice, law, policy, limit = Infinity, onProgress, signal } = options;
  if (slice.moves.length > movesMost) throw new LawMistake("the slice has more moves than can be numbered");
  const compiled = compileSlice(slice, law, policy);
  const expander = makeExpander(compiled);
  const isReduced = options.reduce === true && slice.swaps.length > 0;
  const symmetry = isReduced ? makeSymmetry(compiled.layout) : undefined;
  const counting = new Counting(compiled);
  const begins = beginningOf(expander);
  const groups = groupsOf(compiled, options.wholly === true);
  const exploration = new Exploration(expander, groups, counting, begins, symmetry);
  const { states } = exploration;
  let explored = 0;
  while (explored < states.count && states.count < limit && signal?.aborted !== true) {
    const until = Math.min(states.count, explored + turn);
    while (explored < until && states.count < limit) exploration.explore((explored += 1));
    onProgress?.({ states: states.count, explored, transitions: exploration.transitions });
    await setImmediate();
  }
  counting.leaving(exploration.contexts);
  return { expander, symmetry, begins, counting, exploration, explored };
}

/** Searches a slice and says what it found. */
export async function searchStates(options: SearchOptions): Promise<StatesFound> {
  const stopwatch = Context.get(Context.empty(), Stopwatch);
  const begunMs = stopwatch.now();
  const searched = await search(options);
  const { exploration, counting, symmetry, explored } = searched;
  const { states, transitions, timePassed, timeClipped, sumA, sumB } = exploration;
  const unexplored = states.count - explored;
  return {
    states: states.count,
    unreduced: exploration.orbits,
    transitions,
    perMove: counting.perMove(timePassed),
    refusals: counting.refusals(),
    hash: symmetry !== undefined || unexplored > 0 ? "" : relationHash(sumA, sumB),
    cut: counting.clipped + timeClipped,
    unexplored,
    depth: states.depthOf(states.count),
    promises: counting.promises((promise, broken) => storyOf(searched, promise, broken)),
    bytes: exploration.bytes,
    seconds: (stopwatch.now() - begunMs) / 1_000,
  };
}
