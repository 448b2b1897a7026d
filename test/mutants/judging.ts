/**
 * Judges the mutants of models, generator and generated code: all of them, or a sample that the seed decides.
 * mutants.test.ts takes the sample in every run of the tests; whole.ts takes all.
 */
import { withHouseCopy, type HouseCopy } from "../equal/housecopy.ts";
import { tablesOf, type Tables } from "./expected.ts";
import { generatedMutants, judgeOfGenerated } from "./generated.ts";
import { generatorMutants, judgeOfGenerator } from "./generator.ts";
import type { Judged } from "./judged.ts";
import { lawMutants } from "./lawmutants.ts";
import { judgeLaw } from "./models.ts";
import { byProperty } from "./promises.ts";
import type { ClassReport } from "./report.ts";
import { drawn, sampleSeed } from "./sample.ts";

export interface Sizes {
  readonly models: number;
  /** How many of those are also held against the promises, which takes a second each. */
  readonly promised: number;
  /** How many states of a slice are searched for a broken promise. */
  readonly states: number;
  readonly generator: number;
  readonly generated: number;
  /** How many cases of a machine or rule Equal compares for one mutant. */
  readonly cases: number;
}

export const whole: Sizes = {
  models: Infinity,
  promised: Infinity,
  states: 1_500,
  generator: Infinity,
  generated: Infinity,
  cases: Infinity,
};

const taken = <One>(all: readonly One[], most: number): readonly One[] =>
  most >= all.length ? all : drawn(all, most, sampleSeed);

const each = async <One>(
  mutants: readonly One[],
  judge: (one: One) => Promise<Judged>,
): Promise<readonly Judged[]> => {
  const judged: Judged[] = [];
  for (const mutant of mutants) judged.push(await judge(mutant));
  return judged;
};

export const judgedModels = async ({ models, promised, states }: Sizes): Promise<ClassReport> => {
  const mutants = taken(lawMutants, models);
  const asked = new Set(taken(mutants, promised));
  const ask = byProperty(states);
  return {
    class: "models",
    all: lawMutants.length,
    judged: await each(mutants, (mutant) => judgeLaw(mutant, asked.has(mutant) ? ask : undefined)),
  };
};

const ofGenerator = async (copy: HouseCopy, tables: Tables, most: number): Promise<ClassReport> => {
  const all = generatorMutants(copy);
  const judge = await judgeOfGenerator(copy, tables);
  return { class: "generator", all: all.length, judged: await each(taken(all, most), judge) };
};

const ofGenerated = async (copy: HouseCopy, tables: Tables, most: number): Promise<ClassReport> => {
  const all = generatedMutants(copy);
  const judge = judgeOfGenerated(copy, tables);
  return { class: "generated code", all: all.length, judged: await each(taken(all, most), judge) };
};

/** Both classes of code share what is right. */
export const judgedCode = ({ generator, generated, cases }: Sizes): Promise<readonly ClassReport[]> =>
  withHouseCopy(async (copy) => {
    const tables = tablesOf(cases);
    return [await ofGenerator(copy, tables, generator), await ofGenerated(copy, tables, generated)];
  });
