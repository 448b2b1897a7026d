// What a desk answers when a step did not go: the authority's own refusal, that another party cannot be reached, or that the
// officer's program will not believe what came. That the authority does not know this officer is told apart from the desk's own
// question who asks, because signing in again would not mend it.
import { Effect } from "effect";
import { problem, problemOf, Problem } from "../../protocol/http/problem.ts";
import { OfficerDeclined } from "../declined.ts";

const unlisted: ReadonlySet<string> = new Set(["caller-unknown", "caller-not-allowed"]);

/** Of a step that asks the authority. */
export const refusalOf = (failure: { readonly code: string }): Problem => {
  if (failure instanceof OfficerDeclined) return problem("officer-declined", { detail: failure.sentence });
  return failure instanceof Problem && unlisted.has(failure.code)
    ? problem("officer-unlisted")
    : problemOf(failure);
};

export const answered = <A, E extends { readonly code: string }, R>(step: Effect.Effect<A, E, R>) =>
  Effect.mapError(step, refusalOf);
