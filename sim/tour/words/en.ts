// The tour in English: what stands around the steps, and the names of what parties hold.
// ko.ts has the same keys, or does not compile.
import { sayDuration } from "../../../models/labels/duration.ts";
import { claims } from "./en/claims.ts";
import { steps } from "./en/steps.ts";
import type { TourWords } from "./words.ts";

export const english: TourWords = {
  language: "en",
  opening: [
    "One person's story through an electronic entry log",
    "The services, passes, signatures and files are real; the people are invented, and only time is virtual.",
    "Every sentence with a ✓ was checked before it was told; ✗ is a refusal, with its code.",
  ],
  closing: (count, checked, refusals) => [
    `The story is over: ${count} steps, ${checked} claims checked, ${refusals} refusals.`,
  ],
  steps,
  claims,
  notice: (policy) => [
    "QR check-in: notice on personal information (in short)",
    "· For: finding people when an epidemiological investigation needs it, and for nothing else.",
    "· What: the issuer keeps your phone number; the custodian keeps place and time, without a name.",
    `· How long: visits are erased after ${sayDuration(policy.retention, "en")} at the latest.`,
    "· You may withdraw at any time.",
  ],
  refused: "refused",
  clauses: "clauses",
  holds: "In the files now",
  nothing: "nothing",
  nobody: "nowhere",
  numberFound: "phone number readable",
  placeFound: "place readable",
  things: {
    accounts: "accounts",
    consents: "consents",
    verifications: "verifications",
    aliases: "aliases",
    registrations: "registered venues",
    waiting: "scans waiting",
    visits: "sealed visits",
    epochs: "sealed key shares",
    cases: "cases on record",
    releases: "releases",
    casesAnswered: "cases answered",
    answers: "sealed answers",
    dayKeys: "day keys",
    caseKeys: "case keys",
  },
  placeAt: { authority: "under its cases" },
  refusedAs: (expected, given) =>
    `This is refused as ${expected}.${given === "" ? " (It was not refused.)" : given === expected ? "" : ` (It was refused as ${given}.)`}`,
  broken: (step, claim) => `In the step “${step}” this does not hold: ${claim}`,
  brokenAdvice: "Run it again with --keep DIR, and look into the parties' files there.",
  keptIn: (folder) => `The parties' files are kept in ${folder}; open each store.sqlite with sqlite3.`,
};
