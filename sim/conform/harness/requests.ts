/**
 * A request of the harness to a party of its country. It puts no word into the answer; the rows do.
 * Whoever answers nothing, or something else than JSON, breaks the trial: a system that breaks differs.
 */
import { Effect } from "effect";
import { exchange, type Question, type Replied } from "../../exchange.ts";

export type { Question, Replied } from "../../exchange.ts";

export const ask = (question: Question): Effect.Effect<Replied> => Effect.promise(() => exchange(question));
