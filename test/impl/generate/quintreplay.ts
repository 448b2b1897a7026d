// Replays a trace of quint's in the plain reading of the slice: each state must follow from the one before by the move it names,
// and where the trace says what else could have been done, that must be exactly what the plain reading allows.
// Here is also the module that makes quint say so: it stands beside the exported one, whose text it leaves as it is.
import { cellNumbers, cellsOf, relevantFields } from "../../../models/language/cells.ts";
import { readSlice, type Made } from "../../../models/language/compose.ts";
import { smallPolicy } from "../../../models/language/small.ts";
import { timePasses, type Slice, type World } from "../../../models/language/slice.ts";
import { machines } from "../../../models/machines.ts";
import { defaultPolicy } from "../../../models/policy.ts";
import { verdictsOn } from "../../../models/story/judging.ts";
import { rules } from "../../../models/system.ts";
import { moveNames } from "../../../impl/generate/quint/scene.ts";
import type { Running } from "./quinttool.ts";
import { readTrace, verdict, type Shown } from "./quinttrace.ts";

const law = { machines, rules };

/** The exported text, and a module that notes before each step everything that could be done. */
export function watched(slice: Slice, text: string): string {
  const all = [...slice.moves.map(({ id }) => id), timePasses].map((id) => {
    const { may, after } = moveNames(id);
    const made = `[{ move: ${JSON.stringify(id)}, made: ${after}(w) }]`;
    return text.includes(`pure def ${may}(`) ? `    if (${may}(w)) ${made} else [],` : `    ${made},`;
  });
  return [
    text,
    "module watched {",
    `  import ${slice.id}.*`,
    "  type Possible = { move: str, made: Step }",
    "  var possible: List[Possible]",
    "  pure def possibleIn(w: World): List[Possible] = [",
    ...all,
    "  ].foldl([], (sofar, some) => sofar.concat(some))",
    "  action watchedInit = all { init, possible' = [] }",
    "  pure def changing(w: World, can: List[Possible]): List[Possible] =",
    '    can.select(one => one.made.refused == "" and one.made.world != w)',
    "  action livelyStep(can: List[Possible]): bool = all {",
    "    can.length() > 0,",
    "    nondet place = can.indices().oneOf()",
    "    takes(can[place].move, can[place].made),",
    "  }",
    "  action watchedStep = {",
    "    val can = possibleIn(world)",
    "    all { any { step, livelyStep(changing(world, can)) }, possible' = can }",
    "  }",
    "}",
    "",
  ].join("\n");
}

export const watchedRun = {
  main: "watched",
  init: "watchedInit",
  step: "watchedStep",
} as const satisfies Partial<Running>;

export interface Replayed {
  /** The first place at which the trace and the plain reading part; nothing if they never do. */
  readonly difference?: { readonly step: number; readonly shown: unknown; readonly plain: unknown };
  readonly moves: ReadonlySet<string>;
  readonly possible: ReadonlySet<string>;
  readonly verdicts: ReadonlySet<string>;
}

export function replay(slice: Slice, trace: string): Replayed {
  const policy = smallPolicy(slice, defaultPolicy);
  const relevant = relevantFields(slice, law);
  const cells = cellsOf(slice, law);
  const reading = readSlice(slice, law, policy, (instance, field) => relevant.has(`${instance} ${field}`));
  const numbers = (world: World): readonly number[] => cellNumbers(slice, cells, world);
  const plainly = ({ move, world, refused, observed }: Made): Shown => ({
    move,
    cells: numbers(world),
    refused,
    verdicts: [
      ...new Set(verdictsOn(observed, policy).map(({ promise, broken }) => verdict(promise, !broken))),
    ].toSorted(),
  });
  const differ = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other);

  const met = { moves: new Set<string>(), possible: new Set<string>(), verdicts: new Set<string>() };
  let world = reading.begins;
  for (const [step, { possible, ...shown }] of readTrace(trace, cells).entries()) {
    if (step === 0) {
      const begins = numbers(world);
      if (differ(shown.cells, begins))
        return { ...met, difference: { step, shown: shown.cells, plain: begins } };
      continue;
    }
    const made = reading.from(world);
    const allowed = made.map(plainly);
    if (possible !== undefined && differ(possible, allowed))
      return { ...met, difference: { step, shown: possible, plain: allowed } };
    const taken = made.find(({ move }) => move === shown.move);
    const plain = taken === undefined ? undefined : plainly(taken);
    if (taken === undefined || differ(shown, plain)) return { ...met, difference: { step, shown, plain } };
    met.moves.add(shown.move);
    for (const { move, verdicts } of possible ?? [shown]) {
      met.possible.add(move);
      for (const one of verdicts) met.verdicts.add(one);
    }
    world = taken.world;
  }
  return met;
}
