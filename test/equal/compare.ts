/**
 * The comparison itself: the core, `step`, the plain reading of the models and XState take the same step from the same place.
 * table.test.ts and histories.test.ts expect no difference; planted.test.ts expects one, told by the same words.
 * A difference says machine, state, event, policy and what differs between whom, with all that is needed to repeat it.
 */
import { interpret, type Taken } from "../../models/language/interpret.ts";
import type { Lifecycle } from "../../models/language/lifecycle.ts";
import { presets, type Policy, type PresetName } from "../../models/policy.ts";
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

/** Hears which transitions the plain reading took in a step, for whoever counts them. */
export type Heard = (transitions: readonly string[]) => void;

const nobody: Heard = () => undefined;

const plainSide = (machine: Lifecycle, policy: Policy, heard: Heard): Side => ({
  name: "the plain reading",
  take: (standing, event, now) => {
    const { instance, taken, own } = interpret(machine, policy, standing, event, now);
    heard(taken.map(({ transition }) => transition));
    const went = taken.map(({ transition, at }) => ({ transition, at }));
    return { ...instance, said: taken.flatMap(saidOf), taken: went, own: own?.transition ?? "" };
  },
});

const sidesUnder = (law: Law, machine: Lifecycle, policy: Policy, heard: Heard): readonly Side[] => {
  const { core, step } = coreSide(law, machine.id, policy);
  return [plainSide(machine, policy, heard), { name: "the core", take: core }, { name: "step", take: step }];
};

/** Everything that must agree with XState. */
export const sidesOf = (
  law: Law,
  machine: Lifecycle,
  preset: PresetName,
  heard: Heard = nobody,
): readonly Side[] => sidesUnder(law, machine, presets[preset], heard);

/** Before every instant of the table, so that XState arms a timer for each deadline. */
const lead = 10;

export interface Compared {
  readonly cases: number;
  /** The first difference, told; nothing where all agree. */
  readonly difference: string | undefined;
}

const told = (machine: Lifecycle, { preset }: Policy, { standing, event, now }: Case): string =>
  `${machine.id} in ${standing.state}, ${event === undefined ? "no event" : `${event.type} ${JSON.stringify(event.given)}`}, ` +
  `at ${String(now)}, policy ${preset}, fields ${JSON.stringify(standing.fields)}`;

/** Where one of the sides differs from XState; or from the plain reading, which alone says which deadlines were taken. */
const differenceAmong = (
  sides: readonly Side[],
  { standing, event, now }: Case,
  expected: Outcome,
): string | undefined => {
  let plain: Outcome | undefined;
  for (const { name, take } of sides) {
    const ours = take(standing, event, now);
    plain ??= ours;
    for (const [whose, theirs] of [
      ["XState", expected],
      ["the plain reading", plain],
    ] as const) {
      const different = firstDifference(ours, theirs);
      if (different === undefined) continue;
      const { what, one, other } = different;
      return `${what}: ${name} says ${one}, ${whose} says ${other}`;
    }
  }
  return undefined;
};

/** Compares these cases of a machine under one policy, up to the first difference. */
export function compareCases(
  law: Law,
  machine: Lifecycle,
  policy: Policy,
  among: Iterable<Case>,
  heard: Heard = nobody,
): Compared {
  const sides = sidesUnder(law, machine, policy, heard);
  const xstate = xstateSide(machine, policy);
  let cases = 0;
  for (const one of among) {
    cases += 1;
    const expected = xstate.start(one.standing, one.now - lead).step(one.event, one.now);
    const difference = differenceAmong(sides, one, expected);
    if (difference !== undefined)
      return { cases, difference: `${told(machine, policy, one)}: ${difference}` };
  }
  return { cases, difference: undefined };
}

/** Compares all cases of one state under one preset, up to the first difference. */
export const compareState = (
  law: Law,
  machine: Lifecycle,
  state: string,
  preset: PresetName,
  heard: Heard = nobody,
): Compared => compareCases(law, machine, presets[preset], casesOf(machine, state), heard);
