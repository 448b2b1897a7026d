// The passes of a trace by their ordinals: when each was issued, and whether it has been stored. A pass is no row anywhere:
// like the custodian, the checker makes its state anew at each scan from its time and that one bit.
// Nine bytes a pass, so that a city's month fits into memory.
import type { IndexedMachine } from "./indexed.ts";
import { rest, take, type Around, type Held } from "./law.ts";

export interface Tokens {
  readonly count: () => number;
  readonly issue: (at: number) => void;
  /** When the pass was issued, or nothing if it never was. */
  readonly issuedAt: (pass: number) => number | undefined;
  readonly isStored: (pass: number) => boolean;
  readonly store: (pass: number) => void;
}

const roomAtFirst = 1 << 16;

export const makeTokens = (): Tokens => {
  let issued = new Float64Array(roomAtFirst);
  let stored = new Uint8Array(roomAtFirst);
  let count = 0;
  const grow = (): void => {
    const wider = new Float64Array(issued.length * 2);
    wider.set(issued);
    issued = wider;
    const longer = new Uint8Array(stored.length * 2);
    longer.set(stored);
    stored = longer;
  };
  return {
    count: () => count,
    issue: (at) => {
      if (count >= issued.length) grow();
      issued[count] = at;
      count += 1;
    },
    issuedAt: (pass) => (pass < count ? issued[pass] : undefined),
    isStored: (pass) => stored[pass] === 1,
    store: (pass) => {
      stored[pass] = 1;
    },
  };
};

/** Puts an instance of the pass machine where a pass of this time and this bit stands. */
export const bringPass = (
  machine: IndexedMachine,
  held: Held,
  issuedAt: number | null,
  isStored: boolean,
  around: Around,
): void => {
  rest(machine, held);
  if (issuedAt === null) return;
  take(machine, held, "pass.issued", {}, issuedAt, around);
  if (isStored) take(machine, held, "pass.scanned", {}, issuedAt, around);
};
