// The aliases of one day in memory: records in the order of the day's file, found by account and by alias.
// The alias book alone uses it. Some 30 bytes a record, and no object for any of them.
// A removed record keeps its place as zeros, as it does in the file, and is found by nothing.
import { makePlaceIndex } from "./placeindex.ts";

export interface DayTable {
  /** Places in use, removed ones included: the number of records in the file. */
  readonly length: () => number;
  /** Accounts that have an alias. */
  readonly live: () => number;
  readonly placeOfAccount: (account: number) => number;
  /** An alias is a low and a high half of 32 bits. */
  readonly placeOfAlias: (low: number, high: number) => number;
  readonly accountAt: (place: number) => number;
  readonly lowAt: (place: number) => number;
  readonly highAt: (place: number) => number;
  /** Adds a record and answers its place; account 0 takes a place for a removed one. */
  readonly add: (account: number, low: number, high: number) => number;
  readonly remove: (place: number) => void;
  /** Blanks everything. */
  readonly clear: () => void;
}

const hashOfAccount = (account: number): number => {
  const mixed = Math.imul(account ^ Math.floor(account / 0x1_0000_0000), 0x9e37_79b1);
  return (mixed ^ (mixed >>> 15)) >>> 0;
};

const larger = (old: Uint32Array): Uint32Array<ArrayBuffer> => {
  const grown = new Uint32Array(old.length * 2);
  grown.set(old);
  old.fill(0);
  return grown;
};

export const makeDayTable = (): DayTable => {
  let accounts = new Float64Array(512);
  let lows = new Uint32Array(512);
  let highs = new Uint32Array(512);
  let length = 0;
  let live = 0;
  const accountAt = (place: number): number => accounts[place] ?? 0;
  const lowAt = (place: number): number => lows[place] ?? 0;
  const highAt = (place: number): number => highs[place] ?? 0;
  const byAccount = makePlaceIndex((place) => hashOfAccount(accountAt(place)));
  // An alias is random already: its low half is its hash.
  const byAlias = makePlaceIndex(lowAt);

  const grow = (): void => {
    const old = accounts;
    accounts = new Float64Array(old.length * 2);
    accounts.set(old);
    old.fill(0);
    lows = larger(lows);
    highs = larger(highs);
  };

  return {
    length: () => length,
    live: () => live,
    placeOfAccount: (account) =>
      byAccount.find(hashOfAccount(account), (place) => accountAt(place) === account),
    placeOfAlias: (low, high) => byAlias.find(low, (place) => lowAt(place) === low && highAt(place) === high),
    accountAt,
    lowAt,
    highAt,
    add: (account, low, high) => {
      if (length === accounts.length) grow();
      const place = length;
      length += 1;
      if (account === 0) return place;
      live += 1;
      accounts[place] = account;
      lows[place] = low;
      highs[place] = high;
      byAccount.add(hashOfAccount(account), place);
      byAlias.add(low, place);
      return place;
    },
    remove: (place) => {
      const account = accountAt(place);
      if (account === 0) return;
      byAccount.remove(hashOfAccount(account), place);
      byAlias.remove(lowAt(place), place);
      live -= 1;
      for (const column of [accounts, lows, highs]) column[place] = 0;
    },
    clear: () => {
      for (const column of [accounts, lows, highs]) column.fill(0);
    },
  };
};
