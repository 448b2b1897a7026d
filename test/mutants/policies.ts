/**
 * The mistakes that can be made in the policy's own tables: a number one off or doubled, another word chosen, a set with a member too many or too few.
 * A number that all presets share is changed in all of them; a word is changed in one preset at a time.
 */
import {
  presetNames,
  sets,
  vocabularies,
  constants,
  type Constant,
  type Policy,
} from "../../models/policy.ts";
import type { Law, LawMutant } from "./law.ts";

const inPresets = (law: Law, names: readonly string[], change: (policy: Policy) => Policy): Law => {
  const changed = (name: (typeof presetNames)[number]): Policy =>
    names.includes(name) ? change(law.presets[name]) : law.presets[name];
  return { ...law, presets: { "2020-07": changed("2020-07"), "2020-10": changed("2020-10") } };
};

const withConstant =
  (name: string, value: number | string) =>
  (policy: Policy): Policy => ({ ...policy, constants: { ...policy.constants, [name]: value } });

const numbers = (name: string, value: number): readonly LawMutant[] =>
  (
    [
      ["plus-1", value + 1],
      ["minus-1", value - 1],
      ["doubled", value * 2],
    ] as const
  ).map(([what, to]) => ({
    id: `policy ${name} ${what}`,
    sentence: `The policy's ${name} is ${String(to)} instead of ${String(value)}.`,
    concerns: { constant: name },
    mutate: (law) => inPresets(law, presetNames, withConstant(name, to)),
  }));

const words = (name: string, constant: Constant): readonly LawMutant[] =>
  (constant.vocabulary === undefined ? [] : vocabularies[constant.vocabulary]).flatMap((word) =>
    presetNames.map((preset) => ({
      id: `policy ${name} is-${word}-in-${preset}`,
      sentence: `Under ${preset} the policy's ${name} is ${word}.`,
      concerns: { constant: name },
      mutate: (law: Law) => inPresets(law, [preset], withConstant(name, word)),
    })),
  );

const members = (name: string, vocabulary: keyof typeof vocabularies): readonly LawMutant[] =>
  vocabularies[vocabulary].map((word) => ({
    id: `policy ${name} ${word}-turned`,
    sentence: `In the policy's ${name}, ${word} is a member where it was none, or none where it was one.`,
    concerns: { constant: name },
    mutate: (law) =>
      inPresets(law, presetNames, (policy) => {
        const held = policy.sets[name] ?? [];
        const turned = held.includes(word) ? held.filter((one) => one !== word) : [...held, word];
        return { ...policy, sets: { ...policy.sets, [name]: turned } };
      }),
  }));

/** Every mistake in the policy; a word that is there already is no mistake. */
export const policyMutants = (law: Law): readonly LawMutant[] => {
  const all = Object.entries<Constant>(constants).flatMap(([name, constant]) =>
    typeof constant.value === "number" ? numbers(name, constant.value) : words(name, constant),
  );
  const sameWords = JSON.stringify(law.presets);
  return [
    ...all.filter(({ mutate }) => JSON.stringify(mutate(law).presets) !== sameWords),
    ...Object.entries(sets).flatMap(([name, { vocabulary }]) => members(name, vocabulary)),
  ];
};
