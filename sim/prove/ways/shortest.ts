// The shortest story that zones know to each transition and each state of the law, over all slices that are searched in real time.
// A slice in which the machine has not moved yet when it begins goes before one that begins in its midst, however short that is.
// Equal ones are told apart by how long they last and by the order of the slices, so that the answer is always the same.
import type { Law } from "../../../models/language/compose.ts";
import { transitionsOf } from "../../../models/language/lifecycle.ts";
import type { Slice } from "../../../models/language/slice.ts";
import type { Policy } from "../../../models/policy.ts";
import { sliceOf, slices } from "../../../models/slices.ts";
import type { WayTo } from "../../results/ways.ts";
import { reachedIn, storiesTo } from "../zones/reaching.ts";
import { played, type Story } from "../zones/story.ts";
import { byLength, plainer, shortened } from "./shortening.ts";

interface Found {
  readonly slice: Slice;
  readonly story: Story;
}

/** The shortest stories of one slice, by what they reach. */
export function shortestIn(slice: Slice, law: Law, policy: Policy): ReadonlyMap<string, Story> {
  const reached = reachedIn(law);
  const endsWith =
    (id: string) =>
    (story: Story): boolean =>
      reached(played(slice, law, policy, story)?.taken ?? []).includes(id);
  return new Map(
    [...storiesTo({ slice, law, policy })].flatMap(([id, stories]) => {
      const [shortest] = stories.map((story) => shortened(story, endsWith(id))).toSorted(byLength);
      return shortest === undefined ? [] : [[id, plainer(shortest, slice, endsWith(id))] as const];
    }),
  );
}

const beginsAtRest = ({ instances }: Slice, machine: string): boolean =>
  Object.values(instances).some((one) => one.machine === machine && one.begins === undefined);

/** Everything that can be reached, in the order of the law: the states of a machine, and then its transitions. */
const reachable = ({ machines }: Law): readonly { readonly machine: string; readonly id: string }[] =>
  machines.flatMap((machine) =>
    [
      ...Object.keys(machine.states).map((state) => `${machine.id}:${state}`),
      ...transitionsOf(machine).map(({ id }) => id),
    ].map((id) => ({ machine: machine.id, id })),
  );

export const timedSlices: readonly Slice[] = slices.flatMap(({ id }) => sliceOf(id, "timed") ?? []);

/** `bySlice`: what was found in each of the slices. */
export function waysOf(
  law: Law,
  bySlice: readonly { readonly slice: Slice; readonly stories: ReadonlyMap<string, Story> }[],
): readonly WayTo[] {
  return reachable(law).map(({ machine, id }) => {
    const found = bySlice.flatMap(({ slice, stories }): readonly Found[] => {
      const story = stories.get(id);
      return story === undefined ? [] : [{ slice, story }];
    });
    const atRest = found.filter(({ slice }) => beginsAtRest(slice, machine));
    const [best] = (atRest.length > 0 ? atRest : found).toSorted((one, other) =>
      byLength(one.story, other.story),
    );
    if (best === undefined) return { id };
    return { id, story: { slice: best.slice.id, form: "timed", clock: "real", steps: best.story } };
  });
}
