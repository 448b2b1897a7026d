/**
 * The generated side of the rules: each rule's function over columns, called through one form, and told in words.
 * The functions are listed by the rules' names, so that a rule that is generated and not compared fails to be found.
 * It encodes and decodes, and decides nothing.
 */
import * as authority from "../../impl/generated/rules/authority.ts";
import * as custodian from "../../impl/generated/rules/custodian.ts";
import * as issuer from "../../impl/generated/rules/issuer.ts";
import * as venue from "../../impl/generated/rules/venue.ts";
import { machineCores, refusalCodes, toldNames } from "../../impl/generated/law.ts";
import type { PolicyNumbers } from "../../impl/generated/policy.ts";
import { makeStepLog, never } from "../../impl/lifecycle/core.ts";
import type { MachineCore } from "../../impl/lifecycle/machinecore.ts";
import type { Columns } from "../../impl/store/rowtable.ts";
import type { Instances, RuleTaken } from "../../models/language/decide.ts";
import type { Value } from "../../models/language/expression.ts";
import type { Rule } from "../../models/language/rule.ts";

/** What both sides of a rule's comparison say. */
export interface Ruled {
  readonly instances: Instances;
  readonly taken: readonly RuleTaken[];
  readonly refused: string;
  readonly told: string;
}

const names = ["", "first", "second"];

/** What a rule's function is called and read with; the committed code unless a copy with a mistake is handed over. */
export interface RuleLaw {
  readonly functions: Readonly<Record<string, unknown>>;
  readonly machineCores: readonly MachineCore[];
  readonly refusalCodes: readonly string[];
  readonly toldNames: readonly string[];
}

export const generatedRules: RuleLaw = {
  functions: { ...issuer, ...venue, ...custodian, ...authority },
  machineCores,
  refusalCodes,
  toldNames,
};

type Kind = "instant" | "count" | "choice" | "flag" | "id";

const encoded = (value: Value, kind: Kind, words: readonly string[]): number => {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value === null) return kind === "instant" ? never : 0;
  return kind === "id" ? names.indexOf(value) : words.indexOf(value);
};

const decoded = (value: number, kind: Kind, words: readonly string[]): Value => {
  if (kind === "instant") return value === never ? null : value;
  if (kind === "flag") return value === 1;
  if (kind === "choice") return words[value] ?? null;
  return kind === "id" ? names[value] || null : value;
};

const coreOf = (law: RuleLaw, id: string) => {
  const machine = law.machineCores.find((candidate) => candidate.id === id);
  if (machine === undefined) throw new Error(`there is no core of ${id}`);
  return machine;
};

/** `issuer.sendCode` is `issuerSendCode`. */
const functionOf = (law: RuleLaw, rule: Rule) => {
  const name = rule.id.replace(/\.(\w)/, (_, first: string) => first.toUpperCase());
  const found = law.functions[name];
  if (typeof found !== "function") throw new Error(`${rule.id} is not generated`);
  return (...parts: readonly unknown[]): number => {
    const answer: unknown = Reflect.apply(found, undefined, parts);
    if (typeof answer !== "number") throw new Error(`${rule.id} answers no number`);
    return answer;
  };
};

/** The rule as a function of words; its columns are kept and filled anew at each call. */
export function ruleSide(rule: Rule, policy: PolicyNumbers, law: RuleLaw = generatedRules) {
  const { refusalCodes: codes, toldNames: tolds } = law;
  const call = functionOf(law, rule);
  const log = makeStepLog();
  const kept = Object.entries(rule.instances).map(([name, { machine }], place) => {
    const core = coreOf(law, machine);
    const columns = core.makeColumns(place + 2);
    // Each instance in another slot, so that slots that are mixed up are seen.
    return { name, core, columns, slot: place + 1 };
  });
  const write = (columns: Columns, name: string, slot: number, value: number): void => {
    const column = columns[name];
    if (column !== undefined) column[slot] = value;
  };

  return (before: Instances, given: Readonly<Record<string, Value>>, now: number): Ruled => {
    for (const { name, core, columns, slot } of kept) {
      const standing = before[name];
      write(columns, "state", slot, core.table.states.indexOf(standing?.state ?? ""));
      for (const { name: field, kind } of core.table.fields) {
        write(
          columns,
          field,
          slot,
          encoded(standing?.fields[field] ?? null, kind, core.table.choices[field] ?? []),
        );
      }
    }
    const facts = Object.entries(rule.trigger.fields).map(([name, field]) =>
      encoded(given[name] ?? null, field.kind, field.kind === "choice" ? field.words : []),
    );
    log.length = 0;
    const rows = kept.flatMap(({ columns, slot }): readonly unknown[] => [columns, slot]);
    const answer = call(...rows, ...facts, now, policy, log);
    const taken = Array.from({ length: log.length }, (_, entry): RuleTaken => {
      const one = kept.find(
        ({ core, slot }) => core.number === log.machine[entry] && slot === log.slot[entry],
      );
      const info = one?.core.transitions[(log.transition[entry] ?? 0) - 1];
      return {
        instance: one?.name ?? "nobody",
        transition: info?.id ?? "",
        at: log.at[entry] ?? 0,
        told: tolds[info?.told ?? 0] ?? "",
        refused: codes[info?.refusal ?? 0] ?? "",
      };
    });
    const instances = Object.fromEntries(
      kept.map(({ name, core: { table }, columns, slot }) => [
        name,
        {
          state: table.states[columns.state[slot] ?? 0] ?? "",
          fields: Object.fromEntries(
            table.fields.map(({ name: field, kind }) => [
              field,
              decoded(columns[field]?.[slot] ?? 0, kind, table.choices[field] ?? []),
            ]),
          ),
        },
      ]),
    );
    const refused = answer > 0 ? (codes[answer] ?? "") : "";
    const told = answer < 0 ? (tolds[-answer] ?? "") : "";
    return { instances, taken, refused, told };
  };
}
