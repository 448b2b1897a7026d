// What a manager reads first: in one sentence whether the run is to be relied on, kept its promises and met what was asked of it.
// The worst that there is to say is said; a run that tested nothing, or was stopped, is never called good.
// It is made from the verdicts of the run and judges no promise itself.
import type { RunReported } from "./form.ts";
import type { Judgement } from "./parts/mark.ts";
import type { Voice } from "./words/words.ts";

export const countsOf = ({ promises }: RunReported) => {
  const count = (wanted: (typeof promises)[number]["verdict"]): number =>
    promises.filter(({ verdict }) => verdict === wanted).length;
  return { held: count("held"), broken: count("broken"), never: count("never exercised") };
};

export function verdictOn(
  run: RunReported,
  { words, figure }: Voice,
): { readonly judgement: Judgement; readonly sentence: string } {
  const { held, broken } = countsOf(run);
  const thresholds = run.thresholds ?? [];
  const missed = thresholds.filter(({ met }) => !met).length;
  const asked = figure(thresholds.length);
  if (run.trace?.replayed === false) return { judgement: "bad", sentence: words.unreliable };
  if (broken > 0)
    return { judgement: "bad", sentence: words.broke(figure(broken), figure(run.promises.length)) };
  if (missed > 0) return { judgement: "bad", sentence: words.missed(figure(missed), asked) };
  if (held === 0) return { judgement: "open", sentence: words.untested };
  if (!run.manifest.complete) return { judgement: "open", sentence: words.stopped };
  return { judgement: "good", sentence: thresholds.length > 0 ? words.keptAndMet(asked) : words.kept };
}
