/**
 * What became of the scans that were delivered late since this machine was started: numbers and reasons, kept in memory only.
 * The people at the door are told it; whoever was let in unchecked and whose visit could not be stored is nobody to it.
 */
import type { RefusalCode } from "../generated/law.ts";

export interface Delivered {
  readonly recorded: number;
  readonly refused: Readonly<Partial<Record<RefusalCode, number>>>;
  /** Erased undelivered, because they had waited too long. */
  readonly over: number;
}

export interface LateDeliveries {
  readonly count: (came: { readonly admitted: number; readonly refused: readonly RefusalCode[] }) => void;
  readonly countOver: (scans: number) => void;
  readonly soFar: () => Delivered;
}

export const countLateDeliveries = (): LateDeliveries => {
  const refused: Partial<Record<RefusalCode, number>> = {};
  let recorded = 0;
  let over = 0;
  return {
    count: (came) => {
      recorded += came.admitted;
      for (const code of came.refused) refused[code] = (refused[code] ?? 0) + 1;
    },
    countOver: (scans) => {
      over += scans;
    },
    soFar: () => ({ recorded, refused: { ...refused }, over }),
  };
};
