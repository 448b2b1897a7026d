// What a step of the tour tells: claims that were checked before they were told, refusals that were really given, and what was shown.
// A claim that does not hold is never told: it ends the tour as a broken promise, named in words.
// It renders nothing; a note carries the instant at which it was made.
import { Clock, Effect } from "effect";
import type { RefusalCode } from "../../impl/generated/law.ts";
import { exitCodes, Stop } from "../../impl/exit.ts";
import type { StepId, TourWords } from "./words/words.ts";

export type Note =
  | { readonly kind: "claim"; readonly atMs: number; readonly sentence: string }
  | { readonly kind: "refused"; readonly atMs: number; readonly code: RefusalCode }
  | { readonly kind: "drawing" | "text"; readonly atMs: number; readonly lines: readonly string[] };

export interface Notes {
  readonly made: readonly Note[];
  /** Tells a sentence if it holds. */
  readonly claim: (
    says: (claims: TourWords["claims"]) => string,
    holds: boolean,
  ) => Effect.Effect<void, Stop>;
  /** Tells a refusal if it was this one. */
  readonly refused: (expected: RefusalCode, given: RefusalCode | undefined) => Effect.Effect<void, Stop>;
  /** A QR code, light modules as blocks. */
  readonly drawing: (lines: readonly string[]) => Effect.Effect<void>;
  /** What the person reads, line by line. */
  readonly text: (lines: readonly string[]) => Effect.Effect<void>;
}

const broken = (words: TourWords, step: StepId, sentence: string): Stop =>
  new Stop({
    code: exitCodes.promiseBroken,
    reason: "promise-broken",
    sentence: words.broken(words.steps[step].title, sentence),
    advice: words.brokenAdvice,
  });

/** The notes of one step, which is named when a claim of it does not hold. */
export const makeNotes = (words: TourWords, step: StepId): Notes => {
  const made: Note[] = [];
  const holding = (sentence: string, holds: boolean): Effect.Effect<number, Stop> =>
    holds ? Clock.currentTimeMillis : Effect.fail(broken(words, step, sentence));
  const shown =
    (kind: "drawing" | "text") =>
    (lines: readonly string[]): Effect.Effect<void> =>
      Effect.map(Clock.currentTimeMillis, (atMs) => void made.push({ kind, atMs, lines }));
  return {
    made,
    claim: (says, holds) => {
      const sentence = says(words.claims);
      return Effect.map(
        holding(sentence, holds),
        (atMs) => void made.push({ kind: "claim", atMs, sentence }),
      );
    },
    refused: (expected, given) =>
      Effect.map(
        holding(words.refusedAs(expected, given ?? ""), given === expected),
        (atMs) => void made.push({ kind: "refused", atMs, code: expected }),
      ),
    drawing: shown("drawing"),
    text: shown("text"),
  };
};
