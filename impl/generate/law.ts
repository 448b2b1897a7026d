/**
 * Prints what a program has to know about the law beside the core: names by number, which transitions refuse or tell,
 * and each machine's core behind one form, so that services, checkers and provers can run any machine.
 */
import { refusalOf, toldBy, transitionsOf, type Lifecycle } from "../../models/language/lifecycle.ts";
import { clausesOfRefusal, refusalCodes, refusalNumber, toldNames, toldNumber } from "./codes.ts";
import { hasDeadlines } from "./core.ts";
import { capitalised, eventFieldsOf, quoted, stateNumber } from "./names.ts";

const printMachine = (machine: Lifecycle, number: number): string => {
  const title = capitalised(machine.id);
  const fields = Object.entries(eventFieldsOf(machine));
  const transitions = transitionsOf(machine).map(({ id, source, target, trigger, transition }) => {
    const durable = trigger.kind === "deadline" || machine.meta.events[trigger.name]?.durable === true;
    return `      { id: ${quoted(id)}, trigger: ${quoted(trigger.name)}, deadline: ${String(trigger.kind === "deadline")}, source: ${String(stateNumber(machine, source))}, target: ${String(stateNumber(machine, target))}, refusal: ${String(refusalNumber(refusalOf(transition) ?? ""))}, told: ${String(toldNumber(toldBy(transition) ?? ""))}, durable: ${String(durable)} },`;
  });
  const events = Object.entries(machine.meta.events).map(
    ([name, form]) =>
      `      { name: ${quoted(name)}, fields: ${JSON.stringify(Object.keys(form.fields))}, durable: ${String(form.durable)} },`,
  );
  const given = fields.map((_, place) => `given[${String(place)}] ?? 0, `).join("");
  return `  {
    id: ${quoted(machine.id)},
    number: ${String(number)},
    keptAs: ${quoted(machine.meta.keptAs)},
    table: ${machine.id}Table,
    events: [
${events.join("\n")}
    ],
    givenFields: [${fields.map(([name, field]) => `{ name: ${quoted(name)}, kind: ${quoted(field.kind)}, words: ${JSON.stringify(field.kind === "choice" ? field.words : [])} }`).join(", ")}],
    transitions: [
${transitions.join("\n")}
    ],
    makeColumns: (instances) => ({ ...make${title}Columns(instances) }),
    open: (columns) => {
      const rows = as${title}Columns(columns);
      return rows === undefined
        ? undefined
        : {
            settle: (slot, from, now, policy, log) => {
              ${hasDeadlines(machine) ? `settle${title}(rows, slot, from, now, policy, log);` : "void [slot, from, now, policy, log];"}
            },
            step: (slot, event, given, now, policy, log) =>
              step${title}(rows, slot, event, ${given}now, policy, log),
          };
    },
  },`;
};

const printImports = (machine: Lifecycle): string => {
  const title = capitalised(machine.id);
  const names = [
    `as${title}Columns`,
    `make${title}Columns`,
    ...(hasDeadlines(machine) ? [`settle${title}`] : []),
    `step${title}`,
  ];
  return `import { ${names.join(", ")} } from "./core/${machine.id}.ts";`;
};

/** The file that lists every machine's core, every refusal and everything told. */
export const printLaw = (
  machines: readonly Lifecycle[],
): string => `import type { MachineCore } from "../lifecycle/machinecore.ts";
${machines.map(printImports).join("\n")}
import { ${machines.map(({ id }) => `${id}Table`).join(", ")} } from "./tables.ts";

/** Codes of refusals by number; 0 is none. */
export const refusalCodes = ${JSON.stringify(refusalCodes, null, 2)} as const;

/** A refusal's stable code. */
export type RefusalCode = Exclude<(typeof refusalCodes)[number], "">;

/** The clauses behind each refusal. */
export const refusalClauses: Readonly<Record<RefusalCode, readonly string[]>> = {
${refusalCodes
  .filter((code) => code !== "")
  .map((code) => `  ${quoted(code)}: ${JSON.stringify(clausesOfRefusal(code))},`)
  .join("\n")}
};

/** What transitions tell, by number; 0 is nothing. */
export const toldNames = ${JSON.stringify(toldNames, null, 2)} as const;
export type ToldName = (typeof toldNames)[number];

/** The machines in the order in which deadlines of one instant fall due. */
export const machineCores: readonly MachineCore[] = [
${machines.map(printMachine).join("\n")}
];

const refusals = machineCores.map(({ transitions }) => Uint8Array.from([1, ...transitions.map(({ refusal }) => refusal)]));
const told = machineCores.map(({ transitions }) => Uint8Array.from([0, ...transitions.map((transition) => transition.told)]));

/** The refusal of a transition by machine and number; transition 0, an event that is not allowed, refuses too. */
export const refusalOf = (machine: number, transition: number): number => refusals[machine]?.[transition] ?? 1;

/** What a transition tells. */
export const toldOf = (machine: number, transition: number): number => told[machine]?.[transition] ?? 0;
`;
