/**
 * Looks for a story in which a promise is broken, by a way that a zone search has found.
 * A story counts only if the plain reading of the slice, playing it in milliseconds, observes what the promise forbids.
 */
import type { Law, Observed } from "../../../models/language/compose.ts";
import type { Judged } from "../../../models/language/judged.ts";
import { predicateOf } from "../../../models/language/predicate.ts";
import type { Slice } from "../../../models/language/slice.ts";
import type { Policy } from "../../../models/policy.ts";
import { propertyOf, type PropertyId } from "../../../models/properties.ts";
import type { Node } from "./explore.ts";
import { byMove, verdicts } from "./judging.ts";
import { played, storyOf, wayTo, type Story } from "./story.ts";

/** The step in which the search saw the promise broken. */
export interface Step {
  readonly node: Node;
  readonly step: string;
  readonly isWaiting: boolean;
}

/** What a story is told of. */
export interface Told {
  readonly slice: Slice;
  readonly law: Law;
  readonly policy: Policy;
}

/** Whether the promise has something to say about what was observed, and says no. */
export function isBrokenBy(promise: PropertyId, { kind, fields }: Observed, policy: Policy): boolean {
  const judge = propertyOf(promise)?.judges[kind];
  if (judge === undefined) return false;
  const isAsked = judge.when === undefined || predicateOf(judge.when)(fields, policy);
  return isAsked && !predicateOf(judge.then)(fields, policy);
}

/** A story that ends with this step and breaks the promise, if it can happen. */
export function breaking(
  { slice, law, policy }: Told,
  { node, step, isWaiting }: Step,
  promise: PropertyId,
  judged: readonly Judged[],
): Story | undefined {
  const asked = byMove(judged.filter((one) => one.promise === promise));
  const story = storyOf(slice, law, policy, wayTo(node, step, isWaiting), (reading, outcome) =>
    outcome.refused === ""
      ? verdicts(reading, asked, step, outcome.before, outcome.seen).flatMap(({ broken }) => broken)
      : [],
  );
  if (story === undefined) return undefined;
  const seen = played(slice, law, policy, story)?.observed ?? [];
  return seen.some((one) => isBrokenBy(promise, one, policy)) ? story : undefined;
}
