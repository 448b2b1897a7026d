// A visit and a case about it, played by the law as it is, for the tests beside this file.
// The steps can be cut short or followed by others; the rest is the slice of the whole with the real numbers.
import { law } from "../../../models/law.ts";
import { defaultPolicy } from "../../../models/policy.ts";
import { whole } from "../../../models/slices/whole.ts";
import { play, type Happened, type StoryStep } from "../../../models/story/story.ts";

const dayMs = 86_400_000;
const at = (waitMs: number, move: string): StoryStep => ({ waitMs, move });

export const visit: readonly StoryStep[] = [
  at(0, "issue pass1 to 1"),
  at(5_000, "scan pass1 at 1"),
  at(1_000, "deliver pass1 from 1"),
];
export const request: readonly StoryStep[] = [
  at(0, "remember the scan of pass1"),
  at(2 * dayMs, "request by first"),
  at(0, "approve by second"),
  at(0, "release"),
  at(0, "receive the release"),
];

/** What happened at each move; the whole must play. */
export const movesOf = (steps: readonly StoryStep[]): readonly Happened[] => {
  const { happened, stopsAt } = play(
    { slice: whole, form: "counted", policy: defaultPolicy, clock: "real", steps },
    law,
  );
  if (stopsAt !== undefined) throw new Error(`step ${String(stopsAt)} cannot be made`);
  return happened.filter(({ move }) => move !== undefined);
};
