// The fewest steps to each transition and state of a slice, by going through all its states plainly, one number of moves after the other:
// a step is a move, after any time, or time at the end.
// Durations are made small, counts stay what they are in the policy: a lock takes as many tries here as there.
// It shares nothing with zones but the plain reading of a slice.
import { cellNumbers, cellsOf, relevantFields } from "../../../../models/language/cells.ts";
import { readSlice, type Law } from "../../../../models/language/compose.ts";
import { transitionsOf } from "../../../../models/language/lifecycle.ts";
import { smallPolicy } from "../../../../models/language/small.ts";
import { timePasses, type Slice, type World } from "../../../../models/language/slice.ts";
import { constants, defaultPolicy, type Constant } from "../../../../models/policy.ts";

const durations = new Set(
  Object.entries<Constant>(constants).flatMap(([name, { kind }]) => (kind === "duration" ? [name] : [])),
);

export function fewestSteps(timed: Slice, law: Law): ReadonlyMap<string, number> {
  const small = Object.entries(timed.small).filter(([name]) => durations.has(name));
  const slice: Slice = { ...timed, small: Object.fromEntries(small) };
  const relevant = relevantFields(slice, law);
  const cells = cellsOf(slice, law);
  const reading = readSlice(slice, law, smallPolicy(slice, defaultPolicy), (instance, field) =>
    relevant.has(`${instance} ${field}`),
  );
  const targets = new Map(
    law.machines.flatMap((machine) =>
      transitionsOf(machine).map(({ id, target }) => [id, [machine.id, target] as const] as const),
    ),
  );
  const fewest = new Map<string, number>();
  const reached = (id: string, moves: number): void => {
    fewest.set(id, Math.min(moves, fewest.get(id) ?? Infinity));
  };
  const seen = new Set<string>();
  let worlds: World[] = [reading.begins];
  for (let moves = 0; worlds.length > 0; moves += 1) {
    const after: World[] = [];
    // Time passes without a move: what it leads to is looked at in the same round.
    for (const world of worlds) {
      const key = cellNumbers(slice, cells, world).join();
      if (seen.has(key)) continue;
      seen.add(key);
      for (const { move, taken, world: next } of reading.from(world)) {
        const made = moves + 1;
        const last = new Map<string, string>();
        for (const id of taken) {
          reached(id, made);
          const [machine, target] = targets.get(id) ?? [];
          if (machine !== undefined && target !== undefined) last.set(machine, target);
        }
        for (const [machine, state] of last) reached(`${machine}:${state}`, made);
        (move === timePasses ? worlds : after).push(next);
      }
    }
    worlds = after;
  }
  return fewest;
}
