// Leaves out of a story whatever its end does not need: moves, and waiting. What is left, nothing can be left out of.
// Where the same can be reached by a plainer move, that one is told: slices name the plain way of doing something before its variants.
// It plays nothing itself: it is told whether a story still ends as it should.
import type { Move, Slice } from "../../../models/language/slice.ts";
import type { Story } from "../zones/story.ts";

/** The same story with one thing less, in every way: a step, its move alone, its waiting alone. The last move stays. */
function* withLess(story: Story): Generator<Story> {
  for (const [place, { waitMs, move }] of story.entries()) {
    const before = story.slice(0, place);
    const [next, ...rest] = story.slice(place + 1);
    if (next !== undefined) {
      yield [...before, next, ...rest];
      yield [...before, { ...next, waitMs: waitMs + next.waitMs }, ...rest];
    }
    if (waitMs > 0 && move !== undefined) yield [...before, { waitMs: 0, move }, ...story.slice(place + 1)];
  }
}

const sizeOf = (story: Story): number =>
  story.length + story.filter(({ waitMs, move }) => waitMs > 0 && move !== undefined).length;

type EndsWell = (story: Story) => boolean;

export function shortened(story: Story, endsWell: EndsWell): Story {
  for (const less of withLess(story))
    if (sizeOf(less) < sizeOf(story) && endsWell(less)) return shortened(less, endsWell);
  return story;
}

/** What a move asks for: variants of one thing ask the same. */
const asks = ({ call, party }: Move): string =>
  call?.kind === "rule"
    ? call.rule
    : call?.kind === "event"
      ? `${call.instance} ${call.event}`
      : `${party} ${call?.instance ?? ""}`;

/** The same story with the plainest moves with which it ends as well. */
export function plainer(story: Story, { moves }: Slice, endsWell: EndsWell): Story {
  let plain = story;
  for (const [place, step] of story.entries()) {
    const at = moves.findIndex(({ id }) => id === step.move);
    const own = moves[at];
    if (own === undefined) continue;
    const found = moves
      .slice(0, at)
      .filter((other) => asks(other) === asks(own))
      .map(({ id }) => plain.with(place, { ...step, move: id }))
      .find(endsWell);
    plain = found ?? plain;
  }
  return plain;
}

const lastsMs = (story: Story): number => story.reduce((sum, { waitMs }) => sum + waitMs, 0);

/** Fewer steps first, then fewer waits, then the sooner end. */
export const byLength = (one: Story, other: Story): number =>
  one.length - other.length || sizeOf(one) - sizeOf(other) || lastsMs(one) - lastsMs(other);
