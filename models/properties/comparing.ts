/**
 * Comparisons that promises make again and again, put together from the few that the language has.
 * They build conditions and decide nothing; each reads like the words that the prose has for it.
 */
import {
  and,
  below,
  equals,
  literal,
  not,
  or,
  reached,
  type Condition,
  type Term,
} from "../language/expression.ts";

/** The instant lies before the other one; true too where the other one never comes. */
export const before = (instant: Term, end: Term): Condition => not(reached(end, instant));

/** The instant comes, and not later than the other one. */
export const byThen = (instant: Term, latest: Term): Condition => reached(instant, latest);

/** Both come, at one instant. */
export const atOnce = (one: Term, other: Term): Condition => and(reached(one, other), reached(other, one));

export const atMost = (counted: Term, most: Term): Condition => not(below(most, counted));
export const atLeast = (counted: Term, fewest: Term): Condition => not(below(counted, fewest));

/** One of a few words. */
export const among = (word: Term, ...words: readonly string[]): Condition =>
  or(...words.map((each) => equals(word, literal(each))));
