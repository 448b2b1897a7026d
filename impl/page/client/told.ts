// What a reader is told about an answer that was no success: what happened and what to do, in their language.
// Words of the law come from models/labels, all others from words/; a code that nobody knows is a fault of ours.
// Each code of a problem has words of its own or those of a group, or this file does not compile.
import type { Refused } from "../../../models/labels/dictionary.ts";
import { refusals as refusedInEnglish } from "../../../models/labels/en/refusals.ts";
import { refusals as refusedInKorean } from "../../../models/labels/ko/refusals.ts";
import type { ProblemCode } from "../../protocol/http/problemcodes.ts";
import type { Reader } from "../language.ts";
import type { Met } from "./ask.ts";
import { sayNumber } from "./say.ts";
import * as en from "./words/en.ts";
import * as ko from "./words/ko.ts";

type Spoken = keyof typeof en.spoken;
type Group = keyof typeof en.groups;
/** Between a log and its witnesses, where no reader is. */
type OfLogs = `checkpoint-${string}` | `log-${string}`;

const groupOf: Readonly<Record<Exclude<ProblemCode, Spoken | OfLogs | `roster-${string}`>, Group>> = {
  "request-malformed": "fault",
  "not-found": "fault",
  "method-not-allowed": "fault",
  "request-slow": "busy",
  "body-too-large": "fault",
  "media-type-unsupported": "fault",
  "headers-too-large": "fault",
  "proof-unavailable": "busy",
  fault: "fault",
  "upgrade-refused": "fault",
  overloaded: "busy",
  "not-ready": "busy",
  stopping: "busy",
  "store-unavailable": "busy",
  "peer-unavailable": "busy",
};

const tables = {
  en: { refused: refusedInEnglish, ...en },
  ko: { refused: refusedInKorean, ...ko },
} as const;

const at = <Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** What happened and what to do. */
export const tell = ({ code, retryAfterSeconds }: Met, reader: Reader): Refused => {
  const { refused, spoken, groups, wait } = tables[reader.language];
  const group = code.startsWith("roster-") ? "roster" : (at(groupOf, code) ?? "fault");
  const { sentence, advice } = at<Refused>(spoken, code) ?? at<Refused>(refused, code) ?? groups[group];
  return retryAfterSeconds === undefined || retryAfterSeconds < 2
    ? { sentence, advice }
    : { sentence, advice: `${advice} ${wait(sayNumber(retryAfterSeconds, reader))}` };
};
