// Gathers what the page knows of the law: every machine with its states, transitions and pictures, the parties, every clause.
// draw.ts calls it when building. All of it is read from the machine objects, the clauses and the labels of models/;
// nothing about the policy is typed here.
import { clauses } from "../../models/clauses.ts";
import type { Lifecycle } from "../../models/language/lifecycle.ts";
import { machines } from "../../models/machines.ts";
import { defaultPolicy, type Policy } from "../../models/policy.ts";
import { properties } from "../../models/properties.ts";
import { arrange } from "../layout/arrange.ts";
import { machineGraph, type Shown } from "../layout/machinegraph.ts";
import type { Captions, Picture } from "../layout/picture.ts";
import type {
  AtlasData,
  ClauseData,
  Language,
  MachineData,
  NumberData,
  PromiseData,
  StateData,
  TransitionData,
} from "./data.ts";
import { lengthsOf } from "./deadline.ts";
import { labels } from "./labels.ts";
import type { InEach } from "../said.ts";
import { systemContent } from "./system/system.ts";
import { sayLengths, transitionsFor } from "./transitions.ts";

function statesOf(machine: Lifecycle, policy: Policy): readonly StateData[] {
  return Object.entries(machine.states).map(([id, { type, description, meta }]) => ({
    id,
    name: labels.state(machine.id, id),
    says: labels.description(description),
    initial: id === machine.initial,
    final: type === "final",
    gone: meta.gone === true,
    keeps: meta.keeps.map((field) => {
      const isInstant = machine.meta.fields[field]?.kind === "instant";
      const length = isInstant ? sayLengths(lengthsOf(machine, id, field, policy)) : undefined;
      return {
        field: labels.field(machine.id, field),
        id: field,
        ...(length === undefined ? {} : { length }),
      };
    }),
    clauses: meta.clauses,
  }));
}

function captionsOf(
  machine: Lifecycle,
  transitions: readonly TransitionData[],
  language: Language,
): Captions {
  const transition = (id: string) => transitions.find((one) => one.id === id);
  return {
    state: (id) => labels.state(machine.id, id)[language],
    transition: (id) => transition(id)?.label[language] ?? id,
    reason: (id) => transition(id)?.says[language] ?? id,
  };
}

/** A machine's picture in the words of a language, as the page has it. */
export const pictureOf = (
  machine: Lifecycle,
  language: Language,
  policy: Policy,
  shown: Shown = "changes",
): Promise<Picture> =>
  arrange(machineGraph(machine, captionsOf(machine, transitionsFor(machine, policy), language), shown));

/** A machine's picture in every language. */
async function picturesOf(machine: Lifecycle, policy: Policy, shown: Shown): Promise<InEach<Picture>> {
  return {
    en: await pictureOf(machine, "en", policy, shown),
    ko: await pictureOf(machine, "ko", policy, shown),
  };
}

async function machineData(machine: Lifecycle, policy: Policy): Promise<MachineData> {
  const transitions = transitionsFor(machine, policy);
  const isRefusing = transitions.some(({ refusal }) => refusal !== undefined);
  return {
    id: machine.id,
    name: labels.machine(machine.id),
    says: labels.description(machine.description),
    parties: machine.meta.parties.map((party) => labels.party(party)),
    keptAs: machine.meta.keptAs,
    clauses: machine.meta.clauses,
    states: statesOf(machine, policy),
    transitions,
    pictures: await picturesOf(machine, policy, "changes"),
    ...(isRefusing ? { picturesWithRefusals: await picturesOf(machine, policy, "refusals too") } : {}),
  };
}

function clauseData(): Readonly<Record<string, ClauseData>> {
  return Object.fromEntries(
    Object.entries(clauses).map(([id, { grade, source }]): [string, ClauseData] => {
      const question = labels.question(id);
      return [
        id,
        {
          grade,
          says: labels.clause(id),
          source: labels.source(source),
          ...(question === undefined ? {} : { question }),
        },
      ];
    }),
  );
}

const numberData = (policy: Policy): readonly NumberData[] =>
  Object.keys(policy.constants).map((id) => ({
    id,
    name: labels.constant(id),
    value: labels.value(id, policy),
  }));

const promiseData = (): readonly PromiseData[] =>
  properties.map(({ id, prose, clauses: restsOn }) => ({
    id,
    name: labels.promise(id),
    says: labels.description(prose),
    clauses: restsOn,
  }));

/** What the page knows of the law alone. */
export type Law = Pick<AtlasData, "preset" | "machines" | "system" | "clauses" | "numbers" | "promises">;

/** The law as the page shows it, machine after machine in the order of the law. */
export async function lawContent(): Promise<Law> {
  const drawn: MachineData[] = [];
  for (const machine of machines) drawn.push(await machineData(machine, defaultPolicy));
  return {
    preset: defaultPolicy.preset,
    machines: drawn,
    system: await systemContent(defaultPolicy),
    clauses: clauseData(),
    numbers: numberData(defaultPolicy),
    promises: promiseData(),
  };
}
