// What can be searched for: what people ask first, machines, states, what happens, parties, messages, rules, clauses and promises, by their words in both languages.
// Each entry leads to a place of the page. The words are those of the law and of its explanations, so that "token" finds the pass.
import type { AtlasData } from "../../data.ts";
import { inBoth, type Said } from "../../../said.ts";
import type { Asked } from "../address.ts";
import { askedFirst } from "../views/overview/askedfirst.ts";
import { wordsOf } from "../words.ts";

export type EntryKind =
  "asked" | "machine" | "state" | "transition" | "party" | "crossing" | "rule" | "clause" | "promise";

export interface Entry {
  readonly kind: EntryKind;
  readonly name: Said;
  readonly view: string;
  readonly asked: Asked;
  /** All that it is found by, in small letters. */
  readonly text: string;
}

const textOf = (...parts: readonly (Said | string | undefined)[]): string =>
  parts
    .flatMap((part) => (typeof part === "string" ? [part] : part === undefined ? [] : [part.en, part.ko]))
    .join(" ")
    .toLowerCase();

const inMachines = ({ machines }: AtlasData): readonly Entry[] =>
  machines.flatMap((machine): readonly Entry[] => [
    {
      kind: "machine",
      name: machine.name,
      view: machine.id,
      asked: {},
      text: textOf(
        machine.id,
        machine.name,
        machine.says,
        inBoth((one) => wordsOf[one][machine.keptAs]),
      ),
    },
    ...machine.states.map((state): Entry => ({
      kind: "state",
      name: inBoth((one) => `${machine.name[one]}: ${state.name[one]}`),
      view: machine.id,
      asked: { at: `${machine.id}.${state.id}` },
      text: textOf(machine.id, state.id, state.name, state.says),
    })),
    ...machine.transitions.map((one): Entry => ({
      kind: "transition",
      name: inBoth((language) => `${machine.name[language]}: ${one.says[language]}`),
      view: machine.id,
      asked: { at: one.id },
      text: textOf(one.id, one.triggerName, one.says, one.refusal?.code, one.refusal?.sentence),
    })),
  ]);

const inSystem = ({ system }: AtlasData): readonly Entry[] => [
  ...system.parties.map(({ id, name, says, in2020 }): Entry => ({
    kind: "party",
    name,
    view: "overview",
    asked: { at: `party:${id}` },
    text: textOf(id, name, says, in2020),
  })),
  ...system.crossings.map(({ id, name, says }): Entry => ({
    kind: "crossing",
    name,
    view: "overview",
    asked: { at: id },
    text: textOf(id, name, says),
  })),
  ...system.rules.map(({ id, name, says, refusals }): Entry => ({
    kind: "rule",
    name,
    view: "overview",
    asked: { at: `rule:${id}` },
    text: textOf(id, name, says, ...refusals.flatMap((one) => [one.code, one.says])),
  })),
];

export const entriesOf = (data: AtlasData): readonly Entry[] => [
  ...askedFirst.map(({ asks, answers, shown: { view, asked } }): Entry => ({
    kind: "asked",
    name: asks,
    view,
    asked,
    text: textOf(asks, answers),
  })),
  ...inMachines(data),
  ...inSystem(data),
  ...Object.entries(data.clauses).map(([id, { says, source, question }]): Entry => ({
    kind: "clause",
    name: inBoth((one) => `${id} ${says[one]}`),
    view: "clauses",
    asked: { at: `clause:${id}` },
    text: textOf(id, says, source, question),
  })),
  ...data.promises.map(({ id, name, says }): Entry => ({
    kind: "promise",
    name,
    view: "clauses",
    asked: { at: `promise:${id}` },
    text: textOf(id, name, says),
  })),
];

/** Entries that hold every word that was typed; those whose name holds them come first. */
export function found(entries: readonly Entry[], typed: string): readonly Entry[] {
  const asked = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (asked.length === 0) return [];
  const isIn = (text: string): boolean => asked.every((word) => text.includes(word));
  const matching = entries.filter(({ text }) => isIn(text));
  const isNamed = ({ name }: Entry): boolean => isIn(textOf(name));
  return [...matching.filter(isNamed), ...matching.filter((entry) => !isNamed(entry))];
}
