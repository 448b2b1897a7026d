/**
 * What a search of a slice has found, in one form for the search over generated code and for the plain one.
 * Reports, comparisons with outside checkers and tables of counts read it; it is plain data and knows no search.
 */
import type { PropertyId } from "../../../models/properties.ts";

/** What a search says of one promise. */
export interface PromiseFound {
  /** Transitions at which the promise had something to say. */
  readonly met: number;
  /** The kinds of observation about which it had something to say. */
  readonly kinds: readonly string[];
  /** Transitions at which it was broken. */
  readonly broken: number;
  /** The shortest story in which it is broken, as names of moves from the beginning. */
  readonly story?: readonly string[];
}

export interface StatesFound {
  readonly states: number;
  /** States that swaps make of these; as many as states where nothing was reduced. */
  readonly unreduced: number;
  readonly transitions: number;
  /** By name of the move, in the order of the slice, time last; moves that were never made are there with 0. */
  readonly perMove: ReadonlyMap<string, number>;
  /** By code, over all moves. */
  readonly refusals: ReadonlyMap<string, number>;
  /** The hash of the transition relation; empty where the relation was reduced or not searched wholly. */
  readonly hash: string;
  /** Transitions after which an instant is so old that the slice no longer tells it from older ones. */
  readonly cut: number;
  /** States that were reached and not looked at, because of the limit or an interruption; 0 for a whole search. */
  readonly unexplored: number;
  /** The longest of all shortest ways to a state. */
  readonly depth: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly promises: ReadonlyMap<PropertyId, PromiseFound>;
}

export interface SearchProgress {
  readonly states: number;
  readonly explored: number;
  readonly transitions: number;
}
