// What was found about the promises at the policy level: what was judged as it happened, in all threads, and what was told to the watchers.
// A promise is broken if either saw it broken; the first breach is told, with the person whom it befell.
import { properties } from "../../models/properties.ts";
import { breachText, type Finding } from "../checkers/checker.ts";
import { isEarlier, type FirstBreach, type Watched } from "./watching.ts";

export interface PolicyFinding extends Omit<Finding, "firstBreach"> {
  /** The first breach: in a sentence, when, and whom it befell, where it was one's. */
  readonly breach?: {
    readonly sentence: string;
    readonly person: number | undefined;
    readonly atMs: number;
  };
}

const earliest = ([first, ...others]: readonly FirstBreach[]): FirstBreach | undefined =>
  first === undefined
    ? undefined
    : others.reduce((found, each) => (isEarlier(each, found) ? each : found), first);

export const findingsOf = (told: readonly Finding[], watched: readonly Watched[]): readonly PolicyFinding[] =>
  told.map((finding): PolicyFinding => {
    const { id, clauses } = finding;
    const property = properties.find((each) => each.id === id);
    const judged = watched.reduce(
      (all, { checked }) => all + (checked.find(([promise]) => promise === id)?.[1] ?? 0),
      0,
    );
    const checked = finding.checked + judged;
    const breach = earliest(
      watched.flatMap(({ breaches }) => breaches.filter(({ promise }) => promise === id)),
    );
    const first = finding.firstBreach;
    const sentence =
      breach === undefined || property === undefined
        ? first?.sentence
        : breachText(property.prose, breach.kind, breach.atMs, breach.said);
    return {
      id,
      clauses,
      checked,
      verdict: sentence !== undefined ? "broken" : checked > 0 ? "held" : "never exercised",
      ...(sentence === undefined
        ? {}
        : { breach: { sentence, person: breach?.person, atMs: breach?.atMs ?? first?.observation.at ?? 0 } }),
    };
  });
