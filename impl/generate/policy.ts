/**
 * Prints the policy as numbers: durations in milliseconds, counts, words by their place, sets as bits.
 * The core takes such a record as an argument, so another policy is another argument and never other code.
 */
import { constants, sets, vocabularies, type Constant } from "../../models/policy.ts";
import { quoted } from "./names.ts";

const encoding = (name: string, constant: Constant): string =>
  constant.kind === "choice" && constant.vocabulary !== undefined
    ? `place(vocabularies.${constant.vocabulary}, word(policy, ${quoted(name)}))`
    : `amount(policy, ${quoted(name)})`;

export function printPolicy(): string {
  const named = Object.entries<Constant>(constants);
  return `import { vocabularies, type Policy } from "../../models/policy.ts";
import { amount, bits, place, word } from "../lifecycle/policynumbers.ts";

/** A policy in force as the core reads it. */
export interface PolicyNumbers {
${named
  .map(
    ([name, { kind, description, clauses, vocabulary }]) =>
      `  /** ${description}${kind === "duration" ? ", in ms" : vocabulary === undefined ? "" : `: ${vocabularies[vocabulary].join(", ")}`} (${clauses.join(", ")}). */\n  readonly ${name}: number;`,
  )
  .join("\n")}
${Object.entries(sets)
  .map(
    ([name, set]) =>
      `  /** Members among ${vocabularies[set.vocabulary].join(", ")} as bits (${set.clauses.join(", ")}). */\n  readonly ${name}: number;`,
  )
  .join("\n")}
}

/** The numbers of a policy; a policy that lacks one is a mistake of its author and throws. */
export const policyNumbers = (policy: Policy): PolicyNumbers => ({
${named.map(([name, constant]) => `  ${name}: ${encoding(name, constant)},`).join("\n")}
${Object.entries(sets)
  .map(([name, set]) => `  ${name}: bits(vocabularies.${set.vocabulary}, policy, ${quoted(name)}),`)
  .join("\n")}
});
`;
}
