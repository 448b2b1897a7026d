// What it means that nothing of what a case learned is left, looked at from outside: no row, no key, and none of its
// bytes in any file, the log of the store included. The tests of endings use it, and its opposite.
import { expect } from "vitest";
import { filesHolding } from "../store/freshfolder.ts";
import { sealedBytesIn, vaultNames, type Office } from "./office.ts";

/** Nothing of what was learned is left: no row, no key, none of its bytes in any file. */
export const expectErased = (office: Office, sealed: readonly Uint8Array[]) => {
  expect(sealed.length).toBeGreaterThan(0);
  expect(sealedBytesIn(office)).toEqual([]);
  expect(vaultNames(office)).toEqual([]);
  for (const bytes of sealed) {
    for (const piece of [bytes.subarray(0, 40), bytes.subarray(-40)]) {
      expect(filesHolding(office.folder, piece)).toEqual([]);
    }
  }
};

export const expectKept = (office: Office, sealed: readonly Uint8Array[]) => {
  expect(sealedBytesIn(office)).toEqual(sealed);
  expect(vaultNames(office)).toEqual(["case-1.key"]);
};
