/**
 * All that is generated, as texts by their path below impl/generated/, and its comparison with what lies there.
 * The same models give the same bytes; each file is stamped with the hash of the law and of the generator, words left out.
 * A law that the linter refuses is never printed.
 */
import { createHash } from "node:crypto";
import { format } from "prettier";
import { lintLaw, type Finding } from "../../models/language/lint.ts";
import { machines } from "../../models/machines.ts";
import { messages } from "../../models/messages.ts";
import { constants, defaultPolicy, sets, vocabularies } from "../../models/policy.ts";
import { smallPolicy } from "../../models/language/small.ts";
import { slices } from "../../models/slices.ts";
import { channels, instances, rules } from "../../models/system.ts";
import type { PartyName } from "../../models/language/rule.ts";
import { printCore } from "./core.ts";
import { printLaw } from "./law.ts";
import { printMermaid } from "../../models/language/mermaid.ts";
import { printPolicy } from "./policy.ts";
import { printPromela } from "./promela.ts";
import { printQuint } from "./quint.ts";
import { printRules } from "./rules.ts";
import { printSchemas } from "./schemas.ts";
import { printScxml } from "./scxml.ts";
import { printLifecycleService, printRuleService } from "./services.ts";
import { printTables } from "./tables.ts";

/** Words for readers are no law: they may be corrected without making anything stale. */
const words = new Set(["description", "says"]);
const withoutWords = (key: string, value: unknown): unknown => (words.has(key) ? undefined : value);

const lawText = (): string =>
  JSON.stringify(
    { machines, rules, instances, messages, channels, constants, sets, vocabularies },
    withoutWords,
  );

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

const rulesOf = (party: PartyName) => rules.filter((rule) => rule.party === party);
const partiesWithRules: readonly PartyName[] = [...new Set(rules.map(({ party }) => party))];

const bodies = (): readonly (readonly [path: string, text: string])[] => [
  ["policy.ts", printPolicy()],
  ["law.ts", printLaw(machines)],
  ["tables.ts", printTables(machines)],
  ["schemas.ts", printSchemas(machines)],
  ...machines.map((machine) => [`core/${machine.id}.ts`, printCore(machine)] as const),
  ...partiesWithRules.map((party) => [`rules/${party}.ts`, printRules(rulesOf(party))] as const),
  ...machines
    .filter(({ meta }) => meta.keptAs === "row")
    .map((machine) => [`services/${machine.id}.ts`, printLifecycleService(machine)] as const),
  ...partiesWithRules.map(
    (party) => [`services/${party}.ts`, printRuleService(party, rulesOf(party))] as const,
  ),
  ...machines.map((machine) => [`diagrams/${machine.id}.mmd`, printMermaid(machine)] as const),
  ...machines.map((machine) => [`scxml/${machine.id}.scxml`, printScxml(machine)] as const),
  ...slices.flatMap((slice) => {
    const [law, policy] = [{ machines, rules }, smallPolicy(slice, defaultPolicy)] as const;
    return [
      [`promela/${slice.id}.pml`, printPromela(slice, law, policy)] as const,
      [`quint/${slice.id}.qnt`, printQuint(slice, law, policy)] as const,
    ];
  }),
];

export interface Generated {
  /** The hash of the law: of everything in models/ that decides, words left out. */
  readonly modelHash: string;
  readonly files: ReadonlyMap<string, string>;
}

/** The line that opens each file, as a comment of its language. */
const stamped = (path: string, stamp: string, text: string): string => {
  const sentence = `Generated from models/ by entrylog generate. Stamp ${stamp}.`;
  if (path.endsWith(".mmd")) return `%% ${sentence}\n${text}`;
  if (path.endsWith(".pml")) return `/* ${sentence} */\n${text}`;
  if (path.endsWith(".scxml")) return `<!-- ${sentence} -->\n${text}`;
  return `// Generated from models/ by \`entrylog generate\`; never edited by hand. Stamp ${stamp}.\n${text}`;
};

/** Generated code is meant to be read, so it is laid out like all other code here. */
const laidOut = async ([path, text]: readonly [string, string]): Promise<readonly [string, string]> => [
  path,
  path.endsWith(".ts") ? await format(text, { parser: "typescript", printWidth: 110 }) : text,
];

/** What the law gives, or why it is refused. */
export async function generateAll(): Promise<Generated | readonly Finding[]> {
  const findings = lintLaw(machines, rules);
  if (findings.length > 0) return findings;
  const modelHash = hashOf(lawText());
  const stampFile = [
    "stamp.ts",
    `/** The hash of the law from which all of this was generated. */\nexport const modelHash = ${JSON.stringify(modelHash)};\n`,
  ] as const;
  const printed = await Promise.all([...bodies(), stampFile].map(laidOut));
  // What the generator prints stands for the generator: two generators that print the same are the same.
  const stamp = hashOf(modelHash + printed.map(([path, text]) => path + hashOf(text)).join("")).slice(0, 16);
  return { modelHash, files: new Map(printed.map(([path, text]) => [path, stamped(path, stamp, text)])) };
}
