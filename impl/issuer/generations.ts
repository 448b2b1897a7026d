/**
 * Memory that forgets by itself: what was put in lives for one lifetime at least and two at most, and goes all together.
 * The issuer keeps passes of the last minute and waiting codes in it. Dropping a whole generation costs nothing an entry.
 * It decides nothing: whether an entry still counts is asked of the entry.
 */
export interface Generations<Value, Key = number> {
  readonly young: () => Map<Key, Value>;
  readonly old: () => Map<Key, Value>;
  /** Begins a new generation when the young one has lived its time. */
  readonly turn: (atMs: number) => void;
}

export const makeGenerations = <Value, Key = number>(lifetimeMs: number): Generations<Value, Key> => {
  let young = new Map<Key, Value>();
  let old = new Map<Key, Value>();
  let begunAtMs = 0;
  return {
    young: () => young,
    old: () => old,
    turn: (atMs) => {
      if (!(atMs >= begunAtMs + lifetimeMs)) return;
      old = atMs >= begunAtMs + lifetimeMs * 2 ? new Map<Key, Value>() : young;
      young = new Map<Key, Value>();
      begunAtMs = atMs;
    },
  };
};
