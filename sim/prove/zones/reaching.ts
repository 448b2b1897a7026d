/**
 * Stories that lead to each transition of a slice, and to each state, with the real constants: the first few that a search through zones meets.
 * It goes breadth first, so that the first are among the shortest; whoever wants the shortest of all leaves out what is not needed.
 * What no story leads to is not in the answer: then zones met nothing of it, or nothing that can be played.
 */
import type { Law } from "../../../models/language/compose.ts";
import { transitionsOf } from "../../../models/language/lifecycle.ts";
import type { Slice } from "../../../models/language/slice.ts";
import type { Policy } from "../../../models/policy.ts";
import { explore } from "./explore.ts";
import type { TakenBy } from "./moving.ts";
import { areWithin, joined, listener, noNeeds } from "./needs.ts";
import { placesOf } from "./place.ts";
import { levelsOf, timingOf, type Level } from "./precision.ts";
import { readingOf } from "./reading.ts";
import { beginning } from "./standing.ts";
import { played, storyOf, wayTo, type Story, type Way } from "./story.ts";

interface Asked {
  readonly slice: Slice;
  readonly law: Law;
  readonly policy: Policy;
}

/** How many ways are tried for one thing, and how many stories of it are enough. */
const waysMost = 16;
const storiesMost = 2;
/** Zones kept apart lead to what is near by the shortest ways; zones made one lead to all the rest. */
const nearMost = 1_500;
const farMost = 200_000;

/** What a step reaches: the transitions that it takes, and the states, as `visit:erased`, in which it leaves those that took them. */
export type Reached = (taken: readonly string[]) => readonly string[];

export function reachedIn({ machines }: Law): Reached {
  const targets = new Map(
    machines.flatMap((machine) =>
      transitionsOf(machine).map(({ id, target }) => [id, { machine: machine.id, target }] as const),
    ),
  );
  return (taken) => {
    const last = new Map<string, string>();
    for (const id of taken) {
      const found = targets.get(id);
      if (found !== undefined) last.set(found.machine, found.target);
    }
    return [...taken, ...[...last].map(([machine, state]) => `${machine}:${state}`)];
  };
}

const idsOf = (taken: readonly TakenBy[]): readonly string[] => taken.map(([, transition]) => transition);

/** The first ways through zones to whatever is still wanted, at one level of precision. */
function waysAt(
  { slice, law, policy }: Asked,
  level: Level,
  limit: number,
  reached: Reached,
  isWanted: (id: string) => boolean,
): ReadonlyMap<string, readonly Way[]> {
  const timing = timingOf({}, level.followsDays);
  const size = placesOf(readingOf(slice, law, policy, timing));
  let needs = noNeeds(size);
  for (;;) {
    const ways = new Map<string, Way[]>();
    const heard = listener(size);
    const reading = readingOf(slice, law, policy, { ...timing, compared: heard.compared });
    explore({
      reading,
      begins: beginning(reading, [null]),
      needs,
      listener: heard,
      limit,
      joins: level.joins,
      inOrder: !level.joins,
      watcher: {
        stepped: (node, step, { taken }, next) => {
          for (const id of reached(idsOf(taken)).filter(isWanted)) {
            const known = ways.get(id) ?? [];
            ways.set(id, known);
            if (known.length < waysMost) known.push(wayTo(node, step, false));
          }
          return next;
        },
      },
    });
    const needed = heard.needed();
    if (areWithin(needed, needs)) return ways;
    needs = joined(needed, needs);
  }
}

/** By what is reached, the stories in which the last step reaches it; near ones first, and what needs days told apart last. */
export function storiesTo(asked: Asked): ReadonlyMap<string, readonly Story[]> {
  const { slice, law, policy } = asked;
  const reached = reachedIn(law);
  const stories = new Map<string, readonly Story[]>();
  const storiesBy = (id: string, ways: readonly Way[]): readonly Story[] => {
    const found: Story[] = [];
    for (const way of ways) {
      const story = storyOf(slice, law, policy, way, (_reading, { taken, after }) =>
        reached(idsOf(taken)).includes(id) ? [after.moment] : [],
      );
      if (story === undefined) continue;
      if (reached(played(slice, law, policy, story)?.taken ?? []).includes(id)) found.push(story);
      if (found.length === storiesMost) break;
    }
    return found;
  };
  const levels = levelsOf({});
  const near = levels.filter(({ joins, followsDays }) => !joins && !followsDays);
  for (const level of [...near, ...levels.filter(({ joins }) => joins)]) {
    const most = level.joins ? farMost : nearMost;
    for (const [id, ways] of waysAt(asked, level, most, reached, (wanted) => !stories.has(wanted))) {
      const found = storiesBy(id, ways);
      if (found.length > 0) stories.set(id, found);
    }
  }
  return stories;
}
