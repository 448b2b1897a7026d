// What the reader asks: which constant is to be changed, and to what, as it stands in the address or was typed.
// A value may be written as the command line has it ("7d") or in words ("7 days", "7일"); what is no value is answered by its form.
import { constants, type PolicyName } from "../../../../../models/policy.ts";
import { isPolicyName, readSetting, writeSetting, type Setting } from "../../../../../models/settings.ts";
import type { Asked } from "../../address.ts";

/** The place in the address where the answer for this value stands. */
export const askedAbout = (name: PolicyName, value: Setting): Asked => ({
  constant: name,
  value: writeSetting(name, value),
});

export type AskedValue =
  | { readonly kind: "none" }
  | { readonly kind: "unreadable"; readonly text: string }
  | { readonly kind: "value"; readonly value: Setting };

const units: readonly (readonly [unit: string, words: RegExp])[] = [
  ["ms", /^(ms|milliseconds?|밀리초)$/],
  ["s", /^(s|sec|seconds?|초)$/],
  ["m", /^(m|min|minutes?|분)$/],
  ["h", /^(h|hours?|시간)$/],
  ["d", /^(d|days?|일)$/],
  ["w", /^(w|weeks?|주|주일)$/],
];
const daysAWeek = 7;

/** "7 days" as "7d"; anything else as it is. */
function inShort(text: string): string {
  const [, count = "", word = ""] = /^([\d,]{1,12})\s*(\p{L}+)$/u.exec(text) ?? [];
  const unit = units.find(([, words]) => words.test(word))?.[0];
  const digits = count.replaceAll(",", "");
  if (unit === undefined) return text;
  return unit === "w" ? `${String(Number(digits) * daysAWeek)}d` : `${digits}${unit}`;
}

export function valueAsked(name: PolicyName, text: string | undefined): AskedValue {
  const trimmed = text?.trim().toLowerCase() ?? "";
  if (trimmed === "") return { kind: "none" };
  const isChoice = constants[name].kind === "choice";
  const value = readSetting(name, isChoice ? (text ?? "") : inShort(trimmed));
  return value === undefined ? { kind: "unreadable", text: text ?? "" } : { kind: "value", value };
}

/** The constant that is asked about; the first of those that there are where none is, or one that there is not. */
export const constantAsked = (
  names: readonly string[],
  asked: string | undefined,
): PolicyName | undefined => {
  const known = names.filter(isPolicyName);
  return known.find((name) => name === asked) ?? known[0];
};
