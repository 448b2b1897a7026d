// What has been shown of the law, read from a folder of files: the last run, the proof, coverage, mistakes that were told, open questions.
// draw.ts puts it into the page. A folder of its own comes with the product (viz/atlas/evidence); a run leaves others.
// A file that is not there is left out; one of another form is refused with the path of the field, so that nothing is shown that nobody wrote.
import { Effect, FileSystem, Path, Schema } from "effect";
import { Stop } from "../../stop.ts";
import { CoverageFile, coverageData, type CoverageData } from "./coverage.ts";
import { MutantsFile, type MutantsData } from "./mutants.ts";
import { NumbersFile, type NumbersData } from "./numbers.ts";
import { ProofFile, proofData, type ProofData } from "./proof.ts";
import { QuestionsFile, type QuestionsData } from "./questions.ts";
import { RunFile, runData, type RunData } from "./run.ts";
import { parseSeries, type SeriesData } from "./series.ts";
import { SimulationFile, simulationData, type SimulationData } from "./simulation.ts";
import { WaysFile, type WaysData } from "./ways.ts";

export interface Evidence {
  readonly run?: RunData;
  readonly series?: SeriesData;
  readonly simulation?: SimulationData;
  readonly proof?: ProofData;
  readonly coverage?: CoverageData;
  readonly mutants?: MutantsData;
  readonly questions?: QuestionsData;
  readonly numbers?: NumbersData;
  readonly ways?: WaysData;
}

/** The files by what they show: the command that makes each, and where that leaves it. */
export const evidenceFiles = {
  run: { file: "run.json", command: "npm start", left: ".entrylog/default/run.json" },
  series: { file: "series.csv", command: "npm start", left: ".entrylog/default/series.csv" },
  simulation: { file: "simulation.json", command: "npm start", left: ".entrylog/default/coverage.json" },
  proof: { file: "proof.json", command: "npm run -s entrylog -- prove", left: ".entrylog/proof/proof.json" },
  coverage: { file: "coverage.json", command: "npm test", left: ".entrylog/coverage.json" },
  mutants: { file: "mutants.json", command: "npm test", left: ".entrylog/ci/mutants.json" },
  questions: {
    file: "questions.json",
    command: "npm run -s entrylog -- questions --json > .entrylog/questions.json",
    left: ".entrylog/questions.json",
  },
  numbers: {
    file: "numbers.json",
    command: "npm run -s entrylog -- prove-numbers",
    left: ".entrylog/numbers.json",
  },
  ways: { file: "ways.json", command: "npm run -s entrylog -- prove-ways", left: ".entrylog/ways.json" },
} as const satisfies Readonly<
  Record<keyof Evidence, { readonly file: string; readonly command: string; readonly left: string }>
>;
type Kind = keyof typeof evidenceFiles;

const invalid = (file: string, kind: Kind, why: string) =>
  new Stop({
    code: 2,
    reason: `${kind}-invalid`,
    sentence: `${file} is not what \`${evidenceFiles[kind].command}\` writes: ${why.replaceAll("\n", " ")}`,
    advice: `Make it again with \`${evidenceFiles[kind].command}\`, or leave it out.`,
  });

/** The text of a file, or nothing where there is none. */
const textOf = Effect.fnUntraced(function* (file: string) {
  const files = yield* FileSystem.FileSystem;
  return yield* files.readFileString(file).pipe(
    Effect.catchIf(
      (error) => error.reason._tag === "NotFound",
      () => Effect.undefined,
    ),
    Effect.mapError(
      (error) =>
        new Stop({
          code: 2,
          reason: "evidence-unreadable",
          sentence: `${file} cannot be read: ${error.message}`,
          advice: "Give another folder with --evidence.",
        }),
    ),
  );
});

/** What a run leaves in its own folder, under the names that it gives there. */
const ofARun: ReadonlySet<Kind> = new Set(["run", "series", "simulation"]);

/** Where what has been shown lies: a folder of all of it, and perhaps the folder of another run. */
export interface EvidencePlaces {
  readonly folder: string;
  readonly run?: string;
}

/** Everything that lies there, as the page shows it. */
export const readEvidence = Effect.fn("readEvidence")(function* (places: EvidencePlaces) {
  const path = yield* Path.Path;
  const placeOf = (kind: Kind): string => {
    const { file, left } = evidenceFiles[kind];
    return places.run !== undefined && ofARun.has(kind)
      ? path.join(places.run, path.basename(left))
      : path.join(places.folder, file);
  };
  const read = Effect.fnUntraced(function* <A>(kind: Kind, form: Schema.Codec<A, unknown>) {
    const text = yield* textOf(placeOf(kind));
    if (text === undefined) return undefined;
    return yield* Schema.decodeUnknownEffect(Schema.fromJsonString(form))(text).pipe(
      Effect.mapError((error) => invalid(placeOf(kind), kind, error.message)),
    );
  });
  const run = yield* read("run", RunFile);
  const simulation = yield* read("simulation", SimulationFile);
  const proof = yield* read("proof", ProofFile);
  const coverage = yield* read("coverage", CoverageFile);
  const mutants = yield* read("mutants", MutantsFile);
  const questions = yield* read("questions", QuestionsFile);
  const numbers = yield* read("numbers", NumbersFile);
  const ways = yield* read("ways", WaysFile);
  const figures = yield* textOf(placeOf("series"));
  const series = figures === undefined ? undefined : parseSeries(figures);
  if (figures !== undefined && series === undefined)
    return yield* invalid(placeOf("series"), "series", "there is no column `day`, or there are no days");
  const evidence: Evidence = {
    ...(run === undefined ? {} : { run: runData(run) }),
    ...(series === undefined ? {} : { series }),
    ...(simulation === undefined ? {} : { simulation: simulationData(simulation) }),
    ...(proof === undefined ? {} : { proof: proofData(proof) }),
    ...(coverage === undefined ? {} : { coverage: coverageData(coverage) }),
    ...(mutants === undefined ? {} : { mutants }),
    ...(questions === undefined ? {} : { questions }),
    ...(numbers === undefined ? {} : { numbers }),
    ...(ways === undefined ? {} : { ways }),
  };
  return evidence;
});
