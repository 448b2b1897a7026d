/**
 * What the printers of moves know of a slice, and what its own terms mean in Quint: variables, instances, instances as they were.
 * A world is one record; a term reads it as it was before the call, as it is after it, or as it stands now.
 */
import { LawMistake } from "../../../models/language/evaluate.ts";
import type { Judged } from "../../../models/language/judged.ts";
import { timePasses, type RuleCall, type Slice } from "../../../models/language/slice.ts";
import type { Form } from "../promela/forms.ts";
import { lookUp } from "../terms.ts";
import { identifier, stateName, type Lexicon } from "./lexicon.ts";
import type { Asked } from "./rule.ts";
import { both, either, type Scope } from "./terms.ts";

export interface Scene {
  readonly slice: Slice;
  readonly lexicon: Lexicon;
  readonly formOf: (instance: string) => Form;
  readonly askedBy: (call: RuleCall) => Asked;
  readonly judged: readonly Judged[];
}

/** The records that a term reads: what is remembered, the instances, and the instances as they were. */
export interface Worlds {
  readonly variables: string;
  readonly instances: string;
  readonly before: string;
}

/** Everything read from one record. */
export const within = (world: string): Worlds => ({ variables: world, instances: world, before: world });

const wasPrefix = /^was /;

export const scopeOf = ({ slice, lexicon, formOf }: Scene, worlds: Worlds): Scope => {
  const machineOf = (instance: string) => formOf(instance.replace(wasPrefix, "")).machine;
  const spelt = (instance: string): string =>
    wasPrefix.test(instance)
      ? `${worlds.before}.${instance.replace(wasPrefix, "")}`
      : `${worlds.instances}.${instance}`;
  return {
    lexicon,
    fieldOf: (name, instance = "") =>
      instance === ""
        ? lookUp(slice.variables, slice.id)(name)
        : lookUp(machineOf(instance).meta.fields, instance)(name),
    givenOf: (name) => {
      throw new LawMistake(`nothing is given here, and ${name} is asked for`);
    },
    machineOf,
    spellField: (name, instance = "") =>
      instance === "" ? `${worlds.variables}.${name}` : `${spelt(instance)}.${name}`,
    spellState: (instance) => `${spelt(instance)}.state`,
    now: "NOW",
    phase: `${worlds.variables}.phase`,
  };
};

/** How the phase is handed on, where a tick is not a day. */
export const phaseOf = ({ slice }: Scene, world: string): string =>
  slice.ticksADay > 1 ? `${world}.phase` : "";

export const isToken = (scene: Scene, instance: string): boolean =>
  scene.formOf(instance).machine.meta.keptAs === "token";

/** Any deadline that the instance obeys where it stands, as one condition on each. */
export const anyDeadline = (scene: Scene, instance: string, test: (deadline: string) => string): string => {
  const { machine } = scene.formOf(instance);
  return either(
    ...Object.entries(machine.states).flatMap(([state, { after }]) => {
      const tests = Object.keys(after ?? {}).map((name) => test(`w.${instance}.${name}`));
      return tests.length === 0
        ? []
        : [both(`w.${instance}.state == ${stateName(machine, state)}`, either(...tests))];
    }),
  );
};

/** The definitions that a move is made of. */
export interface MoveNames {
  readonly action: string;
  /** Whether it can be made. */
  readonly may: string;
  /** What it leads to. */
  readonly after: string;
}

export const moveNames = (id: string): MoveNames => {
  const action = id === timePasses ? "timePasses" : identifier(id);
  return { action, may: `may_${action}`, after: `after_${action}` };
};
