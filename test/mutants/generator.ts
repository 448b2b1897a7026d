/**
 * Judges mutants of the generator: each prints core, rules and policy of the same models, and what it printed is run.
 * The clause examples and Equal are asked about every machine and rule whose text became another, and they alone may kill.
 * A generator that fails, or prints what is no code, is refused; one that prints the same has made no mistake that this law shows.
 */
import { cpSync } from "node:fs";
import { join } from "node:path";
import { machines, machineOf } from "../../models/machines.ts";
import { rules } from "../../models/system.ts";
import { restOf } from "../equal/coremodule.ts";
import type { Law } from "../equal/coreside.ts";
import type { HouseCopy } from "../equal/housecopy.ts";
import { listedDifference, type Lists } from "../equal/listed.ts";
import { lawOf } from "../equal/planting.ts";
import { restingDifference, type Resting } from "../equal/resting.ts";
import type { RuleLaw } from "../equal/ruleside.ts";
import { mutantsOfCode, type CodeMutant } from "./code.ts";
import { exampleAgainstCore, exampleAgainstRule } from "./codeexamples.ts";
import { coreDifference, orFault, ruleDifference } from "./equal.ts";
import type { Tables } from "./expected.ts";
import { generatorEquivalents } from "./generatorequivalents.ts";
import { judgedBy, type Judged } from "./judged.ts";
import { differing, endingAnyhow, printedBy, type Printed } from "./printed.ts";
import { changesOfPrinter } from "./printeredits.ts";

/** The files that decide what core, rules and policy say. */
const printers = ["terms", "core", "corestep", "rules", "law", "policy", "codes", "names"];

export const generatorMutants = (copy: HouseCopy): readonly CodeMutant[] =>
  printers.flatMap((name) => {
    const file = `generate/${name}.ts`;
    return mutantsOfCode(file, copy.textOf(join("impl", file)), changesOfPrinter);
  });

/** How a machine's core puts a row to rest; one that cannot is no code that anything else could be built on. */
const restIn = async (copy: HouseCopy, impl: string, id: string): Promise<readonly [string, Resting]> => {
  const path = join(impl, `generated/core/${id}.ts`);
  return [id, restOf(await copy.imported<Readonly<Record<string, unknown>>>(path, []), id)];
};

interface Changed {
  readonly machines: readonly string[];
  readonly rules: readonly string[];
}

/** Whom a changed text concerns; what all of them share concerns all. */
const concernedBy = (paths: readonly string[]): Changed => {
  const shared = paths.some((path) => !path.includes("/"));
  return {
    machines: machines.map(({ id }) => id).filter((id) => shared || paths.includes(`core/${id}.ts`)),
    rules: rules.filter(({ party }) => shared || paths.includes(`rules/${party}.ts`)).map(({ id }) => id),
  };
};

const firstOf = async <One>(
  list: readonly One[],
  ask: (one: One) => Promise<string | undefined> | string | undefined,
): Promise<string | undefined> => {
  for (const one of list) {
    const answer = await ask(one);
    if (answer !== undefined) return answer;
  }
  return undefined;
};

const refused = ({ id, sentence }: CodeMutant, why: unknown): Judged => ({
  id,
  sentence,
  verdict: "refused",
  killedBy: [],
  why: String(why).slice(0, 300),
});

const judgedLaw = async (
  mutant: CodeMutant,
  law: Law & RuleLaw & Lists,
  changed: Changed,
  tables: Tables,
  rests: ReadonlyMap<string, Resting>,
): Promise<Judged> => {
  const cores = law.machineCores.filter(({ id }) => changed.machines.includes(id));
  const ruled = rules.filter(({ id }) => changed.rules.includes(id));
  const example =
    (await firstOf(cores, (core) => exampleAgainstCore(core, law))) ??
    (await firstOf(ruled, (rule) => exampleAgainstRule(rule, law, law.policyNumbers)));
  const equal =
    orFault(() => listedDifference(law)) ??
    (await firstOf(cores, (core) => {
      const rest = rests.get(core.id);
      return orFault(
        () =>
          (rest === undefined ? undefined : restingDifference(core, rest)) ??
          coreDifference(law, core, tables.ofMachine(machineOf(core.id))),
      );
    })) ??
    (await firstOf(ruled, (rule) =>
      orFault(() => ruleDifference(rule, law, tables.ofRule(rule), law.policyNumbers)),
    ));
  return judgedBy(
    mutant,
    [
      ["clause example", example],
      ["equal", equal],
    ],
    generatorEquivalents[mutant.id],
  );
};

/** A judge of generators over a copy. Each gets a folder of its own beside impl/, over the same models. */
export async function judgeOfGenerator(
  copy: HouseCopy,
  tables: Tables,
): Promise<(mutant: CodeMutant) => Promise<Judged>> {
  const right = await printedBy(copy, "impl/generate");
  let count = 0;

  return async (mutant) => {
    count += 1;
    const impl = `impl${String(count)}`;
    for (const part of ["generate", "lifecycle"])
      cpSync(join(copy.folder, "impl", part), join(copy.folder, impl, part), { recursive: true });
    cpSync(join(copy.folder, "impl/exit.ts"), join(copy.folder, impl, "exit.ts"));
    copy.write(join(impl, mutant.file), mutant.text);
    let printed: Printed;
    try {
      printed = await printedBy(copy, join(impl, "generate"));
    } catch (fault) {
      return refused(mutant, fault);
    }
    const paths = differing(printed, right);
    if (paths.length === 0) return judgedBy(mutant, [], "it prints the same of this law");
    for (const [path, text] of printed) copy.write(join(impl, "generated", path), endingAnyhow(text));
    let law: Law & RuleLaw & Lists;
    let rests: ReadonlyMap<string, Resting>;
    try {
      law = await lawOf(copy, impl);
      rests = new Map(await Promise.all(law.machineCores.map(({ id }) => restIn(copy, impl, id))));
    } catch (fault) {
      return refused(mutant, fault);
    }
    return judgedLaw(mutant, law, concernedBy(paths), tables, rests);
  };
}
