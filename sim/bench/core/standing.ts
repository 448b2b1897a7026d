// Where instances of the verification machine stand, as one hash that the generated core and XState can both give.
// State by name and every field by its value; what is not there is written as such, so that nothing is equal by accident.
// What was answered on the way goes into a second hash, step by step.
import { createHash, type Hash } from "node:crypto";
import { verification } from "../../../models/verification.ts";

export const fieldNames = Object.keys(verification.meta.fields);
export const stateNames = Object.keys(verification.states);

export interface Digest {
  readonly line: (state: string, fields: readonly (number | null)[]) => void;
  /** One answer: the codes and words that one step gave, in their order. */
  readonly answer: (words: readonly string[]) => void;
  readonly text: () => string;
}

export const makeDigest = (): Digest => {
  const hash: Hash = createHash("sha256");
  return {
    line: (state, fields) => void hash.update(`${state} ${fields.map(String).join(" ")}\n`),
    answer: (words) => void hash.update(`${words.join(" ")}\n`),
    text: () => hash.digest("hex"),
  };
};
