// What every view of a desk behind the door is given: whom it speaks to, how it asks, and whose desk it is.
// It holds no case.
import type { Reader } from "../../../page/language.ts";
import type { Asks } from "./asks.ts";

export interface AtDesk {
  readonly reader: Reader;
  readonly asks: Asks;
  readonly officer: number;
  /** Signed in without a key, which only a demonstration allows. */
  readonly keyless: boolean;
}
