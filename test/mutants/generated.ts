/**
 * Judges mutants of the generated code: each changed file is imported by itself beside a copy of the house,
 * and asked by the clause examples and by Equal, which alone may kill it.
 */
import { join } from "node:path";
import { camelCase } from "../../impl/generate/names.ts";
import type { MachineCore } from "../../impl/lifecycle/machinecore.ts";
import type { Rule } from "../../models/language/rule.ts";
import { machineOf } from "../../models/machines.ts";
import { rules } from "../../models/system.ts";
import { coreOfModule, restOf } from "../equal/coremodule.ts";
import { generatedLaw } from "../equal/generatedlaw.ts";
import type { HouseCopy } from "../equal/housecopy.ts";
import { restingDifference } from "../equal/resting.ts";
import { generatedRules } from "../equal/ruleside.ts";
import { mutantsOfCode, type CodeMutant } from "./code.ts";
import { exampleAgainstCore, exampleAgainstRule } from "./codeexamples.ts";
import { codeEquivalents } from "./codeequivalents.ts";
import { coreDifference, orFault, ruleDifference } from "./equal.ts";
import type { Tables } from "./expected.ts";
import { reasonIfIdle } from "./idle.ts";
import { judgedBy, type Judged } from "./judged.ts";
import { endingAnyhow } from "./printed.ts";

type Module = Readonly<Record<string, unknown>>;

const folder = "impl/generated";

export const partiesOfRules: readonly string[] = [...new Set(rules.map(({ party }) => party))];

export interface GeneratedMutant extends CodeMutant {
  /** Why it does the same, where the models say so. */
  readonly idle: string | undefined;
  readonly of: { readonly core: MachineCore } | { readonly rule: Rule };
}

const ofCores = (copy: HouseCopy): readonly GeneratedMutant[] =>
  generatedLaw.machineCores.flatMap((core) => {
    const file = `core/${core.id}.ts`;
    const text = copy.textOf(join(folder, file));
    const machine = machineOf(core.id);
    return mutantsOfCode(file, text).map((mutant) => ({
      ...mutant,
      of: { core },
      idle: machine === undefined ? undefined : reasonIfIdle(machine, text, mutant),
    }));
  });

const ofRules = (copy: HouseCopy): readonly GeneratedMutant[] =>
  partiesOfRules.flatMap((party) => {
    const file = `rules/${party}.ts`;
    return mutantsOfCode(file, copy.textOf(join(folder, file))).flatMap((mutant) => {
      const rule = rules.find(({ id }) => camelCase(id) === mutant.within);
      return rule === undefined ? [] : [{ ...mutant, of: { rule }, idle: undefined }];
    });
  });

export const generatedMutants = (copy: HouseCopy): readonly GeneratedMutant[] => [
  ...ofCores(copy),
  ...ofRules(copy),
];

/** A judge of mutants over a copy. */
export function judgeOfGenerated(
  copy: HouseCopy,
  tables: Tables,
): (mutant: GeneratedMutant) => Promise<Judged> {
  let count = 0;

  const loaded = (file: string, text: string): Promise<Module> => {
    count += 1;
    const path = join(folder, file.replace(/\.ts$/, `.mutant${String(count)}.ts`));
    copy.write(path, endingAnyhow(text));
    return copy.imported<Module>(path, []);
  };
  const judgedCore = async (mutant: GeneratedMutant, core: MachineCore): Promise<Judged> => {
    const module = await loaded(`core/${core.id}.ts`, mutant.text);
    const changed = coreOfModule(core, module);
    const equal = orFault(
      () =>
        restingDifference(changed, restOf(module, core.id)) ??
        coreDifference(generatedLaw, changed, tables.ofMachine(machineOf(core.id))),
    );
    return judgedBy(
      mutant,
      [
        ["clause example", await exampleAgainstCore(changed, generatedLaw)],
        ["equal", equal],
      ],
      mutant.idle ?? codeEquivalents[mutant.id],
    );
  };
  const judgedRule = async (mutant: GeneratedMutant, rule: Rule): Promise<Judged> => {
    const functions = await loaded(`rules/${rule.party}.ts`, mutant.text);
    const law = { ...generatedRules, functions };
    return judgedBy(
      mutant,
      [
        ["clause example", await exampleAgainstRule(rule, law)],
        ["equal", orFault(() => ruleDifference(rule, law, tables.ofRule(rule)))],
      ],
      mutant.idle ?? codeEquivalents[mutant.id],
    );
  };
  return (mutant) =>
    "core" in mutant.of ? judgedCore(mutant, mutant.of.core) : judgedRule(mutant, mutant.of.rule);
}
