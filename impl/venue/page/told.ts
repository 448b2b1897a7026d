// What the people at a door are told of a code: the page's own words where the page refused by itself, else those of all pages.
// It knows no code that has no words.
import type { Met } from "../../page/client/ask.ts";
import { tell } from "../../page/client/told.ts";
import type { Reader } from "../../page/language.ts";
import { doorWords } from "./words/words.ts";

export const tellAtDoor = (met: Met, reader: Reader) => {
  const own: Readonly<Record<string, { readonly sentence: string; readonly advice: string }>> =
    doorWords(reader).own;
  return (Object.hasOwn(own, met.code) ? own[met.code] : undefined) ?? tell(met, reader);
};
