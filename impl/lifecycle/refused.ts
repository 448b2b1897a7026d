/**
 * A refusal as a typed value: the stable code, and the sentence and advice that a person reads.
 * Batches answer plain numbers instead; this is made only where one caller waits for one answer.
 */
import { Schema } from "effect";
import { words } from "../../models/labels/labels.ts";
import { refusalCodes, toldNames, type RefusalCode, type ToldName } from "../generated/law.ts";

const codes = refusalCodes.filter((code) => code !== "");

export class Refused extends Schema.TaggedError<Refused>()("Refused", { code: Schema.Literals(codes) }) {
  /** One sentence in English. */
  get sentence(): string {
    return words("en").refusal(this.code).sentence;
  }
  /** What to do about it. */
  get advice(): string {
    return words("en").refusal(this.code).advice;
  }
}

/** The refusal with this number; only numbers above 0 are refusals. */
export const refusalCode = (answer: number): RefusalCode => {
  const code = refusalCodes[answer] ?? "";
  return code === "" ? "not-allowed" : code;
};

export const isRefusal = (answer: number): boolean => answer > 0;

/** What an accepted decision tells. */
export const toldName = (answer: number): ToldName => toldNames[-answer] ?? "";
