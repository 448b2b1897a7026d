/**
 * Generates the code of a changed law as `entrylog generate` would, and gives it as the search over states takes it.
 * It lies in a copy of the house, in a folder of its own beside the right one, under the same imports.
 * Only core, rules, numbers and tables are printed: services, schemas and diagrams decide no step.
 */
import { join } from "node:path";
import { printCore } from "../../impl/generate/core.ts";
import { printLaw } from "../../impl/generate/law.ts";
import { camelCase } from "../../impl/generate/names.ts";
import { printPolicy } from "../../impl/generate/policy.ts";
import { printRules } from "../../impl/generate/rules.ts";
import { printTables } from "../../impl/generate/tables.ts";
import type { GeneratedLaw, RuleFunction } from "../../sim/prove/states/generated.ts";
import type { HouseCopy } from "../equal/housecopy.ts";
import type { Law } from "./law.ts";
import { endingAnyhow } from "./printed.ts";

type LawModule = Pick<GeneratedLaw, "cores" | "refusalOf" | "refusalCodes">;
interface PrintedLaw extends Omit<LawModule, "cores"> {
  readonly machineCores: LawModule["cores"];
}
type Functions = Readonly<Record<string, unknown>>;

const isRuleFunction = (found: unknown): found is RuleFunction => typeof found === "function";

const partiesOf = (law: Law): readonly string[] => [...new Set(law.rules.map(({ party }) => party))];

const textsOf = (law: Law): readonly (readonly [path: string, text: string])[] => [
  ["law.ts", printLaw(law.machines)],
  ["policy.ts", printPolicy()],
  ["tables.ts", printTables(law.machines)],
  ...law.machines.map((machine) => [`core/${machine.id}.ts`, printCore(machine)] as const),
  ...partiesOf(law).map(
    (party) => [`rules/${party}.ts`, printRules(law.rules.filter((rule) => rule.party === party))] as const,
  ),
];

/** What the generator has against a law that the linter lets pass; nothing where it prints it. */
export const refusalOfGenerator = (law: Law): string | undefined => {
  try {
    textsOf(law);
    return undefined;
  } catch (fault) {
    return `the generator refuses it: ${String(fault)}`;
  }
};

/** A generator over a copy; each law gets the next folder. */
export function generatorIn(copy: HouseCopy): (law: Law) => Promise<GeneratedLaw> {
  let count = 0;
  return async (law) => {
    count += 1;
    const folder = join("impl", `generated${String(count)}`);
    for (const [path, text] of textsOf(law)) copy.write(join(folder, path), endingAnyhow(text));
    const { machineCores, refusalOf, refusalCodes } = await copy.imported<PrintedLaw>(
      join(folder, "law.ts"),
      ["machineCores", "refusalOf", "refusalCodes"],
    );
    const parties = await Promise.all(
      partiesOf(law).map((party) => copy.imported<Functions>(join(folder, `rules/${party}.ts`), [])),
    );
    const printed = new Map(parties.flatMap((functions) => Object.entries(functions)));
    const rules = law.rules.flatMap(({ id }) => {
      const found = printed.get(camelCase(id));
      return isRuleFunction(found) ? [[id, found] as const] : [];
    });
    return { law, cores: machineCores, rules: new Map(rules), refusalOf, refusalCodes };
  };
}
