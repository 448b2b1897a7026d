// The untimed projection of each machine through `@xstate/test`: its paths take every transition, by shortest ways;
// and every transition has a timed story that ends with it, which the core, `step` and XState all live alike.
// A transition that no story reaches is a finding about the models, and stands here with its reason.
import { describe, expect, it } from "vitest";
import { transitionsOf, type Lifecycle } from "../../models/language/lifecycle.ts";
import { machines } from "../../models/machines.ts";
import { presets } from "../../models/policy.ts";
import { sidesOf } from "./compare.ts";
import { generatedLaw } from "./generatedlaw.ts";
import { firstDifference, type Outcome } from "./outcome.ts";
import { pathsOf } from "./paths.ts";
import { beginning, storiesOf, type Story } from "./stories.ts";
import { xstateSide } from "./xstateside.ts";

const named = machines.map((machine): readonly [string, Lifecycle] => [machine.id, machine]);

/** Transitions that no story with one clock takes, each with its reason. */
const withoutStory: Readonly<Record<string, string>> = {
  "pass:issued--pass.scanned#1-->issued":
    "the pass claims a time that has not come: the custodian's clock is behind the issuer's by more than the skew",
};

/** How many steps it takes at the least to have taken each transition, by a search of our own. */
const shortest = (machine: Lifecycle): ReadonlyMap<string, number> => {
  const distance = new Map([[machine.initial, 0]]);
  const placed = transitionsOf(machine);
  for (const [state, steps] of distance) {
    for (const { source, target } of placed) {
      if (source === state && !distance.has(target)) distance.set(target, steps + 1);
    }
  }
  return new Map(placed.map(({ id, source }) => [id, (distance.get(source) ?? Infinity) + 1]));
};

describe("paths from @xstate/test", () => {
  it.for(named)("take every transition of %s by a shortest way", ([, machine]) => {
    const reached = new Map<string, number>();
    for (const { steps } of pathsOf(machine)) {
      for (const [place, { id }] of steps.entries()) {
        reached.set(id, Math.min(place + 1, reached.get(id) ?? Infinity));
      }
    }
    expect(Object.fromEntries(reached)).toEqual(Object.fromEntries(shortest(machine)));
  });

  it.for(named)("hang together for %s, from its beginning", ([, machine]) => {
    for (const { steps } of pathsOf(machine)) {
      expect(steps.map(({ source }) => source)).toEqual(
        [machine.initial, ...steps.map(({ target }) => target)].slice(0, -1),
      );
    }
  });
});

/** Lives a story on every side; answers its last outcome. */
const lived = (machine: Lifecycle, { preset, steps }: Story): Outcome => {
  const initial: Outcome = { state: machine.initial, fields: machine.context, said: [], own: "" };
  const actor = xstateSide(machine, presets[preset]).start(initial, beginning);
  const sides = sidesOf(generatedLaw, machine, preset).map((side) => ({ side, at: initial }));
  let last = initial;
  for (const { now, event } of steps) {
    last = actor.step(event, now);
    for (const one of sides) {
      one.at = one.side.take(one.at, event, now);
      expect(firstDifference(one.at, last)).toBeUndefined();
    }
  }
  return last;
};

describe("timed stories", () => {
  it.for(named)("reach every transition of %s, or say why not", { timeout: 60_000 }, ([, machine]) => {
    const { stories, unreached } = storiesOf(machine);
    expect(unreached).toEqual(Object.keys(withoutStory).filter((id) => id.startsWith(`${machine.id}:`)));
    const placed = new Map(transitionsOf(machine).map((one) => [one.id, one]));
    for (const story of stories) {
      const last = lived(machine, story);
      expect(last.state).toBe(story.ends);
      if (placed.get(story.transition)?.trigger.kind === "event") expect(last.own).toBe(story.transition);
    }
  });
});
