/**
 * The corpus of machines and laws to refuse: everything that the linter must find, each made by one change of a good law.
 * corpus.test.ts asks for each that it is found once, at its place, with its reason, and nothing besides.
 * A new finding of the linter needs an example here; a test counts the codes.
 */
import { crossingMistakes } from "./crossingmistakes.ts";
import { dataMistakes } from "./datamistakes.ts";
import { deadlineMistakes } from "./deadlinemistakes.ts";
import { evidenceMistakes } from "./evidencemistakes.ts";
import { featureMistakes } from "./featuremistakes.ts";
import { formMistakes } from "./formmistakes.ts";
import { guardMistakes } from "./guardmistakes.ts";
import { promiseMistakes } from "./promisemistakes.ts";
import { ruleMistakes } from "./rulemistakes.ts";
import { stateMistakes } from "./statemistakes.ts";
import { stepMistakes } from "./stepmistakes.ts";
import { transitionMistakes } from "./transitionmistakes.ts";
import { typeMistakes } from "./typemistakes.ts";
import type { Mistake } from "./mistake.ts";

/** Mistakes inside one machine. */
export const machineCorpus: readonly Mistake[] = [
  ...dataMistakes,
  ...featureMistakes,
  ...formMistakes,
  ...guardMistakes,
  ...evidenceMistakes,
  ...typeMistakes,
  ...transitionMistakes,
  ...deadlineMistakes,
  ...stateMistakes,
];

/** Mistakes between machines, rules, messages, policy and promises. */
export const lawCorpus: readonly Mistake[] = [
  ...ruleMistakes,
  ...stepMistakes,
  ...crossingMistakes,
  ...promiseMistakes,
];
