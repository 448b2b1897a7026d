// What becomes of the promises when one constant is set otherwise: from the prover's table where it has the value, and else by playing.
// A value that the table has is proved; its broken stories are played here once more, so that nobody has to believe the table.
// For another value the stories of the table are played with it: one that plays and breaks is a real break, and the rest is not shown.
import { defaultPolicy, type PolicyName } from "../../../../../models/policy.ts";
import { setOver, type Setting } from "../../../../../models/settings.ts";
import type { NumbersData, NumbersVerdict } from "../../../reading/numbers.ts";
import type { ToldStory } from "../../../reading/toldstory.ts";
import { playedUnder, type PlayedStory } from "../../toldstory.ts";

export interface Broken {
  readonly id: string;
  /** Nothing where the table has no story, or it does not break the promise by the law as it is. */
  readonly story: PlayedStory | undefined;
}

export interface Proved {
  readonly kind: "proved";
  /** Every promise, in order. */
  readonly verdicts: readonly NumbersVerdict[];
  readonly broken: readonly Broken[];
}

export interface Replayed {
  readonly kind: "replayed";
  readonly broken: readonly Broken[];
  /** The proved values next to this one. */
  readonly around: readonly Setting[];
}

export type Answer = Proved | Replayed;

type Entry = NumbersData["constants"][number]["values"][number];

/** The story played under this value, if it breaks the promise. */
function breaking(told: ToldStory, id: string, name: PolicyName, value: Setting): PlayedStory | undefined {
  const story = playedUnder(told, setOver(defaultPolicy, { [name]: value }));
  const breaks = story?.played.happened.at(-1)?.breaks ?? [];
  return breaks.some((promise) => promise === id) ? story : undefined;
}

const brokenIn = ({ otherwise }: Entry) =>
  otherwise.flatMap((one) => (one.verdict === "broken" ? [one] : []));

/** The proved values on both sides, the policy's own among them. */
function around(values: readonly Setting[], value: Setting): readonly Setting[] {
  const numbers = values.flatMap((one) => (typeof one === "number" ? [one] : []));
  if (typeof value !== "number") return values;
  const below = numbers.filter((one) => one < value);
  const above = numbers.filter((one) => one > value);
  return [
    ...(below.length === 0 ? [] : [Math.max(...below)]),
    ...(above.length === 0 ? [] : [Math.min(...above)]),
  ];
}

export const valuesIn = (numbers: NumbersData, name: PolicyName): readonly Entry[] =>
  numbers.constants.find((constant) => constant.name === name)?.values ?? [];

/** The proved values of a constant with the policy's own, in order. */
export function provedValues(numbers: NumbersData, name: PolicyName): readonly Setting[] {
  const own = defaultPolicy.constants[name];
  const others = valuesIn(numbers, name).map(({ value }) => value);
  const all = own === undefined ? others : [...others, own];
  return all.toSorted((a, b) => (typeof a === "number" && typeof b === "number" ? a - b : 0));
}

export function answerTo(numbers: NumbersData, name: PolicyName, value: Setting): Answer {
  const entries = valuesIn(numbers, name);
  const isOwn = defaultPolicy.constants[name] === value;
  const entry = isOwn ? { value, otherwise: [] } : entries.find((one) => one.value === value);
  if (entry !== undefined) {
    const verdicts = numbers.asItStands.map(
      (usual) => entry.otherwise.find(({ id }) => id === usual.id) ?? usual,
    );
    const broken = brokenIn(entry).map(({ id, story }) => ({
      id,
      story: story === undefined ? undefined : breaking(story, id, name, value),
    }));
    return { kind: "proved", verdicts, broken };
  }
  const found = new Map<string, PlayedStory>();
  for (const { id, story: told } of entries.flatMap(brokenIn)) {
    const story = found.has(id) || told === undefined ? undefined : breaking(told, id, name, value);
    if (story !== undefined) found.set(id, story);
  }
  return {
    kind: "replayed",
    broken: [...found].map(([id, story]) => ({ id, story })),
    around: around(provedValues(numbers, name), value),
  };
}
