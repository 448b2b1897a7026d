/**
 * Compares what a driver reports with what a story says, and gives every difference as a sentence.
 * Left out means: not refused, not unheard; everything else that is left out is not asked about. A refusal that changed something is always a difference.
 */
import type { Value } from "../../models/language/expression.ts";
import type { Policy } from "../../models/policy.ts";
import type { Driver, Observation } from "./drivers.ts";
import { valuesOf } from "./instance.ts";
import type { Expected, Story } from "./story.ts";

type Shown = Value | undefined | readonly string[];

const differs = (what: string, said: Shown, found: Shown): readonly string[] =>
  JSON.stringify(said) === JSON.stringify(found)
    ? []
    : [`${what}: said ${JSON.stringify(said)}, found ${JSON.stringify(found)}`];

const eachDiffers = (
  what: string,
  said: Readonly<Record<string, Value>>,
  found: Readonly<Record<string, Value>>,
): readonly string[] =>
  Object.entries(said).flatMap(([name, value]) => differs(`${what} ${name}`, value, found[name]));

/** A driver that cannot tell some states apart names them all. */
const stateDiffers = (
  what: string,
  said: string,
  found: Observation["states"][string] | undefined,
): readonly string[] => (typeof found === "object" && found.includes(said) ? [] : differs(what, said, found));

const toldDiffers = (said: readonly string[], { told, answersFirstOnly }: Observation): readonly string[] =>
  told === undefined ? [] : differs("told", answersFirstOnly === true ? said.slice(0, 1) : said, told);

const differences = (subject: string, said: Expected, found: Observation): readonly string[] => [
  ...differs("refused", said.refused ?? null, found.refused),
  ...differs("unheard", said.unheard ?? false, found.unheard),
  ...(found.refused !== null && found.changed ? ["a refusal changed something"] : []),
  ...(said.told === undefined ? [] : toldDiffers([said.told].flat(), found)),
  ...(said.meanwhile === undefined || found.meanwhile === undefined
    ? []
    : differs("meanwhile", said.meanwhile, found.meanwhile)),
  ...(said.sends === undefined ? [] : differs("sends", said.sends, found.sends)),
  ...(said.state === undefined ? [] : stateDiffers("state", said.state, found.states[subject])),
  ...Object.entries(said.states ?? {}).flatMap(([name, state]) =>
    stateDiffers(`state of ${name}`, state, found.states[name]),
  ),
  ...eachDiffers("field", valuesOf(said.fields), found.fields),
];

/** Runs a story and says where the driver did otherwise; an empty list is a story kept. */
export async function departures(story: Story, driver: Driver, policy: Policy): Promise<readonly string[]> {
  const found = await driver.run(story, policy);
  return story.steps.flatMap((step, place) => {
    const seen = found[place];
    const where = `${step.at} ${step.send ?? "(look)"}`;
    if (seen === undefined) return [`${where}: no answer`];
    return differences(story.subject, step.expect, seen).map((difference) => `${where}: ${difference}`);
  });
}
