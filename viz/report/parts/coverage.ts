// How much of the policy happened in the run, in a sentence.
// What did not happen was not tested by it, and the report says so.
import { addPart, type Part } from "./part.ts";

export const addCoverage: Part = (sheet, { coverage }, voice) => {
  if (coverage === undefined) return;
  const { words, figure, share } = voice;
  const { met, transitions } = coverage;
  const lead = words.coverageLead(figure(met), figure(transitions), share(met / Math.max(1, transitions)));
  addPart(sheet, voice, "coverage", words.coverage, lead);
};
