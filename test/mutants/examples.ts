/**
 * Asks the clause examples whether a law is still the one they were written from: the first story that says otherwise kills the mutant.
 * Stories run by the plain reading, and where that finds nothing by XState, which alone knows timers.
 * Only stories that the change can reach are run.
 */
import type { Policy } from "../../models/policy.ts";
import { runBy, type Driver } from "../clauses/drivers.ts";
import { departures } from "../clauses/expectations.ts";
import { runLifecycle } from "../clauses/lifecycle-run.ts";
import { numberExamples } from "../clauses/numbers.examples.ts";
import { runLifecyclePlainly, runRulePlainly } from "../clauses/plain-run.ts";
import { runRule } from "../clauses/rule-run.ts";
import { stories } from "../clauses/stories.ts";
import type { Story } from "../clauses/story.ts";
import type { Law, LawMutant } from "./law.ts";

export const policyFor = (law: Law, story: Story): Policy => {
  const preset = law.presets[story.preset ?? "2020-07"];
  return { ...preset, constants: { ...preset.constants, ...story.policy } };
};

const plainly = (law: Law): Driver => ({
  name: "the plain reading",
  leavesOut: [],
  isQuick: true,
  run: runBy(
    (story, policy) => runLifecyclePlainly(story, policy, law),
    (id, story, policy) => runRulePlainly(id, story, policy, law),
  ),
});

export const onXState = (law: Law): Driver => ({
  name: "XState",
  leavesOut: [],
  isQuick: true,
  run: runBy(
    (story, policy) => runLifecycle(story, policy, law),
    (id, story, policy) => runRule(id, story, policy, law),
  ),
});

/** The stories that a change of one machine, or of one rule, can reach. */
export const concerned = (law: Law, concerns: LawMutant["concerns"]): readonly Story[] => {
  if ("constant" in concerns) return stories;
  if ("rule" in concerns) return stories.filter(({ subject }) => subject === `rule ${concerns.rule}`);
  const rules = law.rules.filter(({ instances }) =>
    Object.values(instances).some(({ machine }) => machine === concerns.machine),
  );
  const subjects = new Set([concerns.machine, ...rules.map(({ id }) => `rule ${id}`)]);
  return stories.filter(({ subject }) => subjects.has(subject));
};

const storyAgainst = async (
  law: Law,
  driver: Driver,
  told: readonly Story[],
): Promise<string | undefined> => {
  for (const story of told) {
    try {
      const [departure] = await departures(story, driver, policyFor(law, story));
      if (departure !== undefined) return `${story.clause}, ${story.subject}: ${story.says} (${departure})`;
    } catch (fault) {
      return `${story.clause}, ${story.subject}: ${story.says} (${String(fault)})`;
    }
  }
  return undefined;
};

const numberAgainst = (law: Law): string | undefined => {
  const wrong = numberExamples.find(({ name, preset, is }) => {
    const { constants, sets } = law.presets[preset];
    return JSON.stringify(constants[name] ?? sets[name]) !== JSON.stringify(is);
  });
  return wrong === undefined ? undefined : `${wrong.clause}: ${wrong.says}`;
};

/** The example that a law departs from; nothing where it keeps them all. */
export const exampleAgainst = async (
  law: Law,
  concerns: LawMutant["concerns"],
): Promise<string | undefined> => {
  const told = concerned(law, concerns);
  return (
    (await storyAgainst(law, plainly(law), told)) ??
    (await storyAgainst(law, onXState(law), told)) ??
    ("constant" in concerns ? numberAgainst(law) : undefined)
  );
};
