// Every promise under the policy with one constant set otherwise, by zones, with the real constants.
// A slice that never reads the constant is not searched again: what was found under the policy as it stands was found for it too.
// The deliberate mistakes that give a promise its weight are made once, under the policy as it stands.
import { Effect } from "effect";
import type { SliceId } from "../../../models/language/slice.ts";
import { constants, defaultPolicy, type Policy } from "../../../models/policy.ts";
import { law } from "../../../models/law.ts";
import type { PropertyId } from "../../../models/properties.ts";
import { setOver } from "../../../models/settings.ts";
import { isTimed, slices } from "../../../models/slices.ts";
import { play, type Story } from "../../../models/story/story.ts";
import { grades } from "../../results/proof.ts";
import type { NumbersVerdict } from "../../results/numbers.ts";
import { toldStory } from "../../results/toldstory.ts";
import { catchMistakes, type Mistake } from "../mistakes.ts";
import { zonesInThread } from "../threeways.ts";
import { judgedOf, type Judged } from "../verdicts.ts";
import { plainer } from "../ways/shortening.ts";
import type { ZoneAnswer } from "../zonemessages.ts";
import type { Asked } from "./grid.ts";

const timed = slices.filter(({ id }) => isTimed(id));
const [forAll, forReal] = grades;

const zones = (slice: SliceId, policy: Policy, untimed: boolean): Effect.Effect<ZoneAnswer> =>
  zonesInThread({ slice, ...policy, untimed });

const searchAll = Effect.forEach(
  timed,
  (slice) =>
    Effect.map(
      Effect.all({
        timed: zones(slice.id, defaultPolicy, false),
        untimed: zones(slice.id, defaultPolicy, true),
      }),
      (found) => ({ slice, zones: found }),
    ),
  { concurrency: 2 },
);
type AllSearched = Effect.Success<typeof searchAll>;

/** What is known before any constant is changed. */
export interface Ground {
  readonly searched: AllSearched;
  readonly mistakes: readonly Mistake[];
}

export const ground: Effect.Effect<Ground> = Effect.all(
  { searched: searchAll, mistakes: catchMistakes() },
  { concurrency: 2 },
);

/** The same story by the plainest moves that break the promise as well, because people are to read it. */
export function plainly(story: Story, id: PropertyId): Story {
  const breaks = (steps: Story["steps"]): boolean => {
    const { happened, stopsAt } = play({ ...story, steps }, law);
    return stopsAt === undefined && happened.at(-1)?.breaks.includes(id) === true;
  };
  return { ...story, steps: plainer(story.steps, story.slice, breaks) };
}

const verdictOf = ({ id, verdict, grade, story }: Judged): NumbersVerdict => {
  if (verdict === "broken")
    return story === undefined ? { id, verdict } : { id, verdict, story: toldStory(plainly(story, id)) };
  return verdict === "held" && (grade === forAll || grade === forReal)
    ? { id, verdict, grade }
    : { id, verdict: "not shown" };
};

/** Every promise as things stand. */
export const asItStands = ({ searched, mistakes }: Ground): readonly NumbersVerdict[] =>
  judgedOf(searched, mistakes, defaultPolicy).map(verdictOf);

/** Every promise with one constant set otherwise. */
export const proveWith = (
  { searched, mistakes }: Ground,
  { name, value }: Asked,
): Effect.Effect<readonly NumbersVerdict[]> => {
  const policy = setOver(defaultPolicy, { [name]: value });
  const isDuration = constants[name].kind === "duration";
  const again = (before: ZoneAnswer, slice: SliceId, untimed: boolean): Effect.Effect<ZoneAnswer> =>
    // Where durations may be anything, another duration is nothing new.
    before.reads.includes(name) && !(untimed && isDuration)
      ? zones(slice, policy, untimed)
      : Effect.succeed(before);
  return Effect.map(
    Effect.forEach(searched, ({ slice, zones: before }) =>
      Effect.map(
        Effect.all({
          timed: again(before.timed, slice.id, false),
          untimed: again(before.untimed, slice.id, true),
        }),
        (found) => ({ slice, zones: found }),
      ),
    ),
    (all) => judgedOf(all, mistakes, policy).map(verdictOf),
  );
};
