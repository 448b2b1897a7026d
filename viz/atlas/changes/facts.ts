// A law as flat facts: everything that it has, by kind and id, and of each what can be said of it, part by part, in both languages.
// Two versions of a law are compared in this form (comparing.ts). It is read from the page's own data, so that any atlas can be compared.
import { Schema } from "effect";
import { SaidForm } from "../reading/saidform.ts";
import type { Said } from "../../said.ts";

const Ids = Schema.Array(Schema.String);

/** The law as an atlas holds it, as far as versions are compared; coordinates and evidence are left out. */
export const LawForm = Schema.Struct({
  lawHash: Schema.String,
  preset: Schema.String,
  machines: Schema.Array(
    Schema.Struct({
      id: Schema.String,
      name: SaidForm,
      says: SaidForm,
      clauses: Ids,
      states: Schema.Array(
        Schema.Struct({
          id: Schema.String,
          name: SaidForm,
          says: SaidForm,
          keeps: Schema.Array(Schema.Struct({ field: SaidForm, length: Schema.optionalKey(SaidForm) })),
          clauses: Ids,
        }),
      ),
      transitions: Schema.Array(
        Schema.Struct({
          id: Schema.String,
          label: SaidForm,
          target: Schema.String,
          says: SaidForm,
          condition: Schema.optionalKey(SaidForm),
          sets: Schema.Array(SaidForm),
          tells: Schema.optionalKey(SaidForm),
          refusal: Schema.optionalKey(Schema.Struct({ code: Schema.String })),
          clauses: Ids,
        }),
      ),
    }),
  ),
  system: Schema.Struct({
    rules: Schema.Array(
      Schema.Struct({
        id: Schema.String,
        name: SaidForm,
        says: SaidForm,
        refusals: Schema.Array(Schema.Struct({ code: Schema.String, condition: SaidForm })),
        sends: Ids,
        clauses: Ids,
      }),
    ),
  }),
  numbers: Schema.Array(Schema.Struct({ id: Schema.String, name: SaidForm, value: SaidForm })),
  promises: Schema.Array(Schema.Struct({ id: Schema.String, name: SaidForm, says: SaidForm, clauses: Ids })),
  clauses: Schema.Record(Schema.String, Schema.Struct({ grade: Schema.String, says: SaidForm })),
});
export type LawForm = typeof LawForm.Type;

export const kinds = ["number", "machine", "state", "transition", "rule", "promise", "clause"] as const;
export type Kind = (typeof kinds)[number];
export const parts = [
  "value",
  "says",
  "to",
  "when",
  "deadline",
  "sets",
  "tells",
  "refuses",
  "keeps",
  "sends",
  "clauses",
] as const;
export type Part = (typeof parts)[number];

export interface Thing {
  readonly kind: Kind;
  /** As the page knows it: `visit.recorded`, the id of a transition, `rule:issuer.issue`, `clause:S9`. */
  readonly id: string;
  readonly name: Said;
  readonly parts: Readonly<Partial<Record<Part, Said>>>;
}

const plain = (text: string): Said => ({ en: text, ko: text });
const joined = (all: readonly Said[]): Said => ({
  en: all.map(({ en }) => en).join(" "),
  ko: all.map(({ ko }) => ko).join(" "),
});
const ids = (all: readonly string[]): Said => plain(all.join(", "));
const under = (machine: Said, name: Said): Said => ({
  en: `${machine.en}: ${name.en}`,
  ko: `${machine.ko}: ${name.ko}`,
});

const ofMachine = (machine: LawForm["machines"][number]): readonly Thing[] => [
  {
    kind: "machine",
    id: machine.id,
    name: machine.name,
    parts: { says: machine.says, clauses: ids(machine.clauses) },
  },
  ...machine.states.map(({ id, name, says, keeps, clauses }): Thing => ({
    kind: "state",
    id: `${machine.id}.${id}`,
    name: under(machine.name, name),
    parts: {
      says,
      keeps: joined(keeps.flatMap(({ field, length }) => (length === undefined ? [field] : [field, length]))),
      clauses: ids(clauses),
    },
  })),
  ...machine.transitions.map((one): Thing => ({
    kind: "transition",
    id: one.id,
    name: under(machine.name, one.says),
    parts: {
      says: one.says,
      to: plain(one.target),
      deadline: one.label,
      sets: joined(one.sets),
      clauses: ids(one.clauses),
      ...(one.condition === undefined ? {} : { when: one.condition }),
      ...(one.tells === undefined ? {} : { tells: one.tells }),
      ...(one.refusal === undefined ? {} : { refuses: plain(one.refusal.code) }),
    },
  })),
];

/** Everything that a law has. */
export const thingsOf = (law: LawForm): readonly Thing[] => [
  ...law.numbers.map(({ id, name, value }): Thing => ({ kind: "number", id, name, parts: { value } })),
  ...law.machines.flatMap(ofMachine),
  ...law.system.rules.map(({ id, name, says, refusals, sends, clauses }): Thing => ({
    kind: "rule",
    id: `rule:${id}`,
    name,
    parts: {
      says,
      refuses: joined(refusals.map(({ code, condition }) => under(plain(code), condition))),
      sends: ids(sends),
      clauses: ids(clauses),
    },
  })),
  ...law.promises.map(({ id, name, says, clauses }): Thing => ({
    kind: "promise",
    id: `promise:${id}`,
    name,
    parts: { says, clauses: ids(clauses) },
  })),
  ...Object.entries(law.clauses).map(([id, { says, grade }]): Thing => ({
    kind: "clause",
    id: `clause:${id}`,
    name: plain(id),
    parts: { says, value: plain(grade) },
  })),
];
