/**
 * The names that the page at the door gave to scans which this machine has taken, so that one that is sent again because its answer
 * was lost is not taken twice. In memory only, the latest few thousand: after a restart the custodian still takes each pass once.
 * A name is drawn at random and says nothing about a pass.
 */
export interface TakenScans {
  readonly has: (id: string) => boolean;
  readonly add: (id: string) => void;
  readonly remove: (id: string) => void;
}

const keptMost = 10_000;

export const makeTakenScans = (): TakenScans => {
  const taken = new Set<string>();
  return {
    remove: (id) => {
      taken.delete(id);
    },
    has: (id) => taken.has(id),
    add: (id) => {
      taken.add(id);
      for (const oldest of taken) {
        if (taken.size <= keptMost) break;
        taken.delete(oldest);
      }
    },
  };
};
