/**
 * Judges the mutants of models, generator and generated code: all of them, or a sample that the seed decides.
 * mutants.test.ts takes the sample in every run of the tests; whole.ts takes all.
 */
import { withHouseCopy } from "../equal/housecopy.ts";
import { tablesOf, type Tables } from "./expected.ts";
import { generatedMutants, judgeOfGenerated } from "./generated.ts";
import { generatorMutants, judgeOfGenerator } from "./generator.ts";
import type { Judged, MutantClass } from "./judged.ts";
import type { LawMutant } from "./law.ts";
import { lawMutants } from "./lawmutants.ts";
import { judgeLaw } from "./models.ts";
import { byProperty, type StatesMost } from "./promises.ts";
import type { ClassReport } from "./report.ts";
import { drawn, sampleSeed } from "./sample.ts";

export interface Sizes {
  readonly models: number;
  /** How many of those are also held against the promises, which takes a tenth of a second each. */
  readonly promised: number;
  /** How many states of a slice are searched for a broken promise. */
  readonly states: StatesMost;
  readonly generator: number;
  readonly generated: number;
  /** How many cases of a machine or rule Equal compares for one mutant. */
  readonly cases: number;
}

export const whole: Sizes = {
  models: Infinity,
  promised: Infinity,
  states: { generated: 10_000, plain: 1_500 },
  generator: Infinity,
  generated: Infinity,
  cases: Infinity,
};

const taken = <One>(all: readonly One[], most: number): readonly One[] =>
  most >= all.length ? all : drawn(all, most, sampleSeed);

/** Told how many of how many mutants of a class have been judged, now and then. */
export type Progress = (name: MutantClass, done: number, of: number) => void;

const turn = 100;

const judgedEach = async <One>(
  name: MutantClass,
  all: readonly One[],
  most: number,
  judge: (one: One) => Promise<Judged>,
  progress: Progress,
): Promise<ClassReport> => {
  const mutants = taken(all, most);
  const judged: Judged[] = [];
  for (const mutant of mutants) {
    judged.push(await judge(mutant));
    if (judged.length % turn === 0) progress(name, judged.length, mutants.length);
  }
  return { class: name, all: all.length, judged };
};

const models = (sizes: Sizes, progress: Progress): Promise<ClassReport> =>
  withHouseCopy((copy) => {
    const asked = new Set(taken(taken(lawMutants, sizes.models), sizes.promised));
    const ask = byProperty(copy, sizes.states);
    const judge = (mutant: LawMutant) => judgeLaw(mutant, asked.has(mutant) ? ask : undefined);
    return judgedEach("models", lawMutants, sizes.models, judge, progress);
  });

const generator = (sizes: Sizes, tables: Tables, progress: Progress): Promise<ClassReport> =>
  withHouseCopy(async (copy) => {
    const judge = await judgeOfGenerator(copy, tables);
    return judgedEach("generator", generatorMutants(copy), sizes.generator, judge, progress);
  });

const generatedCode = (sizes: Sizes, tables: Tables, progress: Progress): Promise<ClassReport> =>
  withHouseCopy((copy) => {
    const judge = judgeOfGenerated(copy, tables);
    return judgedEach("generated code", generatedMutants(copy), sizes.generated, judge, progress);
  });

export type LawClass = Exclude<MutantClass, "services">;

/** What judges each class, to be called one after the other; both classes of code share what is right. */
export const judges = (
  sizes: Sizes,
  progress: Progress = () => undefined,
): Readonly<Record<LawClass, () => Promise<ClassReport>>> => {
  const tables = tablesOf(sizes.cases);
  return {
    models: () => models(sizes, progress),
    generator: () => generator(sizes, tables, progress),
    "generated code": () => generatedCode(sizes, tables, progress),
  };
};
