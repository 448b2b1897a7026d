/**
 * The comparison itself: the core, `step`, the plain reading of the models and XState take the same step from the same place.
 * table.test.ts and histories.test.ts expect no difference; planted.test.ts expects one, told by the same words.
 * A difference says machine, state, event, policy and what differs between whom, with all that is needed to repeat it.
 */
import { interpret, type Taken } from "../../models/language/interpret.ts";
import type { Lifecycle } from "../../models/language/lifecycle.ts";
import { presets, type PresetName } from "../../models/policy.ts";
import { casesOf, type Case } from "./cases.ts";
import { coreSide, type Law } from "./coreside.ts";
import { firstDifference, type Outcome, type Said, type SentEvent, type Snapshot } from "./outcome.ts";
import { xstateSide } from "./xstateside.ts";

/** One side: where an instance stands, what is sent, when; and what it came to. */
export interface Side {
  readonly name: string;
  readonly take: (standing: Snapshot, event: SentEvent | undefined, now: number) => Outcome;
}

const saidOf = ({ told, refused, at }: Taken): readonly Said[] => [
  ...(told === "" ? [] : [{ kind: "told", name: told, at } as const]),
  ...(refused === "" ? [] : [{ kind: "refused", name: refused, at } as const]),
];

const plainSide = (machine: Lifecycle, preset: PresetName): Side => ({
  name: "the plain reading",
  take: (standing, event, now) => {
    const { instance, taken, own } = interpret(machine, presets[preset], standing, event, now);
    return { ...instance, said: taken.flatMap(saidOf), own: own?.transition ?? "" };
  },
});

/** Everything that must agree with XState. */
export const sidesOf = (law: Law, machine: Lifecycle, preset: PresetName): readonly Side[] => {
  const { core, step } = coreSide(law, machine.id, presets[preset]);
  return [{ name: "the core", take: core }, { name: "step", take: step }, plainSide(machine, preset)];
};

/** Before every instant of the table, so that XState arms a timer for each deadline. */
const lead = 10;

export interface Compared {
  readonly cases: number;
  /** The first difference, told; nothing where all agree. */
  readonly difference: string | undefined;
}

const told = (machine: Lifecycle, preset: PresetName, { standing, event, now }: Case): string =>
  `${machine.id} in ${standing.state}, ${event === undefined ? "no event" : `${event.type} ${JSON.stringify(event.given)}`}, ` +
  `at ${String(now)}, policy ${preset}, fields ${JSON.stringify(standing.fields)}`;

/** Compares all cases of one state under one policy, up to the first difference. */
export function compareState(law: Law, machine: Lifecycle, state: string, preset: PresetName): Compared {
  const sides = sidesOf(law, machine, preset);
  const xstate = xstateSide(machine, presets[preset]);
  let cases = 0;
  for (const one of casesOf(machine, state)) {
    cases += 1;
    const expected = xstate.start(one.standing, one.now - lead).step(one.event, one.now);
    for (const { name, take } of sides) {
      const different = firstDifference(take(one.standing, one.event, one.now), expected);
      if (different !== undefined) {
        const { what, one: ours, other } = different;
        const difference = `${told(machine, preset, one)}: ${what}: ${name} says ${ours}, XState says ${other}`;
        return { cases, difference };
      }
    }
  }
  return { cases, difference: undefined };
}
