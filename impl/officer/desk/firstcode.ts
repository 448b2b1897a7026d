// The code that enrols the first key of a browser: drawn at the start of a desk that has none, printed where the officer started it,
// and good for one key. Whoever can read that terminal is the officer, or has the officer's folder anyway.
// It is too long to be guessed, so wrong tries do not end it: anybody on this machine could keep the officer out by them.
import { randomBelow } from "../../protocol/randomness.ts";
import { sameBytes } from "../../protocol/fields.ts";

/** Without letters and figures that look alike. */
const letters = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
const lettersACode = 12;
const lettersAGroup = 4;

export type Tried = "right" | "wrong" | "spent";

export interface FirstCode {
  /** As it is printed; undefined when it is spent. */
  readonly shown: () => string | undefined;
  readonly try: (typed: string) => Tried;
  /** Ends it, because a key was enrolled with it. */
  readonly spend: () => void;
}

const drawCode = (): string =>
  Array.from({ length: lettersACode }, (_, place) => {
    const gap = place > 0 && place % lettersAGroup === 0 ? "-" : "";
    return `${gap}${letters.charAt(randomBelow(letters.length))}`;
  }).join("");

const plain = (text: string): Uint8Array => Buffer.from(text.toUpperCase().replaceAll(/[^A-Z0-9]/g, ""));

/** `needed` is whether no key is enrolled yet. */
export const makeFirstCode = (needed: boolean): FirstCode => {
  let code = needed ? drawCode() : undefined;
  const spend = () => {
    code = undefined;
  };
  return {
    shown: () => code,
    spend,
    try: (typed) => {
      if (code === undefined) return "spent";
      return sameBytes(plain(typed), plain(code)) ? "right" : "wrong";
    },
  };
};
