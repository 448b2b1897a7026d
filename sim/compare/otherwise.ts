// What two runs were given otherwise, in words that can open a sentence: "With retention 14 days instead of 28 days".
// The comparison begins its sentence with it; it looks at the manifests alone.
import { words } from "../../models/labels/labels.ts";
import { sayValueOf } from "../../models/language/sentence.ts";
import { constants, type Policy } from "../../models/policy.ts";
import { isPolicyName, presetNamed, readSetting, setOver } from "../../models/settings.ts";
import type { Run } from "../results/run.ts";

type Manifest = Run["manifest"];

const policyOf = ({ policy: { preset, set } }: Manifest): Policy | undefined => {
  const base = presetNamed(preset);
  const settings = Object.entries(set).flatMap(([name, value]) => {
    const read = isPolicyName(name) && typeof value === "string" ? readSetting(name, value) : value;
    return read === undefined ? [] : [[name, read] as const];
  });
  return base === undefined ? undefined : setOver(base, Object.fromEntries(settings));
};

/** The constants that B has otherwise than A. */
const constantsOtherwise = (a: Manifest, b: Manifest): readonly string[] => {
  const [ofA, ofB] = [policyOf(a), policyOf(b)];
  if (ofA === undefined || ofB === undefined) return [];
  return Object.keys(constants)
    .filter((name) => ofA.constants[name] !== ofB.constants[name])
    .map(
      (name) =>
        `${words("en").constant(name)} ${sayValueOf(name, "en", ofB)} instead of ${sayValueOf(name, "en", ofA)}`,
    );
};

/** Empty where both were given the same. */
export const otherwise = (a: Manifest, b: Manifest): string => {
  if (a.scenario !== b.scenario) return `In B (${b.scenario}) instead of A (${a.scenario})`;
  if (a.policy.preset !== b.policy.preset)
    return `With the policy ${b.policy.preset} instead of ${a.policy.preset}`;
  const set = constantsOtherwise(a, b);
  return set.length === 0 ? "" : `With ${set.join(" and ")}`;
};
