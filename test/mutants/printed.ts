/**
 * What a generator prints of the core, the rules and the policy, as texts by their path below impl/generated/.
 * The printers are called one by one, without laying the text out, so that hundreds of generators can be tried.
 * Services, schemas and diagrams are printed by others, and no step is decided in them.
 */
import ts from "typescript";
import type { printCore } from "../../impl/generate/core.ts";
import type { printLaw } from "../../impl/generate/law.ts";
import type { printPolicy } from "../../impl/generate/policy.ts";
import type { printRules } from "../../impl/generate/rules.ts";
import type { printTables } from "../../impl/generate/tables.ts";
import type { Lifecycle } from "../../models/language/lifecycle.ts";
import type { Rule } from "../../models/language/rule.ts";
import type { HouseCopy } from "../equal/housecopy.ts";

interface Core {
  readonly printCore: typeof printCore;
}
interface Rules {
  readonly printRules: typeof printRules;
}
interface Law {
  readonly printLaw: typeof printLaw;
}
interface Policy {
  readonly printPolicy: typeof printPolicy;
}
interface Tables {
  readonly printTables: typeof printTables;
}
interface Machines {
  readonly machines: readonly Lifecycle[];
}
interface System {
  readonly rules: readonly Rule[];
}

export type Printed = ReadonlyMap<string, string>;

const options: ts.CompilerOptions = {
  removeComments: true,
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
};

const meanings = new Map<string, string>();

/** What is left of a text without types, comments, layout, imports that nothing uses, and defaults that are never read. */
const meaningOf = (text: string): string => {
  const known =
    meanings.get(text) ??
    ts
      .transpileModule(text, { compilerOptions: options })
      .outputText.replaceAll(/ \?\? (?:never|0)\b/g, "")
      .replaceAll(/\s+/g, " ");
  meanings.set(text, known);
  return known;
};

const settling = "for (;;) {";
const cut = 'for (let rounds = 0; ; rounds += 1) { if (rounds > 1_000) throw new Error("it never settles");';

/** The code with its settling cut after a thousand rounds, as a fault: a mistake may let it go on for ever. */
export const endingAnyhow = (text: string): string => text.replaceAll(settling, cut);

/** Everything that is printed by the generator in the folder, of the models in the copy. */
export async function printedBy({ imported }: HouseCopy, folder: string): Promise<Printed> {
  const { machines } = await imported<Machines>("models/machines.ts", ["machines"]);
  const { rules } = await imported<System>("models/system.ts", ["rules"]);
  const core = await imported<Core>(`${folder}/core.ts`, ["printCore"]);
  const ofRules = await imported<Rules>(`${folder}/rules.ts`, ["printRules"]);
  const law = await imported<Law>(`${folder}/law.ts`, ["printLaw"]);
  const policy = await imported<Policy>(`${folder}/policy.ts`, ["printPolicy"]);
  const tables = await imported<Tables>(`${folder}/tables.ts`, ["printTables"]);
  const parties = [...new Set(rules.map(({ party }) => party))];
  return new Map([
    ["law.ts", law.printLaw(machines)],
    ["policy.ts", policy.printPolicy()],
    ["tables.ts", tables.printTables(machines)],
    ...machines.map((machine) => [`core/${machine.id}.ts`, core.printCore(machine)] as const),
    ...parties.map(
      (party) =>
        [`rules/${party}.ts`, ofRules.printRules(rules.filter((rule) => rule.party === party))] as const,
    ),
  ]);
}

/** The paths whose text has another meaning, as far as text can tell. */
export const differing = (printed: Printed, right: Printed): readonly string[] =>
  [...printed].flatMap(([path, text]) =>
    meaningOf(text) === meaningOf(right.get(path) ?? "") ? [] : [path],
  );
