/**
 * What the generated law lists of each transition and each refusal beside the code that decides: whence, whither, by what, and on which clauses.
 * Services, traces and pictures read these lists. listed.test.ts compares them with the models, test/mutants those of other generators.
 */
import type { MachineCore, TransitionInfo } from "../../impl/lifecycle/machinecore.ts";
import {
  refusalOf,
  toldBy,
  transitionsOf,
  type Lifecycle,
  type PlacedTransition,
} from "../../models/language/lifecycle.ts";
import { machines } from "../../models/machines.ts";
import { rules } from "../../models/system.ts";

/** The lists of a generated law. */
export interface Lists {
  readonly machineCores: readonly MachineCore[];
  readonly refusalCodes: readonly string[];
  readonly toldNames: readonly string[];
  readonly refusalClauses: Readonly<Record<string, readonly string[]>>;
}

const infoDifference = (
  machine: Lifecycle,
  { id, source, target, trigger, transition }: PlacedTransition,
  info: TransitionInfo,
  { refusalCodes, toldNames }: Lists,
): string | undefined => {
  const states = Object.keys(machine.states);
  const isDeadline = trigger.kind === "deadline";
  const wanted: Readonly<Record<string, unknown>> = {
    id,
    trigger: trigger.name,
    deadline: isDeadline,
    source: states.indexOf(source),
    target: states.indexOf(target),
    refusal: refusalCodes.indexOf(refusalOf(transition) ?? ""),
    told: toldNames.indexOf(toldBy(transition) ?? ""),
    durable: isDeadline || machine.meta.events[trigger.name]?.durable === true,
  };
  const listed: Readonly<Record<string, unknown>> = { ...info };
  const wrong = Object.keys(wanted).find((name) => listed[name] !== wanted[name]);
  return wrong === undefined
    ? undefined
    : `${id}: ${wrong} is listed as ${String(listed[wrong])}, the models say ${String(wanted[wrong])}`;
};

const machineDifference = (machine: Lifecycle, core: MachineCore | undefined, lists: Lists) => {
  if (core === undefined) return `${machine.id} is not listed`;
  const placed = transitionsOf(machine);
  if (placed.length !== core.transitions.length)
    return `${machine.id} has ${String(core.transitions.length)} transitions`;
  for (const [place, info] of core.transitions.entries()) {
    const own = placed[place];
    const difference = own === undefined ? undefined : infoDifference(machine, own, info, lists);
    if (difference !== undefined) return difference;
  }
  return undefined;
};

/** The clauses that stand behind a refusal, wherever it is given. */
const clausesOf = (code: string): readonly string[] => [
  ...rules.flatMap(({ refusals }) => refusals.flatMap((one) => (one.code === code ? one.clauses : []))),
  ...machines.flatMap((machine) =>
    transitionsOf(machine).flatMap(({ transition }) =>
      refusalOf(transition) === code ? transition.meta.clauses : [],
    ),
  ),
];

const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
  new Set(one).size === one.length &&
  JSON.stringify(one.toSorted()) === JSON.stringify([...new Set(other)].toSorted());

/** The first thing that is listed otherwise than the models have it. */
export function listedDifference(lists: Lists): string | undefined {
  for (const machine of machines) {
    const core = lists.machineCores.find(({ id }) => id === machine.id);
    const difference = machineDifference(machine, core, lists);
    if (difference !== undefined) return difference;
  }
  const wrong = lists.refusalCodes.find(
    (code) => code !== "" && !sameSet(lists.refusalClauses[code] ?? ["none"], clausesOf(code)),
  );
  if (wrong !== undefined) return `the clauses of ${wrong} are not those of the models`;
  const unknown = Object.keys(lists.refusalClauses).find(
    (code) => code === "" || !lists.refusalCodes.includes(code),
  );
  if (unknown !== undefined) return `clauses are listed of a refusal "${unknown}" that there is not`;
  const twice = [lists.refusalCodes, lists.toldNames].find((names) => new Set(names).size !== names.length);
  return twice === undefined ? undefined : `one name is listed twice: ${twice.join(", ")}`;
}
