// Small evidence as simulator, prover and tests write it, for the tests of pages; put into a folder of its own.
// Thirty days, so that something is erased and every chart has something to show; one promise of each verdict.
// The numbers of these mean nothing.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Layer } from "effect";
import { LawHash } from "../../viz/lawhash.ts";

export const lawHash = "abcdef0123456789";

const dayOf = (index: number): string => `2020-07-${String(index + 1).padStart(2, "0")}`;
const work = { count: 1234, perSecond: 5678.9, p50Ms: 0.4, p99Ms: 1.7 };

export const run = {
  schemaVersion: 2,
  manifest: {
    modelHash: lawHash,
    scenario: "default",
    seed: 7,
    people: 2000,
    ranOn: "2026-11-30",
    command: "npm run -s entrylog -- simulate default --seed 7",
  },
  issuance: work,
  checkIn: work,
  lookup: work,
  refusals: { "pass-used": 12, "pass-expired": 34 },
  promises: [
    { id: "no-pass-without-consent", clauses: ["S4", "F1"], verdict: "held", checked: 1234 },
    { id: "two-officers", clauses: ["C4"], verdict: "never exercised", checked: 0 },
    { id: "retention-kept", clauses: ["S9"], verdict: "broken", checked: 3, breach: "A record lived on." },
  ],
  traceHash: "0123",
};

export const series = [
  "day,passesIssued,checkIns,refusals,lookups,reidentified,recordsErased,recordsLive",
  ...Array.from({ length: 30 }, (_, index) =>
    [dayOf(index), 150 + index, 100 + index, 5, 2, 1, index < 28 ? 0 : 100, 100 * (index + 1)].join(","),
  ),
].join("\n");

const proven = { mutantCaught: true, mutant: "A mistake.", witnessed: true } as const;

export const proof = {
  schemaVersion: 1,
  modelHash: "another law",
  policy: { preset: "2020-07", set: {} },
  ways: ["states", "zones"],
  complete: true,
  slices: [
    {
      id: "gate",
      description: "The gate.",
      leavesOut: "The rest.",
      states: 1000,
      transitions: 4000,
      zones: 50,
      cut: 0,
      disagreements: [],
    },
  ],
  agree: true,
  promises: [
    {
      id: "no-pass-without-consent",
      clauses: ["S4", "F1"],
      verdict: "held",
      grade: "for the real constants",
      ...proven,
    },
    {
      id: "retention-kept",
      clauses: ["S9"],
      verdict: "not shown",
      grade: "searched with small constants",
      because: "The mistake was not caught.",
      ...proven,
      mutantCaught: false,
    },
  ],
  notCovered: ["Counters over a sliding minute."],
};

export const coverage = {
  schemaVersion: 1,
  modelHash: lawHash,
  sources: [
    { id: "simulation", kind: "simulation", parts: 1 },
    { id: "test/equal", kind: "test", parts: 2 },
    { id: "test/clauses", kind: "test", parts: 1 },
  ],
  shares: Object.fromEntries(
    ["states", "transitions", "pairs", "clauses", "promises"].map((kind) => [
      kind,
      { all: 100, byTests: 90, bySimulation: 40 },
    ]),
  ),
  states: [{ id: "visit:recorded", by: { "test/equal": 8, simulation: 1 } }],
  transitions: [
    { id: "visit:recorded--eraseAt-->erased", by: { "test/equal": 8, simulation: 1 } },
    { id: "visit:disclosed--eraseAt-->erased", by: { "test/equal": 3 } },
  ],
  pairs: [],
  clauses: [
    { id: "S9", by: { "test/clauses": 2 } },
    { id: "F14", by: {}, withoutTest: "Nothing of it is built." },
  ],
  promises: [{ id: "retention-kept", by: { simulation: 3 } }],
  missing: { transitions: [], clauses: [] },
};

export const simulation = {
  schemaVersion: 1,
  modelHash: lawHash,
  source: "simulation",
  kind: "simulation",
  counts: {
    transitions: {
      "visit:absent--visit.recorded-->recorded": 5000,
      "visit:recorded--eraseAt-->erased": 4321,
    },
    pairs: {},
    clauses: {},
    promises: {},
  },
};

export const mutants = {
  seed: 1,
  classes: [
    {
      class: "models",
      all: 2716,
      mutants: 200,
      refused: 64,
      equivalent: 1,
      killed: 134,
      survived: 1,
      by: { property: 4 },
      percent: 99.3,
      survivors: [{ id: "visit:a-mistake", why: "nobody looks" }],
    },
  ],
};

export const questions = {
  schemaVersion: 1,
  modelHash: lawHash,
  questions: [
    {
      id: "number-kept",
      clause: "C9",
      asks: { en: "May a number be kept?", ko: "번호를 보관해도 됩니까?" },
      answer: { en: "For 58 days.", ko: "58일 동안입니다." },
    },
  ],
};

const json = (value: unknown): string => JSON.stringify(value);

/** The prover's tables of stories are the committed ones, because pages play what stands in them. */
const committed = (file: string): string =>
  readFileSync(new URL(`../../viz/atlas/evidence/${file}`, import.meta.url), "utf8");

/** Every file of evidence, by its name; a text in place of one makes it another. */
export const evidenceTexts: Readonly<Record<string, string>> = {
  "run.json": json(run),
  "series.csv": series,
  "simulation.json": json(simulation),
  "proof.json": json(proof),
  "coverage.json": json(coverage),
  "mutants.json": json(mutants),
  "questions.json": json(questions),
  "numbers.json": committed("numbers.json"),
  "ways.json": committed("ways.json"),
};

/** Writes the files into the folder. */
export const writeEvidence = (
  folder: string,
  texts: Readonly<Record<string, string>> = evidenceTexts,
): void => {
  for (const [file, text] of Object.entries(texts)) writeFileSync(join(folder, file), text);
};

/** What drawing needs: files, and the hash of the law that the evidence was made under. */
export const drawing = Layer.merge(NodeServices.layer, Layer.succeed(LawHash, lawHash));
