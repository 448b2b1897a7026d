/**
 * Judges mutants of the models: the linter and the generator first, then the clause examples and the promises, each for itself.
 * Only an example or a promise may kill one; what the linter or the generator refuses was never a law.
 */
import { lintLaw } from "../../models/language/lint.ts";
import { equivalents } from "./equivalents.ts";
import { exampleAgainst } from "./examples.ts";
import { judgedBy, type Judged } from "./judged.ts";
import { theLaw, type Law, type LawMutant } from "./law.ts";
import { refusalOfGenerator } from "./regenerated.ts";

/** Asks the promises about a law: the id of one that it breaks, and how; nothing where all are kept or none can be asked. */
export type ByProperty = (law: Law, concerns: LawMutant["concerns"]) => Promise<string | undefined>;

/** Off by one is a mistake that the language has no words for; it is judged although no law could be written so. */
const isOffByOne = (id: string): boolean => /(plus|minus)-1$/.test(id);

const findingAgainst = (law: Law): string | undefined => {
  const [finding] = lintLaw(law.machines, law.rules);
  return finding === undefined ? refusalOfGenerator(law) : `${finding.code} at ${finding.place}`;
};

export async function judgeLaw(mutant: LawMutant, byProperty?: ByProperty): Promise<Judged> {
  const law = mutant.mutate(theLaw);
  const finding = "constant" in mutant.concerns || isOffByOne(mutant.id) ? undefined : findingAgainst(law);
  const { id, sentence } = mutant;
  if (finding !== undefined) return { id, sentence, verdict: "refused", killedBy: [], why: finding };
  const example = await exampleAgainst(law, mutant.concerns);
  const property = await byProperty?.(law, mutant.concerns);
  return judgedBy(
    mutant,
    [
      ["clause example", example],
      ["property", property],
    ],
    equivalents[id],
  );
}
