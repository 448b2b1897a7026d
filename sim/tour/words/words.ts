// What the tour says, in whatever language: titles, sentences, claims, and the frame around them.
// A claim is a sentence that the tour checks before it tells it; its words stand here and its check in steps/.
// Both languages have the same keys, or do not compile. Refusals are said in the words of models/labels/.
import type { PolicyNumbers } from "../../../impl/generated/policy.ts";
import type { Language } from "../../../models/labels/labels.ts";
import type { Party, Thing } from "../looking/holdings.ts";
import type { claims } from "./en/claims.ts";
import type { steps } from "./en/steps.ts";

export type StepId = keyof typeof steps;
export type Claims = typeof claims;

export interface StepWords {
  readonly title: string;
  /** One or two plain sentences. */
  readonly says: readonly string[];
}

export interface TourWords {
  readonly language: Language;
  readonly opening: readonly string[];
  readonly closing: (steps: number, claims: number, refusals: number) => readonly string[];
  readonly steps: Readonly<Record<StepId, StepWords>>;
  readonly claims: Claims;
  /** The notice that a person agrees to, in short. */
  readonly notice: (policy: PolicyNumbers) => readonly string[];
  readonly refused: string;
  readonly clauses: string;
  readonly holds: string;
  readonly nothing: string;
  readonly nobody: string;
  readonly numberFound: string;
  readonly placeFound: string;
  readonly things: Readonly<Record<Thing, string>>;
  /** What is added behind a party's name where the place is found there. */
  readonly placeAt: Readonly<Partial<Record<Party, string>>>;
  readonly refusedAs: (expected: string, given: string) => string;
  readonly broken: (step: string, claim: string) => string;
  readonly brokenAdvice: string;
  readonly keptIn: (folder: string) => string;
}
