/**
 * Memory that forgets by itself: what was put in lives for one lifetime at least and two at most, and goes all together.
 * The issuer keeps passes of the last minute and waiting codes in it. Dropping a whole generation costs nothing an entry.
 * It decides nothing: whether an entry still counts is asked of the entry.
 */
export interface Generations<Value> {
  readonly young: () => Map<number, Value>;
  readonly old: () => Map<number, Value>;
  /** Begins a new generation when the young one has lived its time. */
  readonly turn: (atMs: number) => void;
}

export const makeGenerations = <Value>(lifetimeMs: number): Generations<Value> => {
  let young = new Map<number, Value>();
  let old = new Map<number, Value>();
  let begunAtMs = 0;
  return {
    young: () => young,
    old: () => old,
    turn: (atMs) => {
      if (!(atMs >= begunAtMs + lifetimeMs)) return;
      old = atMs >= begunAtMs + lifetimeMs * 2 ? new Map<number, Value>() : young;
      young = new Map<number, Value>();
      begunAtMs = atMs;
    },
  };
};
