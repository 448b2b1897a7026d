// Which constants of the policy an answer follows: found by setting each one otherwise and looking whether what is found changes.
// Only constants that the law reads on the way are tried, each once larger and once smaller; a choice is tried with every other word.
// It shows what an answer follows near the present numbers, and proves nothing of numbers far from them.
import {
  constants,
  vocabularies,
  type Constant,
  type Policy,
  type PolicyName,
} from "../../../models/policy.ts";
import { listening } from "../listening.ts";

const known: ReadonlyMap<string, Constant> = new Map(Object.entries<Constant>(constants));
const names: readonly PolicyName[] = Object.keys(constants).filter(
  (name): name is PolicyName => name in constants,
);

/** Other values of a constant, close to the present one. */
function otherwise(name: string, value: number | string): readonly (number | string)[] {
  const constant = known.get(name);
  if (typeof value === "string") {
    const words: readonly string[] =
      constant?.vocabulary === undefined ? [] : vocabularies[constant.vocabulary];
    return words.filter((word) => word !== value);
  }
  const others = constant?.kind === "count" ? [value + 1, value - 1] : [value * 2, Math.floor(value / 2)];
  return others.filter((other) => other >= 0 && other !== value);
}

/** What is found under this policy, and the constants that it follows, in the order of the policy. */
export function restingOn<Found>(
  policy: Policy,
  find: (policy: Policy) => Found,
): { readonly found: Found; readonly restsOn: readonly PolicyName[] } {
  const heard = listening(policy);
  const found = find(heard.policy);
  const same = JSON.stringify(found);
  const follows = (name: PolicyName): boolean => {
    const { [name]: value } = policy.constants;
    return (
      value !== undefined &&
      otherwise(name, value).some((other) => {
        const changed = { ...policy, constants: { ...policy.constants, [name]: other } };
        return JSON.stringify(find(changed)) !== same;
      })
    );
  };
  return { found, restsOn: names.filter((name) => heard.read.has(name) && follows(name)) };
}
